import type { CaseQuery } from './cases.ts'
import type { Seat } from './seat.ts'

/** Somebody a case is about, as the person named them. `name` is empty where only unit or post is known. */
export interface IndexedPerson {
  readonly name: string
  readonly unit?: string
  readonly post?: string
}

/** One thing a case reports. Days are ISO days, both ends included; amounts are yuan. */
export interface IndexedFact {
  readonly what: string
  readonly place?: string
  readonly from?: string
  readonly to?: string
  readonly amountMin?: number
  readonly amountMax?: number
}

/** What searching and comparing need of a case; never who reported. */
export interface IndexedCase {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly unit: string
  /** When it was handed in, to the second. */
  readonly at: string
  readonly area?: string
  readonly people: readonly IndexedPerson[]
  readonly facts: readonly IndexedFact[]
  /** Everything said in it, one line for each place in the form, spelled as `plainText` spells; at most 32,000 characters. */
  readonly text: string
  /** What each line of `text` is: `事情 1 · 经过`. */
  readonly labels: readonly string[]
  /** How many messages it had when it was read. */
  readonly lines: number
}

/** A case that holds all words looked for, and where: labels of the form, never its words. */
export interface Hit {
  readonly id: string
  readonly places: readonly string[]
}

export interface Hits {
  /** In the order of the queue. */
  readonly hits: readonly Hit[]
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
  /** @param words all of them must stand in the case; blanks part them. @param query `q` and `limit` do not count here. */
  search(seat: Seat, words: string, query: CaseQuery): Promise<Hits>
  /** How many cases in sight wait to be read in, after a few more were. */
  unread(seat: Seat): Promise<number>
}
