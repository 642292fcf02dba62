import type { Guide, HeldClause, HeldList, Library } from '../knowledge/index.ts'
import type { ArticleFinding, GuideHit, Hit, Query, Scope, Search } from '../search/index.ts'
import { type Likely, likely } from './likely.ts'
import { kindFits } from './list-kind.ts'
import { ownTexts } from './own-texts.ts'
import { related } from './related.ts'
import type { Ways } from './ways.ts'

/** The clauses that answer one question, best first, and what they were found by. */
export interface Choice {
  readonly clauses: readonly HeldClause[]
  /** A family told in full. */
  readonly list?: HeldList
  /** A curated answer that fits; only its sentences that rest on `clauses` are told. */
  readonly guide?: Guide
  /** Article numbers named in the question. */
  readonly articles: readonly ArticleFinding[]
  readonly evidence: Evidence
}

/** What speaks for an answer being one; all 0..1, so that nothing hangs on what a score means. */
export interface Evidence {
  /** How likely the best clause belongs into the answer. */
  readonly chance: number
  /** How alike the question and the nearest way of asking are that may be answered here, and one that nothing held answers. */
  readonly asked: number
  readonly unheld: number
  /** How far it speaks as those do who need the clause it fits best. */
  readonly fit: number
  /** How much of it a passage of an original speaks of that fits better than the digest. */
  readonly own: number
  /** How alike it and the nearest way of asking of a guide are. */
  readonly guide: number
  /** How much of it the best clauses speak of. */
  readonly covered: number
}

/** Of clauses that were not searched for: they were asked for by what went before. */
export const unsearched: Evidence = { chance: 0, asked: 0, unheld: 0, fit: 0, own: 0, guide: 0, covered: 0 }

/** A question that wants a whole family of clauses. */
const wantsAll =
  /哪几|哪些|几种|几类|几个(?!月|工作日)|几项|几步|(?<!第)几条|几点|几方面|哪[二两三四五六七八九十\d]+|[二两三四五六七八九十\d]+(?:种|步|类|项|条|个|点|方面)|全套|步骤|流程|清单|情形|程序|都有|包括|要件|怎么走|咋走|原则|方式|哪种|三只三不/u

/** Fixed on the development questions in knowledge/questions; the tests there hold what they reach. */
export const limits = {
  /** A guide is used from here on, or from `guideLead` if it is that many times nearer than the next. */
  guideAlike: 0.45,
  guideLeast: 0.2,
  guideLead: 1.6,
  /** So alike, the question is the guide's own and all of it is told. */
  guideWhole: 0.85,
  /** So likely, a clause is told; beside a list or an article asked for only if it is likelier. */
  chance: 0.03,
  chanceShare: 0.05,
  /** Where the place is known, its own clause is easily overlooked beside national ones: both bind. */
  chanceLocal: 0.02,
  mostLocal: 2,
  /** A text of no known place needs this much. */
  chanceNowhere: 0.25,
  chanceBeside: 0.25,
  chanceBesidePinned: 0.6,
  most: 8,
  /** A list is told in full when its items are so likely on average … */
  family: 0.1,
  /** … or a smaller share, if its title says that it lists what is asked for; the other way round another list goes before it. */
  familyOfKind: 0.05,
  familyOfOtherKind: 0.6,
  kind: 0.3,
  level: 0.8,
  mostPinned: 5,
  mostRelated: 3,
} as const

/** @param desk what the search, the library and the ways of asking are taken from. */
export function choose(
  desk: { readonly search: Search; readonly library: Library; readonly ways: Ways },
  query: Query,
  scope: Scope,
): Choice {
  const { search, library } = desk
  const guides = search.guides(query, scope)
  const hits = search.clauses(query, scope)
  const found = likely(desk, query, scope)
  const articles = search.articles.find(
    query.text,
    [...new Set([...found.clauses.slice(0, 2), ...hits.slice(0, 3)].map((h) => h.clause.instrument))],
    scope,
  )
  const pinned = pin(articles, hits)
  const own = pinned.length > 0 ? { clauses: [], covered: 0 } : ownTexts(search, query, hits)
  const settled = pinned.length > 0 || own.clauses.length > 0
  const list = settled ? undefined : familyOf(search, query, scope, found.clauses)
  const guide = list || settled ? undefined : fitting(guides)

  const chosen: HeldClause[] = []
  const take = (clause: HeldClause | undefined) => {
    if (clause && !chosen.includes(clause)) chosen.push(clause)
  }
  for (const clause of pinned) take(clause)
  for (const clause of own.clauses) take(clause)
  for (const id of list?.items ?? []) take(library.clauses.get(id))
  if (guide && (guides[0]?.alike ?? 0) >= limits.guideWhole)
    for (const clause of restsOn(guide, found.clauses)) take(clause)
  const top = found.clauses[0]?.chance ?? 0
  const least = Math.max(
    settled ? limits.chanceBesidePinned : chosen.length > 0 ? limits.chanceBeside : limits.chance,
    limits.chanceShare * top,
  )
  found.clauses.slice(0, limits.most).forEach(({ clause, chance }, n) => {
    if ((n === 0 && chosen.length === 0) || chance >= least)
      if (!(list && ofOtherKind(library, query, list, clause)) && !(n > 0 && isWeak(clause, chance))) take(clause)
  })
  if (!settled) for (const clause of ownLayer(found.clauses, chosen, scope)) take(clause)
  for (const clause of related(library, query, chosen, found.clauses, scope).slice(0, limits.mostRelated)) take(clause)

  return {
    clauses: inOrder(chosen, library),
    ...(list ? { list } : {}),
    ...(guide ? { guide } : {}),
    articles,
    evidence: {
      chance: top,
      asked: found.asked,
      unheld: found.unheld,
      fit: found.fit,
      own: own.covered,
      guide: guides[0]?.alike ?? 0,
      covered: search.covered(
        query,
        found.clauses.slice(0, 5).map(({ clause }) => clause.entry.id),
      ),
    },
  }
}

/** What was only found out somewhere, nobody knows where, is told beside a rule if it is asked for, never by the way. */
const isWeak = ({ cite }: HeldClause, chance: number): boolean =>
  cite.region === '未明' && chance < limits.chanceNowhere

/** What the place's own texts add, where hardly any of them is told yet. */
function ownLayer(found: readonly Likely[], chosen: readonly HeldClause[], { reach }: Scope): readonly HeldClause[] {
  if (reach === undefined || reach.places.length === 0) return []
  const local = ({ cite }: HeldClause) => reach.regions.has(cite.region)
  const room = Math.max(0, limits.mostLocal - chosen.filter(local).length)
  return found
    .filter(({ clause, chance }) => local(clause) && chance >= limits.chanceLocal && !chosen.includes(clause))
    .slice(0, room)
    .map(({ clause }) => clause)
}

/** The clauses of a guide that may be cited here, in its order. */
function restsOn(guide: Guide, found: readonly Likely[]): readonly HeldClause[] {
  return guide.sentences
    .flatMap((s) => s.cites)
    .flatMap((id) => found.find((h) => h.clause.entry.id === id)?.clause ?? [])
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
    return (ranked.length > 0 ? ranked : finding.clauses).slice(0, limits.mostPinned)
  })
}

function familyOf(search: Search, query: Query, scope: Scope, found: readonly Likely[]): HeldList | undefined {
  if (!wantsAll.test(query.text)) return undefined
  const chances = new Map(found.map((h) => [h.clause.entry.id, h.chance]))
  let best: { list: HeldList; worth: number } | undefined
  for (const { list, score } of search.lists(query, scope)) {
    const mean = middle(list.items.map((id) => chances.get(id) ?? 0))
    const fits = kindFits(query.text, list.title)
    const worth = mean + score / 20 + limits.kind * fits
    const enough = { '1': limits.familyOfKind, '0': limits.family, '-1': limits.familyOfOtherKind }[fits]
    if (mean >= enough && (!best || worth > best.worth)) best = { list, worth }
  }
  return best?.list
}

/** Of an even number the lower: one clause that fits very well does not make its whole family fit. */
function middle(chances: readonly number[]): number {
  return [...chances].sort((a, b) => a - b)[Math.floor((chances.length - 1) / 2)] ?? 0
}

/** An item of another family that lists what was not asked for: steps beside the cases that were. */
function ofOtherKind(library: Library, query: Query, told: HeldList, { entry }: HeldClause): boolean {
  if (told.items.includes(entry.id) || kindFits(query.text, told.title) <= 0) return false
  return [...library.lists.values()].some((l) => l.items.includes(entry.id) && kindFits(query.text, l.title) < 0)
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
