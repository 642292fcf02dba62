import { scanExact } from './exact.ts'
import type { VectorIndex } from './nearest.ts'
import { finiteVector, layRows, type Near, type Rows } from './rows.ts'

/** An index that rows can be added to and removed from; those added are looked at one by one, so it is for some thousands of them. */
export interface LiveIndex {
  /** @returns the new rows' numbers. @throws Fault on a vector of other length or not finite; then none is added. */
  add(vectors: readonly ArrayLike<unknown>[]): readonly number[]
  /** Its number is never given again. */
  remove(row: number): void
  /** Like `VectorIndex.nearest`. */
  nearest(vector: ArrayLike<unknown>, k: number, within?: readonly number[]): readonly Near[]
}

/** @param base an index to start from, never changed; or the dimension of an empty one. */
export function openLive(base: VectorIndex | number): LiveIndex {
  const dimension = typeof base === 'number' ? base : base.dimension
  const first = typeof base === 'number' ? 0 : base.count
  let added: Rows = { dimension, count: 0, values: new Float32Array(0) }
  const removed = new Set<number>()

  return {
    add(vectors) {
      const more = layRows(vectors, dimension)
      const needed = (added.count + more.count) * dimension
      // Doubled when full, so that adding one by one stays cheap.
      const values =
        needed <= added.values.length ? added.values : new Float32Array(Math.max(needed, 2 * added.values.length))
      if (values !== added.values) values.set(added.values)
      values.set(more.values, added.count * dimension)
      const from = first + added.count
      added = { dimension, count: added.count + more.count, values }
      return vectors.map((_, n) => from + n)
    },
    remove: (row) => void removed.add(row),
    nearest(vector, k, within) {
      const point = finiteVector(vector, dimension)
      const there = within?.filter((row) => row >= 0 && row < first + added.count && !removed.has(row))
      const old =
        typeof base === 'number'
          ? []
          : there
            ? base.nearest(
                point,
                k,
                there.filter((row) => row < first),
              )
            : base.nearest(point, k + removed.size)
      const young = there
        ? scanExact(
            added,
            point,
            k,
            there.flatMap((row) => (row < first ? [] : row - first)),
          )
        : scanExact(added, point, k + removed.size)
      return [...old, ...young.map(({ row, score }) => ({ row: row + first, score }))]
        .filter(({ row }) => !removed.has(row))
        .sort((a, b) => b.score - a.score || a.row - b.row)
        .slice(0, Math.max(0, Math.floor(k)))
    },
  }
}
