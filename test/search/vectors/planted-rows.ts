import { layRows, type Rows } from '../../../src/search/vectors/rows.ts'

/** A number 0..1 drawn from a seed; the same on every machine. */
export function draws(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Vectors in heaps, as texts about a few matters are: `heaps` centres, each row near one of them. */
export function heaped(count: number, dimension: number, heaps: number, seed = 1): Rows {
  const draw = draws(seed)
  const around = () => draw() + draw() + draw() - 1.5
  const centres = Array.from({ length: heaps }, () => Array.from({ length: dimension }, around))
  return layRows(
    Array.from({ length: count }, (_, n) => (centres[n % heaps] ?? []).map((c) => c + 0.6 * around())),
    dimension,
  )
}
