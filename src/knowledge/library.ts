import type { Calendar, Cite } from '../base/index.ts'
import type { Asks, ClauseEntry, Guide, Instrument } from './types.ts'

/** All that may be cited, read once at start and never written to. */
export interface Library {
  readonly instruments: readonly Instrument[]
  /** By fact id. What is kept for the record only (`answerable: false`) is not among them, so nothing can say or cite it. */
  readonly clauses: ReadonlyMap<string, HeldClause>
  readonly guides: readonly Guide[]
  readonly asks: readonly Asks[]
  /** By list id (`xuchang.filing.positive`); the items are ids of `clauses`. */
  readonly lists: ReadonlyMap<string, HeldList>
  readonly places: readonly Place[]
  readonly words: readonly Words[]
  /** Like `words`, for statutes and other originals: everyday talk of any matter of law. Absent: none. */
  readonly everyday?: readonly Words[]
  readonly calendar: Calendar
  /** SHA-256 of all files, hex: changes exactly when the content does. */
  readonly version: string
}

/** A clause with where it stands. `cite` has region, authority and holding narrowed to the clause. */
export interface HeldClause {
  readonly entry: ClauseEntry
  readonly instrument: Instrument
  /** Quotes the newest edition that is published; `citeOn` gives the cite of another day. */
  readonly cite: Cite
  /** Where published originals say it, newest edition first; absent while only a digest is held. */
  readonly originals?: readonly Quoted[]
  /** The passage of an original this clause is, verbatim: told in its own words only. Absent: a digest clause, told in ours. */
  readonly passage?: string
  /** The same in simplified characters, to be searched; absent if it is written in them. */
  readonly searched?: string
  /** The sentence before a list that this item hangs on. */
  readonly hangsOn?: HeldClause
  /** Of a clause of an edition that is over: ids of the clauses that stand in its place now. */
  readonly replacedBy?: readonly string[]
}

/** What one edition of an original says of a clause. */
export interface Quoted {
  /** Verbatim substring of the original. */
  readonly quote: string
  /** `/texts/t7/2#a50.1.3` */
  readonly opens: string
  /** ISO days on which the edition is in force, both inclusive. */
  readonly from?: string
  readonly until?: string
}

/** A numbered family of clauses, told in full when asked for. */
export interface HeldList {
  readonly id: string
  readonly title: string
  readonly intro?: string
  readonly items: readonly string[]
  readonly instrument: Instrument
}

/** A place people name. `short` is unique; `within` is the `name` of the province or city above it. */
export interface Place {
  readonly name: string
  readonly short: string
  readonly within?: string
  /** True if the library holds texts of this place's own. */
  readonly held?: true
}

/** People's words and the texts' words for the same thing. */
export interface Words {
  readonly say: readonly string[]
  readonly text: readonly string[]
}
