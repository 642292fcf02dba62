import { describe, expect, it } from 'vitest'
import { buildIndex, openCorpus, openSearch } from '../../src/search/index.ts'
import { ClauseRetriever, CorpusRetriever } from '../../src/search/retriever.ts'
import { corpus } from './corpus.ts'
import { library } from './planted.ts'

describe('the LangChain retriever', () => {
  const search = openSearch(library)

  it('gives one document per clause, best first, with its cite as metadata', async () => {
    const documents = await new ClauseRetriever({ search, today: '2026-11-23' }).invoke('诬告罚多少钱')
    expect(documents[0]).toMatchObject({ id: 'law.50', metadata: { label: '第50条', region: '全国' } })
    const scores = documents.map((d) => d.metadata['score'] as number)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })

  it('keeps to the area and to k', async () => {
    const documents = await new ClauseRetriever({ search, area: '许昌', today: '2026-11-23', k: 1 }).invoke(
      '事前备案走几步',
    )
    expect(documents.map((d) => d.id)).toEqual(['xu.step.1'])
    const elsewhere = await new ClauseRetriever({ search, area: '南阳', today: '2026-11-23' }).invoke('事前备案走几步')
    expect(elsewhere.map((d) => d.metadata['region'])).not.toContain('许昌市')
  })
})

describe('the LangChain retriever of a corpus', () => {
  it('tells law, article, rank, and whether the question named the clause', async () => {
    const index = buildIndex(corpus)
    const text = (id: string) => corpus.clauses.find((clause) => clause.id === id)?.text ?? ''
    const retriever = new CorpusRetriever({ index, search: openCorpus(index), text, k: 2 })
    const [first, second, ...rest] = await retriever.invoke('晒谷法第12条毁坏谷物')
    expect(first).toMatchObject({
      id: 'a12',
      pageContent: '毁坏谷物的，处五百元以下罚款。',
      metadata: { law: '中华人民共和国晒谷法', article: '12', level: 'law', source: 'cited' },
    })
    expect(second?.metadata['source']).toBe('found')
    expect(rest).toEqual([])
  })
})
