import { readFileSync } from 'node:fs'
import { addsNothing, type Kind, kinds, mark, rewrite } from '../../src/coach/index.ts'

/** A sentence and what somebody who does not know the program marked in it. */
export interface Labelled {
  readonly id: string
  readonly text: string
  readonly marks: readonly { readonly kind: Kind; readonly span: string }[]
  readonly missing?: readonly string[]
  readonly tells?: boolean
}

/** Counts of one kind: spans found rightly, found wrongly, and not found. */
export interface Figure {
  readonly right: number
  readonly wrong: number
  readonly missed: number
  readonly precision: number
  readonly recall: number
}

/** One JSON value a line. */
export function lines<T>(path: string): readonly T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
}

/** Precision and recall of `mark`, by kind and of all. A span counts if the kind is equal and half of the shorter is shared. */
export function figures(
  set: readonly Labelled[],
  note: (line: string) => void = () => undefined,
): Record<string, Figure> {
  const counts = Object.fromEntries(['all', ...kinds].map((kind) => [kind, { right: 0, wrong: 0, missed: 0, hit: 0 }]))
  for (const { id, text, marks } of set) {
    const found = mark(text)
    const meant = placed(text, marks)
    for (const one of found) {
      const right = meant.some((other) => alike(one, other))
      for (const key of [one.kind, 'all']) counts[key]![right ? 'right' : 'wrong']++
      if (!right) note(`${id} 多 ${one.kind} “${one.span}” ← ${text}`)
    }
    for (const other of meant) {
      const hit = found.some((one) => alike(one, other))
      for (const key of [other.kind, 'all']) counts[key]![hit ? 'hit' : 'missed']++
      if (!hit) note(`${id} 漏 ${other.kind} “${text.slice(other.from, other.to)}” ← ${text}`)
    }
  }
  return Object.fromEntries(
    Object.entries(counts).map(([kind, { right, wrong, missed, hit }]) => [
      kind,
      { right, wrong, missed, precision: share(right, wrong), recall: share(hit, missed) },
    ]),
  )
}

interface Placed {
  readonly kind: Kind
  readonly from: number
  readonly to: number
}

/** Labels give words; the same words twice are looked for in order. */
function placed(text: string, marks: Labelled['marks']): readonly Placed[] {
  const next = new Map<string, number>()
  return marks.map(({ kind, span }) => {
    const from = text.indexOf(span, next.get(`${kind}${span}`) ?? 0)
    if (from < 0) throw new Error(`labelled words that do not stand in the text: ${span}`)
    next.set(`${kind}${span}`, from + 1)
    return { kind, from, to: from + span.length }
  })
}

const alike = (a: Placed, b: Placed): boolean =>
  a.kind === b.kind && (Math.min(a.to, b.to) - Math.max(a.from, b.from)) * 2 >= Math.min(a.to - a.from, b.to - b.from)

const share = (yes: number, no: number): number => (yes + no === 0 ? 1 : yes / (yes + no))

/** A neutral wording of the sentence with this id, by hand. */
export interface Rewritten {
  readonly id: string
  readonly rewrite: string
}

/** How rewrites do: the share offered, of those the share that adds nothing and that judges no more, and the likeness to the hand. */
export interface RewriteFigures {
  readonly offered: number
  readonly addsNothing: number
  readonly clean: number
  /** Dice's measure of pairs of characters, 0 to 1; a sentence without an offer counts with its own words. */
  readonly likeness: number
}

/** Rewrites of the sentences that have one by hand. */
export function rewriteFigures(
  set: readonly Labelled[],
  byHand: readonly Rewritten[],
  note: (line: string) => void = () => undefined,
): RewriteFigures {
  const texts = new Map(set.map(({ id, text }) => [id, text]))
  const made = byHand.flatMap(({ id, rewrite: hand }) => {
    const text = texts.get(id)
    return text === undefined ? [] : [{ id, text, hand, ours: rewrite(text, mark(text)) }]
  })
  const offers = made.filter(({ ours }) => ours !== undefined)
  const clean = (text: string) => mark(text).every(({ kind }) => kind !== 'insult' && kind !== 'self_label')
  for (const { id, text, hand, ours } of made) note(`${id} ${text}\n   ours ${ours ?? '-'}\n   hand ${hand}`)
  return {
    offered: share(offers.length, made.length - offers.length),
    addsNothing: portion(offers, ({ text, ours }) => addsNothing(text, ours!)),
    clean: portion(offers, ({ ours }) => clean(ours!)),
    likeness: made.reduce((sum, { text, hand, ours }) => sum + dice(ours ?? text, hand), 0) / Math.max(made.length, 1),
  }
}

function portion<T>(list: readonly T[], holds: (one: T) => boolean): number {
  const yes = list.filter(holds).length
  return share(yes, list.length - yes)
}

function dice(a: string, b: string): number {
  const pairs = (text: string) => {
    const bare = text.replace(/[^\p{L}\p{N}]/gu, '')
    return Array.from({ length: Math.max(bare.length - 1, 0) }, (_, at) => bare.slice(at, at + 2))
  }
  const [ours, theirs] = [pairs(a), pairs(b)]
  const left = [...theirs]
  let both = 0
  for (const pair of ours) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    both++
  }
  return (2 * both) / Math.max(ours.length + theirs.length, 1)
}

function print(set: readonly Labelled[], byHand: readonly Rewritten[], loud: boolean): void {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  for (const [kind, one] of Object.entries(figures(set, loud ? say : undefined)))
    say(
      `${kind.padEnd(14)} precision ${one.precision.toFixed(3)}  recall ${one.recall.toFixed(3)}  (right ${one.right}, wrong ${one.wrong}, missed ${one.missed})`,
    )
  if (byHand.length === 0) return
  for (const [name, value] of Object.entries(rewriteFigures(set, byHand, loud ? say : undefined)))
    say(`rewrites: ${name.padEnd(12)} ${value.toFixed(3)}`)
}

// node --import tsx test/coach/figures.ts <labelled.jsonl> [<rewrites.jsonl>] [-v]
if (process.argv[1]?.endsWith('/test/coach/figures.ts')) {
  const [labelled, rewrites] = process.argv.slice(2).filter((word) => word !== '-v')
  if (labelled !== undefined)
    print(lines<Labelled>(labelled), rewrites ? lines<Rewritten>(rewrites) : [], process.argv.includes('-v'))
}
