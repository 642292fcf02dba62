import type { CorpusIndex } from './build.ts'
import type { Lookup } from './dictionary.ts'
import type { Translation } from './learn.ts'
import { longTerms } from './thesaurus.ts'

/** A translation made ready for one index. */
export interface Translator {
  /** Terms for those of a question in one spelling, with 0..1: how strongly, the strongest of all being 1. At most forty. */
  terms(plain: string): readonly (readonly [term: number, strength: number])[]
  /** In how many confirmed questions each instrument was the answer. */
  readonly asked: Float32Array
}

/** Beyond forty words a question only becomes slower. */
const most = 40

export function openTranslator(learned: Translation, index: CorpusIndex, lookup: Lookup): Translator {
  const rarity = index.clauses.rarity
  const unseen = Math.log(1 + 2 * index.clauses.rows)
  // By the word itself: those no text has are the ones that need translating most.
  const table = new Map<string, readonly (readonly [number, number])[]>()
  for (const [said, terms] of Object.entries(learned.words)) {
    const telling = rarity[lookup.term(said)] ?? unseen
    const row = terms.flatMap(([word, lift]) => {
      const to = lookup.term(word)
      return to < 0 ? [] : [[to, lift * (rarity[to] ?? 0) * telling] as const]
    })
    table.set(said, row)
  }
  const place = new Map(index.titles.map((title, n) => [title, n]))
  const asked = new Float32Array(index.titles.length)
  for (const [title, n] of Object.entries(learned.asked)) asked[place.get(title) ?? -1] = n

  return {
    asked,
    terms(plain) {
      const sums = new Map<number, number>()
      for (const term of new Set(longTerms(plain)))
        for (const [to, value] of table.get(term) ?? []) sums.set(to, (sums.get(to) ?? 0) + value)
      const best = [...sums].sort((a, b) => b[1] - a[1]).slice(0, most)
      const strongest = best[0]?.[1] ?? 1
      return best.map(([term, value]) => [term, value / strongest] as const)
    },
  }
}
