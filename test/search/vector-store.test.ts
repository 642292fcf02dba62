import { Document } from '@langchain/core/documents'
import { describe, expect, it } from 'vitest'
import { ClauseEmbeddings } from '../../src/search/embeddings.ts'
import { openVectors } from '../../src/search/index.ts'
import { ClauseVectors } from '../../src/search/vector-store.ts'

const texts = { 'a.1': '备案要书面申请', 'a.2': '诬告要追究责任', 'a.3': '澄清可以当面', 'a.4': '举报可以实名' }
const clauses = Object.entries(texts).map(([id, text]) => ({ id, text }))
const documents = clauses.map(({ id, text }) => new Document({ id, pageContent: text, metadata: { region: '全国' } }))
const vectors = await openVectors({
  clauses,
  onFault: (fault) => {
    throw fault
  },
})
const open = () => new ClauseVectors(new ClauseEmbeddings(vectors.embedder), vectors, documents)
const ids = (found: readonly { id?: string }[]) => found.map((d) => d.id)

describe('the LangChain vector store', () => {
  it('finds clauses by question, typed well or by sound, best first with scores', async () => {
    expect(ids(await open().similaritySearch('怎么备按', 1))).toEqual(['a.1'])
    const found = await open().similaritySearchWithScore('澄清', 4)
    expect(found[0]?.[0].metadata).toEqual({ region: '全国' })
    const scores = found.map(([, score]) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })

  it('is a retriever for any chain', async () => {
    expect(ids(await open().asRetriever({ k: 1 }).invoke('诬告'))).toEqual(['a.2'])
  })

  it('takes documents in, replaces and deletes them, and leaves the index it stands on alone', async () => {
    const store = open()
    expect(await store.addDocuments([new Document({ id: 'b.1', pageContent: '诬告诬告' })])).toEqual(['b.1'])
    expect(ids(await store.similaritySearch('诬告', 2)).sort()).toEqual(['a.2', 'b.1'])
    await store.addDocuments([new Document({ pageContent: '实名举报' })], { ids: ['b.1'] })
    expect(ids(await store.similaritySearch('诬告', 1))).toEqual(['a.2'])
    await store.delete({ ids: ['a.2', 'b.1', 'nobody'] })
    expect(ids(await store.similaritySearch('诬告', 9)).sort()).toEqual(['a.1', 'a.3', 'a.4'])
    expect(ids(await open().similaritySearch('诬告', 1))).toEqual(['a.2'])
  })

  it('keeps to a choice of documents, by id or by a function, whose error is the caller’s', async () => {
    const store = open()
    await store.addDocuments([new Document({ id: 'b.1', pageContent: '诬告', metadata: { region: '许昌市' } })])
    expect(ids(await store.similaritySearch('诬告', 2, ['a.3', 'a.3', 'b.1', 'nobody'])).sort()).toEqual(['a.3', 'b.1'])
    expect(ids(await store.similaritySearch('备案', 5, (d) => d.metadata['region'] === '许昌市'))).toEqual(['b.1'])
    await expect(
      store.similaritySearch('备案', 5, () => {
        throw new Error('mine')
      }),
    ).rejects.toThrow('mine')
  })

  it.each([
    ['null', [null]],
    ['NaN', [Number.NaN]],
    ['another length', [0.5, 0.5]],
  ])('adds nothing of a batch that holds %s', async (_, start) => {
    const store = new ClauseVectors(new ClauseEmbeddings(vectors.embedder), 1)
    // What a server or a caller without types may send.
    const bad = start as number[]
    const two = [new Document({ pageContent: 'x' }), new Document({ pageContent: 'y' })]
    await expect(store.addVectors([[1], bad], two)).rejects.toThrow(/向量/)
    expect(await store.similaritySearchVectorWithScore([1], 5)).toEqual([])
    await expect(store.similaritySearchVectorWithScore(bad, 5)).rejects.toThrow(/向量/)
    await expect(store.addVectors([[1]], two)).rejects.toThrow(/对不上/)
  })

  it('names what has no id, and counts an empty store as one', async () => {
    const store = new ClauseVectors(new ClauseEmbeddings(vectors.embedder), 2)
    const two = [new Document({ pageContent: 'x' }), new Document({ pageContent: 'y' })]
    expect(
      await store.addVectors(
        [
          [1, 0],
          [0, 1],
        ],
        two,
      ),
    ).toEqual(['row-0', 'row-1'])
    expect(ids((await store.similaritySearchVectorWithScore([0, 1], 1)).map(([d]) => d))).toEqual(['row-1'])
    expect(() => new ClauseVectors(new ClauseEmbeddings(vectors.embedder), vectors, [])).toThrow(/对不上/)
  })
})
