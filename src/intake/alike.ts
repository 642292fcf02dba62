import { counterparts, type PairScore, type ReadFact } from './alike-facts.ts'
import { agreeOnName, type NameAgreement, type ReadName, readName } from './alike-name.ts'
import type { Accused, Agreement, Alike, Comparable, FieldMatch, Fresh, ToldFact } from './alike-types.ts'
import { agreeOnUnit, type ReadUnit, readUnit } from './alike-unit.ts'
import { type Rarity, termsOf } from './alike-words.ts'

/** A case read once, for all it is compared with. */
export interface ReadCase {
  readonly people: readonly ReadPerson[]
  /** This and what follows is read when it is first needed: most cases never are. */
  readonly area: ReadUnit
  readonly facts: readonly ReadFact[]
}

export interface ReadPerson {
  readonly name: ReadName
  readonly unit: ReadUnit
  readonly post: string
}

/** Reads a case for comparing. Linear in its text. */
export function readForAlike(told: Comparable): ReadCase {
  let facts: readonly ReadFact[] | undefined
  let area: ReadUnit | undefined
  return {
    people: told.people.map(readPerson),
    get area() {
      area ??= readUnit(told.area)
      return area
    },
    get facts() {
      facts ??= readFacts(told)
      return facts
    },
  }
}

function readFacts({ people, facts }: Comparable): readonly ReadFact[] {
  const leave = people.flatMap(({ name, unit, post }) => [name ?? '', unit ?? '', post ?? ''])
  return facts.map((told) => ({ told, place: readUnit(told.place), terms: termsOf(told.what, leave) }))
}

function readPerson({ name, unit, post }: Accused): ReadPerson {
  let where: ReadUnit | undefined
  return {
    name: readName(name),
    // Most people are told apart by their names alone.
    get unit() {
      where ??= readUnit(unit)
      return where
    },
    get post() {
      return (post ?? '').normalize('NFKC').replace(/\s+/g, '')
    },
  }
}

/**
 * Holds two cases against each other: who, which unit, when, where, how much, what. Decides nothing: it says which fields
 * agree and what one has that the other has not.
 *
 * @returns nothing where too little speaks for one matter.
 */
export function alike(here: ReadCase, there: ReadCase, rarity: Rarity): Alike | undefined {
  const who = nearest(here, there)
  if (!who) return undefined
  const pairs = counterparts(here.facts, there.facts, rarity)
  const best = pairs[0]
  if (!best) return undefined
  const score = worth(who) + best.score
  const grade = graded(who, best, score)
  if (!grade) return undefined
  return {
    grade,
    score,
    who: { here: who.here, there: who.there },
    fields: [...whoFields(who), ...merged(pairs)],
    pairs: pairs.map(({ here: i, there: j, fields }) => ({ here: i, there: j, fields })),
    here: freshOf(here, there, pairs, 'here'),
    there: freshOf(there, here, pairs, 'there'),
  }
}

/** What the one has that the other has not, whether or not they are about one matter. */
export function freshIn(own: ReadCase, other: ReadCase, rarity: Rarity): Fresh {
  return freshOf(own, other, counterparts(own.facts, other.facts, rarity), 'here')
}

/** The two people, one of each case, who are most likely one, and how their fields stand. */
interface Who {
  readonly here: number
  readonly there: number
  readonly name: NameAgreement
  readonly unit: Agreement
  readonly post: Agreement
}

/** @returns nothing where everybody named in one is somebody else than everybody named in the other. */
function nearest(here: ReadCase, there: ReadCase): Who | undefined {
  const area = agreeOnUnit(here.area, there.area)
  const pairs = here.people.flatMap((a, i) =>
    there.people.map((b, j): Who => {
      const unit = agreeOnUnit(a.unit, b.unit)
      return {
        here: i,
        there: j,
        name: agreeOnName(a.name, b.name),
        // 县医院 of two counties: only the area can tell them apart.
        unit: area === 'differs' && unit !== 'unknown' ? 'differs' : unit,
        post: agreeOnPost(a.post, b.post),
      }
    }),
  )
  const best = pairs
    .filter(({ name }) => name !== 'differs')
    .sort((a, b) => worth(b) - worth(a) || personWorth[b.name] - personWorth[a.name])[0]
  if (!best || (area === 'differs' && best.unit === 'unknown')) return undefined
  return best
}

/** Posts change and are told loosely: another post keeps nobody from being one person. */
function agreeOnPost(a: string, b: string): Agreement {
  if (a === '' || b === '') return 'unknown'
  if (a === b) return 'same'
  return a.endsWith(b) || b.endsWith(a) ? 'near' : 'differs'
}

const worth = ({ name, unit, post }: Who) => personWorth[name] + unitWorth[unit] + postWorth[post]

const personWorth: Readonly<Record<NameAgreement, number>> = {
  same: 1,
  sounds: 0.8,
  near: 0.4,
  surname: 0.5,
  unknown: 0.2,
  differs: 0,
}
const unitWorth: Readonly<Record<Agreement, number>> = { same: 0.45, near: 0.25, unknown: 0, differs: -0.7 }
const postWorth: Readonly<Record<Agreement, number>> = { same: 0.25, near: 0.15, unknown: 0, differs: -0.15 }

/** So much must speak for it together. Found on labelled pairs: test/intake/alike.test.ts prints what they come to. */
const likely = 2.1
const possible = 1.45

function graded(who: Who, best: PairScore, score: number): Alike['grade'] | undefined {
  // One name in two units is most often two people.
  if (who.unit === 'differs') return undefined
  const known = who.name === 'same' || who.name === 'sounds'
  // A surname, or a name one slip away, is anybody's: the unit must say the same, and the telling, too.
  if (!known && who.unit !== 'same' && who.unit !== 'near') return undefined
  if (!known && best.what < firmWhat) return undefined
  if (score < possible) return undefined
  const firm = known && (who.name === 'same' || who.unit === 'same')
  return firm && score >= likely ? '很可能' : '可能'
}
/** Where the name does not say it, the telling must: clearly more than touching on one matter. */
const firmWhat = 0.2

function whoFields({ name, unit, post }: Who): readonly FieldMatch[] {
  return (
    [
      ['person', asField[name]],
      ['unit', unit],
      ['post', post],
    ] as const
  ).flatMap(([field, agreement]) => (agreement === 'unknown' ? [] : [{ field, agreement }]))
}

const asField: Readonly<Record<NameAgreement, Agreement>> = {
  same: 'same',
  sounds: 'near',
  near: 'near',
  surname: 'near',
  unknown: 'unknown',
  differs: 'differs',
}

/** Each field once over all pairs, by the best it comes to. */
function merged(pairs: readonly PairScore[]): readonly FieldMatch[] {
  const order = ['differs', 'near', 'same']
  const found = new Map<string, FieldMatch>()
  for (const { fields } of pairs)
    for (const each of fields) {
      const known = found.get(each.field)
      if (!known || order.indexOf(each.agreement) > order.indexOf(known.agreement)) found.set(each.field, each)
    }
  return ['what', 'time', 'place', 'amount'].flatMap((field) => found.get(field) ?? [])
}

/** What `own` has that `other` has not; `side` is which of a pair's two places is its own. */
function freshOf(own: ReadCase, other: ReadCase, pairs: readonly PairScore[], side: 'here' | 'there'): Fresh {
  const far = side === 'here' ? 'there' : 'here'
  const paired = new Map(pairs.map((pair) => [pair[side], pair[far]]))
  return {
    facts: own.facts.flatMap((_, n) => (paired.has(n) ? [] : [n])),
    people: own.people.flatMap(({ name }, n) =>
      name.kind === 'none' || other.people.some((one) => agreeOnName(name, one.name) !== 'differs') ? [] : [n],
    ),
    details: own.facts.flatMap(({ told }, fact) => {
      const there = other.facts[paired.get(fact) ?? -1]?.told
      return there
        ? parts.flatMap((field) => (tells(told, field) && !tells(there, field) ? [{ fact, field }] : []))
        : []
    }),
  }
}

const parts = ['time', 'place', 'amount'] as const
function tells({ from, to, place, amountMin, amountMax }: ToldFact, field: (typeof parts)[number]): boolean {
  if (field === 'place') return (place ?? '') !== ''
  const [low, high] = field === 'time' ? [from, to] : [amountMin, amountMax]
  return low !== undefined || high !== undefined
}
