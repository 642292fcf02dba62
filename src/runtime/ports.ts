import type { Found, Setting } from '../dialogue/index.ts'
import type { Approvals } from './approvals.ts'
import type { Thread } from './arrival.ts'
import type { Attachments } from './attachments.ts'
import type { Bindings } from './bindings.ts'
import type { CaseMessage, Cases } from './cases.ts'
import type { Conversations, Outbox, Task } from './conversations.ts'
import type { Drafts } from './drafts.ts'
import type { EntryRows } from './entries.ts'
import type { Gaps } from './gaps.ts'
import type { Hands } from './hands.ts'
import type { Keys } from './keys.ts'
import type { Links } from './links.ts'
import type { Memory } from './memory.ts'
import type { Audit, Officers } from './office.ts'
import type { PlainRows } from './plain-rows.ts'
import type { Retention } from './retention.ts'
import type { SealedMessage } from './sealed.ts'
import type { SignOffs } from './sign-offs.ts'
import type { Texts } from './texts.ts'
import type { Units } from './units.ts'

export type * from './approvals.ts'
export type * from './arrival.ts'
export type * from './attachments.ts'
export type * from './audit-chain.ts'
export type * from './bindings.ts'
export type * from './case-index.ts'
export type * from './cases.ts'
export type * from './conversations.ts'
export type * from './drafts.ts'
export type * from './entries.ts'
export type * from './gaps.ts'
export type * from './hands.ts'
export type * from './indexed.ts'
export type * from './keys.ts'
export type * from './links.ts'
export type * from './memory.ts'
export type * from './office.ts'
export type * from './officer-desk.ts'
export type * from './opened.ts'
export type * from './plain-rows.ts'
export type * from './retention.ts'
export type * from './sealed.ts'
export type * from './seals.ts'
export type * from './seat.ts'
export type * from './secrets.ts'
export type * from './sight.ts'
export type * from './sign-offs.ts'
export type * from './texts.ts'
export type * from './traffic.ts'
export type * from './units.ts'

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
  readonly links: Links
  readonly entries: EntryRows
  readonly drafts: Drafts
  readonly attachments: Attachments
  readonly officers: Officers
  readonly audit: Audit
  readonly gaps: Gaps
  readonly texts: Texts
  readonly memory: Memory
  readonly units: Units
  readonly approvals: Approvals
  readonly bindings: Bindings
  readonly hands: Hands
  readonly signOffs: SignOffs
  readonly keys: Keys
  readonly plain: PlainRows
  readonly retention: Retention
  /** @throws Fault saying why no write can be taken (disk full, read-only, unreachable). */
  ready(): Promise<void>
  close(): Promise<void>
}

/** Makes and looks up receipts; src/vault. */
export interface Receipts {
  /** A fresh receipt: 20 digits in five groups, its look-up id, and the nonce from which alone it can be shown again. */
  issue(): Promise<{ receipt: string; id: string; nonce: string; publicKey: Uint8Array }>
  /** The receipt of a nonce, always the same. */
  show(nonce: string): string
  /** Public half of the key that comes from the receipt of a nonce. */
  publicKeyOf(nonce: string): Promise<Uint8Array>
  /** @returns the look-up id; the same time is spent on any 20 digits. Absent if it cannot be a receipt (length, check digit). */
  idOf(receipt: string): Promise<string | undefined>
  /** The same, with the key that comes from the receipt: it opens what officers wrote to its holder. */
  unlock(receipt: string): Promise<{ id: string; reader: Reader } | undefined>
}

/** Opens messages with the key of a receipt. */
export interface Reader {
  readonly publicKey: Uint8Array
  /** @returns nothing for a message that is not for the holder of the receipt, or does not open. */
  message(caseId: string, message: SealedMessage): CaseMessage | undefined
}

/** A door to the outside. It checks, decodes and delivers; it never decides. */
export interface Channel {
  readonly name: string
  /** `log`: clients read the conversation's log themselves. `push`: the outbox calls `deliver`. */
  readonly delivery: 'log' | 'push'
  /**
   * Delivers one reply, and gives up well within a minute. May be called again with the same key after a crash.
   * @throws Undelivered if the platform says when to try again, or that it is in vain.
   */
  deliver?(task: Task, text: string): Promise<void>
  /** Where a conversation of this channel is held; absent: one person alone, whom nobody knows. */
  setting?(person: string): Setting
  /**
   * The channel's own verified id of who speaks here alone with us, to know an officer by. Absent: nobody can be known by it
   * (a group, a channel where people may be unnamed, one that only repeats what a client says of itself).
   */
  member?(person: string): string | undefined
  /** False while this process has no way out (another one holds the connection, or it is lost): replies then wait and lose no try. Absent: always. */
  canDeliver?(): boolean
  /** Called after a turn of this conversation was committed, so that open connections can be fed. */
  committed?(thread: Thread): void
  /** Really tries whether the channel works as it is set up (a token, a connection), within ten seconds. Never throws for what it finds. */
  check?(): Promise<Checked>
  /** The plain words for a code kept as this channel's trouble; absent for one that is not known. */
  explain?(trouble: string): Omit<Checked, 'ok'> | undefined
}

/** What a check found, for the officer who set the channel up. No secret and no person in it. */
export interface Checked {
  readonly ok: boolean
  readonly says: string
  /** What to do about it. */
  readonly todo?: string
}
