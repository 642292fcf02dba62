import type { Calendar } from '../base/index.ts'
import type { Bot, Found } from '../dialogue/index.ts'
import type { CaseKind } from '../intake/index.ts'
import type { Answerer, Channel, Clock, DraftCodes, Files, Receipts, Store } from './ports.ts'
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
  readonly files: Files
  readonly present: Presence
  readonly clock: Clock
  readonly channels: ReadonlyMap<string, Channel>
  /** A random id (UUID) for a case that may be handed in. */
  readonly newId: () => string
  /** Place taken for granted until somebody names another; from `QINGWEN_REGION`. */
  readonly area?: string
  /** Told of what went wrong behind the scenes; must not throw. Never gets content. */
  readonly onFault: (fault: unknown) => void
}

/** Said when the answerer itself fails: the turn goes on, the form is not lost. */
export const unavailable = (text: string): Found => ({ outcome: 'unavailable', text, cites: [], suggestions: [] })
