import type { HeldClause } from '../knowledge/index.ts'
import type { Hit, Query, Search } from '../search/index.ts'

/** Passages of originals that no digest speaks for: no way of asking leads to them, so the search alone does. */
export interface OwnTexts {
  /** Best first; empty where the digest answers as well. */
  readonly clauses: readonly HeldClause[]
  /** 0..1: how much of the question the best of them speaks of. */
  readonly covered: number
}

/** A passage must fit better than anything the digest says and speak of this much of the question … */
const lead = 1
const least = 0.2
/** … or nearly so well, and speak of most of it and of much more of it than the digest does. */
const nearly = 0.6
const most = 0.5
const more = 1.5
/** Further ones are told that come this near to the best. */
const near = 0.8
const mostTold = 3

export function ownTexts(search: Search, query: Query, hits: readonly Hit[]): OwnTexts {
  const own = hits.filter(({ clause }) => clause.passage !== undefined)
  const digest = hits.find(({ clause }) => clause.passage === undefined)
  const best = own[0]
  const rival = digest?.score ?? 0
  if (!best || best.score < nearly * rival) return { clauses: [], covered: 0 }
  const covered = search.covered(query, [best.clause.entry.id])
  const beside = digest ? search.covered(query, [digest.clause.entry.id]) : 0
  const fits = best.score >= lead * rival ? covered >= least : covered >= most && covered >= more * beside
  if (!fits) return { clauses: [], covered: 0 }
  const told = own.filter(({ score }) => score >= near * best.score).slice(0, mostTold)
  return { clauses: told.map(({ clause }) => clause), covered }
}
