/** A stretch of `Passage.text`, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Beyond this many steps the middle is shown as changed as a whole: nobody reads so fine a difference, and it costs the square. */
const mostSteps = 400

/** What was struck out of one text and put into the other: Chinese by character, figures and Latin words whole. */
export function wordDiff(
  before: string,
  after: string,
): { readonly struck: readonly Span[]; readonly put: readonly Span[] } {
  const a = tokens(before)
  const b = tokens(after)
  let head = 0
  while (head < a.length && head < b.length && a[head]!.text === b[head]!.text) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail)!.text === b.at(-1 - tail)!.text) tail++
  const oldMiddle = a.slice(head, a.length - tail)
  const newMiddle = b.slice(head, b.length - tail)
  const [oldKept, newKept] = kept(oldMiddle, newMiddle)
  return { struck: spans(oldMiddle, oldKept), put: spans(newMiddle, newKept) }
}

function tokens(text: string): readonly Token[] {
  return [...text.matchAll(/[a-z]+|\d+|[\s\S]/giu)].map(([token], at, all) => ({
    text: token,
    start: all[at]!.index,
    end: all[at]!.index + token.length,
  }))
}

/** Which tokens stay, by the shortest way from one to the other (Myers 1986). */
function kept(a: readonly Token[], b: readonly Token[]): readonly [ReadonlySet<number>, ReadonlySet<number>] {
  const oldKept = new Set<number>()
  const newKept = new Set<number>()
  const trail: Map<number, number>[] = []
  let reach = new Map<number, number>([[1, 0]])
  for (let steps = 0; steps <= Math.min(mostSteps, a.length + b.length); steps++) {
    trail.push(new Map(reach))
    for (let k = -steps; k <= steps; k += 2) {
      const down = k === -steps || (k !== steps && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
      let x = down ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1
      let y = x - k
      while (x < a.length && y < b.length && a[x]!.text === b[y]!.text) {
        x++
        y++
      }
      reach.set(k, x)
      if (x >= a.length && y >= b.length) {
        back(steps)
        return [oldKept, newKept]
      }
    }
  }
  reach = new Map()
  return [oldKept, newKept]

  function back(steps: number): void {
    let x = a.length
    let y = b.length
    for (let step = steps; step >= 0; step--) {
      const before = trail[step]!
      const k = x - y
      const down = k === -step || (k !== step && (before.get(k - 1) ?? -1) < (before.get(k + 1) ?? -1))
      const from = down ? k + 1 : k - 1
      const fromX = before.get(from) ?? 0
      const fromY = fromX - from
      while (x > fromX && y > fromY && x > 0 && y > 0 && a[x - 1]!.text === b[y - 1]!.text) {
        x--
        y--
        oldKept.add(x)
        newKept.add(y)
      }
      x = Math.max(0, fromX)
      y = Math.max(0, fromY)
    }
  }
}

/** Tokens that did not stay, neighbours joined. */
function spans(all: readonly Token[], stay: ReadonlySet<number>): readonly Span[] {
  const out: { start: number; end: number }[] = []
  for (const [at, { start, end }] of all.entries()) {
    if (stay.has(at)) continue
    const last = out.at(-1)
    if (last && last.end === start) last.end = end
    else out.push({ start, end })
  }
  return out
}
