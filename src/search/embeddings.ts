import { Embeddings, type EmbeddingsParams } from '@langchain/core/embeddings'
import type { Embedder } from './vectors/embedder.ts'

/**
 * An embedder, built-in or of a server, as LangChain `Embeddings`. A failure is thrown: whoever builds a chain of it
 * decides what to do without.
 * An entry of its own: loading LangChain takes half a second, and nothing at start needs it.
 */
export class ClauseEmbeddings extends Embeddings {
  readonly #embedder: Embedder

  constructor(embedder: Embedder, params: EmbeddingsParams = {}) {
    super(params)
    this.#embedder = embedder
  }

  override async embedQuery(question: string): Promise<number[]> {
    return Array.from(await this.#embedder.question(question))
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return (await this.#embedder.texts(texts)).map((vector) => Array.from(vector))
  }
}
