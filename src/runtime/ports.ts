import type { Found } from '../dialogue/index.ts'
import type { Thread } from './arrival.ts'
import type { Attachments } from './attachments.ts'
import type { Cases } from './cases.ts'
import type { Conversations, Outbox, Task } from './conversations.ts'
import type { Drafts } from './drafts.ts'
import type { Gaps } from './gaps.ts'
import type { Memory } from './memory.ts'
import type { Audit, Officers } from './office.ts'
import type { Texts } from './texts.ts'

export type * from './arrival.ts'
export type * from './attachments.ts'
export type * from './cases.ts'
export type * from './conversations.ts'
export type * from './drafts.ts'
export type * from './gaps.ts'
export type * from './memory.ts'
export type * from './office.ts'
export type * from './seals.ts'
export type * from './texts.ts'

/** Answers a policy question from the library. Never throws for a question; an index that is down is `unavailable`. */
export interface Answerer {
  answer(question: {
    text: string
    area?: string
    audience?: Audience
    today: string
    sideBySide?: boolean
    /**
     * A language model may be asked, too. Absent wherever a form is open or was just opened: what is said there stays in this house.
     * `thread`: whose conversation it is, for a budget; it is never sent.
     */
    model?: { readonly thread: string }
    /** The question answered last, which this one may lean on (`那许昌呢`). */
    before?: Before
  }): Promise<Found>
}
/** A question that was answered: in full (`Found.asked` where there is one), where the person is, and the clauses it was answered by. */
export interface Before {
  readonly question: string
  readonly area?: string
  readonly cites: readonly string[]
}
export type Audience = 'cadre' | 'citizen' | 'officer'

/** What the runtime asks of a database. test/contracts/store.ts holds SQLite and PostgreSQL to the same answers. */
export interface Store {
  readonly conversations: Conversations
  readonly outbox: Outbox
  readonly cases: Cases
  readonly drafts: Drafts
  readonly attachments: Attachments
  readonly officers: Officers
  readonly audit: Audit
  readonly gaps: Gaps
  readonly texts: Texts
  readonly memory: Memory
  /** @throws Fault saying why no write can be taken (disk full, read-only, unreachable). */
  ready(): Promise<void>
  close(): Promise<void>
}

/** Makes and looks up receipts; src/vault. */
export interface Receipts {
  /** A fresh receipt: 20 digits in five groups, its look-up id, and the nonce from which alone it can be shown again. */
  issue(): Promise<{ receipt: string; id: string; nonce: string }>
  /** The receipt of a nonce, always the same. */
  show(nonce: string): string
  /** @returns the look-up id; the same time is spent on any 20 digits. Absent if it cannot be a receipt (length, check digit). */
  idOf(receipt: string): Promise<string | undefined>
}

/** A door to the outside. It checks, decodes and delivers; it never decides. */
export interface Channel {
  readonly name: string
  /** `log`: clients read the conversation's log themselves. `push`: the outbox calls `deliver`. */
  readonly delivery: 'log' | 'push'
  /** Delivers one reply. May be called again with the same key after a crash. */
  deliver?(task: Task, text: string): Promise<void>
  /** Called after a turn of this conversation was committed, so that open connections can be fed. */
  committed?(thread: Thread): void
}
