import { agreeOnAmount, agreeOnTime } from './alike-ranges.ts'
import type { Agreement, AlikeField, FactPair, FieldMatch, ToldFact } from './alike-types.ts'
import { agreeOnPlace, type ReadUnit } from './alike-unit.ts'
import { type Rarity, sharedOf, type Terms } from './alike-words.ts'

/** A fact read once, for all it is compared with. */
export interface ReadFact {
  readonly told: ToldFact
  readonly place: ReadUnit
  readonly terms: Terms
}

/** Two facts held against each other. `score`: what is shared, raised by fields that agree and lowered by those that do not. */
export interface PairScore extends FactPair {
  readonly what: number
  readonly support: number
  readonly score: number
}

/** From here on two tellings count as telling the same thing, from `nearWhat` on as touching it. */
export const sameWhat = 0.3
export const nearWhat = 0.13

/** Holds two facts against each other. Fields one of them leaves open are not listed and count nothing. */
export function pairUp(here: ReadFact, there: ReadFact, at: readonly [number, number], rarity: Rarity): PairScore {
  const shared = sharedOf(here.terms, there.terms, rarity)
  const what: Agreement =
    shared === undefined ? 'unknown' : shared >= sameWhat ? 'same' : shared >= nearWhat ? 'near' : 'differs'
  const found: readonly (readonly [AlikeField, Agreement])[] = [
    ['what', what],
    ['time', agreeOnTime(here.told, there.told)],
    ['place', agreeOnPlace(here.place, there.place)],
    ['amount', agreeOnAmount(here.told, there.told)],
  ]
  const support = found.reduce((sum, [field, agreement]) => sum + (worth[field]?.[agreement] ?? 0), 0)
  return {
    here: at[0],
    there: at[1],
    fields: found.flatMap(([field, agreement]): FieldMatch[] =>
      agreement === 'unknown' ? [] : [{ field, agreement }],
    ),
    what: shared ?? 0,
    support,
    // Added up in another order a sum ends otherwise in its last digits, and the answer must not hang on who asks.
    score: Math.round(((shared ?? 0) * 2 + support) * 1e6) / 1e6,
  }
}

/** What a field adds. Amounts differ easily: one counts a time, the other counts the whole. */
const worth: Partial<Record<AlikeField, Partial<Record<Agreement, number>>>> = {
  time: { same: 0.22, near: 0.06, differs: -0.4 },
  place: { same: 0.22, near: 0.08, differs: -0.45 },
  amount: { same: 0.25, near: 0.1, differs: -0.08 },
}

/** The pairs that tell the same thing, the best first, each fact in one pair at the most. */
export function counterparts(
  here: readonly ReadFact[],
  there: readonly ReadFact[],
  rarity: Rarity,
): readonly PairScore[] {
  const byPlace = (a: PairScore, b: PairScore) => a.here + a.there - (b.here + b.there)
  const textOf = (pair: PairScore) => [here[pair.here]?.told.what, there[pair.there]?.told.what].sort().join('\n')
  const all = here
    .flatMap((one, i) => there.map((other, j) => pairUp(one, other, [i, j], rarity)))
    .sort((a, b) => b.score - a.score || byPlace(a, b) || (textOf(a) < textOf(b) ? -1 : 1))
  const taken: PairScore[] = []
  for (const pair of all)
    if (!taken.some(({ here: i, there: j }) => i === pair.here || j === pair.there)) taken.push(pair)
  return taken.filter(tellsTheSame)
}

/** Either the tellings share enough, or they touch and time, place or amount speak for it. */
const tellsTheSame = ({ what, score }: PairScore): boolean => what >= nearWhat && score >= leastScore
export const leastScore = 0.36
