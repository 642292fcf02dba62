import type { Authority, Held } from '../base/index.ts'

/** One clause of an instrument, in the project's own words. */
export interface ClauseEntry {
  /** Fact id, stable for ever: `xuchang.filing.positive.4`. */
  readonly id: string
  /** What a person reads as its place: `第50条第1款第3项`, `正面清单第（四）项`. Never an article number graded C. */
  readonly label: string
  /** Plain Chinese, complete sentences, understandable alone. */
  readonly text: string
  /** Section it stands in; searched as a field of its own. */
  readonly heading?: string
  /** Other ways people name the matter; searched, never shown. */
  readonly words?: readonly string[]
  readonly grade: 'A' | 'B' | 'inferred'
  /** `described` by default. `name-only`: only the title of something is known. `gap`: what the sources do not say. */
  readonly status?: 'described' | 'name-only' | 'case' | 'figure' | 'gap' | 'practice'
  /** Narrower than the instrument's region. */
  readonly region?: string
  readonly authority?: Authority
  /** Article number in force, and the numbers that no longer apply. */
  readonly article?: string
  readonly formerly?: readonly { readonly article: string; readonly until: string; readonly note?: string }[]
  readonly validity?: { readonly from?: string; readonly until?: string }
  /** What else must be said with it: limits, completes, decidedBy, countsFrom, differsFrom, supersedes, leavesOpen. */
  readonly relations?: readonly { readonly kind: RelationKind; readonly to: string }[]
  /** False: a note to ourselves, kept for the record. The library leaves it out, and `check` refuses whatever cites it. */
  readonly answerable?: boolean
}
export const relationKinds = [
  'limits',
  'completes',
  'decidedBy',
  'countsFrom',
  'differsFrom',
  'supersedes',
  'leavesOpen',
] as const
export type RelationKind = (typeof relationKinds)[number]

export interface Instrument {
  readonly id: string
  readonly title: string
  readonly short?: string
  readonly aliases?: readonly string[]
  /** `全国`, province (`湖南省`), city (`许昌市`), or `未明` where the source hides it. */
  readonly region: string
  readonly issuer: string
  readonly authority: Authority
  readonly held: Held
  readonly validity: { readonly from?: string; readonly until?: string; readonly note?: string }
  readonly source: { readonly title: string; readonly kind: string; readonly date?: string }
  readonly clauses: readonly ClauseEntry[]
  /** Lists told in full when asked for: `xuchang.filing.positive` and its items in order. */
  readonly lists?: readonly {
    readonly id: string
    readonly title: string
    readonly intro?: string
    readonly items: readonly string[]
  }[]
}

/** A curated answer for what people come with; every sentence with its cites. */
export interface Guide {
  readonly id: string
  readonly title: string
  /** Many ways of asking. */
  readonly asks: readonly string[]
  readonly region?: string
  readonly audience?: 'cadre' | 'citizen' | 'officer'
  readonly sentences: readonly { readonly text: string; readonly cites: readonly string[] }[]
  readonly suggestions?: readonly string[]
  readonly flow?: string
}

/** Ways of asking that the same clauses answer together: the list and its limits, the duty and its clock. Searched, never shown. */
export interface Asks {
  /** Clauses, the most exact first; empty: nothing held answers it, however near it sounds. */
  readonly cites: readonly string[]
  readonly asks: readonly string[]
}
