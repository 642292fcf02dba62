/**
 * The highest score of rows `start` to before `end`, at least 0. Reads the floats as their bits: at or above 0 they are in the
 * same order, and whole numbers compare in half the time.
 */
export function openHighest(scores: Float32Array): (start: number, end: number) => number {
  const bits = new Int32Array(scores.buffer, scores.byteOffset, scores.length)
  return (start, end) => {
    asBits[0] = highestOf(bits, start, end)
    return asFloat[0]!
  }
}

const asFloat = new Float32Array(1)
const asBits = new Int32Array(asFloat.buffer)

/** Four are looked at in one: nearly always none of them is higher, and that is one test instead of four. */
function highestOf(bits: Int32Array, start: number, end: number): number {
  let best = 0
  let row = start
  // Rows end at `bits.length`: a test for absence here costs a third of the time.
  for (; row + 3 < end; row += 4) {
    const a = bits[row]!
    const b = bits[row + 1]!
    const c = bits[row + 2]!
    const d = bits[row + 3]!
    if (((best - a) | (best - b) | (best - c) | (best - d)) >= 0) continue
    if (a > best) best = a
    if (b > best) best = b
    if (c > best) best = c
    if (d > best) best = d
  }
  for (; row < end; row++) if (bits[row]! > best) best = bits[row]!
  return best
}
