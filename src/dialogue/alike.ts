import { type Likeness, learn, runsOf } from './likeness.ts'
import { spokenOurs } from './spoken.ts'
import type { Door } from './types.ts'

/** What a text reads like: how likely it is one of ours, and the door it would stand at if it is not. */
export interface Alike {
  readonly ours: number
  readonly door: Door
  /** What the text shares with the nearest example of that door, from 0 to 1. */
  readonly share: number
}

/** @returns absent if the doors carry no examples. Learned once per set of doors, on the first text. */
export function alike(doors: readonly Door[], said: string): Alike | undefined {
  const reader = readers.get(doors) ?? open(doors)
  readers.set(doors, reader)
  return reader(said)
}

type Reader = (said: string) => Alike | undefined

const readers = new WeakMap<readonly Door[], Reader>()

function open(doors: readonly Door[]): Reader {
  const passing = doors.flatMap((d) => d.unlike ?? [])
  if (passing.length === 0) return () => undefined
  const examples = doors.flatMap((door) =>
    (door.like ?? []).map((text) => ({ text: spokenOurs(text), label: labelOf(door), door })),
  )
  const likeness = learn([...examples, ...passing.map((text) => ({ text: spokenOurs(text), label: 'ours' }))])
  const nearest = openNearest(examples)
  const heard = new Map<string, Alike | undefined>()
  return (said) => {
    if (heard.has(said)) return heard.get(said)
    const found = read(likeness, nearest, said)
    // A turn asks for the same few texts again and again; none is kept longer than the next ones.
    if (heard.size >= 16) heard.clear()
    heard.set(said, found)
    return found
  }
}

function read(likeness: Likeness, nearest: ReturnType<typeof openNearest>, said: string): Alike | undefined {
  const chances = likeness(said)
  const [label] = [...chances].filter(([l]) => l !== 'ours').sort((a, b) => b[1] - a[1])[0] ?? []
  const near = label === undefined ? undefined : nearest(said, label)
  return near ? { ours: chances.get('ours') ?? 0, ...near } : undefined
}

/** What belongs elsewhere and offers a form is a label of its own: an official has a part in it. */
const labelOf = (door: Door): string => (door.kind === 'out-of-scope' && door.offers ? 'mixed' : door.kind)

/** The example of a label that shares most with the text, and how much, from 0 to 1; rare runs of characters count more. */
function openNearest(examples: readonly { readonly text: string; readonly label: string; readonly door: Door }[]) {
  const holders = new Map<string, number[]>()
  for (const [n, { text }] of examples.entries()) {
    for (const run of runsOf(text)) {
      const at = holders.get(run)
      if (at) at.push(n)
      else holders.set(run, [n])
    }
  }
  const worth = (run: string): number => Math.log((1 + examples.length) / (1 + (holders.get(run)?.length ?? 0))) ** 2
  const size = (text: string): number => Math.sqrt(runsOf(text).reduce((sum, run) => sum + worth(run), 0))
  const sizes = examples.map(({ text }) => size(text))
  return (said: string, label: string): { readonly door: Door; readonly share: number } | undefined => {
    const shared = new Map<number, number>()
    for (const run of runsOf(said))
      for (const n of holders.get(run) ?? [])
        if (examples[n]?.label === label) shared.set(n, (shared.get(n) ?? 0) + worth(run))
    const own = size(said)
    let best: { readonly door: Door; readonly share: number } | undefined
    for (const [n, sum] of shared) {
      const share = sum / (own * (sizes[n] || 1))
      const door = examples[n]?.door
      if (door && share > (best?.share ?? 0)) best = { door, share }
    }
    return best
  }
}
