import { Document } from '@langchain/core/documents'
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers'
import type { Search } from './search.ts'

export interface ClauseRetrieverInput extends BaseRetrieverInput {
  readonly search: Search
  /** A place's name; absent: only what holds everywhere. */
  readonly area?: string
  /** ISO day on which the clauses must be in force. */
  readonly today: string
  /** How many clauses at most. */
  readonly k?: number
}

/**
 * The clause search as a LangChain retriever: one document per clause, best first, `id` the clause id.
 * An entry of its own: loading LangChain takes half a second, and nothing at start needs it.
 */
export class ClauseRetriever extends BaseRetriever {
  static override lc_name(): string {
    return 'ClauseRetriever'
  }

  override readonly lc_namespace = ['qingwen', 'search']
  readonly #input: ClauseRetrieverInput

  constructor(input: ClauseRetrieverInput) {
    super(input)
    this.#input = input
  }

  override async _getRelevantDocuments(question: string): Promise<Document[]> {
    const { search, area, today, k = 10 } = this.#input
    const reach = search.atlas.reach(area === undefined ? [] : [area])
    return search
      .clauses(search.read(question), { reach, today })
      .slice(0, k)
      .map(
        ({ clause, score }) =>
          new Document({ id: clause.cite.id, pageContent: clause.entry.text, metadata: { ...clause.cite, score } }),
      )
  }
}
