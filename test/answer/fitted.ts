/** One example of a fit: its signs, and whether it holds (1) or not (0). */
export interface Example {
  readonly x: readonly number[]
  readonly y: 0 | 1
}

/** Chance 0..1 by weights whose first is the bias. */
export function logistic(w: readonly number[], x: readonly number[]): number {
  const sum = x.reduce((total, value, n) => total + value * (w[n + 1] ?? 0), w[0] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

/** Keeps signs that say the same from growing against each other. */
const ridge = 1
const rounds = 40

/** Logistic regression by Newton's method. @returns the bias and a weight for each sign. */
export function fitted(examples: readonly Example[]): number[] {
  const size = (examples[0]?.x.length ?? 0) + 1
  const w = new Array<number>(size).fill(0)
  for (let round = 0; round < rounds; round++) {
    const slope = new Array<number>(size).fill(0)
    const bend = Array.from({ length: size }, () => new Array<number>(size).fill(0))
    for (const { x, y } of examples) {
      const chance = logistic(w, x)
      const sure = chance * (1 - chance)
      const z = [1, ...x]
      for (let i = 0; i < size; i++) {
        const zi = z[i] ?? 0
        if (zi === 0) continue
        slope[i] = (slope[i] ?? 0) + (chance - y) * zi
        const row = bend[i] ?? []
        for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) + sure * zi * (z[j] ?? 0)
      }
    }
    for (let i = 1; i < size; i++) {
      slope[i] = (slope[i] ?? 0) + ridge * (w[i] ?? 0)
      const row = bend[i] ?? []
      row[i] = (row[i] ?? 0) + ridge
    }
    const step = solved(bend, slope)
    let most = 0
    for (let i = 0; i < size; i++) {
      w[i] = (w[i] ?? 0) - (step[i] ?? 0)
      most = Math.max(most, Math.abs(step[i] ?? 0))
    }
    if (most < 1e-6) break
  }
  return w
}

/** Solves a x = b by elimination with the largest pivot; a few dozen unknowns at most. */
function solved(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const rows = a.map((row, n) => [...row, b[n] ?? 0])
  const size = rows.length
  for (let c = 0; c < size; c++) {
    let pivot = c
    for (let r = c + 1; r < size; r++) if (Math.abs(rows[r]?.[c] ?? 0) > Math.abs(rows[pivot]?.[c] ?? 0)) pivot = r
    const [one, other] = [rows[c] ?? [], rows[pivot] ?? []]
    rows[c] = other
    rows[pivot] = one
    const lead = other[c] || 1e-12
    for (let r = 0; r < size; r++) {
      if (r === c) continue
      const row = rows[r] ?? []
      const times = (row[c] ?? 0) / lead
      if (times !== 0) for (let k = c; k <= size; k++) row[k] = (row[k] ?? 0) - times * (other[k] ?? 0)
    }
  }
  return rows.map((row, n) => (row[size] ?? 0) / (row[n] || 1e-12))
}
