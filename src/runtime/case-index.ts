import type { CaseQuery } from './cases.ts'
import type { IndexedCase } from './indexed.ts'
import type { Seat } from './seat.ts'

/** A case that holds all words looked for, and where: labels of the form, never its words. */
export interface Hit {
  readonly id: string
  readonly places: readonly string[]
}

export interface Hits {
  /** In the order of the queue, from the cursor on: one more than `limit` where there are more. */
  readonly hits: readonly Hit[]
  /** All that were found. */
  readonly total: number
  /** Cases this officer may see that have not been read into the index yet. */
  readonly unread: number
}

/**
 * What stands in the cases, for those who may read them. Asked anew each time what the officer can see: a case out of
 * sight is in nothing that comes back, counts neither, and is not hinted at. Reads in what has come since, the newest
 * first and a few hundred at a time.
 */
export interface CaseIndex {
  /** All there is to compare, in no order; nothing for an officer without a key. */
  entries(seat: Seat): Promise<readonly IndexedCase[]>
  /** @param words all of them must stand in the case; blanks part them. @param query narrows it; its `q` does not count here. */
  search(seat: Seat, words: string, query: CaseQuery): Promise<Hits>
  /** How many cases in sight wait to be read in, after a few more were. */
  unread(seat: Seat): Promise<number>
  /** Reads in those of these cases that were not read yet; what an officer looks at, they can soon search. */
  readIn(seat: Seat, caseIds: readonly string[]): Promise<void>
}
