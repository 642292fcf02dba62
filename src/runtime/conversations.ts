import type { Conversation, Say } from '../dialogue/index.ts'
import type { Arrival, Thread } from './arrival.ts'
import type { NewCase } from './cases.ts'
import type { DraftWrite } from './drafts.ts'
import type { GapNote } from './gaps.ts'
import type { AuditEntry } from './office.ts'
import type { NewSealedFile, SealedMessage } from './sealed.ts'

/** Conversations as the store keeps them: sealed, each under its secret or, where there is none, under the server key. */
export interface Conversations {
  /** `state` is absent where nobody has talked yet, or not for so long that it was swept. A wrong secret is an absent one. */
  load(thread: Thread): Promise<{ state: Conversation | undefined; revision: number; life?: string }>
  /**
   * Writes a whole turn or nothing. `seen`: this arrival was taken in before, nothing was written.
   * `stale`: somebody wrote this conversation since `revision` was read, or something is sealed to a key that has been
   * followed by another; nothing was written, start again from fresh state.
   * On SQLite all turns that are waiting share one transaction and one sync.
   * @throws Refused `notSaved` when the database cannot take it; then nothing was written.
   */
  commit(write: TurnWrite): Promise<'done' | 'seen' | 'stale'>
  /** The log after sequence number `after` (0 for all), oldest first. */
  log(thread: Thread, after: number, limit: number): Promise<readonly LogRow[]>
  /**
   * Arrivals stored by `cases.save` or a channel and not yet worked on, oldest first, leased for `leaseSeconds`. Not those
   * for people who keep a secret: nobody else can open them.
   */
  claimArrivals(limit: number, leaseSeconds: number): Promise<readonly Arrival[]>
  /** What was stored for one person who keeps a secret and is here with it, oldest first, leased as above. */
  claimWaiting(thread: Thread, limit: number, leaseSeconds: number): Promise<readonly Arrival[]>
  /** Which rows (`Seals.row`) got something that waits for its person after number `after`, in order of their numbers. */
  waiting(after: number, limit: number): Promise<readonly { readonly n: number; readonly row: string }[]>
  /**
   * Deletes what nobody has come back to for as long as `keptUntil` says, and what can only be opened with it.
   * @returns how many conversations went.
   */
  sweep(at: string): Promise<number>
  /**
   * Stores an arrival to be worked on later; a repeat (`seen`) is dropped. For channels that must acknowledge at once.
   * Not for files, which are too large to wait in a table: a channel fetches them when the arrival is worked on.
   */
  receive(arrival: Arrival): Promise<'stored' | 'seen'>
}

export interface TurnWrite {
  readonly arrival: Thread & { readonly id: string }
  /** Revision read by `load`; 0 for a conversation that does not exist yet. */
  readonly revision: number
  /** As `load` gave it with that revision: a conversation swept and begun anew in between is another one. */
  readonly life?: string
  /** Deletes every earlier line of the log with this turn, and what could open a copy of them. */
  readonly forgets?: boolean
  readonly state: Conversation
  /** What was heard and said, in order. */
  readonly log: readonly LogEntry[]
  /** True: each `say` also becomes a task of the outbox. False for channels whose clients read the log (web). */
  readonly push: boolean
  readonly newCase?: NewCase
  /** Absent: no stored draft is touched. */
  readonly drafts?: DraftWrite
  /** What the person added to their case. */
  readonly replies: readonly { readonly case: string; readonly message: SealedMessage }[]
  /** Files the person added to their case, in order. @throws Refused `caseFull` from `commit`; then nothing was written. */
  readonly attachments: readonly NewSealedFile[]
  /** Cases whose receipt the person has shown to hold; from now on it can never be shown again. */
  readonly receiptsKept: readonly string[]
  readonly gaps: readonly GapNote[]
  readonly audit: readonly AuditEntry[]
  /** ISO 8601, +08:00. */
  readonly at: string
}

export type LogEntry =
  | {
      readonly key: string
      readonly from: 'person'
      readonly text: string
      readonly clientId?: string
      /** What came with it, by the names it was given here (`照片1.jpg`). */
      readonly files?: readonly { readonly name: string; readonly type: string; readonly size: number }[]
    }
  | {
      readonly key: string
      readonly from: 'bot'
      readonly say: Say
      readonly case?: string
      /** Id of the draft whose code this message shows where its text has `{{draftCode}}`. */
      readonly draft?: string
    }

/** `seq` starts at 1 and has no holes within one conversation. */
export type LogRow = LogEntry & { readonly seq: number; readonly at: string }

/** Replies waiting to be pushed to a channel. Leases run on the database's clock. */
export interface Outbox {
  /**
   * Tasks of one conversation come in order: a later one is not handed out while an earlier one is open.
   * @param closed channels this process cannot deliver by just now; theirs are left for another, or for later.
   */
  claim(limit: number, leaseSeconds: number, closed?: readonly string[]): Promise<readonly Task[]>
  finish(task: Task): Promise<void>
  /** Puts it back for `afterSeconds`; with `dead` it stays visible as undeliverable and is not tried again. */
  retry(task: Task, afterSeconds: number, why: string, dead?: boolean): Promise<void>
  /** `why` is the code the last attempt failed with. */
  dead(): Promise<readonly (Task & { readonly why?: string })[]>
  /** Makes an undeliverable reply wait again, as if it had never been tried. @returns false if it is not undeliverable any more. */
  revive(key: string): Promise<boolean>
  /** Gives an undeliverable reply up; its words stay in the log. @returns false if it is not undeliverable any more. */
  drop(key: string): Promise<boolean>
  /** How many replies of each channel wait to be delivered; channels with none are left out. */
  waiting(): Promise<Readonly<Record<string, number>>>
  /** What waits for this conversation after a failure may be tried now: the person has written, so a closed window is open. */
  hurry(thread: Thread): Promise<void>
}

export interface Task extends Thread {
  readonly key: string
  readonly say: Say
  readonly case?: string
  /** As in the log entry. */
  readonly draft?: string
  readonly tries: number
  /** Fencing token: a worker whose lease ran out cannot finish somebody else's attempt. */
  readonly fence: number
}
