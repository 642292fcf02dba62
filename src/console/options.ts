import type { Calendar } from '../base/index.ts'
import type { Clause } from '../dialogue/index.ts'
import type { Flow } from '../flow/index.ts'
import type { CaseKind, PaperKind, ReplyTemplate, RetentionKinds } from '../intake/index.ts'
import type { NamedPlace } from '../ledger/index.ts'
import type { Press } from '../publishing/index.ts'
import type {
  Answerer,
  Channel,
  Clerk,
  Clock,
  Keyring,
  Sealer,
  Secrets,
  Shredder,
  Store,
  TrafficBook,
} from '../runtime/index.ts'
import type { ChannelSetup } from './channel-desk.ts'
import type { ClosingText } from './closing-text.ts'
import type { Setup } from './setup.ts'
import type { SingleSignOn } from './single-sign-on.ts'

/** What the officers' side needs from the rest of the house; handed over once, at start. */
export interface ConsoleOptions {
  readonly store: Store
  readonly keyring: Keyring
  readonly sealer: Sealer
  readonly retention: RetentionKinds
  /** Destroys what two people agreed on. */
  readonly shredder: Shredder
  /** Seals what only this server may read: secrets of codes, reasons of requests. */
  readonly secrets: Secrets
  /** The way of texts from a file to the library. */
  readonly press: Press
  readonly kinds: readonly CaseKind[]
  /** Every edition a form may have been handed in under, so that labels come from the words the person read. */
  readonly flows: readonly Flow[]
  readonly clauses: Readonly<Record<string, Clause>>
  readonly calendar: Calendar
  /** Official papers that may be made of cases. */
  readonly papers: readonly PaperKind[]
  /** Templates for replies; which of them are offered depends on the clauses as they stand. */
  readonly replies: readonly ReplyTemplate[]
  /** By form, the paths of answers that say who is writing: sealed on papers, too. */
  readonly identity: Readonly<Record<string, readonly string[]>>
  /** Places questions may name, for the gap ledger. */
  readonly places: readonly NamedPlace[]
  /** Texts a gap may be closed by, as they stand now: instruments, guides, published originals. */
  readonly texts: () => readonly ClosingText[]
  /** Asked once more, to see whether a gap is closed. */
  readonly answerer: Answerer
  readonly now: Clock
  /** Takes down what came by phone, letter or visit; absent where forms are handed in elsewhere. */
  readonly clerk?: Clerk
  /** Every channel there is, with what its set-up needs. */
  readonly channels: readonly ChannelSetup[]
  /** Those that run in this process. */
  readonly plugs: ReadonlyMap<string, Channel>
  readonly traffic: TrafficBook
  /** Officers' commands on channels that know who writes; absent: none there. */
  readonly chat?: {
    /** Whether anything of a case's content may be written there. */
    readonly content: boolean
    /** Address of the console without a path. */
    readonly origin: () => string
    /** A text with nobody named in it. @param known names, units and numbers of the case's own fields. */
    withoutPeople(text: string, known: readonly string[]): string
  }
  /** True where browsers reach us over https: cookies get the `__Host-` prefix and `Secure`. */
  readonly secureCookies: boolean
  readonly setup: Setup
  /** Signing in through the office's own sign-on service; absent where none is set up. */
  readonly single?: SingleSignOn
  /** Called after something was stored for a person to hear, so that the runtime looks at its arrivals at once. */
  readonly onTold: () => void
  /** Told of every fault of our own; the officer only hears that something went wrong. */
  readonly onFault: (error: unknown) => void
}
