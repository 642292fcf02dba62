import { bareText } from '../base/index.ts'
import type { Found } from '../dialogue/index.ts'
import type { HeldClause, Library } from '../knowledge/index.ts'
import type { Hit, Query, Reach, Scope, Search } from '../search/index.ts'
import { type Choice, choose } from './choose.ts'
import { compose, fill, type Notes } from './compose.ts'
import type { AnswerPhrases } from './phrases.ts'

export interface Desk {
  readonly library: Library
  readonly search: Search
  readonly phrases: AnswerPhrases
}

export interface Asked {
  readonly reach: Reach
  readonly today: string
  /** The question itself names the place. */
  readonly named: boolean
  readonly sideBySide: boolean
  /** The whole message, for what one part leaves unsaid. */
  readonly whole: string
}

export interface PartAnswer {
  readonly outcome: Found['outcome']
  readonly text: string
  readonly choices: readonly Choice[]
}

/** Below this an answer would only look like one; a question that names none of our topics needs more. Held by the near-miss questions of knowledge/questions. */
const leastSupport = 0.55
const leastOffTopic = 0.8
/** Local clauses must fit this much better than national ones before the place is asked for. */
const localLead = 1.25
/** Side by side, a place is shown if its best clause comes this near to the best place's. */
const placeShare = 0.6

/** What holds everywhere is told beside local clauses if it comes this near to them. */
const nationalShare = 0.6

/** Answers one question of a message for the places it plays in. */
export function answerPart(desk: Desk, part: string, asked: Asked, notes: Notes): PartAnswer {
  const { search, phrases } = desk
  const query = search.read(part, asked.whole)
  const { reach, today } = asked
  if (reach.places.length === 0) {
    const local = localBest(search, query, today)
    if (local) return dependsOnPlace(desk, query, asked, local, notes)
    return plain(desk, asked, choose(search, desk.library, query, { reach, today }), notes)
  }
  const held = search.atlas.held.some((place) => reach.regions.has(place.name))
  const choice = choose(search, desk.library, held ? query : search.read(without(query.text, reach)), { reach, today })
  if (held || (!asked.named && !localBest(search, query, today))) return plain(desk, asked, choice, notes)
  const place = reach.places.map((p) => p.short).join('、')
  if (choice.support < leastFor(desk, asked)) return { outcome: 'no-match', text: fill(phrases.notHeldAtAll, { place }), choices: [] }
  return { ...plain(desk, asked, choice, notes), text: `${fill(phrases.notHeld, { place })}\n${compose(choice, notes, phrases, (id) => desk.library.clauses.get(id))}` }
}

function plain(desk: Desk, asked: Asked, choice: Choice, notes: Notes): PartAnswer {
  const { library, phrases } = desk
  const absent = choice.articles.find((a) => a.type === 'absent')
  if (choice.clauses.length === 0 || (choice.support < leastFor(desk, asked) && choice.articles.length === 0)) return { outcome: 'no-match', text: '', choices: [] }
  if (absent) return { outcome: 'no-match', text: compose({ ...choice, clauses: [] }, notes, phrases, () => undefined), choices: [] }
  const text = compose(choice, notes, phrases, (id) => library.clauses.get(id))
  if (choice.clauses[0]?.cite.held === 'name-only') return { outcome: 'name-only', text: `${phrases.nameOnly}\n${text}`, choices: [choice] }
  const binds = choice.clauses.some((c) => c.cite.authority === '正式条文' || c.cite.authority === '编写建议')
  return { outcome: 'grounded', text: binds ? text : `${text}\n${phrases.notBinding}`, choices: [choice] }
}

/** The best local clauses of all places, if they fit clearly better than what holds everywhere. */
function localBest(search: Search, query: Query, today: string): readonly Hit[] | undefined {
  const [guide] = search.guides(query, { today, reach: search.atlas.reach([]) })
  if (guide && guide.alike > 0.62) return undefined
  const all = search.clauses(query, { today })
  const local = all.filter(({ clause }) => clause.cite.region !== '全国' && clause.cite.region !== '未明')
  const national = all.find(({ clause }) => clause.cite.region === '全国')
  return (local[0]?.score ?? 0) > localLead * (national?.score ?? 0) ? local : undefined
}

/** Asks for the place; side by side, first shows what each place that has texts says, each under its own name. */
function dependsOnPlace(desk: Desk, query: Query, asked: Asked, local: readonly Hit[], notes: Notes): PartAnswer {
  const { search, library, phrases } = desk
  const scope: Scope = { reach: asked.reach, today: asked.today }
  const least = placeShare * (local[0]?.score ?? 0)
  const places = [...new Set(local.filter((h) => h.score >= least).map((h) => top(desk, h.clause)))]
  const say = (choice: Choice) => compose(choice, notes, phrases, (id) => library.clauses.get(id))
  const national = choose(search, library, query, scope)
  const solid = national.support >= leastFor(desk, asked) && (search.clauses(query, scope)[0]?.score ?? 0) >= nationalShare * (local[0]?.score ?? 0)
  const best = choose(search, library, query, { reach: search.atlas.reach([local[0]?.clause.cite.region ?? '']), today: asked.today })
  if (best.support < leastFor(desk, asked)) return solid ? plain(desk, asked, national, notes) : { outcome: 'no-match', text: '', choices: [] }
  const everywhere = solid ? `${phrases.nationalFirst}${say({ ...national, clauses: national.clauses.slice(0, 2) })}` : ''
  if (!asked.sideBySide) {
    const held = places.length > 0 ? places : search.atlas.held.map((p) => p.short)
    return { outcome: 'clarify', text: [fill(phrases.whichPlace, { held: held.join('、') }), everywhere].filter(Boolean).join('\n'), choices: solid ? [national] : [] }
  }
  const shown = places.map((place) => {
    const reach = search.atlas.reach([place])
    const choice = choose(search, library, query, { reach, today: asked.today })
    const clauses = choice.clauses.filter((c) => c.cite.region !== '全国')
    return { place, choice: { ...choice, clauses: choice.list ? clauses : clauses.slice(0, 2) } }
  })
  const sides = shown.filter(({ choice }) => choice.clauses.length > 0).map(({ place, choice }) => `【${place}】${say(choice)}`)
  return { outcome: 'clarify', text: [phrases.dependsOnPlace, ...sides, everywhere].filter(Boolean).join('\n'), choices: [national, ...shown.map((s) => s.choice)] }
}

function leastFor({ phrases }: Desk, { whole }: Asked): number {
  const said = bareText(whole)
  return phrases.topics.some((topic) => said.includes(topic)) ? leastSupport : leastOffTopic
}

/** The place a local clause is shown under: its city, or its province. */
function top({ search }: Desk, clause: HeldClause): string {
  return search.atlas.reach([clause.cite.region]).places[0]?.short ?? clause.cite.region
}

/** The question without the names of the places: they are in no national text. */
function without(text: string, reach: Reach): string {
  return reach.places.reduce((rest, place) => rest.replaceAll(place.name, ' ').replaceAll(place.short, ' '), text)
}
