/** Keeps the k best of what it is offered, without sorting the rest. */
export interface Top {
  /** Nothing below it can come in any more. */
  readonly floor: () => number
  /** Rows come in any order; of equal scores the earlier row stays. Nothing at or below 0 is kept. */
  offer(row: number, score: number): void
  /** Empties it, best first. */
  take(): { readonly row: number; readonly score: number }[]
}

/** @param k at least 1. */
export function openTop(k: number): Top {
  // A heap whose root is the worst kept: the lowest score, of equal ones the later row.
  const rows = new Uint32Array(k)
  const scores = new Float32Array(k)
  let size = 0
  let floor = 0

  const worse = (a: number, b: number) =>
    (scores[a] ?? 0) < (scores[b] ?? 0) || (scores[a] === scores[b] && (rows[a] ?? 0) > (rows[b] ?? 0))
  const swap = (a: number, b: number) => {
    const row = rows[a] ?? 0
    const score = scores[a] ?? 0
    rows[a] = rows[b] ?? 0
    scores[a] = scores[b] ?? 0
    rows[b] = row
    scores[b] = score
  }
  const sink = () => {
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      if (left >= size) return
      const child = left + 1 < size && worse(left + 1, left) ? left + 1 : left
      if (!worse(child, at)) return
      swap(child, at)
      at = child
    }
  }

  return {
    floor: () => floor,
    offer(row, score) {
      const rounded = Math.fround(score)
      if (rounded < floor || rounded <= 0) return
      if (size < k) {
        rows[size] = row
        scores[size] = rounded
        size++
        for (let at = size - 1; at > 0; ) {
          const parent = (at - 1) >> 1
          if (!worse(at, parent)) break
          swap(at, parent)
          at = parent
        }
      } else if (rounded > floor || row < (rows[0] ?? 0)) {
        rows[0] = row
        scores[0] = rounded
        sink()
      }
      if (size === k) floor = scores[0] ?? 0
    },
    take() {
      const out: { readonly row: number; readonly score: number }[] = new Array(size)
      // The root is the worst, so the list fills from its end.
      while (size > 0) {
        size--
        out[size] = { row: rows[0] ?? 0, score: scores[0] ?? 0 }
        swap(0, size)
        sink()
      }
      floor = 0
      return out
    },
  }
}
