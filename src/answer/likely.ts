import type { HeldClause } from '../knowledge/index.ts'
import type { Query, Scope } from '../search/index.ts'
import { readSigns, type Signs, signNames } from './signs.ts'

/** A clause and how likely it belongs into the answer, 0..1. */
export interface Likely {
  readonly clause: HeldClause
  readonly chance: number
}

export interface Found {
  /** Best first. */
  readonly clauses: readonly Likely[]
  /** 0..1: how alike the question and the nearest way of asking are that may be answered here. */
  readonly asked: number
  /** 0..1: how alike it and the nearest way of asking are that nothing held answers. */
  readonly unheld: number
  /** 0..1: how far it speaks as those do who need the clause it fits best. */
  readonly fit: number
}

/**
 * A logistic fit: how likely a clause with these signs is one the answer must rest on. Fitted over all ways of asking in
 * knowledge/asks, each of them asked while it and a sixth of the others were left out, so that it holds for what nobody has asked
 * in these words yet: `npm run bench likely` prints it and what it reaches; refit when what is ranked below changes.
 */
const weights: Readonly<Record<keyof Signs, number>> = {
  score: -0.16,
  scoreSquared: 1.89,
  first: 0.74,
  fit: 1.05,
  fitShare: 5.47,
  fitSquared: 0.45,
  alike: -2.32,
  alikeShare: 0.7,
  vote: 2.43,
  nearThree: 0.33,
  guide: 0.04,
  related: 0.85,
  family: 0.38,
  local: 0.77,
  place: 0.38,
}
const bias = -8.47

/** Clauses by how likely they belong into the answer, best first: from the search, the ways of asking, guides and relations together. */
export function likely(desk: Parameters<typeof readSigns>[0], query: Query, scope: Scope): Found {
  const { signed, asked, unheld, fit } = readSigns(desk, query, scope)
  const clauses = signed
    .map(({ clause, signs }) => ({ clause, chance: chanceOf(signs) }))
    .sort((a, b) => b.chance - a.chance)
  return { clauses, asked, unheld, fit }
}

function chanceOf(signs: Signs): number {
  const sum = signNames.reduce((total, name) => total + weights[name] * signs[name], bias)
  return 1 / (1 + Math.exp(-sum))
}
