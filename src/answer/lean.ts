import type { HeldClause, HeldList } from '../knowledge/index.ts'
import { choose, unsearched } from './choose.ts'
import { fill, told } from './compose.ts'
import { type Desk, nothing, type PartAnswer, tell } from './desk.ts'
import { elsewhere, everywhere, provinceSays } from './elsewhere.ts'
import type { Leant } from './follow.ts'
import type { Notes } from './notes.ts'
import { answerPart } from './part.ts'

/** So many more clauses are told at 还有吗, if they come this near to the best. */
const mostMore = 3
const nearEnough = 0.4
/** So many of the clauses an answer rested on are shown at 依据呢. */
const mostGrounds = 8

/** Answers a question that leans on the one before, for the place and in the respect it asks for. */
export function answerLeaning(desk: Desk, leant: Leant, notes: Notes): PartAnswer {
  const { leaning } = leant
  switch (leaning.wants.type) {
    case 'more':
      return tellMore(desk, leant, notes)
    case 'grounds':
      return tellGrounds(desk, leant, notes)
    case 'nth':
      return tellNth(desk, leant, leaning.wants.n, notes)
    case 'topic':
      return tellTopic(desk, leant, notes)
  }
}

function tellTopic(desk: Desk, leant: Leant, notes: Notes): PartAnswer {
  const { leaning, before } = leant
  if (leaning.layer === 'everywhere') return everywhere(desk, leant, notes)
  if (leaning.layer === 'province') return provinceSays(desk, leant, notes)
  if (leaning.named && leaning.places.length === 1) return elsewhere(desk, leant, notes)
  const first = answerPart(desk, askedOf(desk, leant, leaning.question), notes)
  if (first.outcome !== 'no-match' || !leaning.own) return first
  return answerPart(desk, askedOf(desk, leant, `${before.question}，${leaning.question}`), notes)
}

function askedOf({ search }: Desk, { leaning, before, today, sideBySide }: Leant, part: string) {
  const reach = search.atlas.reach(leaning.places)
  return { reach, today, named: leaning.named, sideBySide, part, whole: `${before.question} ${part}`, story: '' }
}

function tellMore(desk: Desk, leant: Leant, notes: Notes): PartAnswer {
  const { leaning, before, home, today } = leant
  const { search, phrases } = desk
  const here = home === undefined ? undefined : search.atlas.reach([home])
  const asked = search.atlas.reach(leaning.places)
  // Asked of the person's own province, other places of it are still none of theirs.
  const reach = here && asked.places.every((place) => here.regions.has(place.name)) ? here : asked
  const hits = search.clauses(search.read(before.question), { reach, today })
  const least = nearEnough * (hits[0]?.score ?? 0)
  const clauses = hits
    .filter(({ clause, score }) => score >= least && !before.cites.includes(clause.entry.id))
    .slice(0, mostMore)
    .map(({ clause }) => clause)
  if (clauses.length === 0) return { outcome: 'clarify', text: phrases.noMore, choices: [] }
  return shown(desk, leant, clauses, phrases.more, notes)
}

function tellGrounds(desk: Desk, leant: Leant, notes: Notes): PartAnswer {
  const { before } = leant
  const clauses = before.cites.slice(0, mostGrounds).flatMap((id) => desk.library.clauses.get(id) ?? [])
  return clauses.length === 0 ? nothing : shown(desk, leant, clauses, desk.phrases.grounds, notes)
}

/** The n-th of a family told before, else of the clauses told; after an article of a text, its article n. */
function tellNth(desk: Desk, leant: Leant, n: number, notes: Notes): PartAnswer {
  const { library, search, phrases } = desk
  const { before } = leant
  const cited = before.cites.flatMap((id) => library.clauses.get(id) ?? [])
  const [first] = cited
  if (!first) return nothing
  const { today } = leant
  const reach = search.atlas.reach(leant.leaning.places)
  if (search.articles.find(before.question, [first.instrument], { reach, today }).length > 0) {
    const question = `《${first.instrument.title}》第${n}条`
    const asked = { reach, today, named: false, sideBySide: false, part: question, whole: question, story: '' }
    return tell(desk, asked, choose(desk, search.read(question), { reach, today }), notes)
  }
  if (first.cite.held === 'name-only' || first.entry.status === 'name-only')
    return { ...shown(desk, leant, [first], phrases.nameOnly, notes), outcome: 'name-only' }
  const list = familyOf(before.cites, [...library.lists.values()])
  const items = list ? list.items.flatMap((id) => library.clauses.get(id) ?? []) : cited
  const item = items[n - 1]
  return item
    ? shown(desk, leant, [item], '', notes)
    : { outcome: 'clarify', text: fill(phrases.noSuchItem, { count: String(items.length) }), choices: [] }
}

/** The family most of whose items were told; a single clause told stands for its family. */
function familyOf(cites: readonly string[], lists: readonly HeldList[]): HeldList | undefined {
  const told = (list: HeldList) => list.items.filter((id) => cites.includes(id)).length
  const best = lists.filter((list) => told(list) >= Math.min(2, cites.length)).sort((a, b) => told(b) - told(a))
  return best.find((list) => list.items.includes(cites[0] ?? '')) ?? best[0]
}

function shown(desk: Desk, leant: Leant, clauses: readonly HeldClause[], head: string, notes: Notes): PartAnswer {
  const { phrases } = desk
  const text = clauses.map((clause) => told(clause, notes, phrases)).join('\n')
  const binds = clauses.some((c) => c.cite.authority === '正式条文' || c.cite.authority === '编写建议')
  const lines = [foreignHead(desk, leant, clauses), head, text, binds ? '' : phrases.notBinding]
  return {
    outcome: 'grounded',
    text: lines.filter((line) => line !== '').join('\n'),
    choices: [{ clauses, articles: [], evidence: unsearched }],
  }
}

/** Said before clauses of a place that is not the person's. */
function foreignHead({ search, phrases }: Desk, { home }: Leant, clauses: readonly HeldClause[]): string {
  if (home === undefined) return ''
  const here = search.atlas.reach([home])
  const foreign = clauses.map((c) => c.cite.region).find((region) => region !== '全国' && !here.regions.has(region))
  if (foreign === undefined) return ''
  const place = search.atlas.reach([foreign]).places[0]?.short ?? foreign
  return fill(phrases.referenceWithin, { place, home: here.places[0]?.short ?? home })
}
