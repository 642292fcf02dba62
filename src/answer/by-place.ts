import type { HeldClause } from '../knowledge/index.ts'
import type { Hit, Query } from '../search/index.ts'
import { type Choice, choose } from './choose.ts'
import { fill, told } from './compose.ts'
import { type Asked, type Desk, nothing, type PartAnswer, tell, words } from './desk.ts'
import { likely } from './likely.ts'
import { kindFits } from './list-kind.ts'
import type { Notes } from './notes.ts'
import { trust } from './trust.ts'

/** Local clauses must fit this much better than national ones before the place is asked for. */
const localLead = 1.25
/** … and be this much likelier to belong into the answer. */
const chanceLead = 0.8
/** A place is named if its best clause comes this near to the best of all places, national clauses are told beside them likewise. */
const nearShare = 0.6
/** Where the place's name is due as soon as other places' texts come this near to the national ones. */
export const rivalLead = 0.8
/** So many national clauses, and of each place so many that are no list, are told when the place is open. */
const fewClauses = 2

/** The best local clauses of all places, if they fit `lead` times better than what holds everywhere: then the answer depends on the place. */
export function localBest(
  desk: Desk,
  query: Query,
  today: string,
  lead: number = localLead,
): readonly Hit[] | undefined {
  const all = desk.search.clauses(query, { today })
  const isLocal = ({ clause }: Pick<Hit, 'clause'>) => clause.cite.region !== '全国' && clause.cite.region !== '未明'
  const local = all.filter(isLocal)
  const national = all.find(({ clause }) => clause.cite.region === '全国')
  if ((local[0]?.score ?? 0) <= lead * (national?.score ?? 0)) return undefined
  // Words alone bring a question of the whole country near to some place's list; how people ask for it tells better.
  const found = likely(desk, query, { today }).clauses.filter(({ clause }) => clause.passage === undefined)
  const chance = (of: (each: Pick<Hit, 'clause'>) => boolean) => found.find(of)?.chance ?? 0
  const everywhere = chance((each) => !isLocal(each))
  const passages = local[0]?.clause.passage !== undefined
  return passages || chance(isLocal) > chanceLead * everywhere ? local : undefined
}

/** Places whose own texts come near what holds everywhere, though not so near that the place would have to be known. */
export function placesWith(desk: Desk, query: Query, today: string): readonly string[] {
  const local = localBest(desk, query, today, rivalLead) ?? []
  return placesOf(desk, local)
}

/** The places of the local clauses that come near the best of them. */
function placesOf({ search }: Desk, local: readonly Hit[]): readonly string[] {
  const near = nearShare * (local[0]?.score ?? 0)
  return [
    ...new Set(
      local
        .filter((h) => h.score >= near)
        .map((h) => search.atlas.reach([h.clause.cite.region]).places[0]?.short ?? h.clause.cite.region),
    ),
  ]
}

/** Asks for the place, with what holds everywhere; side by side, shows what each place that has texts says, each under its own name. */
export function tellByPlace(desk: Desk, query: Query, asked: Asked, local: readonly Hit[], notes: Notes): PartAnswer {
  const { search, phrases } = desk
  const { today } = asked
  const near = nearShare * (local[0]?.score ?? 0)
  const places = placesOf(desk, local)
  const shown = places.map((place) => ({
    place,
    choice: ownOf(choose(desk, query, { reach: search.atlas.reach([place]), today })),
  }))
  const national = choose(desk, query, asked)
  if (!shown.some(({ choice }) => trust(desk, asked, choice) === 'full')) return tell(desk, asked, national, notes)

  const solid = trust(desk, asked, national) === 'full' && (search.clauses(query, asked)[0]?.score ?? 0) >= near
  const everywhere = () =>
    solid
      ? `${phrases.nationalFirst}${words(desk, { ...national, clauses: national.clauses.slice(0, fewClauses) }, notes)}`
      : ''
  const lines = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('\n')
  if (!asked.sideBySide)
    return {
      outcome: 'clarify',
      text: lines(fill(phrases.whichPlace, { held: places.join('、') }), everywhere()),
      choices: solid ? [national] : [],
    }

  const sides = shown.filter(({ choice }) => choice.clauses.length > 0)
  if (sides.length === 0) return nothing
  return {
    outcome: 'clarify',
    text: lines(
      phrases.dependsOnPlace,
      ...sides.map(({ place, choice }) => `【${place}】${words(desk, choice, notes)}`),
      everywhere(),
    ),
    choices: [...sides.map(({ choice }) => choice), ...(solid ? [national] : [])],
  }
}

/** Several places named at once: what each of them says, one after the other, so that they can be compared and are never mixed. */
export function compareByPlace(desk: Desk, query: Query, asked: Asked, notes: Notes): PartAnswer {
  const { search, phrases } = desk
  const shown = asked.reach.places.map((place) => ({
    place: place.short,
    choice: ownOf(choose(desk, query, { reach: search.atlas.reach([place.name]), today: asked.today })),
  }))
  const sides = shown.map((side) => ({ ...side, choice: inFull(desk, query, side.place, shown, side.choice) }))
  if (!sides.some(({ choice }) => trust(desk, asked, choice) !== 'none')) return nothing
  const apart = notAlike(desk, sides)
  const side = ({ place, choice }: (typeof sides)[number]) =>
    `【${place}】${choice.clauses.length > 0 ? words(desk, choice, notes) : fill(phrases.sideEmpty, { place })}`
  return {
    outcome: 'grounded',
    text: [phrases.compared, ...sides.map(side), ...apart.map((clause) => told(clause, notes, phrases))].join('\n'),
    choices: sides.map(({ choice }) => choice),
  }
}

/** What is held on why the two cannot be put together: figures counted otherwise, things that only sound alike. */
function notAlike({ library }: Desk, sides: readonly { readonly choice: Choice }[]): readonly HeldClause[] {
  const told = sides.map(({ choice }) => choice.clauses)
  const tied = (gap: HeldClause, { entry }: HeldClause) =>
    (gap.entry.relations ?? []).some(({ to }) => to === entry.id) ||
    (entry.relations ?? []).some(({ to }) => to === gap.entry.id)
  const speaksOf = (gap: HeldClause) => told.filter((clauses) => clauses.some((clause) => tied(gap, clause))).length
  return [...library.clauses.values()]
    .filter((clause) => clause.entry.status === 'gap' && speaksOf(clause) > 1)
    .slice(0, 2)
}

/** Where one side of a comparison is a whole list, the other is told by its own list of the kind: two of six steps are no comparison. */
function inFull(
  { search, library }: Desk,
  query: Query,
  place: string,
  sides: readonly { readonly choice: Choice }[],
  choice: Choice,
): Choice {
  if (choice.list || !sides.some((side) => side.choice.list)) return choice
  const [best] = search
    .lists(query, { reach: search.atlas.reach([place]), today: '' })
    .filter(({ list }) => list.instrument.region !== '全国' && kindFits(query.text, list.title) > 0)
  if (!best) return choice
  const items = best.list.items.flatMap((id) => library.clauses.get(id) ?? [])
  return { ...choice, list: best.list, clauses: items }
}

/** What a place's own texts say, without what holds everywhere. */
function ownOf(choice: Choice): Choice {
  const own = choice.clauses.filter((c) => c.cite.region !== '全国')
  return { ...choice, clauses: choice.list ? own : own.slice(0, fewClauses) }
}
