import type { HeldClause, Library } from '../knowledge/index.ts'
import type { GuideHit, Hit, Query, Scope, Search } from '../search/index.ts'
import type { Near, Ways } from './ways.ts'

/** What speaks for a clause belonging into the answer; each is held against the other clauses found for the same question. */
export interface Signs {
  /** Score of the search as a share of the best. */
  readonly score: number
  readonly scoreSquared: number
  readonly first: number
  /** How far the question speaks as those do who need this clause, and as a share of the best. */
  readonly fit: number
  readonly fitShare: number
  readonly fitSquared: number
  /** How alike the nearest way of asking is that this clause answers, and as a share of the nearest of all. */
  readonly alike: number
  readonly alikeShare: number
  /** Share of the nearest ways of asking that it answers, the nearer ones counting more. */
  readonly vote: number
  readonly nearThree: number
  readonly guide: number
  /** Declared to be said with one of the three best. */
  readonly related: number
  readonly family: number
  readonly local: number
  /** Its place among the clauses that way of asking needs. */
  readonly place: number
}

export const signNames = [
  'score',
  'scoreSquared',
  'first',
  'fit',
  'fitShare',
  'fitSquared',
  'alike',
  'alikeShare',
  'vote',
  'nearThree',
  'guide',
  'related',
  'family',
  'local',
  'place',
] as const satisfies readonly (keyof Signs)[]

/** So many of each kind of find are looked at. */
const mostHits = 40
const mostFits = 25
const mostNear = 12
/** How fast a way of asking loses its vote as it is less alike than the nearest. */
const fall = 14

/** Every clause that may belong into the answer with its signs, and how alike the nearest ways of asking are. */
export function readSigns(
  { search, library, ways }: { readonly search: Search; readonly library: Library; readonly ways: Ways },
  query: Query,
  scope: Scope,
): {
  readonly signed: readonly { readonly clause: HeldClause; readonly signs: Signs }[]
  readonly asked: number
  readonly unheld: number
  readonly fit: number
} {
  const hits = search.clauses(query, scope)
  const may = (id: string) => inScope(library.clauses.get(id), scope)
  const ranked = ways.near(query.text, query.story)
  const near = asked(ranked, may)
  const told = vouched(search.guides(query, scope), may)
  const scores = shares(hits)
  const fits = new Map([...ways.fit(query.text, query.story)].filter(([id]) => may(id)).sort((a, b) => b[1] - a[1]))
  const bestFit = [...fits.values()][0] ?? 0
  const ids = [
    ...new Set([
      ...hits.slice(0, mostHits).map((h) => h.clause.entry.id),
      ...[...fits.keys()].slice(0, mostFits),
      ...near.alike.keys(),
      ...told.keys(),
    ]),
  ]
  const share = (of: number, best: number) => (best > 0 ? of / best : 0)
  const rough = (id: string) =>
    (scores.get(id) ?? 0) + share(fits.get(id) ?? 0, bestFit) + share(near.alike.get(id) ?? 0, near.best)
  const leads = [...ids].sort((a, b) => rough(b) - rough(a)).slice(0, 3)
  const related = new Set(leads.flatMap((id) => (may(id)?.entry.relations ?? []).map(({ to }) => to)))
  const families = [...library.lists.values()].filter((list) => list.items.includes(leads[0] ?? ''))
  const placed = scope.reach !== undefined && scope.reach.places.length > 0

  const signsOf = (id: string, clause: HeldClause): Signs => {
    const score = scores.get(id) ?? 0
    const fitShare = share(fits.get(id) ?? 0, bestFit)
    const from = near.order.get(id)
    return {
      score,
      scoreSquared: score * score,
      first: score === 1 ? 1 : 0,
      fit: fits.get(id) ?? 0,
      fitShare,
      fitSquared: fitShare * fitShare,
      alike: near.alike.get(id) ?? 0,
      alikeShare: share(near.alike.get(id) ?? 0, near.best),
      vote: near.vote.get(id) ?? 0,
      nearThree: from !== undefined && from.rank < 3 ? 1 : 0,
      guide: told.get(id) ?? 0,
      related: related.has(id) ? 1 : 0,
      family: families.some((list) => list.items.includes(id)) ? 1 : 0,
      local: placed && clause.cite.region !== '全国' && clause.cite.region !== '未明' ? 1 : 0,
      place: (from?.place ?? 0) / 5,
    }
  }
  const signed = ids.flatMap((id) => {
    const clause = may(id)
    return clause ? [{ clause, signs: signsOf(id, clause) }] : []
  })
  return {
    signed,
    asked: near.best,
    fit: bestFit,
    unheld: ranked.find(({ asks }) => asks.cites.length === 0)?.alike ?? 0,
  }
}

/** Scores as shares of the best. The search gives the same list again within one answer, so the work is done once for each. */
function shares(hits: readonly Hit[]): ReadonlyMap<string, number> {
  const known = sharesOf.get(hits)
  if (known) return known
  const top = hits[0]?.score ?? 0
  const made = new Map(hits.map((h) => [h.clause.entry.id, top > 0 ? h.score / top : 0]))
  sharesOf.set(hits, made)
  return made
}

const sharesOf = new WeakMap<readonly Hit[], ReadonlyMap<string, number>>()

function asked(near: readonly Near[], may: (id: string) => HeldClause | undefined) {
  const alike = new Map<string, number>()
  const order = new Map<string, { rank: number; place: number }>()
  const vote = new Map<string, number>()
  const held = near
    .map(({ asks, alike }) => ({ cites: asks.cites.filter((id) => may(id) !== undefined), alike }))
    .filter(({ cites }) => cites.length > 0)
    .slice(0, mostNear)
  const best = held[0]?.alike ?? 0
  const votes = held.map((h) => Math.exp((h.alike - best) * fall))
  const all = votes.reduce((sum, v) => sum + v, 0)
  held.forEach((h, rank) => {
    h.cites.forEach((id, place) => {
      if (!alike.has(id)) {
        alike.set(id, h.alike)
        order.set(id, { rank, place })
      }
      vote.set(id, (vote.get(id) ?? 0) + (votes[rank] ?? 0) / all)
    })
  })
  return { alike, order, vote, best }
}

function vouched(
  guides: readonly GuideHit[],
  may: (id: string) => HeldClause | undefined,
): ReadonlyMap<string, number> {
  const out = new Map<string, number>()
  for (const { guide, alike } of guides.slice(0, 3))
    for (const id of guide.sentences.flatMap((s) => s.cites))
      if (may(id) && alike > (out.get(id) ?? 0)) out.set(id, alike)
  return out
}

/** Clauses that a way of asking names are held against the bounds of the search. */
function inScope(clause: HeldClause | undefined, { reach, today }: Scope): HeldClause | undefined {
  if (!clause) return undefined
  const { entry, instrument, cite } = clause
  if (reach !== undefined && cite.region !== '全国' && cite.region !== '未明' && !reach.regions.has(cite.region))
    return undefined
  const from = entry.validity?.from ?? instrument.validity.from ?? ''
  const until = entry.validity?.until ?? instrument.validity.until ?? '9999'
  return from <= today && today <= until ? clause : undefined
}
