import { even } from './even.ts'
import { exaggerations } from './exaggeration.ts'
import { hearsay } from './hearsay.ts'
import { insults } from './insult.ts'
import { selfLabels } from './label.ts'
import { meet, type Span } from './span.ts'
import { speculation } from './speculation.ts'
import { thirdPersons } from './third-person.ts'

/** What the coach looks for. */
export const kinds = ['insult', 'hearsay', 'speculation', 'self_label', 'exaggeration', 'third_person'] as const

/** One of the things a report does better without, or with its source beside it. */
export type Kind = (typeof kinds)[number]

/** A stretch of what was typed: UTF-16 places in the text itself, `to` not included; `span` is the stretch's own words. */
export interface Mark extends Span {
  readonly kind: Kind
  readonly span: string
}

const finders: Readonly<Record<Kind, (plain: string) => readonly Span[]>> = {
  insult: insults,
  hearsay,
  speculation,
  self_label: selfLabels,
  exaggeration: exaggerations,
  third_person: thirdPersons,
}

/** No text is read further than this, in characters: what one message may hold. */
const LONGEST = 4000

/** What the coach sees in a text, in its order. Rather too little than too much: nobody likes to be corrected wrongly. */
export function mark(text: string): readonly Mark[] {
  const read = text.slice(0, LONGEST)
  const plain = even(read)
  const marks = kinds.flatMap((kind) =>
    finders[kind](plain).map(({ from, to }) => ({ kind, from, to, span: read.slice(from, to) })),
  )
  return marks.filter((each) => !hidden(each, marks)).sort((a, b) => a.from - b.from || b.to - a.to)
}

/** The kinds that are found in what somebody has said so far, each once, in the order of `kinds`. */
export function flagsOf(texts: readonly string[]): readonly Kind[] {
  const seen = new Set(texts.flatMap((text) => mark(text).map((each) => each.kind)))
  return kinds.filter((kind) => seen.has(kind))
}

/** A word that is both a verdict and abuse is one of them; the longer says more, and of two alike it is the verdict. */
function hidden(one: Mark, marks: readonly Mark[]): boolean {
  if (one.kind !== 'insult' && one.kind !== 'self_label') return false
  const rival = one.kind === 'insult' ? 'self_label' : 'insult'
  return marks.some((other) => {
    if (other.kind !== rival || !meet(one, other)) return false
    const [mine, theirs] = [one.to - one.from, other.to - other.from]
    return theirs > mine || (theirs === mine && one.kind === 'insult')
  })
}
