import { tokens } from './tokens.ts'

/** BM25F over typed arrays: postings of a term lie side by side, `starts[t]`..`starts[t + 1]`, with their impact worked out beforehand. */
export interface FieldIndex {
  readonly size: number
  readonly terms: ReadonlyMap<string, number>
  readonly starts: Uint32Array
  readonly docs: Uint32Array
  readonly impacts: Float32Array
  readonly idf: Float32Array
}

/** Saturation and length normalisation; other values measured worse (RETRIEVAL section 3). */
const k1 = 1.2
const b = 0.75

/**
 * @param entries one row per document, one text per field, in one spelling (`plainText`).
 * @param weights how much each field counts; its length is the number of fields.
 */
export function indexFields(entries: readonly (readonly string[])[], weights: readonly number[]): FieldIndex {
  const cut = entries.map((fields) => fields.map(tokens))
  const mean = weights.map((_, f) => cut.reduce((sum, fields) => sum + (fields[f]?.length ?? 0), 0) / (cut.length || 1) || 1)
  const terms = new Map<string, number>()
  const postings: [doc: number, weight: number][][] = []
  cut.forEach((fields, doc) => {
    const counts = new Map<string, number>()
    fields.forEach((list, f) => {
      const norm = (weights[f] ?? 0) / (1 - b + (b * list.length) / (mean[f] ?? 1))
      for (const term of list) counts.set(term, (counts.get(term) ?? 0) + norm)
    })
    for (const [term, weight] of counts) {
      let t = terms.get(term)
      if (t === undefined) {
        t = terms.size
        terms.set(term, t)
        postings.push([])
      }
      postings[t]?.push([doc, weight])
    }
  })
  return pack(entries.length, terms, postings)
}

function pack(size: number, terms: ReadonlyMap<string, number>, postings: readonly (readonly [number, number])[][]): FieldIndex {
  const total = postings.reduce((sum, list) => sum + list.length, 0)
  const starts = new Uint32Array(postings.length + 1)
  const docs = new Uint32Array(total)
  const impacts = new Float32Array(total)
  const idf = new Float32Array(postings.length)
  let at = 0
  postings.forEach((list, t) => {
    const rarity = Math.log(1 + (size - list.length + 0.5) / (list.length + 0.5))
    idf[t] = rarity
    for (const [doc, weight] of list) {
      docs[at] = doc
      impacts[at++] = (rarity * weight * (k1 + 1)) / (k1 + weight)
    }
    starts[t + 1] = at
  })
  return { size, terms, starts, docs, impacts, idf }
}

/** @returns the score of every document; `wanted` says how much each term of the question counts. */
export function scoreAll(index: FieldIndex, wanted: ReadonlyMap<string, number>): Float32Array {
  const scores = new Float32Array(index.size)
  for (const [term, weight] of wanted) {
    const t = index.terms.get(term)
    if (t === undefined) continue
    const end = index.starts[t + 1] ?? 0
    for (let p = index.starts[t] ?? 0; p < end; p++) {
      const doc = index.docs[p] ?? 0
      scores[doc] = (scores[doc] ?? 0) + weight * (index.impacts[p] ?? 0)
    }
  }
  return scores
}

/** @returns documents that hold the term. */
export function holders(index: FieldIndex, term: string): Uint32Array {
  const t = index.terms.get(term)
  return t === undefined ? new Uint32Array(0) : index.docs.subarray(index.starts[t] ?? 0, index.starts[t + 1] ?? 0)
}
