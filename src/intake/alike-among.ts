import { alike, type ReadCase, type ReadPerson, readForAlike } from './alike.ts'
import { agreeOnName, surnameIn } from './alike-name.ts'
import { soundAlike } from './alike-spelling.ts'
import type { Alike, Comparable } from './alike-types.ts'
import { agreeOnUnit } from './alike-unit.ts'
import { type Rarity, rarityAmong } from './alike-words.ts'

/** One of many, and how it is alike. */
export interface Candidate<T> {
  readonly of: T
  readonly alike: Alike
}

/**
 * Looks for likely duplicates of one case among many, the likeliest first. Whoever is nobody's namesake, nor of one unit
 * where a name is not known, is never held against it in full: 50,000 cases take a fraction of a second.
 *
 * @param skip what is left out: the case itself, or one that was found to be another matter.
 */
export function alikeAmong<T extends Comparable>(
  one: Comparable,
  cases: readonly T[],
  { limit, skip }: { readonly limit: number; readonly skip: (other: T) => boolean },
): readonly Candidate<T>[] {
  const here = readForAlike(one)
  const found: Candidate<T>[] = []
  let rarity: Rarity | undefined
  for (const other of within(here, cases)) {
    const there = readForAlike(other)
    if (!mayConcern(here, there) || skip(other)) continue
    rarity ??= rarityIn(cases)
    const likeness = alike(here, there, rarity)
    if (likeness) found.push({ of: other, alike: likeness })
  }
  return found.sort(likelierFirst).slice(0, limit)
}

const likelierFirst = (a: Candidate<unknown>, b: Candidate<unknown>) =>
  grades[a.alike.grade] - grades[b.alike.grade] || b.alike.score - a.alike.score
const grades: Readonly<Record<Alike['grade'], number>> = { 很可能: 0, 可能: 1 }

/** Cases by the first character of everybody they name; under '' those that name somebody without a surname. */
type Shelves<T> = ReadonlyMap<string, readonly T[]>
const shelved = new WeakMap<readonly Comparable[], Shelves<Comparable>>()

/** Only the shelves of surnames that sound like one of these: some hundred comparisons instead of one for every case. */
function within<T extends Comparable>(here: ReadCase, cases: readonly T[]): Iterable<T> {
  // Shelves of an array hold the things of that array and nothing else.
  const shelves = (shelved.get(cases) ?? shelve(cases)) as Shelves<T>
  const found = new Set<T>()
  for (const [first, held] of shelves)
    if (first === '' || here.people.some((each) => !isNamed(each) || soundAlike(each.name.text.charAt(0), first)))
      for (const each of held) found.add(each)
  return found
}

function shelve(cases: readonly Comparable[]): Shelves<Comparable> {
  const shelves = new Map<string, Comparable[]>()
  for (const each of cases)
    for (const first of new Set(each.people.map(({ name }) => surnameIn(name)))) {
      const shelf = shelves.get(first)
      if (shelf) shelf.push(each)
      else shelves.set(first, [each])
    }
  shelved.set(cases, shelves)
  return shelves
}

/** A look that costs nearly nothing and leaves out only what `alike` would turn down. */
function mayConcern(here: ReadCase, there: ReadCase): boolean {
  return here.people.some((a) =>
    there.people.some((b) => {
      const name = agreeOnName(a.name, b.name)
      if (name === 'differs') return false
      if (name === 'same' || name === 'sounds') return true
      const unit = agreeOnUnit(a.unit, b.unit)
      return unit === 'same' || unit === 'near'
    }),
  )
}

const isNamed = ({ name }: ReadPerson) => name.kind === 'full' || name.kind === 'surname'

/**
 * What is rare among these: learned from so many of them, evenly spread, which tells 村里 from 药商 as well as all of them
 * would and takes a few hundredths of a second.
 */
const sampled = 300
const learned = new WeakMap<readonly Comparable[], Rarity>()
export function rarityIn(cases: readonly Comparable[]): Rarity {
  const known = learned.get(cases)
  if (known) return known
  const step = Math.max(1, cases.length / sampled)
  const some = Array.from({ length: Math.min(sampled, cases.length) }, (_, n) => cases[Math.floor(n * step)])
  const rarity = rarityAmong(some.flatMap((each) => (each ? readForAlike(each).facts.map(({ terms }) => terms) : [])))
  learned.set(cases, rarity)
  return rarity
}
