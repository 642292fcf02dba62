import type { Near, Rows } from './rows.ts'

/**
 * The `k` rows nearest to a vector, best first, found by looking at each: exact, and the slower the more rows there are.
 * @param within only these row numbers; absent: all.
 */
export function scanExact(rows: Rows, vector: Float32Array, k: number, within?: ArrayLike<number>): Near[] {
  const { dimension, values } = rows
  const total = within?.length ?? rows.count
  const room = Math.max(0, Math.min(Math.floor(k), total))
  if (room === 0) return []
  // A heap whose root is the worst of the best: most rows are turned away with one comparison.
  const best = new Float32Array(room)
  const held = new Int32Array(room)
  let size = 0
  for (let i = 0; i < total; i++) {
    const row = within ? (within[i] ?? 0) : i
    const score = product(values, row * dimension, vector, dimension)
    if (size < room) {
      rise(best, held, size++, score, row)
    } else if (score > (best[0] ?? 0)) {
      sink(best, held, size, score, row)
    }
  }
  return Array.from({ length: size }, (_, i) => ({ row: held[i] ?? 0, score: best[i] ?? 0 })).sort(
    (a, b) => b.score - a.score || a.row - b.row,
  )
}

/** Four sums side by side, because each addition waits for the one before it. */
function product(values: Float32Array, from: number, vector: Float32Array, dimension: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let j = 0
  for (; j + 3 < dimension; j += 4) {
    a += (values[from + j] ?? 0) * (vector[j] ?? 0)
    b += (values[from + j + 1] ?? 0) * (vector[j + 1] ?? 0)
    c += (values[from + j + 2] ?? 0) * (vector[j + 2] ?? 0)
    d += (values[from + j + 3] ?? 0) * (vector[j + 3] ?? 0)
  }
  for (; j < dimension; j++) a += (values[from + j] ?? 0) * (vector[j] ?? 0)
  return a + b + c + d
}

function rise(best: Float32Array, held: Int32Array, at: number, score: number, row: number): void {
  let here = at
  while (here > 0) {
    const above = (here - 1) >> 1
    if ((best[above] ?? 0) <= score) break
    best[here] = best[above] ?? 0
    held[here] = held[above] ?? 0
    here = above
  }
  best[here] = score
  held[here] = row
}

function sink(best: Float32Array, held: Int32Array, size: number, score: number, row: number): void {
  let here = 0
  for (;;) {
    let below = 2 * here + 1
    if (below >= size) break
    if (below + 1 < size && (best[below + 1] ?? 0) < (best[below] ?? 0)) below++
    if ((best[below] ?? 0) >= score) break
    best[here] = best[below] ?? 0
    held[here] = held[below] ?? 0
    here = below
  }
  best[here] = score
  held[here] = row
}
