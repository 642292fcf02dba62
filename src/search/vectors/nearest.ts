import { scanExact } from './exact.ts'
import type { Graph } from './graph.ts'
import { finiteVector, type Near, type Rows } from './rows.ts'

/** Rows that can be asked which of them are near a vector. */
export interface VectorIndex {
  readonly dimension: number
  readonly count: number
  /** Whether every answer is exact: no graph, or none needed. */
  readonly exact: boolean
  /**
   * The `k` nearest rows, best first; fewer where there are fewer.
   *
   * @param within only these row numbers, each below `count` and given once.
   * @throws Fault if the vector has another dimension or a component that is not finite.
   */
  nearest(vector: ArrayLike<unknown>, k: number, within?: ArrayLike<number>): readonly Near[]
}

/** Up to so many rows are looked at one by one: a twelfth of a library for which that took 22 to 49 ms (RETRIEVAL section 4). */
export const scanMost = 5000
/** A choice of fewer than a tenth of the rows is looked at one by one too: the graph would have to find ten times as many as are wanted. */
const graphShare = 0.1

export function openIndex(rows: Rows, graph?: Graph, { scan = scanMost }: { scan?: number } = {}): VectorIndex {
  const { dimension, count } = rows
  const throughGraph = (graph: Graph, point: Float32Array, k: number, within: ArrayLike<number>) => {
    const allowed = new Uint8Array(count)
    for (let i = 0; i < within.length; i++) allowed[within[i] ?? 0] = 1
    // Half as many again as the share lets expect; chosen afterwards, because a filter given to the add-on costs 20 times as much and may end the process.
    const wide = Math.min(count, Math.ceil((1.5 * k * count) / within.length) + 16)
    const found = graph.nearest(point, wide).filter(({ row }) => allowed[row] === 1)
    return found.length >= Math.min(k, within.length) ? found.slice(0, k) : scanExact(rows, point, k, within)
  }
  return {
    dimension,
    count,
    exact: graph === undefined || count <= scan,
    nearest(vector, k, within) {
      const point = finiteVector(vector, dimension)
      const total = within?.length ?? count
      if (!graph || total <= scan || total < graphShare * count) return scanExact(rows, point, k, within)
      return within ? throughGraph(graph, point, k, within) : graph.nearest(point, k)
    },
  }
}
