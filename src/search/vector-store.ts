import { Document } from '@langchain/core/documents'
import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { VectorStore } from '@langchain/core/vectorstores'
import { Fault } from '../base/index.ts'
import { type LiveIndex, openLive } from './vectors/live.ts'
import type { VectorIndex } from './vectors/nearest.ts'

/** What may be asked for: ids, or a choice of documents. Looked at here, before anything reaches the index. */
export type ClauseFilter = readonly string[] | ((document: Document) => boolean)

/**
 * Clause vectors as a LangChain `VectorStore`: one document per clause, `id` the clause id, the score the cosine.
 * Adding and deleting change this store only, not the index it was opened over.
 * An entry of its own, like `ClauseEmbeddings`.
 */
export class ClauseVectors extends VectorStore {
  declare FilterType: ClauseFilter
  readonly #live: LiveIndex
  readonly #documents: (Document | undefined)[]
  readonly #rowOf = new Map<string, number>()

  /**
   * @param base an index whose row `n` is `documents[n]`; or how many dimensions an empty one is to have.
   * @throws Fault if there are not as many documents as rows.
   */
  constructor(embeddings: EmbeddingsInterface, base: VectorIndex | number, documents: readonly Document[] = []) {
    super(embeddings, {})
    const count = typeof base === 'number' ? 0 : base.count
    if (documents.length !== count) throw new Fault([`向量有 ${count} 行，文档有 ${documents.length} 篇，对不上。`])
    this.#live = openLive(base)
    this.#documents = [...documents]
    documents.forEach(({ id }, row) => {
      if (id !== undefined) this.#rowOf.set(id, row)
    })
  }

  static override lc_name(): string {
    return 'ClauseVectors'
  }

  override _vectorstoreType(): string {
    return 'qingwen'
  }

  /** @returns the ids. A document under an id that is there takes its place. @throws Fault on a vector that is no vector; then nothing is added. */
  override async addVectors(
    vectors: number[][],
    documents: Document[],
    options: { readonly ids?: readonly string[] } = {},
  ): Promise<string[]> {
    if (vectors.length !== documents.length || (options.ids && options.ids.length !== documents.length))
      throw new Fault(['向量、文档和编号的个数对不上。'])
    const rows = this.#live.add(vectors)
    return documents.map((document, n) => {
      const row = rows[n] ?? 0
      const id = options.ids?.[n] ?? document.id ?? `row-${row}`
      this.#drop(id)
      this.#documents[row] = new Document({ ...document, id })
      this.#rowOf.set(id, row)
      return id
    })
  }

  override async addDocuments(
    documents: Document[],
    options: { readonly ids?: readonly string[] } = {},
  ): Promise<string[]> {
    const vectors = await this.embeddings.embedDocuments(documents.map((d) => d.pageContent))
    return this.addVectors(vectors, documents, options)
  }

  override async delete({ ids }: { readonly ids: readonly string[] }): Promise<void> {
    for (const id of ids) this.#drop(id)
  }

  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: ClauseFilter,
  ): Promise<[Document, number][]> {
    return this.#live.nearest(query, k, filter && this.#allowed(filter)).flatMap(({ row, score }) => {
      const document = this.#documents[row]
      return document ? [[document, score] as [Document, number]] : []
    })
  }

  #allowed(filter: ClauseFilter): number[] {
    if (typeof filter !== 'function') return [...new Set(filter)].flatMap((id) => this.#rowOf.get(id) ?? [])
    return this.#documents.flatMap((document, row) => (document && filter(document) ? [row] : []))
  }

  #drop(id: string): void {
    const row = this.#rowOf.get(id)
    if (row === undefined) return
    this.#live.remove(row)
    this.#documents[row] = undefined
    this.#rowOf.delete(id)
  }
}
