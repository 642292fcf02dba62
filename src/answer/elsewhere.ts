import type { HeldClause, HeldList } from '../knowledge/index.ts'
import { type Choice, choose, unsearched } from './choose.ts'
import { fill } from './compose.ts'
import { type Asked, type Desk, nothing, type PartAnswer, tell, words } from './desk.ts'
import type { Leant } from './follow.ts'
import type { Notes } from './notes.ts'
import { answerPart } from './part.ts'

/** Another place's rules on the subject before: told as reference where they do not hold for the person, never mixed with others. */
export function elsewhere(desk: Desk, leant: Leant, notes: Notes): PartAnswer {
  const { search, phrases } = desk
  const { leaning, today } = leant
  const asked = askedFor(desk, leant)
  const place = asked.reach.places[0]?.short ?? ''
  if (!search.atlas.held.some((p) => asked.reach.regions.has(p.name))) return answerPart(desk, asked, notes)
  if (holdsHere(desk, leant)) return answerPart(desk, asked, notes)
  const choice = choose(desk, search.read(leaning.question), { reach: asked.reach, today })
  const own = only(choice, (clause) => clause.cite.region !== '全国')
  const answer = tell(desk, asked, own, notes, headOf(desk, leant, place))
  return answer.outcome === 'no-match' ? { ...nothing, text: fill(phrases.sideEmpty, { place }) } : answer
}

/** Only what holds in the whole country. */
export function everywhere(desk: Desk, leant: Leant, notes: Notes): PartAnswer {
  const { search, phrases } = desk
  const asked = { ...askedFor(desk, leant), reach: search.atlas.reach([]) }
  for (const part of [leant.leaning.question, leant.leaning.subject]) {
    const choice = choose(desk, search.read(part), asked)
    const answer = tell(desk, { ...asked, part }, choice, notes, phrases.nationalFirst)
    if (answer.outcome !== 'no-match') return answer
  }
  return { ...nothing, text: phrases.nothingEverywhere }
}

/** So much of the subject, and so many families beside it, are told of a province that is asked what it says at all. */
const mostOwn = 2
const mostFamilies = 2

/** What the province's own texts say; without a respect to ask in, what they say at all: on the subject first, then their families. */
export function provinceSays(desk: Desk, leant: Leant, notes: Notes): PartAnswer {
  const { search, library, phrases } = desk
  const { leaning, today } = leant
  const asked = askedFor(desk, leant)
  const province = asked.reach.places[0]
  if (!province) return { outcome: 'clarify', text: fill(phrases.whichPlace, { held: heldPlaces(desk) }), choices: [] }
  const ofProvince = (clause: HeldClause) => clause.cite.region === province.name
  const query = search.read(leaning.question)
  const head = headOf(desk, leant, province.short)
  if (!leaning.open) {
    const choice = only(choose(desk, query, { reach: asked.reach, today }), ofProvince)
    const answer = tell(desk, asked, choice, notes, head)
    return answer.outcome === 'no-match'
      ? { ...nothing, text: fill(phrases.sideEmpty, { place: province.short }) }
      : answer
  }
  const hits = search.clauses(query, { reach: asked.reach, today }).filter(({ clause }) => ofProvince(clause))
  const said = hits.filter(({ clause }) => clause.cite.held !== 'name-only' && !silent.has(clause.entry.status ?? ''))
  const families = familiesOf(desk, leant, [...library.lists.values()], ofProvince)
  const clauses = said.slice(0, mostOwn).map(({ clause }) => clause)
  const choices = [
    ...(clauses.length > 0 ? [{ clauses, articles: [], evidence: unsearched }] : []),
    ...families
      .map((list) => {
        const items = list.items.flatMap((id) => library.clauses.get(id) ?? [])
        return { clauses: items.filter((c) => !clauses.includes(c)), list, articles: [], evidence: unsearched }
      })
      .filter((choice) => choice.clauses.length > 0),
  ]
  if (choices.length > 0) {
    const text = [head, ...choices.map((choice) => words(desk, choice, notes)), bindingOf(desk, choices)]
    return { outcome: 'grounded', text: text.filter((line) => line !== '').join('\n'), choices }
  }
  const named = hits.slice(0, mostOwn).map(({ clause }) => clause)
  if (named.length === 0) return { ...nothing, text: fill(phrases.sideEmpty, { place: province.short }) }
  const choice = { clauses: named, articles: [], evidence: unsearched }
  return { outcome: 'name-only', text: `${phrases.nameOnly}\n${words(desk, choice, notes)}`, choices: [choice] }
}

/** What a place's texts do not say, and figures, are no rule of it. */
const silent: ReadonlySet<string> = new Set(['name-only', 'gap', 'figure'])

function familiesOf(
  { search, library }: Desk,
  { leaning, today }: Leant,
  lists: readonly HeldList[],
  ofProvince: (clause: HeldClause) => boolean,
): readonly HeldList[] {
  const ranked = search.lists(search.read(leaning.question), { reach: search.atlas.reach(leaning.places), today })
  const score = new Map(ranked.map((hit) => [hit.list.id, hit.score]))
  const told = (id: string) => {
    const clause = library.clauses.get(id)
    return clause !== undefined && ofProvince(clause) && !silent.has(clause.entry.status ?? '')
  }
  return lists
    .filter((list) => list.items.every(told))
    .sort((a, b) => (score.get(b.id) ?? 0) - (score.get(a.id) ?? 0))
    .slice(0, mostFamilies)
}

function askedFor({ search }: Desk, { leaning, before, today, sideBySide }: Leant): Asked {
  const reach = search.atlas.reach(leaning.places)
  return { reach, today, named: leaning.named, sideBySide, part: leaning.question, whole: before.question, story: '' }
}

/** Whether the place asked about is the person's own, above it or within it. */
function holdsHere({ search }: Desk, { leaning, home }: Leant): boolean {
  const there = search.atlas.reach(leaning.places).places[0]
  return home !== undefined && there !== undefined && search.atlas.reach([home]).regions.has(there.name)
}

function headOf(desk: Desk, leant: Leant, place: string): string {
  const { phrases, search } = desk
  const { home } = leant
  if (home === undefined) return fill(phrases.onlyThere, { place })
  if (holdsHere(desk, leant)) return fill(phrases.layerSays, { place })
  return fill(phrases.reference, { place, home: search.atlas.reach([home]).places[0]?.short ?? home })
}

function only(choice: Choice, keep: (clause: HeldClause) => boolean): Choice {
  return { ...choice, clauses: choice.clauses.filter(keep) }
}

function bindingOf({ phrases }: Desk, choices: readonly Choice[]): string {
  const all = choices.flatMap((choice) => choice.clauses)
  return all.some((c) => c.cite.authority === '正式条文' || c.cite.authority === '编写建议') ? '' : phrases.notBinding
}

function heldPlaces({ search }: Desk): string {
  return search.atlas.held.map((place) => place.short).join('、')
}
