import { evenText } from '../base/index.ts'
import { buildFields, type FieldData, type FieldIndex, openFields } from './field-index.ts'
import { cutAsking } from './query.ts'
import type { Row, Sources } from './sources.ts'

/** The indexes of a library as typed arrays, so that another thread can make them. */
export type Indexes = { readonly [name in keyof Sources]: FieldData }
export const indexNames = ['clauses', 'phrases', 'asks', 'lists', 'instruments'] as const

/** Text, section and list titles, instrument (RETRIEVAL section 7), people's words. */
const clauseWeights = [1, 1.5, 0.5, 1] as const

/** @param sources in any spelling. */
export function indexAll(sources: Sources): Indexes {
  const even = (rows: readonly Row[]) => rows.map((row) => row.map(evenText))
  return {
    clauses: buildFields(even(sources.clauses), clauseWeights),
    phrases: buildFields(
      sources.phrases.map(({ text }) => [cutAsking(evenText(text))]),
      [1],
    ),
    // Ways of asking are compared whole, asking words too: 几天 and 哪些 make different questions.
    asks: buildFields(
      sources.asks.map(({ text }) => [evenText(text)]),
      [1],
    ),
    lists: buildFields(even(sources.lists), [1, 0.5, 0.5]),
    instruments: buildFields(even(sources.instruments), [1]),
  }
}

export function openIndexes(data: Indexes): { readonly [name in keyof Sources]: FieldIndex } {
  return {
    clauses: openFields(data.clauses),
    phrases: openFields(data.phrases),
    asks: openFields(data.asks),
    lists: openFields(data.lists),
    instruments: openFields(data.instruments),
  }
}
