import type { Conversation, Found, Say } from '../dialogue/index.ts'
import type { Answers, Finding } from '../flow/index.ts'

/** Where a conversation lives: one person on one channel. `person` is the channel's own id for them. */
export interface Thread {
  readonly channel: string
  readonly person: string
}

/** One message or event that came in. `id` is the platform's own message id; (channel, id) is taken in at most once. */
export interface Arrival extends Thread {
  readonly id: string
  readonly event: { readonly type: 'said'; readonly text: string } | { readonly type: 'joined' } | Told
}

/** What an officer did that the person must hear of. */
export interface Told {
  readonly type: 'told'
  readonly case: string
  readonly text: string
  readonly question?: string
}

/** The time, ISO 8601 with +08:00, seconds precision; the only clock of the house. Fixed by `QINGWEN_NOW` under test. */
export type Clock = () => string

/** Answers a policy question from the library. Never throws for a question; an index that is down is `unavailable`. */
export interface Answerer {
  answer(question: {
    text: string
    area?: string
    audience?: Audience
    today: string
    sideBySide?: boolean
  }): Promise<Found>
}
export type Audience = 'cadre' | 'citizen' | 'officer'

/** What the runtime asks of a database. test/contracts/store.ts holds SQLite and PostgreSQL to the same answers. */
export interface Store {
  readonly conversations: Conversations
  readonly outbox: Outbox
  readonly cases: Cases
  readonly officers: Officers
  readonly audit: Audit
  readonly gaps: Gaps
  /** @throws Fault saying why no write can be taken (disk full, read-only, unreachable). */
  ready(): Promise<void>
  close(): Promise<void>
}

export interface Conversations {
  load(thread: Thread): Promise<{ state: Conversation | undefined; revision: number }>
  /**
   * Writes a whole turn or nothing. `seen`: this arrival was taken in before, nothing was written.
   * `stale`: somebody wrote this conversation since `revision` was read, nothing was written; start again from fresh state.
   * On SQLite all turns that are waiting share one transaction and one sync.
   * @throws Refused `notSaved` when the database cannot take it; then nothing was written.
   */
  commit(write: TurnWrite): Promise<'done' | 'seen' | 'stale'>
  /** The log after sequence number `after` (0 for all), oldest first. */
  log(thread: Thread, after: number, limit: number): Promise<readonly LogRow[]>
  /** Arrivals stored by `cases.save` or a channel and not yet worked on, oldest first, leased for `leaseSeconds`. */
  claimArrivals(limit: number, leaseSeconds: number): Promise<readonly Arrival[]>
  /** Stores an arrival to be worked on later; a repeat is dropped. For channels that must acknowledge at once. */
  receive(arrival: Arrival): Promise<void>
}

export interface TurnWrite {
  readonly arrival: Thread & { readonly id: string }
  /** Revision read by `load`; 0 for a conversation that does not exist yet. */
  readonly revision: number
  readonly state: Conversation
  /** What was heard and said, in order. */
  readonly log: readonly LogEntry[]
  /** True: each `say` also becomes a task of the outbox. False for channels whose clients read the log (web). */
  readonly push: boolean
  readonly newCase?: NewCase
  /** What the person added to their case. */
  readonly replies: readonly { readonly case: string; readonly text: string }[]
  /** Cases whose receipt the person has shown to hold; from now on it can never be shown again. */
  readonly receiptsKept: readonly string[]
  readonly gaps: readonly { readonly question: string; readonly why: string }[]
  readonly audit: readonly AuditEntry[]
  /** ISO 8601, +08:00. */
  readonly at: string
}

export type LogEntry =
  | { readonly key: string; readonly from: 'person'; readonly text: string; readonly clientId?: string }
  | { readonly key: string; readonly from: 'bot'; readonly say: Say; readonly case?: string }

/** `seq` starts at 1 and has no holes within one conversation. */
export type LogRow = LogEntry & { readonly seq: number; readonly at: string }

export interface NewCase {
  /** Random id, made before the turn; never shown to a person. */
  readonly id: string
  readonly kind: string
  readonly state: string
  /** First letter of the case number (`R` for report); the store adds the running number: `R-1001`. */
  readonly letter: string
  readonly thread: Thread
  readonly form: Form
  /** Place named in the form, for the queue's filter; absent if none was. */
  readonly area?: string
  /** Last day to act, ISO day; absent where the rules set no clock. */
  readonly due?: string
  readonly dueCite?: string
  readonly receiptId: string
  readonly receiptNonce: string
}

export interface Form {
  readonly flow: string
  readonly edition: string
  readonly answers: Answers
  readonly findings: readonly Finding[]
}

/** Replies waiting to be pushed to a channel. Leases run on the database's clock. */
export interface Outbox {
  /** Tasks of one conversation come in order: a later one is not handed out while an earlier one is open. */
  claim(limit: number, leaseSeconds: number): Promise<readonly Task[]>
  finish(task: Task): Promise<void>
  /** Puts it back for `afterSeconds`; with `dead` it stays visible as undeliverable and is not tried again. */
  retry(task: Task, afterSeconds: number, why: string, dead?: boolean): Promise<void>
  dead(): Promise<readonly Task[]>
}

export interface Task extends Thread {
  readonly key: string
  readonly say: Say
  readonly case?: string
  readonly tries: number
  /** Fencing token: a worker whose lease ran out cannot finish somebody else's attempt. */
  readonly fence: number
}

export interface Case {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly state: string
  readonly area?: string
  readonly form: Form
  readonly thread: Thread
  readonly messages: readonly CaseMessage[]
  /** Officer account id of who holds it; absent while it is free. */
  readonly holder?: string
  /** Rises with every claim and release; a write with an older one fails. */
  readonly fence: number
  readonly revision: number
  readonly createdAt: string
  readonly changedAt: string
  readonly due?: string
  readonly dueCite?: string
  readonly closed: boolean
}

export interface CaseMessage {
  readonly at: string
  readonly from: 'officer' | 'person'
  readonly text: string
  /** True for a question to the person; answered by the next message from them. */
  readonly question?: true
}

/** A row of the queue: no content, no names. */
export type CaseRow = Pick<
  Case,
  'number' | 'kind' | 'state' | 'area' | 'holder' | 'createdAt' | 'changedAt' | 'due' | 'dueCite' | 'closed'
> & {
  /** The person has answered since an officer last looked at it. */
  readonly answered: boolean
}

export interface CaseQuery {
  readonly state?: string
  readonly kind?: string
  /** `overdue`, `today`, `week` (7 days from `today`), `none`. */
  readonly due?: 'overdue' | 'today' | 'week' | 'none'
  /** Officer account id, or `free` for cases nobody holds. */
  readonly holder?: string
  /** Part of the case number or the place. */
  readonly q?: string
  readonly open?: boolean
  readonly today: string
  readonly cursor?: string
  readonly limit: number
}

export interface Cases {
  /** By due day (none last), then oldest first. */
  list(query: CaseQuery): Promise<{ readonly rows: readonly CaseRow[]; readonly next?: string; readonly total: number }>
  byNumber(number: string): Promise<Case | undefined>
  byId(id: string): Promise<Case | undefined>
  byReceipt(receiptId: string): Promise<Case | undefined>
  /** The secret half from which the receipt is shown again until the person has confirmed it; absent afterwards. */
  receiptNonce(caseId: string): Promise<string | undefined>
  /** @returns the case, or `taken` when another officer holds it. The holder claiming again changes nothing. */
  claim(number: string, officer: string, at: string): Promise<Case | 'taken' | 'absent'>
  release(number: string, officer: string, fence: number, at: string): Promise<Case | 'lost' | 'absent'>
  /**
   * Writes an officer's deed: fence, holder and revision are compared first. Idempotent by `key`: a repeat returns `seen`.
   * `told` becomes an arrival of the person's conversation in the same transaction.
   */
  save(write: CaseWrite): Promise<'done' | 'seen' | 'lost'>
}

export interface CaseWrite {
  readonly key: string
  readonly number: string
  readonly officer: string
  readonly fence: number
  readonly revision: number
  readonly state: string
  readonly closed: boolean
  /** As it is from now on: absent means that no clock runs any more. */
  readonly due?: string
  readonly dueCite?: string
  readonly message?: CaseMessage
  readonly told?: Told
  readonly audit: AuditEntry
  readonly at: string
}

/** Append-only; holds no content, only who did what to which object. */
export interface AuditEntry {
  /** `officer:3`, `person`, `system`. */
  readonly who: string
  /** `case.viewed`, `case.claimed`, `form.submitted`, `session.opened` … */
  readonly what: string
  /** Case number or id, account id; absent where there is none. */
  readonly object?: string
  readonly note?: string
}
export interface Audit {
  append(entries: readonly AuditEntry[], at: string): Promise<void>
  /** Newest first. */
  list(query: {
    object?: string
    cursor?: string
    limit: number
  }): Promise<{ rows: readonly (AuditEntry & { seq: number; at: string })[]; next?: string }>
}

export interface Officer {
  readonly id: string
  readonly name: string
  readonly account: string
  readonly role: string
  readonly disabled: boolean
}
export interface Officers {
  list(): Promise<readonly Officer[]>
  /** @returns `taken` if the account name is in use. `password` is the finished scrypt record, never the password. */
  add(
    officer: { account: string; name: string; role: string; password: string },
    at: string,
  ): Promise<Officer | 'taken'>
  /** Adds the first officer only while there is none; the loser of a race gets `setupDone`. */
  addFirst(
    officer: { account: string; name: string; role: string; password: string },
    at: string,
  ): Promise<Officer | 'setupDone'>
  byAccount(account: string): Promise<(Officer & { readonly password: string }) | undefined>
  byId(id: string): Promise<Officer | undefined>
  /** `idHash` is SHA-256 of the session id. `idleUntil` and `until` are ISO instants. */
  openSession(session: Session): Promise<void>
  session(idHash: string): Promise<Session | undefined>
  touchSession(idHash: string, idleUntil: string): Promise<void>
  closeSession(idHash: string): Promise<void>
}
export interface Session {
  readonly idHash: string
  readonly officer: string
  readonly csrf: string
  readonly idleUntil: string
  readonly until: string
}

export interface Gaps {
  /** Questions nothing answered, most asked first, without who asked. */
  list(limit: number): Promise<readonly { question: string; why: string; count: number; lastAt: string }[]>
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
