import { evenText } from '../../base/index.ts'
import type { Words } from '../../knowledge/index.ts'
import { tokens } from '../tokens.ts'
import type { Lookup } from './dictionary.ts'

/** People's words turned into the texts' words, ready for one index. */
export interface Thesaurus {
  /** Calls `found` with each term the texts use for something said in `plain`, and 0..1: how rare, so how telling, what was said is. */
  each(plain: string, found: (term: number, telling: number) => void): void
}

/** @param rarity of a term of the index; -1: of a term that no text has. */
export function openThesaurus(words: readonly Words[], lookup: Lookup, rarity: (term: number) => number): Thesaurus {
  const unseen = rarity(-1)
  const entries = words.map(({ text }) => {
    const terms = new Set<number>()
    // Pairs and runs only: a single character of a word that nobody said tells nothing.
    for (const word of text) for (const term of longTerms(evenText(word))) terms.add(lookup.term(term))
    terms.delete(-1)
    return Uint32Array.from(terms)
  })
  // By first character: a question has forty places to begin at, the file has thousands of words.
  const byStart = new Map<string, { readonly said: string; readonly entry: number; readonly telling: number }[]>()
  words.forEach(({ say }, entry) => {
    for (const said of say.map(evenText).filter((word) => word !== '')) {
      const long = longTerms(said)
      const telling = Math.max(...(long.length > 0 ? long : [said]).map((t) => rarity(lookup.term(t)))) / unseen
      const start = said.charAt(0)
      byStart.set(start, [...(byStart.get(start) ?? []), { said, entry, telling }])
    }
  })
  return {
    each(plain, found) {
      const telling = new Map<number, number>()
      for (let at = 0; at < plain.length; at++)
        for (const word of byStart.get(plain.charAt(at)) ?? [])
          if (plain.startsWith(word.said, at))
            telling.set(word.entry, Math.max(telling.get(word.entry) ?? 0, word.telling))
      for (const [entry, share] of telling) for (const term of entries[entry] ?? []) found(term, share)
    },
  }
}

/** Pairs of neighbouring characters and runs, without the single characters; see `tokens`. */
export function longTerms(plain: string): string[] {
  return tokens(plain).filter((term) => term.length > 1 && !isOneCharacter(term))
}

function isOneCharacter(term: string): boolean {
  return term.length === 2 && (term.codePointAt(0) ?? 0) > 0xffff
}
