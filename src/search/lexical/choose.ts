import { openHighest } from './highest.ts'
import { openTop } from './top.ts'

/** The k best rows once what their instrument is worth is added; at most k, best first, of equal ones the earlier row. */
export type Chooser = (
  /** Of each row, 0 where nothing of it was said. */
  scores: Float32Array,
  /** Of each instrument as one document. */
  wholes: Float32Array,
  k: number,
  skip?: (instrument: number) => boolean,
) => readonly { readonly row: number; readonly score: number }[]

/** So many of an instrument's rows tell what it is worth. */
const bestOf = 5
const buckets = 64
/** Sums are rounded; a bound must not fall below what it bounds. */
const slack = 1.000_001

/**
 * A row is worth factor × (its score + share × mean of the instrument's five best + the instrument as a document).
 * Only instruments whose bound (all five as good as the best) reaches the worst row kept are looked into, the most promising
 * first: the five best of all of them cost about twice what all the postings do.
 *
 * @param from rows of instrument i are `from[i]`..`from[i + 1]`.
 * @param factors of each instrument.
 */
export function openChooser(from: Uint32Array, factors: Float32Array, share: { readonly best: number }): Chooser {
  const count = from.length - 1
  // Used again for each question.
  const bounds = new Float64Array(count)
  const order = new Uint32Array(count)
  const places = new Uint32Array(buckets + 1)
  const five = new Float32Array(bestOf)

  /** Bounds of all instruments, 0 for those left out; returns the highest. */
  const bound = (scores: Float32Array, wholes: Float32Array, skip?: (instrument: number) => boolean) => {
    let highest = 0
    const highestIn = openHighest(scores)
    for (let i = 0; i < count; i++) {
      bounds[i] = 0
      const best = highestIn(from[i]!, from[i + 1]!)
      if (best <= 0 || skip?.(i)) continue
      const most = slack * factors[i]! * (best * (1 + share.best) + wholes[i]!)
      bounds[i] = most
      if (most > highest) highest = most
    }
    return highest
  }

  /** Sorts by bound, roughly: by bucket, the highest first. Returns how many have a chance at all. */
  const sort = (highest: number) => {
    places.fill(0)
    const bucket = (most: number) => buckets - 1 - Math.min(buckets - 1, Math.floor((most / highest) * buckets))
    for (let i = 0; i < count; i++) if (bounds[i]! > 0) places[bucket(bounds[i]!) + 1]! += 1
    for (let n = 1; n <= buckets; n++) places[n]! += places[n - 1]!
    const chances = places[buckets]!
    for (let i = 0; i < count; i++) if (bounds[i]! > 0) order[places[bucket(bounds[i]!)]!++] = i
    return chances
  }

  return (scores, wholes, k, skip) => {
    const top = openTop(k)
    const chances = sort(bound(scores, wholes, skip))
    for (let n = 0; n < chances; n++) {
      const i = order[n]!
      if (bounds[i]! < top.floor()) continue
      const start = from[i]!
      const end = from[i + 1]!
      five.fill(0)
      for (let row = start; row < end; row++) if (scores[row]! > five[bestOf - 1]!) insert(five, scores[row]!)
      let sum = 0
      for (let m = 0; m < bestOf; m++) sum += five[m]!
      const bonus = (sum / bestOf) * share.best + wholes[i]!
      const factor = factors[i]!
      // A little lower than the floor: `offer` decides, this only spares the call.
      let least = top.floor() / (slack * factor) - bonus
      for (let row = start; row < end; row++) {
        const score = scores[row]!
        if (score === 0 || score < least) continue
        top.offer(row, factor * (score + bonus))
        least = top.floor() / (slack * factor) - bonus
      }
    }
    return top.take()
  }
}

/** Puts a score into its place among the best, dropping the last. */
function insert(best: Float32Array, score: number): void {
  let at = best.length - 1
  for (; at > 0 && best[at - 1]! < score; at--) best[at] = best[at - 1]!
  best[at] = score
}
