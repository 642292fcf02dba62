/** A sentence and what it is an example of. */
export interface Example {
  readonly text: string
  readonly label: string
}

/** How likely a text belongs to each label, adding up to 1. */
export type Likeness = (text: string) => ReadonlyMap<string, number>

/**
 * Learns from examples which runs of characters speak for which label: a softmax regression over runs of one to three characters
 * and pairs around one. Nothing is left to chance, so the same examples always give the same likeness. Linear in the text.
 * @param examples texts spelled as in `spoken`.
 */
export function learn(examples: readonly Example[]): Likeness {
  const labels = [...new Set(examples.map((e) => e.label))]
  const runs = examples.map((e) => runsOf(e.text))
  const number = numbered(runs)
  const rows = runs.map((r) => row(r, number))
  const targets = examples.map((e) => labels.indexOf(e.label))
  const weights = new Float64Array(number.size * labels.length)
  const bias = new Float64Array(labels.length)
  const order = mixed(rows.length)
  for (let round = 0; round < rounds; round++) {
    const step = 1 / (1 + round * 0.1)
    for (const at of order) {
      const features = rows[at] ?? new Int32Array()
      const share = 1 / Math.sqrt(features.length || 1)
      const chances = softmax(features, weights, bias)
      for (let label = 0; label < labels.length; label++) {
        const pull = step * ((label === targets[at] ? 1 : 0) - (chances[label] ?? 0))
        bias[label] = (bias[label] ?? 0) + pull * 0.1
        for (const f of features)
          weights[f * labels.length + label] = (weights[f * labels.length + label] ?? 0) + pull * share
      }
    }
  }
  return (text) => {
    const chances = softmax(row(runsOf(text), number), weights, bias)
    return new Map(labels.map((label, n) => [label, chances[n] ?? 0]))
  }
}

/** More rounds learn the examples by heart and read nothing else better (measured on sentences held back). */
const rounds = 8
/**
 * Examples of one label stand together, and what is learned last would weigh most; so they are taken in steps of the golden ratio,
 * which spread any run of neighbours evenly over the whole round.
 */
function mixed(count: number): readonly number[] {
  const place = (n: number): number => (n * 0.6180339887498949) % 1
  return Array.from({ length: count }, (_, n) => n).sort((a, b) => place(a) - place(b))
}

/** Runs of one to three characters, and two characters with any one between; the ends of the text count as characters. */
export function runsOf(text: string): readonly string[] {
  const s = `^${text}$`
  const runs = new Set<string>()
  for (let at = 0; at < s.length; at++) {
    for (let length = 1; length <= 3 && at + length <= s.length; length++) runs.add(s.slice(at, at + length))
    if (at + 3 <= s.length) runs.add(`${s[at]}_${s[at + 2]}`)
  }
  return [...runs]
}

/** Runs that stand in two examples at least; one alone teaches nothing about other texts. */
function numbered(examples: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const runs of examples) for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1)
  return new Map([...counts].filter(([, n]) => n > 1).map(([run], n) => [run, n]))
}

function row(runs: readonly string[], number: ReadonlyMap<string, number>): Int32Array {
  return Int32Array.from(runs.flatMap((run) => number.get(run) ?? []))
}

function softmax(features: Int32Array, weights: Float64Array, bias: Float64Array): Float64Array {
  const sums = Float64Array.from(bias)
  const share = 1 / Math.sqrt(features.length || 1)
  for (const f of features)
    for (let label = 0; label < sums.length; label++)
      sums[label] = (sums[label] ?? 0) + (weights[f * sums.length + label] ?? 0) * share
  const most = Math.max(...sums)
  const raised = sums.map((s) => Math.exp(s - most))
  const total = raised.reduce((a, b) => a + b, 0)
  return raised.map((r) => r / total)
}
