import type { Cut } from './cut.ts'

/** The rows a term stands in lie side by side, `starts[t]`..`starts[t + 1]`, in order, with what it is worth there (BM25F) worked out beforehand. */
export interface Postings {
  readonly rows: number
  readonly starts: Uint32Array
  readonly docs: Uint32Array
  readonly impacts: Float32Array
  /** How rare each term is: ln(1 + (N - n + 0.5) / (n + 0.5)). */
  readonly rarity: Float32Array
}

export interface Weighing {
  /** How much each field counts. */
  readonly weights: readonly number[]
  /** Length normalisation of each field, 0..1. */
  readonly b: readonly number[]
  /** Saturation. */
  readonly k1: number
  /** Texts `from[r]`..`from[r + 1]` make row r; absent: each text is a row of its own. */
  readonly from?: Uint32Array
}

/** @param terms how many terms there are. */
export function weigh(cut: Cut, terms: number, { weights, b, k1, from }: Weighing): Postings {
  const rows = from ? from.length - 1 : cut.count
  const { ends, fields } = cut
  const first = (row: number) => from?.[row] ?? row
  const lengths = new Float64Array(rows * fields)
  const mean = new Float64Array(fields)
  for (let row = 0; row < rows; row++)
    for (let n = first(row); n < first(row + 1); n++)
      for (let f = 0; f < fields; f++) {
        const at = n * fields + f
        const length = (ends[at] ?? 0) - (at === 0 ? 0 : (ends[at - 1] ?? 0))
        lengths[row * fields + f] = (lengths[row * fields + f] ?? 0) + length
        mean[f] = (mean[f] ?? 0) + length / (rows || 1)
      }

  // Pass one counts the rows of each term, pass two writes them into place: no lists of lists, which cost three times the time.
  const starts = new Uint32Array(terms + 1)
  const seenIn = new Int32Array(terms).fill(-1)
  for (let row = 0; row < rows; row++) {
    const end = boundary(cut, first(row + 1))
    for (let p = boundary(cut, first(row)); p < end; p++) {
      const t = cut.terms[p] ?? 0
      if (seenIn[t] !== row) {
        seenIn[t] = row
        starts[t + 1] = (starts[t + 1] ?? 0) + 1
      }
    }
  }
  for (let t = 0; t < terms; t++) starts[t + 1] = (starts[t + 1] ?? 0) + (starts[t] ?? 0)

  const total = starts[terms] ?? 0
  const docs = new Uint32Array(total)
  const impacts = new Float32Array(total)
  const at = starts.slice()
  seenIn.fill(-1)
  for (let row = 0; row < rows; row++)
    for (let n = first(row); n < first(row + 1); n++)
      for (let f = 0; f < fields; f++) {
        const share = (lengths[row * fields + f] ?? 0) / (mean[f] || 1)
        const weight = (weights[f] ?? 0) / (1 - (b[f] ?? 0) + (b[f] ?? 0) * share)
        const mark = n * fields + f
        const end = ends[mark] ?? 0
        for (let p = mark === 0 ? 0 : (ends[mark - 1] ?? 0); p < end; p++) {
          const t = cut.terms[p] ?? 0
          let to = at[t] ?? 0
          if (seenIn[t] === row) to--
          else {
            seenIn[t] = row
            docs[to] = row
            at[t] = to + 1
          }
          impacts[to] = (impacts[to] ?? 0) + weight
        }
      }

  const rarity = new Float32Array(terms)
  for (let t = 0; t < terms; t++) {
    const start = starts[t] ?? 0
    const end = starts[t + 1] ?? 0
    const rare = Math.log(1 + (rows - (end - start) + 0.5) / (end - start + 0.5))
    rarity[t] = rare
    for (let p = start; p < end; p++) {
      const weight = impacts[p] ?? 0
      impacts[p] = (rare * weight * (k1 + 1)) / (k1 + weight)
    }
  }
  return { rows, starts, docs, impacts, rarity }
}

/** Where the terms of text n begin. */
function boundary({ ends, fields }: Cut, n: number): number {
  return n === 0 ? 0 : (ends[n * fields - 1] ?? 0)
}
