import { evenText } from '../base/index.ts'
import type { Guide, HeldClause, HeldList, Library } from '../knowledge/index.ts'
import { type ArticleFinder, openArticles } from './articles.ts'
import { frequencyIn, holds, rarityIn, scoreAll } from './field-index.ts'
import { type Indexes, indexAll, openIndexes } from './indexes.ts'
import { openPhrases, pairs } from './phrase-index.ts'
import { cutAsking, type Query, readQuery } from './query.ts'
import { type Atlas, openAtlas } from './region.ts'
import { inForce, reaches, type Scope } from './scope.ts'
import { asksOf, heldClauses, listsByClause, phrasesOf, sourcesOf } from './sources.ts'
import { hearQuery } from './vectors/hear.ts'
import { openSounds } from './vectors/sounds.ts'

/** The library made ready for questions. Built once at start, never written to. */
export interface Search {
  readonly atlas: Atlas
  readonly articles: ArticleFinder
  /** @param around the rest of the message the text stands in. */
  read(text: string, around?: string, story?: string): Query
  /** Clauses by score, best first, none with score 0. Only clauses in force on `today` and, with a reach, of 全国 or its regions. */
  clauses(query: Query, scope: Scope): readonly Hit[]
  lists(query: Query, scope: Scope): readonly ListHit[]
  guides(query: Query, scope: Scope): readonly GuideHit[]
  /** Share 0..1 of what the question asks for that the clauses speak of, each matter counted by how rare it is. */
  covered(query: Query, ids: readonly string[]): number
  /** Whether every pair of characters of a word (one spelling) stands somewhere in the library. */
  knows(word: string): boolean
  /** What each clause covers of the question: matter → rarity. */
  matters(query: Query, id: string): ReadonlyMap<number, number>
}

export interface Hit {
  readonly clause: HeldClause
  readonly score: number
}
export interface ListHit {
  readonly list: HeldList
  readonly score: number
}
export interface GuideHit {
  readonly guide: Guide
  /** 0..1: how alike the question and the nearest way of asking are. */
  readonly alike: number
}

/** How much people's own phrases count beside the text. */
const phraseWeight = 0.6
/** Evidence from neighbours: a share of the list's and the instrument's own score. */
const listShare = 0.05
const instrumentShare = 0.05

/** Where the place is known, its own clause goes before the national one that fits equally well. */
const localWeight = 1.2

/**
 * @param indexes of `sourcesOf(library)`, if they were made elsewhere.
 * @param sounds false: typos by sound are not heard; only to measure what hearing them is worth.
 */
export function openSearch(
  library: Library,
  { indexes, sounds: hears = true }: { readonly indexes?: Indexes; readonly sounds?: boolean } = {},
): Search {
  const held = heldClauses(library)
  const position = new Map(held.map(({ entry }, n) => [entry.id, n]))
  const listsOf = listsByClause(library)
  const made = openIndexes(indexes ?? indexAll(sourcesOf(library)))
  const { clauses: index, lists: listIndex, instruments: instrumentIndex } = made
  const rarity = rarityIn(index)
  const sounds = openSounds(index.terms(), frequencyIn(index))
  const said = phrasesOf(library).map(({ owner, text }) => ({ owner, text: cutAsking(evenText(text)) }))
  const phrases = openPhrases(held.length, said, made.phrases, rarity)
  const ways = asksOf(library).map(({ owner, text }) => ({ owner, text: evenText(text) }))
  const asks = openPhrases(library.guides.length, ways, made.asks, rarityIn(made.asks))
  const lists = [...library.lists.values()]
  const instruments = library.instruments
  const instrumentAt = new Map(instruments.map((i, n) => [i.id, n]))
  const listAt = new Map(lists.map((l, n) => [l.id, n]))

  const terms = (query: Query) => new Set([...query.wanted.keys()].filter((t) => t.length > 1))
  // Beside each clause the places of its lists and its instrument, so that a question looks nothing up by name.
  const listPlaces = held.map(({ entry }) => (listsOf.get(entry.id) ?? []).map((l) => listAt.get(l.id) ?? -1))
  const instrumentPlaces = held.map(({ instrument }) => instrumentAt.get(instrument.id) ?? -1)
  const found = new WeakMap<Query, Map<string, readonly Hit[]>>()

  const look = (query: Query, scope: Scope): readonly Hit[] => {
    const scores = scoreAll(index, query.wanted)
    const spoken = phrases.strongest(terms(query))
    const byList = scoreAll(listIndex, query.wanted)
    const byInstrument = scoreAll(instrumentIndex, query.wanted)
    const hits: Hit[] = []
    for (let n = 0; n < held.length; n++) {
      const own = (scores[n] ?? 0) + phraseWeight * (spoken[n] ?? 0)
      const clause = held[n]
      if (own === 0 || !clause || !reaches(clause.cite.region, scope) || !inForce(clause, scope)) continue
      let family = 0
      for (const list of listPlaces[n] ?? []) family = Math.max(family, byList[list] ?? 0)
      const near = scope.reach?.regions.has(clause.cite.region) ? localWeight : 1
      const instrument = byInstrument[instrumentPlaces[n] ?? -1] ?? 0
      hits.push({ clause, score: near * own + listShare * family + instrumentShare * instrument })
    }
    return hits.sort((a, b) => b.score - a.score)
  }

  return {
    atlas: openAtlas(library.places),
    articles: openArticles(library),
    read(text, around, story) {
      const query = readQuery(text, library.words, rarity, around, story)
      return hears ? hearQuery(query, sounds) : query
    },
    clauses(query, scope) {
      // One answer asks for the same clauses several times: for the whole, for its own place, to be sure of itself.
      const known = found.get(query) ?? new Map<string, readonly Hit[]>()
      found.set(query, known)
      // No reach is every region, an empty one none.
      const key = `${scope.today} ${scope.reach ? `in ${[...scope.reach.regions].join(' ')}` : 'everywhere'}`
      const hits = known.get(key) ?? look(query, scope)
      known.set(key, hits)
      return hits
    },
    lists(query, scope) {
      const scores = scoreAll(listIndex, query.wanted)
      return lists
        .flatMap((list, n) =>
          reaches(list.instrument.region, scope) && (scores[n] ?? 0) > 0 ? [{ list, score: scores[n] ?? 0 }] : [],
        )
        .sort((a, b) => b.score - a.score)
    },
    guides(query, scope) {
      const alike = asks.closest(pairs(query.text))
      return library.guides
        .flatMap((guide, n) =>
          (guide.region === undefined || reaches(guide.region, scope)) && (alike[n] ?? 0) > 0
            ? [{ guide, alike: alike[n] ?? 0 }]
            : [],
        )
        .sort((a, b) => b.alike - a.alike)
    },
    covered(query, ids) {
      const own = query.matters.filter((m) => m.own)
      const all = own.reduce((sum, m) => sum + rarity(m.terms[0] ?? ''), 0)
      if (all === 0) return 0
      const got = new Set(ids.flatMap((id) => [...this.matters(query, id).keys()]))
      return (
        [...got].reduce((sum, n) => sum + (query.matters[n]?.own ? rarity(query.matters[n]?.terms[0] ?? '') : 0), 0) /
        all
      )
    },
    knows: (word) => [...pairs(word)].every((pair) => index.term(pair) >= 0),
    matters(query, id) {
      const out = new Map<number, number>()
      const doc = position.get(id)
      if (doc === undefined) return out
      query.matters.forEach((matter, n) => {
        const share = matter.terms.filter((term) => holds(index, term, doc)).length / matter.terms.length
        if (share >= 0.5) out.set(n, matter.own ? rarity(matter.terms[0] ?? '') : Math.max(...matter.terms.map(rarity)))
      })
      return out
    },
  }
}
