import { Document } from '@langchain/core/documents'
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers'
import type { CorpusIndex } from './lexical/build.ts'
import { ranks } from './lexical/corpus.ts'
import type { CorpusSearch, FindOptions } from './lexical/open.ts'
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

export interface CorpusRetrieverInput extends BaseRetrieverInput, FindOptions {
  readonly index: CorpusIndex
  readonly search: CorpusSearch
  /** The words of a clause; the index does not hold them. */
  readonly text: (id: string) => string
}

/** The search over any corpus as a LangChain retriever: metadata `law`, `article`, `level` (its rank), `source` (cited or found), `score`. Ten clauses unless `k` says otherwise. */
export class CorpusRetriever extends BaseRetriever {
  static override lc_name(): string {
    return 'CorpusRetriever'
  }

  override readonly lc_namespace = ['qingwen', 'search']
  readonly #input: CorpusRetrieverInput

  constructor(input: CorpusRetrieverInput) {
    super(input)
    this.#input = input
  }

  override async _getRelevantDocuments(question: string): Promise<Document[]> {
    const { index, search, text, k = 10, skip, extra } = this.#input
    return search.find(question, { k, ...(skip ? { skip } : {}), ...(extra ? { extra } : {}) }).map(
      ({ id, row, instrument, score, cited }) =>
        new Document({
          id,
          pageContent: text(id),
          metadata: {
            law: index.titles[instrument],
            article: index.articles[row],
            level: ranks[index.rank[instrument] ?? 0],
            source: cited ? 'cited' : 'found',
            score,
          },
        }),
    )
  }
}
