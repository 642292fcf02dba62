import { evenText } from '../../base/index.ts'
import { longTerms } from './thesaurus.ts'

/** A question of which somebody confirmed which clauses answer it. */
export interface Pair {
  readonly question: string
  readonly clauses: readonly { readonly instrument: string; readonly text: string }[]
}

/**
 * What confirmed pairs teach, as plain JSON, tied to no index: it goes with the texts when they change.
 * Holds words of the questions, so it may be learned from public or curated questions only, never from what a person typed.
 */
export interface Translation {
  readonly version: 1
  /** Term of questions → terms of the clauses that answered them and how strongly, 0..1, strongest first. */
  readonly words: Readonly<Record<string, readonly (readonly [string, number])[]>>
  /** Title of an instrument → in how many questions it was the answer. */
  readonly asked: Readonly<Record<string, number>>
}

/** One sighting is worth half of many: P(clause has c | question has q), shrunk by one question that had nothing. */
const shrink = 1
/** More than twenty words per word only makes it slower. */
const perWord = 20

/**
 * Word translation from pairs: a clause term counts for a question term by how much likelier it is in the answers to
 * questions with that term than in answers at large, times how rare it is in the texts.
 * @param rarity of a term in the texts.
 */
export function learn(pairs: readonly Pair[], rarity: (term: string) => number): Translation {
  const usable = pairs.filter(({ clauses }) => clauses.length > 0)
  const questions = new Map<string, number>()
  const answers = new Map<string, number>()
  const together = new Map<string, Map<string, number>>()
  const asked = new Map<string, number>()
  for (const { question, clauses } of usable) {
    const share = 1 / clauses.length
    const terms = new Map<string, number>()
    for (const { instrument, text } of clauses) {
      count(asked, instrument, share)
      for (const term of new Set(longTerms(evenText(text)))) count(terms, term, share)
    }
    for (const [term, n] of terms) count(answers, term, n)
    for (const said of new Set(longTerms(evenText(question)))) {
      count(questions, said, 1)
      const row = together.get(said) ?? new Map<string, number>()
      together.set(said, row)
      for (const [term, n] of terms) count(row, term, n)
    }
  }
  const words: [string, readonly (readonly [string, number])[]][] = [...together].map(([said, row]) => {
    const seen = (questions.get(said) ?? 0) + shrink
    const ranked = [...row]
      .map(([term, n]) => ({ term, lift: n / seen - (answers.get(term) ?? 0) / usable.length }))
      .filter(({ lift }) => lift > 0)
      .map(({ term, lift }) => ({ term, lift, value: lift * rarity(term) }))
      .sort((a, b) => b.value - a.value)
    return [said, ranked.slice(0, perWord).map(({ term, lift }) => [term, Math.round(lift * 1000) / 1000] as const)]
  })
  return {
    version: 1,
    words: Object.fromEntries(words),
    asked: Object.fromEntries(asked),
  }
}

function count(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
