import type { Answers, Conclusion, Finding } from '../flow/index.ts'
import type { Thread, Told } from './arrival.ts'
import type { AuditEntry } from './office.ts'

/** A form as it becomes a case, in the turn that hands it in. */
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
  /** What follows from the answers by a clause; absent in forms older than this. */
  readonly concluded?: readonly Conclusion[]
  /** The conversation up to here, for the officer; absent for a report without a name, and in forms older than this. */
  readonly talk?: readonly TalkLine[]
}

/** One message of a conversation as it goes with a form. */
export interface TalkLine {
  readonly from: 'person' | 'bot'
  readonly at: string
  /** May hold `{{receipt}}` and `{{draftCode}}`, which are shown as dots. */
  readonly text: string
  /** Number of the person's message, counted as answers count them; absent on what the assistant said. */
  readonly turn?: number
}

export interface Case {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly state: string
  readonly area?: string
  readonly form: Form
  /** `person` is the row of the conversation (`Seals.row`), from which nobody is known. */
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
