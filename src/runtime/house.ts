import type { Calendar } from '../base/index.ts'
import type { Bot, Found } from '../dialogue/index.ts'
import type { CaseKind } from '../intake/index.ts'
import type {
  Answerer,
  Channel,
  Clock,
  DraftCodes,
  Files,
  OfficerDesk,
  Receipts,
  Sealer,
  Seals,
  Store,
  TrafficBook,
} from './ports.ts'
import type { Presence } from './presence.ts'

/** Everything a turn needs, put together once in main. */
export interface House {
  readonly bot: Bot
  readonly kinds: readonly CaseKind[]
  readonly calendar: Calendar
  readonly store: Store
  readonly answerer: Answerer
  readonly receipts: Receipts
  readonly draftCodes: DraftCodes
  readonly sealer: Sealer
  /** Kind of case → paths of answers that say who reported; `facts[].what` inside a list. */
  readonly identity: Readonly<Record<string, readonly string[]>>
  readonly files: Files
  /** The store's own: names the conversation a case is handed in from. */
  readonly seals: Pick<Seals, 'row'>
  readonly present: Presence
  readonly clock: Clock
  readonly channels: ReadonlyMap<string, Channel>
  /** What is known of each channel's traffic. */
  readonly traffic: TrafficBook
  /** A random id (UUID) for a case that may be handed in. */
  readonly newId: () => string
  /** Place taken for granted until somebody names another; from `QINGWEN_REGION`. */
  readonly area?: string
  /** Officers' commands on other channels; absent where the console is not in this process. */
  readonly officerDesk?: () => OfficerDesk | undefined
  /** Told of what went wrong behind the scenes; must not throw. Never gets content. */
  readonly onFault: (fault: unknown) => void
}

/** Said when the answerer itself fails: the turn goes on, the form is not lost. */
export const unavailable = (text: string): Found => ({ outcome: 'unavailable', text, cites: [], suggestions: [] })
