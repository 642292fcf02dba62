import { describe, expect, it } from 'vitest'
import { openSearch } from '../../src/search/index.ts'
import { ClauseRetriever } from '../../src/search/retriever.ts'
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
