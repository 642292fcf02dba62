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
  const shelves = shelvesOf(cases)
  const found: Candidate<T>[] = []
  for (const n of within(here, shelves)) {
    const other = cases[n]
    if (other === undefined) continue
    const there = readAt(shelves, cases, n)
    if (!mayConcern(here, there) || skip(other)) continue
    const likeness = alike(here, there, rarityIn(cases))
    if (likeness) found.push({ of: other, alike: likeness })
  }
  return found.sort(likelierFirst).slice(0, limit)
}

const likelierFirst = (a: Candidate<unknown>, b: Candidate<unknown>) =>
  grades[a.alike.grade] - grades[b.alike.grade] || b.alike.score - a.alike.score
const grades: Readonly<Record<Alike['grade'], number>> = { 很可能: 0, 可能: 1 }

/**
 * Many cases made ready once, for as long as their list is held: by the first character of everybody they name, under ''
 * those that name somebody without a surname. What was read of each is kept beside it, by its place in the list.
 */
interface Shelves {
  readonly byFirst: ReadonlyMap<string, readonly number[]>
  readonly reads: (ReadCase | undefined)[]
  rarity?: Rarity
}
const kept = new WeakMap<readonly Comparable[], Shelves>()

function shelvesOf(cases: readonly Comparable[]): Shelves {
  const known = kept.get(cases)
  if (known) return known
  const byFirst = new Map<string, number[]>()
  for (const [n, { people }] of cases.entries())
    for (const first of new Set(people.map(({ name }) => surnameIn(name)))) {
      const shelf = byFirst.get(first)
      if (shelf) shelf.push(n)
      else byFirst.set(first, [n])
    }
  const shelves = { byFirst, reads: [] }
  kept.set(cases, shelves)
  return shelves
}

/** Only the shelves of surnames that sound like one of these: some hundred comparisons instead of one for every case. */
function within(here: ReadCase, { byFirst }: Shelves): Iterable<number> {
  const found = new Set<number>()
  for (const [first, held] of byFirst)
    if (first === '' || here.people.some((each) => !isNamed(each) || soundAlike(each.name.text.charAt(0), first)))
      for (const each of held) found.add(each)
  return found
}

function readAt(shelves: Shelves, cases: readonly Comparable[], n: number): ReadCase {
  const read = shelves.reads[n] ?? readForAlike(cases[n] ?? { people: [], facts: [] })
  shelves.reads[n] = read
  return read
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
export function rarityIn(cases: readonly Comparable[]): Rarity {
  const shelves = shelvesOf(cases)
  if (shelves.rarity) return shelves.rarity
  const step = Math.max(1, cases.length / sampled)
  const some = Array.from({ length: Math.min(sampled, cases.length) }, (_, n) =>
    readAt(shelves, cases, Math.floor(n * step)),
  )
  shelves.rarity = rarityAmong(some.flatMap(({ facts }) => facts.map(({ terms }) => terms)))
  return shelves.rarity
}
const sampled = 300
