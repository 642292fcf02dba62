import { Fault } from '../../base/index.ts'

/** Vectors lying side by side: row `n` is `values[n * dimension]` up to `values[(n + 1) * dimension]`, each of length one. */
export interface Rows {
  readonly dimension: number
  readonly count: number
  readonly values: Float32Array
}

/** A row that is near: its number and its inner product with the question (1 is the same direction). */
export interface Near {
  readonly row: number
  readonly score: number
}

/** Row `n`, not copied. */
export function rowOf({ dimension, values }: Rows, n: number): Float32Array {
  return values.subarray(n * dimension, (n + 1) * dimension)
}

/** Makes a vector one long, in place; one of nothing stays nothing. */
export function toUnit(vector: Float32Array): Float32Array {
  let square = 0
  for (let j = 0; j < vector.length; j++) square += (vector[j] ?? 0) ** 2
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0
  for (let j = 0; j < vector.length; j++) vector[j] = (vector[j] ?? 0) * scale
  return vector
}

/**
 * A vector from outside as floats: what is no finite number must never reach the add-on (it ends the process on `null`
 * and text, and answers nonsense for NaN), nor the files.
 *
 * @throws Fault if its length is not `dimension` or a component is no finite number.
 */
export function finiteVector(vector: ArrayLike<unknown>, dimension: number): Float32Array {
  if (vector.length !== dimension) throw new Fault([`向量应有 ${dimension} 维，实际是 ${vector.length} 维。`])
  const out = new Float32Array(dimension)
  for (let j = 0; j < dimension; j++) {
    const value = vector[j]
    // Doubles beyond the reach of a float become Infinity on the way in, so it is the float that is looked at.
    if (typeof value !== 'number' || !Number.isFinite(Math.fround(value)))
      throw new Fault([`向量的第 ${j + 1} 个分量不是有限的数。`])
    out[j] = value
  }
  return out
}

/** Lays vectors of one dimension side by side, each made one long. @throws Fault as `finiteVector`. */
export function layRows(vectors: readonly ArrayLike<unknown>[], dimension: number): Rows {
  const values = new Float32Array(vectors.length * dimension)
  vectors.forEach((vector, n) => void values.set(toUnit(finiteVector(vector, dimension)), n * dimension))
  return { dimension, count: vectors.length, values }
}
