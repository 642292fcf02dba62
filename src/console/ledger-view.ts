import type { Alike, AlikeField, Comparable, FieldMatch, Fresh, ToldFact } from '../intake/index.ts'
import type { CaseLink, NewFacts } from '../runtime/index.ts'

/** A field both cases say something about, side by side. */
export interface MatchRow {
  readonly field: AlikeField
  readonly label: string
  readonly agreement: FieldMatch['agreement']
  /** 一样, 相近, 不一样 */
  readonly says: string
  readonly here: string
  readonly there: string
}

/** Something only one of two cases has. `part`: the fact is told in both, and only this one says when, where or how much. */
export interface NewView {
  readonly type: 'fact' | 'part' | 'person'
  readonly what: string
  readonly when?: string
  readonly where?: string
  readonly amount?: string
}

/** Another case that may be about the same matter. */
export interface CandidateView {
  readonly number: string
  readonly state: string
  readonly createdAt: string
  readonly grade: Alike['grade']
  readonly rows: readonly MatchRow[]
  /** What the case asked about has that this one has not, and the other way round. */
  readonly newHere: readonly NewView[]
  readonly newThere: readonly NewView[]
}

export interface LinkView {
  readonly master: string
  readonly sub: string
  readonly masterState: string
  readonly subState: string
  readonly at: string
  readonly by: string
  /** Facts of the sub that are listed apart on the master. */
  readonly newFacts?: readonly NewView[]
  readonly revoked?: { readonly at: string; readonly by: string }
}

export interface ApartView {
  readonly one: string
  readonly other: string
  readonly at: string
  readonly by: string
}

/** What stands about one case in the ledger of duplicates. */
export interface DuplicatesView {
  readonly number: string
  /** The case is held by whoever asks: only then it may be linked or unlinked. */
  readonly mine: boolean
  readonly revision: number
  /** In force and taken back, newest first; this case is one of the two ends. */
  readonly links: readonly LinkView[]
  readonly candidates: readonly CandidateView[]
  readonly apart: readonly ApartView[]
}

/** What fields are called where officers read them. */
export const fieldLabels: Readonly<Record<AlikeField, string>> = {
  person: '被反映人',
  unit: '单位',
  post: '职务',
  what: '事情',
  time: '时间',
  place: '地点',
  amount: '金额',
}
const says = { same: '一样', near: '相近', differs: '不一样' } as const

/** The fields of two cases beside each other: who first, then fact by fact. */
export function matchRows(found: Alike, here: Comparable, there: Comparable): readonly MatchRow[] {
  const [mine, other] = [here.people[found.who.here], there.people[found.who.there]]
  const who = { person: 'name', unit: 'unit', post: 'post' } as const
  const row = ({ field, agreement }: FieldMatch, a: string, b: string): MatchRow => ({
    ...{ field, agreement, label: fieldLabels[field], says: says[agreement] },
    ...{ here: a, there: b },
  })
  const people = found.fields.flatMap((each) => {
    const part = who[each.field as 'person']
    return part === undefined ? [] : [row(each, mine?.[part] ?? '', other?.[part] ?? '')]
  })
  const facts = found.pairs.flatMap((pair) =>
    pair.fields.map((each) =>
      row(each, partOf(here.facts[pair.here], each.field), partOf(there.facts[pair.there], each.field)),
    ),
  )
  return [...people, ...facts]
}

function partOf(fact: ToldFact | undefined, field: AlikeField): string {
  if (!fact) return ''
  if (field === 'time') return whenWords(fact) ?? ''
  if (field === 'amount') return amountWords(fact) ?? ''
  return field === 'place' ? (fact.place ?? '') : shortened(fact.what)
}

/** The new things of one case as they are kept with a link: in full, nothing left out. */
export function newFactsOf(from: string, own: Comparable, { facts, people, details }: Fresh): NewFacts {
  return {
    from,
    facts: facts.flatMap((n) => own.facts[n] ?? []),
    people: people.flatMap((n) => own.people[n] ?? []),
    more: own.facts.flatMap((fact, n) => {
      const fields = details.filter((each) => each.fact === n).map(({ field }) => field)
      return fields.length === 0 ? [] : [only(fact, fields)]
    }),
  }
}

function only(fact: ToldFact, fields: readonly string[]): ToldFact {
  const { what, place, from, to, amountMin, amountMax } = fact
  return {
    what,
    ...(fields.includes('place') && place !== undefined ? { place } : {}),
    ...(fields.includes('time') && from !== undefined ? { from } : {}),
    ...(fields.includes('time') && to !== undefined ? { to } : {}),
    ...(fields.includes('amount') && amountMin !== undefined ? { amountMin } : {}),
    ...(fields.includes('amount') && amountMax !== undefined ? { amountMax } : {}),
  }
}

export function newViews({ facts, people, more }: Omit<NewFacts, 'from'>): readonly NewView[] {
  return [
    ...facts.map((fact) => factView('fact', fact)),
    ...people.map(
      ({ name, unit, post }): NewView => ({ type: 'person', what: [unit, post, name].filter(Boolean).join(' ') }),
    ),
    ...more.map((fact) => factView('part', fact)),
  ]
}

function factView(type: NewView['type'], fact: ToldFact): NewView {
  const [when, amount] = [whenWords(fact), amountWords(fact)]
  return {
    ...{ type, what: shortened(fact.what) },
    ...(when === undefined ? {} : { when }),
    ...(fact.place === undefined ? {} : { where: fact.place }),
    ...(amount === undefined ? {} : { amount }),
  }
}

function whenWords({ from, to }: ToldFact): string | undefined {
  if (from === undefined || to === undefined || from === to) return from ?? to
  return `${from} 至 ${to}`
}

function amountWords({ amountMin: min, amountMax: max }: ToldFact): string | undefined {
  if (min === undefined || max === undefined || min === max) {
    const sum = min ?? max
    return sum === undefined ? undefined : `${yuan(sum)} 元`
  }
  return `${yuan(min)} 至 ${yuan(max)} 元`
}
const yuan = (sum: number): string => String(sum).replace(/\B(?=(\d{3})+$)/g, ',')

/** Enough to tell it by; the whole stands on the page of the case. */
const longest = 160
const shortened = (text: string): string => {
  const chars = [...text]
  return chars.length <= longest ? text : `${chars.slice(0, longest).join('')}…`
}

export function linkView(
  { master, sub, at, by, revoked }: CaseLink,
  nameOf: (officer: string) => string,
  newFacts: NewFacts | undefined,
): LinkView {
  return {
    ...{ master: master.number, sub: sub.number, masterState: master.state, subState: sub.state },
    ...{ at, by: nameOf(by) },
    ...(newFacts ? { newFacts: newViews(newFacts) } : {}),
    ...(revoked ? { revoked: { at: revoked.at, by: nameOf(revoked.by) } } : {}),
  }
}
