import type { FieldIndex } from './field-index.ts'
import type { Phrase } from './sources.ts'
import { tokens } from './tokens.ts'

/** Short phrases people use, each belonging to a clause or a guide; finds how far a question holds one. */
export interface PhraseIndex {
  /**
   * @param terms pairs of the question.
   * @returns per owner the strongest phrase: its rarity summed, times how much of it the question holds, squared, so that half a phrase counts a quarter.
   */
  strongest(terms: ReadonlySet<string>): Float32Array
  /** Like `strongest`, but as a share 0..1 of phrase and question together: 1 means they say the same. */
  closest(terms: ReadonlySet<string>): Float32Array
}

/** A question may say more than the phrase does, so what the phrase lacks counts less than what the question lacks. */
const askShare = 0.65

/** @param index of the phrases' texts, a row for each. */
export function openPhrases(
  owners: number,
  phrases: readonly Phrase[],
  index: FieldIndex,
  rarity: (term: string) => number,
): PhraseIndex {
  const total = Float32Array.from(phrases, ({ text }) => sum(pairs(text), rarity))
  const owner = Uint32Array.from(phrases, (p) => p.owner)

  const matched = (terms: ReadonlySet<string>): Float32Array => {
    const found = new Float32Array(phrases.length)
    for (const term of terms) {
      const t = index.term(term)
      if (t < 0) continue
      const weight = rarity(term)
      for (let p = index.starts[t] ?? 0; p < (index.starts[t + 1] ?? 0); p++) {
        const phrase = index.docs[p] ?? 0
        found[phrase] = (found[phrase] ?? 0) + weight
      }
    }
    return found
  }
  const best = (found: Float32Array, value: (found: number, total: number) => number): Float32Array => {
    const out = new Float32Array(owners)
    for (let p = 0; p < phrases.length; p++) {
      const f = found[p] ?? 0
      if (f === 0) continue
      const o = owner[p] ?? 0
      out[o] = Math.max(out[o] ?? 0, value(f, total[p] ?? 1))
    }
    return out
  }

  return {
    strongest: (terms) => best(matched(terms), (found, all) => (found * found) / all),
    closest: (terms) => {
      const asked = sum(terms, rarity)
      return best(matched(terms), (found, all) => found / (askShare * all + (1 - askShare) * asked))
    },
  }
}

/** Pairs and whole runs; single characters are left out, unless there is nothing else. */
export function pairs(text: string): ReadonlySet<string> {
  const all = tokens(text)
  const longer = all.filter((term) => term.length > 1)
  return new Set(longer.length > 0 ? longer : all)
}

function sum(terms: Iterable<string>, rarity: (term: string) => number): number {
  let total = 0
  for (const term of terms) total += rarity(term)
  return total || 1
}
