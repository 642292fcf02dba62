import type { Postings } from './postings.ts'

/** What a question wants: terms and how much each counts, gathered in arrays that are used again for the next question. */
export interface Wanted {
  /** The weight becomes the larger of what it was and this. */
  raise(term: number, weight: number): void
  /** Adds to the weight. */
  add(term: number, weight: number): void
  scale(term: number, factor: number): void
  weight(term: number): number
  /** Terms in order of first mention. */
  readonly terms: readonly number[]
  clear(): void
}

/** @param terms how many terms the dictionary holds. */
export function openWanted(terms: number): Wanted {
  const weights = new Float32Array(terms)
  const list: number[] = []
  const seen = (term: number) => {
    if (weights[term] === 0) list.push(term)
  }
  return {
    terms: list,
    weight: (term) => weights[term] ?? 0,
    raise(term, weight) {
      seen(term)
      if (weight > (weights[term] ?? 0)) weights[term] = weight
    },
    add(term, weight) {
      seen(term)
      weights[term] = (weights[term] ?? 0) + weight
    },
    scale(term, factor) {
      weights[term] = (weights[term] ?? 0) * factor
    },
    clear() {
      for (const term of list) weights[term] = 0
      list.length = 0
    },
  }
}

/** Adds to each row of `scores` what the terms are worth there. @param left says of a term that it is left out. */
export function gather(
  postings: Postings,
  wanted: Wanted,
  scores: Float32Array,
  left?: (term: number) => boolean,
): void {
  const { starts, docs, impacts } = postings
  for (const term of wanted.terms) {
    if (left?.(term)) continue
    const weight = wanted.weight(term)
    const end = starts[term + 1] ?? 0
    for (let p = starts[term] ?? 0; p < end; p++) {
      // Both arrays are `end` long at least, and every row is below `scores.length`: a test for absence here costs a third of the time.
      const row = docs[p]!
      scores[row]! += weight * impacts[p]!
    }
  }
}
