import type { Answers, Conclusion, Finding } from '../flow/index.ts'
import type { CaseClock, CaseStep, Facts } from '../intake/index.ts'
import type { Address, Told } from './arrival.ts'
import type { AuditEntry } from './office.ts'
import type { KeyCopy, SealedForm, SealedMessage } from './sealed.ts'
import type { Sight } from './sight.ts'
import type { Purpose } from './units.ts'

export type { CaseClock, CaseStep, Facts }

/** A form as it becomes a case, in the turn that hands it in; sealed before the store sees it. */
export interface NewCase {
  /** Random id, made before the turn; never shown to a person. */
  readonly id: string
  readonly kind: string
  readonly state: string
  /** First letter of the case number (`R` for report); the store adds the running number: `R-1001`. */
  readonly letter: string
  readonly sealed: SealedForm
  /** Public half of the key that comes from the receipt. */
  readonly reporterKey: Uint8Array
  /** The clocks it starts; absent: none. */
  readonly clocks?: readonly CaseClock[]
  /** Nearest last day of them, ISO day; absent where the rules set no clock. */
  readonly due?: string
  readonly dueCite?: string
  readonly receiptId: string
  readonly receiptNonce: string
  /** Who never sees it because it is about them (`officer:3`), from the moment it is there. */
  readonly walls?: readonly string[]
  /** Unit that works it; absent means the house's own. */
  readonly unit?: string
  /** Absent means `report`. */
  readonly purpose?: Purpose
}

export interface Form {
  readonly flow: string
  readonly edition: string
  readonly answers: Answers
  readonly findings: readonly Finding[]
  /** What follows from the answers by a clause; absent in forms older than this. */
  readonly concluded?: readonly Conclusion[]
}

/** The plain columns of a case: what a thief of the database learns. */
export interface CaseColumns {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly state: string
  /** Officer account id of who holds it; absent while it is free. */
  readonly holder?: string
  /** Account id of who gave it to the holder, while the holder has done nothing with it. */
  readonly givenBy?: string
  /** Rises with every claim and release; a write with an older one fails. */
  readonly fence: number
  readonly revision: number
  readonly createdAt: string
  readonly changedAt: string
  /** Every clock it ever had, in the order they began. Days, ids and clauses only: no content. */
  readonly clocks: readonly CaseClock[]
  /** What officers did with it, oldest first: states, days and clauses only. */
  readonly steps: readonly CaseStep[]
  /** The nearest last day of its clocks, by which the queue is sorted. */
  readonly due?: string
  readonly dueCite?: string
  readonly closed: boolean
  readonly unit: string
  readonly purpose: Purpose
}

/** A case as the store gives it out: nobody without a key learns more from it than its plain columns. */
export interface SealedCase extends CaseColumns {
  readonly sealed: SealedForm
  readonly messages: readonly SealedMessage[]
  /** Public half of the key that comes from the receipt; absent for cases older than sealing whose receipt was kept. */
  readonly reporterKey?: Uint8Array
}

export interface CaseMessage {
  readonly at: string
  readonly from: 'officer' | 'person'
  readonly text: string
  /** True for a question to the person; answered by the next message from them. */
  readonly question?: true
  /** Several questions, put one after the other; each is answered by one message. `text` then lists them. */
  readonly questions?: readonly string[]
  /** Written for the office; the person never sees it. */
  readonly internal?: true
  /** What a move was told in: the day of a meeting, the ways approved. */
  readonly facts?: Facts
}

/** Cases counted by their plain columns. `none` also for closed ones and where no clock runs. */
export interface TallyRow {
  readonly kind: string
  readonly state: string
  /** `2026-11` */
  readonly month: string
  readonly clock: 'running' | 'overdue' | 'paused' | 'none'
  readonly count: number
}

/** A row of the queue: no content, no names; the place lies sealed in `head`. */
export type CaseRow = Pick<
  CaseColumns,
  'id' | 'number' | 'kind' | 'state' | 'holder' | 'createdAt' | 'changedAt' | 'due' | 'dueCite' | 'closed'
> & {
  /** The person has answered since an officer last looked at it. */
  readonly answered: boolean
  readonly head: Uint8Array
  readonly keys: readonly KeyCopy[]
}

/** Enough of a case to know whether what was read of it is all there is. */
export interface CaseMark {
  readonly id: string
  /** How many messages it has. */
  readonly lines: number
}

export interface CaseQuery {
  readonly state?: string
  readonly kind?: string
  /** `overdue`, `today`, `week` (7 days from `today`), `none`. */
  readonly due?: 'overdue' | 'today' | 'week' | 'none'
  /** Officer account id, or `free` for cases nobody holds. */
  readonly holder?: string
  /** Part of the case number. */
  readonly q?: string
  readonly open?: boolean
  /** Only cases with these ids, at most 201. */
  readonly among?: readonly string[]
  readonly today: string
  readonly cursor?: string
  readonly limit: number
}

/** The cases one officer can see. For the rest of the house there is everything; src/console asks only through this. */
export interface SeenCases {
  /** By due day (none last), then oldest first. */
  list(query: CaseQuery): Promise<{ readonly rows: readonly CaseRow[]; readonly next?: string; readonly total: number }>
  /** How many there are of each kind, state, month they came in, and standing of the nearest clock. @param today ISO day. */
  tally(today: string): Promise<readonly TallyRow[]>
  byNumber(number: string): Promise<SealedCase | undefined>
  /** All that match, in the same order, however many there are; `limit` does not count. `newest`: the newest first instead. */
  order(query: CaseQuery, newest?: boolean): Promise<readonly CaseMark[]>
  /** Those of at most 200 ids that are in sight, in no order. */
  some(ids: readonly string[]): Promise<readonly SealedCase[]>
  /** @returns the case, or `taken` when another officer holds it. The holder claiming again changes nothing. */
  claim(number: string, officer: string, at: string): Promise<SealedCase | 'taken' | 'absent'>
  release(number: string, officer: string, fence: number, at: string): Promise<SealedCase | 'lost' | 'absent'>
  /**
   * Writes an officer's deed: fence, holder and revision are compared first. Idempotent by `key`: a repeat returns `seen`.
   * `lost` also when `message` was sealed to a group key that has been followed by another. `told` becomes an arrival of the person's conversation in the same transaction.
   */
  save(write: CaseWrite): Promise<'done' | 'seen' | 'lost'>
  /** Another one whenever something in sight changed; of one case alone with `number`, and then empty if it is not in sight. Says nothing else. */
  stamp(number?: string): Promise<string>
  /** Who may not see a case because it concerns them: `officer:3`, `unit:local`. */
  wallOf(caseId: string): Promise<readonly string[]>
  /**
   * Puts somebody behind the wall of a case, or lets them out. One who holds it loses it.
   * @returns false if the case is not in sight.
   */
  wall(caseId: string, who: string, walled: boolean, at: string): Promise<boolean>
}

export interface Cases extends SeenCases {
  /** The same for one officer: what they cannot see is not there. */
  seenBy(sight: Sight): SeenCases
  byId(id: string): Promise<SealedCase | undefined>
  byReceipt(receiptId: string): Promise<SealedCase | undefined>
  /** Notes the key that came from the receipt of a case older than sealing; one that is there stays. */
  reporterKey(caseId: string, key: Uint8Array): Promise<void>
  /** The secret half from which the receipt is shown again until the person has confirmed it; absent afterwards. */
  receiptNonce(caseId: string): Promise<string | undefined>
  /** Clocks that have not ended but had no day when they were last counted, oldest case first; at most `limit` cases after `after`. */
  undated(
    after: string,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly clocks: readonly CaseClock[] }[]>
  /** Writes the nearest day anew, where the calendar has grown. Nothing else of the case changes, its revision neither. */
  date(id: string, nearest: { readonly due?: string; readonly dueCite?: string }): Promise<void>
}

export interface CaseWrite {
  readonly key: string
  readonly number: string
  readonly officer: string
  readonly fence: number
  readonly revision: number
  readonly state: string
  readonly closed: boolean
  /** The person is asked something: until they answered, nothing of the case is destroyed. */
  readonly asks?: boolean
  /** All its clocks, as they are from now on; absent: they stay as they are. */
  readonly clocks?: readonly CaseClock[]
  /** A line of its history. */
  readonly step?: CaseStep
  /** The nearest last day from now on: absent means that no clock with a day runs any more. */
  readonly due?: string
  readonly dueCite?: string
  readonly message?: SealedMessage
  readonly told?: { readonly thread: Address; readonly event: Told }
  readonly audit: AuditEntry
  readonly at: string
}
