import { z } from 'zod'
import { Fault } from '../../base/index.ts'
import { finiteVector } from './rows.ts'

const Reply = z.object({
  data: z.array(z.object({ index: z.number().int().min(0).optional(), embedding: z.array(z.unknown()).min(1) })),
})

/**
 * Reads an answer of the OpenAI embeddings protocol.
 *
 * @param count how many texts were sent.
 * @returns as many vectors, in the order of the texts, all of one dimension, every component finite.
 * @throws Fault if it is anything else.
 */
export function readEmbeddings(text: string, count: number): readonly Float32Array[] {
  const read = Reply.safeParse(parsed(text))
  if (!read.success) throw new Fault(['答复里没有向量'])
  const { data } = read.data
  if (data.length !== count) throw new Fault([`应有 ${count} 个向量，实际是 ${data.length} 个`])
  const dimension = data[0]?.embedding.length ?? 0
  const found: Float32Array[] = []
  data.forEach(({ index, embedding }, n) => {
    found[index ?? n] = finiteVector(embedding, dimension)
  })
  // An index given twice or beyond the end leaves a gap somewhere.
  if (found.length !== count || Object.keys(found).length !== count) throw new Fault(['向量的序号不对'])
  return found
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Fault(['答复不是 JSON'])
  }
}
