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
  readonly cite: Cite
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
