import { spoken } from './spoken.ts'
import type { Door } from './types.ts'

/**
 * The door a text stands at, if any. Safety comes before refusals, refusals before what belongs elsewhere;
 * among doors of one kind the most specific wins: more groups met, then more characters matched.
 * Spelling is evened out first (width, case, traditional characters, dialect, frequent slips, blanks and marks), for the text and the doors' words alike.
 * Danger and requests are looked for within a breath of the text, so that words far apart in a long story do not meet. Linear in the text.
 */
export function screen(doors: readonly Door[], text: string): Door | undefined {
  const whole = spoken(text)
  const said = breaths(text, whole)
  let best: Door | undefined
  let bestRank = 0
  for (const door of doors) {
    const read = compiled(door)
    for (const breath of said) {
      const rank = specificity(read, breath, door.kind === 'out-of-scope' ? whole : breath)
      if (rank > bestRank) {
        best = door
        bestRank = rank
      }
    }
  }
  return best
}

/** A wish, its object and its reason fit in so many characters. */
const breath = 70

/** The text whole if it is short; else its sentences two by two, and what has no full stops in overlapping pieces. */
function breaths(text: string, whole: string): readonly string[] {
  if (whole.length <= breath) return [whole]
  const sentences = text
    .split(/[。！？!?；;\n]+/)
    .map(spoken)
    .filter((s) => s !== '')
  const pairs = sentences.map((s, n) => s + (sentences[n + 1] ?? ''))
  return pairs.flatMap((pair) =>
    pair.length <= breath
      ? [pair]
      : Array.from({ length: Math.ceil((pair.length * 2) / breath) - 1 }, (_, n) => pair.slice((n * breath) / 2, (n * breath) / 2 + breath)),
  )
}

/** No door matches with more than this many groups or characters, so kinds never mix in the ranking. */
const kindStep = 1_000_000
const groupStep = 1_000
const kinds = { safety: 3, refused: 2, 'out-of-scope': 1 } as const

/** @param around where words that speak against the door are looked for. */
function specificity(door: Compiled, said: string, around: string): number {
  const most = door.when.reduce((best, groups) => Math.max(best, met(groups, said)), 0)
  if (most === 0 || door.unless.some((word) => reach(word, around) > 0)) return 0
  if (door.about.some((groups) => met(groups, around) > 0) && !door.despite.some((word) => reach(word, said) > 0)) return 0
  return kinds[door.kind] * kindStep + most
}

/** How specifically the groups are met: 0 unless each has a word in the text. */
function met(groups: Groups, said: string): number {
  let characters = 0
  for (const words of groups) {
    const longest = words.reduce((most, word) => Math.max(most, reach(word, said)), 0)
    if (longest === 0) return 0
    characters += longest
  }
  return groups.length * groupStep + characters
}

/** Up to so many characters may stand where a word of a door has `…`: 把…调走 finds 把那个告状的人调走. */
const gap = 9

/** Characters of the word that the text has, 0 if the word is not in it. */
function reach(word: Word, said: string): number {
  const [first = '', ...rest] = word
  for (let at = said.indexOf(first); at >= 0; at = said.indexOf(first, at + 1)) {
    if (follows(rest, said, at + first.length)) return word.reduce((sum, part) => sum + part.length, 0)
  }
  return 0
}

function follows([part, ...rest]: readonly string[], said: string, from: number): boolean {
  if (part === undefined) return true
  const at = said.slice(from, from + gap + part.length).indexOf(part)
  return at >= 0 && follows(rest, said, from + at + part.length)
}

/** A word in the parts around its `…`. */
type Word = readonly string[]
type Groups = readonly (readonly Word[])[]

interface Compiled {
  readonly kind: Door['kind']
  readonly when: readonly Groups[]
  readonly unless: readonly Word[]
  readonly about: readonly Groups[]
  readonly despite: readonly Word[]
}

const known = new WeakMap<Door, Compiled>()

/** The doors' words in the spelling texts are compared in, read once per door. */
function compiled(door: Door): Compiled {
  const before = known.get(door)
  if (before) return before
  const words = (list: readonly string[] = []) => [...new Set(list)].map((word) => word.split('…').map(spoken))
  const groups = (list: Door['when'] = []) => list.map((alternative) => alternative.map(words))
  const fresh = {
    kind: door.kind,
    when: groups(door.when),
    unless: words(door.unless),
    about: groups(door.about),
    despite: words(door.despite),
  }
  known.set(door, fresh)
  return fresh
}
