import type { Evidence } from '../lexical/open.ts'
import type { Near } from './rows.ts'

/**
 * Adds the vector score to the lexical one as a small weighted sum of min-max normalised scores. Never by rank: taking
 * turns one to one (RRF) loses ten points of R@10 (RETRIEVAL section 3).
 *
 * @param lexical score of each row, 0 for one without any; not changed.
 * @param near rows nearest by vector, best first; those not among them get nothing.
 * @param weight of the nearest row, where the best lexical row has 1.
 * @param reach `held`: only rows with a lexical score may rise; `any`: a row without a word in common may come in, too.
 * @returns scores on the scale of `lexical`, so that thresholds upon them stay true.
 */
export function fuse(
  lexical: Float32Array,
  near: readonly Near[],
  weight: number,
  reach: 'held' | 'any' = 'held',
): Float32Array {
  const out = lexical.slice()
  const first = near[0]
  const last = near.at(-1)
  if (!first || !last) return out
  let most = 0
  for (const score of lexical) if (score > most) most = score
  // Without any word in common the vector alone must not pass for evidence.
  if (most === 0 && reach === 'held') return out
  const span = first.score - last.score
  const scale = weight * (most || 1)
  for (const { row, score } of near) {
    const own = out[row]
    if (own === undefined || (own === 0 && reach === 'held')) continue
    // A single neighbour, or several alike, are all the nearest.
    out[row] = own + scale * (span > 0 ? (score - last.score) / span : 1)
  }
  return out
}

/**
 * The same small term as evidence of a corpus search (`FindOptions.extra`): the nearest row gets `weight` of the best lexical
 * score, the last of them nothing.
 *
 * @param best score of the best row by words; 0: nothing was found by words, and the vector alone is no evidence.
 */
export function evidenceOf(near: readonly Near[], weight: number, best: number): Evidence {
  const first = near[0]
  const last = near.at(-1)
  const span = first && last ? first.score - last.score : 0
  const scale = weight * best
  return {
    rows: Uint32Array.from(near, ({ row }) => row),
    scores: Float32Array.from(near, ({ score }) => scale * (span > 0 ? (score - (last?.score ?? 0)) / span : 1)),
  }
}
