import { evenText } from '../base/index.ts'
import { type FieldIndex, indexFields } from './field-index.ts'
import { cutAsking } from './query.ts'
import type { Row, Sources } from './sources.ts'

/** The indexes of a library: typed arrays and terms, so that another thread can make them. */
export type Indexes = { readonly [name in keyof Sources]: FieldIndex }
export const indexNames = ['clauses', 'phrases', 'asks', 'lists', 'instruments'] as const

/** Text, section and list titles, instrument (RETRIEVAL section 7), people's words. */
const clauseWeights = [1, 1.5, 0.5, 1] as const

/** @param sources in any spelling. */
export function indexAll(sources: Sources): Indexes {
  const even = (rows: readonly Row[]) => rows.map((row) => row.map(evenText))
  return {
    clauses: indexFields(even(sources.clauses), clauseWeights),
    phrases: indexFields(
      sources.phrases.map(({ text }) => [cutAsking(evenText(text))]),
      [1],
    ),
    // Ways of asking are compared whole, asking words too: 几天 and 哪些 make different questions.
    asks: indexFields(
      sources.asks.map(({ text }) => [evenText(text)]),
      [1],
    ),
    lists: indexFields(even(sources.lists), [1, 0.5, 0.5]),
    instruments: indexFields(even(sources.instruments), [1]),
  }
}
