import type { HeldClause, Library } from '../knowledge/index.ts'
import type { GuideHit, Hit, Query, Scope, Search } from '../search/index.ts'
import type { Near, Ways } from './ways.ts'

/** A clause and how likely it belongs into the answer, 0..1. */
export interface Likely {
  readonly clause: HeldClause
  readonly chance: number
}

export interface Found {
  /** Best first. */
  readonly clauses: readonly Likely[]
  /** 0..1: how alike the question and the nearest way of asking are that may be answered here. */
  readonly asked: number
  /** 0..1: how alike it and the nearest way of asking are that nothing held answers. */
  readonly unheld: number
}

/** What the chance is read from; each is held against the other clauses found for the same question. */
interface Signs {
  /** Score of the search as a share of the best. */
  readonly score: number
  /** How alike the nearest way of asking is that this clause answers, and as a share of the nearest of all. */
  readonly alike: number
  readonly alikeShare: number
  /** Share of the nearest ways of asking that it answers, the nearer ones counting more. */
  readonly vote: number
  readonly nearest: number
  readonly nearThree: number
  readonly guide: number
  /** Declared to be said with one of the three best. */
  readonly related: number
  readonly family: number
  readonly local: number
  readonly first: number
  /** Its place among the clauses that way of asking needs. */
  readonly place: number
}

/**
 * A logistic fit over the development questions (knowledge/questions/dev-*): how likely a clause with these signs is one the answer
 * must rest on. Fitted in six parts, each tried on the part left out; refit when the search below changes what a score means.
 */
const weights: Readonly<Record<keyof Signs, number>> = {
  score: 1.75,
  alike: -4.8,
  alikeShare: 3.9,
  vote: 4.1,
  nearest: 0.3,
  nearThree: 0.6,
  guide: 1.1,
  related: 0.65,
  family: 0.45,
  local: 0.8,
  first: 0.7,
  place: 0.45,
}
const scoreSquared = 2.2
const bias = -7.8

const mostHits = 40
const mostNear = 12
/** How fast a way of asking loses its vote as it is less alike than the nearest. */
const fall = 14

/** Clauses by how likely they belong into the answer, best first: from the search, the nearest ways of asking, guides and relations together. */
export function likely(
  { search, library, ways }: { readonly search: Search; readonly library: Library; readonly ways: Ways },
  query: Query,
  scope: Scope,
): Found {
  const hits = search.clauses(query, scope)
  const allowed = new Map(hits.map((h) => [h.clause.entry.id, h.clause]))
  const may = (id: string) => allowed.get(id) ?? inScope(library.clauses.get(id), scope)
  const ranked = ways.near(query.text)
  const near = asked(ranked, may)
  const told = vouched(search.guides(query, scope), may)
  const scores = shares(hits)
  const ids = [...new Set([...[...scores.keys()].slice(0, mostHits), ...near.alike.keys(), ...told.keys()])]
  const rough = (id: string) => (scores.get(id) ?? 0) + (near.alike.get(id) ?? 0) / (near.best || 1)
  const leads = [...ids].sort((a, b) => rough(b) - rough(a)).slice(0, 3)
  const related = new Set(leads.flatMap((id) => (may(id)?.entry.relations ?? []).map(({ to }) => to)))
  const families = [...library.lists.values()].filter((list) => list.items.includes(leads[0] ?? ''))
  const placed = scope.reach !== undefined && scope.reach.places.length > 0

  const chanceOf = (id: string, clause: HeldClause): number => {
    const score = scores.get(id) ?? 0
    const alike = near.alike.get(id) ?? 0
    const from = near.order.get(id)
    const signs: Signs = {
      score,
      alike,
      alikeShare: near.best > 0 ? alike / near.best : 0,
      vote: near.vote.get(id) ?? 0,
      nearest: from?.rank === 0 ? 1 : 0,
      nearThree: from !== undefined && from.rank < 3 ? 1 : 0,
      guide: told.get(id) ?? 0,
      related: related.has(id) ? 1 : 0,
      family: families.some((list) => list.items.includes(id)) ? 1 : 0,
      local: placed && clause.cite.region !== '全国' && clause.cite.region !== '未明' ? 1 : 0,
      first: score === 1 ? 1 : 0,
      place: (from?.place ?? 0) / 5,
    }
    const sum = signNames.reduce(
      (total, name) => total + weights[name] * signs[name],
      bias + scoreSquared * score * score,
    )
    return 1 / (1 + Math.exp(-sum))
  }
  const clauses = ids
    .flatMap((id) => {
      const clause = may(id)
      return clause ? [{ clause, chance: chanceOf(id, clause) }] : []
    })
    .sort((a, b) => b.chance - a.chance)
  return { clauses, asked: near.best, unheld: ranked.find(({ asks }) => asks.cites.length === 0)?.alike ?? 0 }
}

const signNames = Object.keys(weights) as readonly (keyof Signs)[] // `weights` is a record over exactly these names

function shares(hits: readonly Hit[]): ReadonlyMap<string, number> {
  const top = hits[0]?.score ?? 0
  return new Map(hits.map((h) => [h.clause.entry.id, top > 0 ? h.score / top : 0]))
}

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

/** The search leaves out clauses it found nothing of; those a way of asking names are held against the same bounds. */
function inScope(clause: HeldClause | undefined, { reach, today }: Scope): HeldClause | undefined {
  if (!clause) return undefined
  const { entry, instrument, cite } = clause
  if (reach !== undefined && cite.region !== '全国' && cite.region !== '未明' && !reach.regions.has(cite.region))
    return undefined
  const from = entry.validity?.from ?? instrument.validity.from ?? ''
  const until = entry.validity?.until ?? instrument.validity.until ?? '9999'
  return from <= today && today <= until ? clause : undefined
}
