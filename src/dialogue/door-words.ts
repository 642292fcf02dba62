import { spokenOurs } from './spoken.ts'
import type { Door } from './types.ts'

/** A word in the parts around its `…`. */
type Word = readonly string[]
type Groups = readonly (readonly Word[])[]

/** The words of a door in the spelling texts are compared in. */
export interface DoorWords {
  readonly kind: Door['kind']
  readonly when: readonly Groups[]
  readonly unless: readonly Word[]
  readonly about: readonly Groups[]
  readonly despite: readonly Word[]
}

const known = new WeakMap<Door, DoorWords>()

/** A door's words, read once per door. */
export function compiled(door: Door): DoorWords {
  const before = known.get(door)
  if (before) return before
  const words = (list: readonly string[] = []) => [...new Set(list)].map((word) => word.split('…').map(spokenOurs))
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

/** No door matches with more than this many groups or characters, so kinds never mix in the ranking. */
const kindStep = 1_000_000
const groupStep = 1_000
const kinds = { safety: 3, refused: 2, 'out-of-scope': 1 } as const

/**
 * How specifically a text meets the door's words, 0 if not at all: kind first, then groups, then characters.
 * @param around where words that speak against the door are looked for.
 */
export function specificity(door: DoorWords, said: string, around: string): number {
  const most = door.when.reduce((best, groups) => Math.max(best, met(groups, said)), 0)
  return most === 0 || speaksAgainst(door, said, around) ? 0 : kinds[door.kind] * kindStep + most
}

/** True if something speaks against the door, and nobody orders the deed itself. */
export function speaksAgainst(door: DoorWords, said: string, around: string): boolean {
  if (door.unless.some((word) => reach(word, around) > 0)) return true
  return door.about.some((groups) => met(groups, around) > 0) && !door.despite.some((word) => reach(word, said) > 0)
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
