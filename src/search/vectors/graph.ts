import { Fault } from '../../base/index.ts'
import { finiteVector, type Near } from './rows.ts'

/** The add-on, loaded. */
export type GraphKit = typeof import('hnswlib-node')

/**
 * A graph of near neighbours (HNSW) that finds nearly the nearest of many rows in a fraction of a millisecond.
 * Every door of the add-on that ends the process or answers nonsense is closed here: text, `null`, NaN, other lengths,
 * negative labels, more neighbours than rows; filter functions are not offered at all.
 */
export interface Graph {
  readonly dimension: number
  /** Rows in it. */
  count(): number
  /** @param row its number, 0 up to the room of the graph. @throws Fault on a vector of other length or not finite, or a row out of range. */
  add(vector: ArrayLike<unknown>, row: number): void
  /** Nearest first; no more than there are. @throws Fault like `add`. */
  nearest(vector: ArrayLike<unknown>, k: number): Near[]
  write(file: string): void
}

/** Neighbours kept for each row; care while building; care while searching (RETRIEVAL section 4: recall@10 .998 at these). */
const neighbours = 16
const buildCare = 200
const searchCare = 200
/** The order in which levels are drawn; fixed, so that one corpus makes one graph. */
const seed = 100

/** @returns undefined where the add-on was not built on this machine; it is optional. @param onNotice told so. */
export async function loadGraphKit(onNotice: (notice: string) => void): Promise<GraphKit | undefined> {
  try {
    const loaded = await import('hnswlib-node')
    // A CommonJS package: its names stand on the default export.
    return loaded.default ?? loaded
  } catch {
    onNotice('hnswlib-node 没有装上，向量检索改用逐条比对：结果一样，条款上万时会慢一些。')
    return undefined
  }
}

/** An empty graph with room for `room` rows. */
export function emptyGraph(kit: GraphKit, dimension: number, room: number): Graph {
  const index = new kit.HierarchicalNSW('ip', dimension)
  index.initIndex(Math.max(1, room), neighbours, buildCare, seed)
  return guarded(index, dimension)
}

/**
 * Reads a graph from a file whose checksum, dimension and metric the caller has compared with its manifest: the add-on
 * itself reads a file of any other dimension without a word.
 *
 * @throws Fault if it cannot be read or holds another number of rows.
 */
export async function readGraph(kit: GraphKit, file: string, dimension: number, count: number): Promise<Graph> {
  const index = new kit.HierarchicalNSW('ip', dimension)
  try {
    await index.readIndex(file)
  } catch (error) {
    throw new Fault(['向量图文件读不出来。'], { cause: error })
  }
  if (index.getCurrentCount() !== count) throw new Fault(['向量图文件的条数不对。'])
  return guarded(index, dimension)
}

function guarded(index: InstanceType<GraphKit['HierarchicalNSW']>, dimension: number): Graph {
  index.setEf(searchCare)
  // Only plain arrays are taken, typed ones are not.
  const plain = (vector: ArrayLike<unknown>) => Array.from(finiteVector(vector, dimension))
  return {
    dimension,
    count: () => index.getCurrentCount(),
    add(vector, row) {
      if (!Number.isInteger(row) || row < 0 || row >= index.getMaxElements())
        throw new Fault([`向量图里没有第 ${row} 行的位置。`])
      index.addPoint(plain(vector), row)
    },
    nearest(vector, k) {
      const point = plain(vector)
      const most = Math.min(Math.floor(k), index.getCurrentCount())
      if (!(most > 0)) return []
      // It looks at no more rows than its care; asked for more, it must care for more.
      if (most > index.getEf()) index.setEf(most)
      const { neighbors, distances } = index.searchKnn(point, most)
      if (index.getEf() !== searchCare) index.setEf(searchCare)
      return neighbors.map((row, n) => ({ row, score: 1 - (distances[n] ?? 1) }))
    },
    write: (file) => index.writeIndexSync(file),
  }
}
