import { openCutter } from './lexical/cut.ts'
import { type Dictionary, lookUp, termsOf } from './lexical/dictionary.ts'
import { type Postings, weigh } from './lexical/postings.ts'

/** An index as plain data, so that another thread can make it. */
export interface FieldData extends Postings {
  readonly dictionary: Dictionary
}

/** The same BM25F index as for a large corpus, asked by terms as `tokens` cuts them. */
export interface FieldIndex extends Postings {
  /** Number of a term, -1 where no document holds it. */
  readonly term: (term: string) => number
  /** Every term, in the order of their numbers. */
  readonly terms: () => Iterable<string>
}

/** Saturation and length normalisation; other values measured worse (RETRIEVAL section 3). */
const k1 = 1.2
const b = 0.75

/**
 * @param entries one row per document, one text per field, in one spelling (`plainText`).
 * @param weights how much each field counts; its length is the number of fields.
 */
export function buildFields(entries: readonly (readonly string[])[], weights: readonly number[]): FieldData {
  const cutter = openCutter(weights.length)
  for (const fields of entries) cutter.add(fields)
  const { cut, dictionary } = cutter.close()
  return { ...weigh(cut, dictionary.first.length, { weights, b: weights.map(() => b), k1 }), dictionary }
}

export function openFields({ dictionary, ...postings }: FieldData): FieldIndex {
  const { term } = lookUp(dictionary)
  return { ...postings, term, terms: () => termsOf(dictionary) }
}

/** Builds and opens in one: `buildFields` tells the arguments. */
export function indexFields(entries: readonly (readonly string[])[], weights: readonly number[]): FieldIndex {
  return openFields(buildFields(entries, weights))
}

/** @returns the score of every document; `wanted` says how much each term of the question counts. */
export function scoreAll(index: FieldIndex, wanted: ReadonlyMap<string, number>): Float32Array {
  const scores = new Float32Array(index.rows)
  for (const [term, weight] of wanted) {
    const t = index.term(term)
    if (t < 0) continue
    const end = index.starts[t + 1] ?? 0
    for (let p = index.starts[t] ?? 0; p < end; p++) {
      const doc = index.docs[p] ?? 0
      scores[doc] = (scores[doc] ?? 0) + weight * (index.impacts[p] ?? 0)
    }
  }
  return scores
}

/** Whether the document holds the term. */
export function holds(index: FieldIndex, term: string, doc: number): boolean {
  const t = index.term(term)
  if (t < 0) return false
  let low = index.starts[t] ?? 0
  let high = index.starts[t + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >> 1
    const found = index.docs[middle] ?? 0
    if (found === doc) return true
    if (found < doc) low = middle + 1
    else high = middle
  }
  return false
}

/** In how many documents a term stands. */
export function frequencyIn(index: FieldIndex): (term: string) => number {
  return (term) => {
    const t = index.term(term)
    return t < 0 ? 0 : (index.starts[t + 1] ?? 0) - (index.starts[t] ?? 0)
  }
}

/** How rare a term is in the index; a term no document has is rarer than any. */
export function rarityIn(index: FieldIndex): (term: string) => number {
  const unseen = Math.log(1 + 2 * index.rows)
  return (term) => index.rarity[index.term(term)] ?? unseen
}
