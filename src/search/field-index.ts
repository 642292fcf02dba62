import { tokens } from './tokens.ts'

/** BM25F over typed arrays: postings of a term lie side by side, `starts[t]`..`starts[t + 1]`, by document, with their impact worked out beforehand. */
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
  const terms = new Map<string, number>()
  const cut = entries.map((fields) => fields.map((text) => numbered(tokens(text), terms)))
  const mean = weights.map(
    (_, f) => cut.reduce((sum, fields) => sum + (fields[f]?.length ?? 0), 0) / (cut.length || 1) || 1,
  )

  // Pass one counts the postings of each term, pass two writes them into place: no lists of lists, which cost three times the time.
  const starts = new Uint32Array(terms.size + 1)
  const seenIn = new Int32Array(terms.size).fill(-1)
  cut.forEach((fields, doc) => {
    for (const ids of fields)
      for (const t of ids)
        if (seenIn[t] !== doc) {
          seenIn[t] = doc
          starts[t + 1] = (starts[t + 1] ?? 0) + 1
        }
  })
  for (let t = 0; t < terms.size; t++) starts[t + 1] = (starts[t + 1] ?? 0) + (starts[t] ?? 0)

  const total = starts[terms.size] ?? 0
  const docs = new Uint32Array(total)
  const impacts = new Float32Array(total)
  const at = starts.slice()
  seenIn.fill(-1)
  cut.forEach((fields, doc) => {
    fields.forEach((ids, f) => {
      const weight = (weights[f] ?? 0) / (1 - b + (b * ids.length) / (mean[f] ?? 1))
      for (const t of ids) {
        if (seenIn[t] !== doc) {
          seenIn[t] = doc
          docs[at[t] ?? 0] = doc
          at[t] = (at[t] ?? 0) + 1
        }
        const p = (at[t] ?? 1) - 1
        impacts[p] = (impacts[p] ?? 0) + weight
      }
    })
  })

  const idf = new Float32Array(terms.size)
  for (let t = 0; t < terms.size; t++) {
    const from = starts[t] ?? 0
    const to = starts[t + 1] ?? 0
    const rarity = Math.log(1 + (entries.length - (to - from) + 0.5) / (to - from + 0.5))
    idf[t] = rarity
    for (let p = from; p < to; p++) {
      const weight = impacts[p] ?? 0
      impacts[p] = (rarity * weight * (k1 + 1)) / (k1 + weight)
    }
  }
  return { size: entries.length, terms, starts, docs, impacts, idf }
}

function numbered(list: readonly string[], terms: Map<string, number>): Uint32Array {
  const ids = new Uint32Array(list.length)
  list.forEach((term, n) => {
    let t = terms.get(term)
    if (t === undefined) {
      t = terms.size
      terms.set(term, t)
    }
    ids[n] = t
  })
  return ids
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

/** Whether the document holds the term. */
export function holds(index: FieldIndex, term: string, doc: number): boolean {
  const t = index.terms.get(term)
  if (t === undefined) return false
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
    const t = index.terms.get(term)
    return t === undefined ? 0 : (index.starts[t + 1] ?? 0) - (index.starts[t] ?? 0)
  }
}

/** How rare a term is in the index; a term no document has is rarer than any. */
export function rarityIn(index: FieldIndex): (term: string) => number {
  const unseen = Math.log(1 + 2 * index.size)
  return (term) => {
    const t = index.terms.get(term)
    return t === undefined ? unseen : (index.idf[t] ?? unseen)
  }
}
