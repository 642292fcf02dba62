import { describe, expect, it } from 'vitest'
import { indexFields, scoreAll } from '../../src/search/field-index.ts'
import { tokens } from '../../src/search/tokens.ts'

describe('cutting a text into terms', () => {
  it.each([
    ['诬告陷害', ['诬', '告', '诬告', '陷', '告陷', '害', '陷害']],
    ['12388电话', ['12388', '电', '话', '电话']],
    ['a1 b', ['a1', 'b']],
    ['三。四', ['三', '四']],
    ['𠮷野', ['𠮷', '野', '𠮷野']],
    ['😭，', []],
  ])('%s', (text, terms) => {
    expect(tokens(text)).toEqual(terms)
  })
})

describe('the index', () => {
  const entries = [
    ['书面申请', '步骤'],
    ['书面澄清', '方式'],
    ['申请复核', '救济 书面'],
  ]
  const weights = [1, 2]

  it('scores as BM25F says, worked out one document at a time', () => {
    const index = indexFields(entries, weights)
    const scores = scoreAll(
      index,
      new Map([
        ['书面', 1],
        ['申请', 0.5],
      ]),
    )
    for (const doc of entries.keys()) expect(scores[doc]).toBeCloseTo(plainScore(doc, { 书面: 1, 申请: 0.5 }), 5)
  })

  it('is silent on unknown terms and stands an empty library', () => {
    expect([...scoreAll(indexFields(entries, weights), new Map([['没有', 1]]))]).toEqual([0, 0, 0])
    expect(scoreAll(indexFields([], weights), new Map([['书面', 1]]))).toHaveLength(0)
  })

  function plainScore(doc: number, wanted: Record<string, number>): number {
    const cut = entries.map((fields) => fields.map(tokens))
    const mean = weights.map((_, f) => cut.reduce((sum, fields) => sum + (fields[f]?.length ?? 0), 0) / entries.length)
    let total = 0
    for (const [term, weight] of Object.entries(wanted)) {
      const df = cut.filter((fields) => fields.some((list) => list.includes(term))).length
      const idf = Math.log(1 + (entries.length - df + 0.5) / (df + 0.5))
      const tf = weights.reduce((sum, w, f) => {
        const list = cut[doc]?.[f] ?? []
        return sum + (w * list.filter((t) => t === term).length) / (1 - 0.75 + (0.75 * list.length) / (mean[f] ?? 1))
      }, 0)
      total += (weight * idf * tf * 2.2) / (1.2 + tf)
    }
    return total
  }
})
