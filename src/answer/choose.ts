import type { Guide, HeldClause, HeldList, Library } from '../knowledge/index.ts'
import {
  type ArticleFinding,
  cutAsking,
  type GuideHit,
  type Hit,
  type Query,
  type Scope,
  type Search,
} from '../search/index.ts'
import { kindFits } from './list-kind.ts'
import { related } from './related.ts'

/** The clauses that answer one question, best first, and what they were found by. */
export interface Choice {
  readonly clauses: readonly HeldClause[]
  /** A family told in full. */
  readonly list?: HeldList
  /** A curated answer that fits; only its sentences that rest on `clauses` are told. */
  readonly guide?: Guide
  /** Article numbers named in the question. */
  readonly articles: readonly ArticleFinding[]
  /** From 0: how surely this answers it; see `supportOf`. */
  readonly support: number
  /** 0..1: how alike the question and the nearest way of asking of a guide are. */
  readonly alike: number
}

/** A question that wants a whole family of clauses. */
const wantsAll =
  /哪几|哪些|几种|几类|几个(?!月|工作日)|几项|几步|几条|几点|几方面|哪[一二两三四五六七八九十\d]+|[二两三四五六七八九十\d]+(?:种|步|类|项|条|个|点|方面)|全套|步骤|流程|清单|情形|程序|都有|包括|要件|怎么走|咋走|原则|方式|哪种|三只三不/u

/** Fixed on the development questions in knowledge/questions; the tests there hold what they reach. */
export const limits = {
  /** A guide is used from here on, or from `guideLead` if it is that many times nearer than the next. */
  guideAlike: 0.45,
  guideLeast: 0.2,
  guideLead: 1.6,
  /** So alike, the question is the guide's own and all of it is told. */
  guideWhole: 0.6,
  /** What a guide's likeness adds to the clauses it rests on, as a share of the best score. */
  guideShare: 0.8,
  /** A further clause must score at least this share of the best … */
  near: 0.45,
  /** … and bring this share of what the question asks, unless a guide vouches for it or it is as good as the best. */
  fresh: 0.15,
  level: 0.8,
  most: 5,
  /** A list is told in full when its items score this share of the best on average. */
  family: 0.4,
  /** … or a smaller one, if its title says that it lists what is asked for; the other way round another list goes before it. */
  familyOfKind: 0.3,
  familyOfOtherKind: 1.01,
  kind: 0.3,
  /** The best clause for one side of a sentence must come this near to the best for all of it. */
  side: 0.5,
  sideLength: 3,
  /** Where the place is known, so many of its own clauses are told beside national ones that fit no better than this share. */
  ownLayer: 0.6,
  mostOwn: 2,
  mostRelated: 3,
} as const

export function choose(search: Search, library: Library, query: Query, scope: Scope): Choice {
  const guides = search.guides(query, scope)
  const vouched = vouchers(guides)
  const plainHits = search.clauses(query, scope)
  const hits = ranked(plainHits, vouched)
  const likely = [...new Set(hits.slice(0, 3).map((h) => h.clause.instrument))]
  const articles = search.articles.find(query.text, likely, scope)
  const pinned = pin(articles, hits)
  const list = pinned.length > 0 ? undefined : familyOf(search, query, scope, hits)
  const guide = list || pinned.length > 0 ? undefined : fitting(guides)

  const beside = ({ clause }: Hit) => !(list && ofOtherKind(library, query, list, clause))
  const chosen: HeldClause[] = []
  const take = (clause: HeldClause | undefined) => {
    if (clause && !chosen.includes(clause)) chosen.push(clause)
  }
  for (const clause of pinned) take(clause)
  for (const id of list?.items ?? []) take(library.clauses.get(id))
  if (guide && (guides[0]?.alike ?? 0) >= limits.guideWhole) for (const clause of restsOn(guide, hits)) take(clause)
  if (pinned.length === 0) {
    for (const clause of cover(search, query, hits.filter(beside), chosen, vouched)) take(clause)
    if (!list) for (const clause of bySide(search, query, scope, hits)) take(clause)
  }
  for (const clause of ownLayer(plainHits.filter(beside), scope)) take(clause)
  for (const clause of related(library, query, chosen, hits, scope).slice(0, limits.mostRelated)) take(clause)

  return {
    clauses: inOrder(chosen, library),
    ...(list ? { list } : {}),
    ...(guide ? { guide } : {}),
    articles,
    support: supportOf(search, query, plainHits, guides[0]?.alike ?? 0),
    alike: guides[0]?.alike ?? 0,
  }
}

/** A good match scores some 40; more than one and a half of that says nothing new. */
const goodScore = 40

/**
 * How strongly the best clause matches, how far it stands out, how much of the question the first clauses speak of, and the nearest way of asking.
 * The shares come from a logistic fit over answered and unanswerable questions, rounded; 1 is an everyday good answer.
 */
function supportOf(search: Search, query: Query, hits: readonly Hit[], alike: number): number {
  const top = hits[0]?.score ?? 0
  const lead = top - (hits[9]?.score ?? 0)
  const first = hits.slice(0, 5).map((h) => h.clause.entry.id)
  return Math.min(top / goodScore, 1.5) + (0.4 * lead) / goodScore + 0.6 * search.covered(query, first) + 0.2 * alike
}

/** The clauses of a guide that may be cited here, in its order. */
function restsOn(guide: Guide, hits: readonly Hit[]): readonly HeldClause[] {
  return guide.sentences
    .flatMap((s) => s.cites)
    .flatMap((id) => hits.find((h) => h.clause.entry.id === id)?.clause ?? [])
}

/** Clause id → how alike the question is to a guide that rests on it. */
function vouchers(guides: readonly GuideHit[]): ReadonlyMap<string, number> {
  const out = new Map<string, number>()
  for (const { guide, alike } of guides.slice(0, 3)) {
    if (alike < limits.guideLeast) break
    for (const id of guide.sentences.flatMap((s) => s.cites)) out.set(id, Math.max(out.get(id) ?? 0, alike))
  }
  return out
}

function ranked(hits: readonly Hit[], vouched: ReadonlyMap<string, number>): readonly Hit[] {
  const top = hits[0]?.score ?? 0
  return hits
    .map(({ clause, score }) => ({
      clause,
      score: score + limits.guideShare * top * (vouched.get(clause.entry.id) ?? 0),
    }))
    .sort((a, b) => b.score - a.score)
}

function fitting([first, second]: readonly GuideHit[]): Guide | undefined {
  if (!first) return undefined
  const clear = first.alike >= limits.guideLeast && first.alike >= limits.guideLead * (second?.alike ?? 0)
  return first.alike >= limits.guideAlike || clear ? first.guide : undefined
}

function pin(articles: readonly ArticleFinding[], hits: readonly Hit[]): readonly HeldClause[] {
  return articles.flatMap((finding) => {
    if (finding.type === 'absent') return []
    const found = hits.filter((h) => finding.clauses.includes(h.clause))
    const best = found[0]?.score ?? 0
    const ranked = found.filter((h) => h.score >= limits.level * best).map((h) => h.clause)
    return (ranked.length > 0 ? ranked : finding.clauses).slice(0, limits.most)
  })
}

function familyOf(search: Search, query: Query, scope: Scope, hits: readonly Hit[]): HeldList | undefined {
  if (!wantsAll.test(query.text)) return undefined
  const top = hits[0]?.score ?? 0
  const scores = new Map(hits.map((h) => [h.clause.entry.id, h.score]))
  let best: { list: HeldList; worth: number } | undefined
  for (const { list, score } of search.lists(query, scope)) {
    const mean = list.items.reduce((sum, id) => sum + (scores.get(id) ?? 0), 0) / list.items.length / (top || 1)
    const fits = kindFits(query.text, list.title)
    const worth = mean + score / 20 + limits.kind * fits
    const enough = { '1': limits.familyOfKind, '0': limits.family, '-1': limits.familyOfOtherKind }[fits]
    if (mean >= enough && (!best || worth > best.worth)) best = { list, worth }
  }
  return best?.list
}

/** An item of another family that lists what was not asked for: steps beside the cases that were. */
function ofOtherKind(library: Library, query: Query, told: HeldList, { entry }: HeldClause): boolean {
  if (told.items.includes(entry.id) || kindFits(query.text, told.title) <= 0) return false
  return [...library.lists.values()].some((l) => l.items.includes(entry.id) && kindFits(query.text, l.title) < 0)
}

/** A long sentence has several sides, set apart by commas; each may have a clause of its own that the whole sentence drowns. */
function bySide(search: Search, query: Query, scope: Scope, hits: readonly Hit[]): readonly HeldClause[] {
  const sides = query.text
    .split(/[，,、:\s]+/u)
    .filter((side) => cutAsking(side).replace(/\s/g, '').length >= limits.sideLength)
  if (sides.length < 2) return []
  const top = hits[0]?.score ?? 0
  return sides.slice(0, 5).flatMap((side) => {
    const [best] = search.clauses(search.read(side, query.text), scope)
    return best && best.score >= limits.side * top ? [best.clause] : []
  })
}

/** What the place's own texts add where national clauses fit as well: both layers bind, and the nearer one is easily overlooked. */
function ownLayer(hits: readonly Hit[], { reach }: Scope): readonly HeldClause[] {
  if (reach === undefined || reach.places.length === 0) return []
  const top = hits[0]?.score ?? 0
  return hits
    .filter((h) => h.clause.cite.region !== '全国' && h.score >= limits.ownLayer * top)
    .slice(0, limits.mostOwn)
    .map((h) => h.clause)
}

/** Clauses of one family stand together and in the family's order, where the first of them stood: steps are told one after the other. */
function inOrder(chosen: readonly HeldClause[], library: Library): readonly HeldClause[] {
  const families = [...library.lists.values()].filter(
    (list) => list.items.filter((id) => chosen.some((c) => c.entry.id === id)).length > 2,
  )
  const out: HeldClause[] = []
  for (const clause of chosen) {
    if (out.includes(clause)) continue
    const family = families.find((list) => list.items.includes(clause.entry.id))
    out.push(
      ...(family
        ? family.items.flatMap((id) => chosen.find((c) => c.entry.id === id && !out.includes(c)) ?? [])
        : [clause]),
    )
  }
  return out
}

/** The fewest clauses that speak of what is asked: the best one, then those that add something, are vouched for, or are as good. */
function cover(
  search: Search,
  query: Query,
  hits: readonly Hit[],
  already: readonly HeldClause[],
  vouched: ReadonlyMap<string, number>,
): readonly HeldClause[] {
  const top = hits[0]?.score ?? 0
  const total = query.matters.length || 1
  const seen = new Set(already.flatMap((c) => [...search.matters(query, c.entry.id).keys()]))
  const out: HeldClause[] = []
  for (const { clause, score } of hits.slice(0, 14)) {
    if (out.length >= limits.most || score < limits.near * top) break
    if (already.includes(clause)) continue
    const matters = [...search.matters(query, clause.entry.id).keys()]
    const fresh = matters.filter((m) => !seen.has(m)).length / total
    const worth = score >= limits.level * top || fresh >= limits.fresh || vouched.has(clause.entry.id)
    if (out.length + already.length > 0 && (already.length > 0 ? score < limits.level * top : !worth)) continue
    out.push(clause)
    for (const m of matters) seen.add(m)
  }
  return out
}
