import { tokens } from '../tokens.ts'
import { type Rows, toUnit } from './rows.ts'

/**
 * What reflective random indexing learned from a corpus: a vector for each term, near to those of the terms that stand
 * in the same texts. Plain arrays and text, so that it can be sent between threads and kept in a file.
 */
export interface ReflectiveModel {
  readonly dimension: number
  /** Row `n` of `vectors` belongs to term `n`. */
  readonly terms: readonly string[]
  /** Terms that stand in too many texts to tell anything: known, but without a vector. */
  readonly common: readonly string[]
  /** In how many texts each term stands. */
  readonly frequency: Uint32Array
  /** How many texts it was learned from. */
  readonly texts: number
  /** Components as whole numbers -127..127; times `scales[n]` they are one long. */
  readonly vectors: Int8Array
  readonly scales: Float32Array
  /** The direction all texts share; says nothing, so it is taken out of each. */
  readonly mean: Float32Array
}

export interface Learned {
  readonly model: ReflectiveModel
  readonly rows: Rows
}

/** A term of fewer texts tells of no neighbours; one that stands in more than a tenth of them tells little (alone, R@10 .427 against .417 with a fifth). */
const fewest = 3
const mostShare = 0.1
/** In a small library every term is worth having, and a tenth of the texts is soon reached. */
const smallLibrary = 2000
/** Components that are not nought in the mark a term begins with. */
const marks = 8

/**
 * Learns term vectors from texts in one spelling (`evenText`): each term gets a mark drawn from its own letters, so that
 * every machine draws the same; a text is the sum of its terms' marks, a term the sum of its texts, a text the sum of
 * its terms again. Deterministic. Sources and figures: DECISIONS.md.
 *
 * @param dimension a multiple of four; time, memory and files grow with it.
 * @param onStep told `done` of `of` now and then.
 */
export function learnReflective(
  texts: readonly string[],
  dimension: number,
  onStep: (done: number, of: number) => void = () => undefined,
): Learned {
  const { terms, common, frequency, starts, ids, counts } = count(texts)
  const weight = Float32Array.from(frequency, (df) => Math.log(1 + texts.length / df))
  const values = new Float32Array(texts.length * dimension)
  const steps = 3 * texts.length
  const tell = (done: number) => void (done % 512 === 0 && onStep(done, steps))

  const drawn = Int32Array.from(terms.flatMap((term) => markOf(term, dimension)))
  const vectors = new Float32Array(terms.length * dimension)
  const sumTexts = (base: number, add: (t: number, from: number, factor: number) => void) => {
    values.fill(0)
    for (let d = 0; d < texts.length; d++) {
      const from = d * dimension
      for (let p = starts[d] ?? 0; p < (starts[d + 1] ?? 0); p++) {
        const t = ids[p] ?? 0
        add(t, from, (counts[p] ?? 0) * (weight[t] ?? 0))
      }
      toUnit(values.subarray(from, from + dimension))
      tell(base + d)
    }
    return takeMean(values, texts.length, dimension)
  }

  sumTexts(0, (t, from, factor) => {
    for (let n = t * marks; n < (t + 1) * marks; n++) {
      const at = drawn[n] ?? 0
      const to = from + (at < 0 ? ~at : at)
      values[to] = (values[to] ?? 0) + (at < 0 ? -factor : factor)
    }
  })
  for (let d = 0; d < texts.length; d++) {
    for (let p = starts[d] ?? 0; p < (starts[d + 1] ?? 0); p++)
      addTimes(vectors, (ids[p] ?? 0) * dimension, values, d * dimension, dimension, counts[p] ?? 0)
    tell(texts.length + d)
  }
  const rounded = new Int8Array(vectors.length)
  const scales = new Float32Array(terms.length)
  for (let t = 0; t < terms.length; t++) round(vectors, rounded, scales, t, dimension)
  const mean = sumTexts(2 * texts.length, (t, from, factor) =>
    addTimes(values, from, vectors, t * dimension, dimension, factor),
  )
  for (let d = 0; d < texts.length; d++) toUnit(values.subarray(d * dimension, (d + 1) * dimension))
  onStep(steps, steps)
  return {
    model: { dimension, terms, common, frequency, texts: texts.length, vectors: rounded, scales, mean },
    rows: { dimension, count: texts.length, values },
  }
}

/** @returns the vector of a text from the weight of each term; all nought if none of them is known. */
export function embedReflective(
  model: ReflectiveModel,
  place: (term: string) => number | undefined,
  wanted: ReadonlyMap<string, number>,
): Float32Array {
  const { dimension, vectors, scales, frequency, texts, mean } = model
  const out = new Float32Array(dimension)
  let known = false
  for (const [term, times] of wanted) {
    const t = place(term)
    if (t === undefined) continue
    known = true
    const factor = times * Math.log(1 + texts / (frequency[t] ?? 1)) * (scales[t] ?? 0)
    for (let j = 0; j < dimension; j++) out[j] = (out[j] ?? 0) + factor * (vectors[t * dimension + j] ?? 0)
  }
  if (!known) return out
  toUnit(out)
  for (let j = 0; j < dimension; j++) out[j] = (out[j] ?? 0) - (mean[j] ?? 0)
  return toUnit(out)
}

/** A term said twice counts more, but not twice as much. */
export const damped = (times: number): number => 1 + Math.log(times)

/** Terms of each text with how much they count, rare and very frequent ones left out. Typed columns, because a large library has millions of them. */
function count(texts: readonly string[]) {
  const all = new Map<string, number>()
  const seen: number[] = []
  const last: number[] = []
  const cut = texts.map((text, d) => {
    const found = tokens(text)
    const ids = new Uint32Array(found.length)
    found.forEach((term, n) => {
      let t = all.get(term)
      if (t === undefined) {
        t = all.size
        all.set(term, t)
        seen.push(0)
        last.push(-1)
      }
      if (last[t] !== d) {
        last[t] = d
        seen[t] = (seen[t] ?? 0) + 1
      }
      ids[n] = t
    })
    return ids
  })
  const small = texts.length < smallLibrary
  const most = small ? texts.length : mostShare * texts.length
  const place = new Int32Array(all.size).fill(-1)
  const terms: string[] = []
  const common: string[] = []
  const kept: number[] = []
  let total = 0
  for (const [term, t] of all) {
    const df = seen[t] ?? 0
    if (df > most) common.push(term)
    if (df < (small ? 1 : fewest) || df > most) continue
    place[t] = terms.length
    terms.push(term)
    kept.push(df)
    total += df
  }
  const starts = new Uint32Array(texts.length + 1)
  const ids = new Uint32Array(total)
  const counts = new Float32Array(total)
  const at = new Int32Array(terms.length).fill(-1)
  let end = 0
  cut.forEach((found, d) => {
    const start = end
    for (const t of found) {
      const p = place[t] ?? -1
      if (p < 0) continue
      const here = at[p] ?? -1
      if (here >= start) {
        counts[here] = (counts[here] ?? 0) + 1
        continue
      }
      at[p] = end
      ids[end] = p
      counts[end++] = 1
    }
    for (let n = start; n < end; n++) counts[n] = damped(counts[n] ?? 1)
    starts[d + 1] = end
  })
  return { terms, common, frequency: Uint32Array.from(kept), starts, ids, counts }
}

/** A term's mark: components that are 1, or -1 (`~n`), drawn by a hash of its letters (FNV-1a, then mixed). */
function markOf(term: string, dimension: number): number[] {
  let state = 0x811c9dc5
  for (let i = 0; i < term.length; i++) state = Math.imul(state ^ term.charCodeAt(i), 0x01000193)
  return Array.from({ length: marks }, () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    state = Math.imul(state ^ (state >>> 12), 0x297a2d39)
    const drawn = (state ^ (state >>> 15)) >>> 0
    const at = (drawn & 0x7fffffff) % dimension
    return drawn >>> 31 === 1 ? at : ~at
  })
}

/** Four at a time: two thirds of the time of one at a time. `n` is a multiple of four. */
function addTimes(to: Float32Array, at: number, from: Float32Array, start: number, n: number, factor: number): void {
  for (let j = 0; j < n; j += 4) {
    const p = at + j
    const q = start + j
    to[p] = (to[p] ?? 0) + factor * (from[q] ?? 0)
    to[p + 1] = (to[p + 1] ?? 0) + factor * (from[q + 1] ?? 0)
    to[p + 2] = (to[p + 2] ?? 0) + factor * (from[q + 2] ?? 0)
    to[p + 3] = (to[p + 3] ?? 0) + factor * (from[q + 3] ?? 0)
  }
}

/** Takes the mean out of all rows. @returns it. */
function takeMean(values: Float32Array, rows: number, dimension: number): Float32Array {
  const sum = new Float64Array(dimension)
  for (let d = 0; d < rows; d++)
    for (let j = 0; j < dimension; j++) sum[j] = (sum[j] ?? 0) + (values[d * dimension + j] ?? 0)
  const mean = Float32Array.from(sum, (s) => s / (rows || 1))
  for (let d = 0; d < rows; d++) addTimes(values, d * dimension, mean, 0, dimension, -1)
  return mean
}

/** Makes term `t` one long, and keeps it as whole numbers: a quarter of the room. */
function round(vectors: Float32Array, into: Int8Array, scales: Float32Array, t: number, dimension: number): void {
  const from = t * dimension
  const vector = toUnit(vectors.subarray(from, from + dimension))
  let most = 0
  for (let j = 0; j < dimension; j++) most = Math.max(most, Math.abs(vector[j] ?? 0))
  const scale = most / 127
  scales[t] = scale
  for (let j = 0; j < dimension; j++) into[from + j] = scale > 0 ? Math.round((vector[j] ?? 0) / scale) : 0
}
