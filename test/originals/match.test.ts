import { describe, expect, test } from 'vitest'
import { matchClauses, passagesOf, structure } from '../../src/originals/index.ts'
import { digest, interview, regulation } from './texts.ts'

const matched = (text: string, clauses: Parameters<typeof matchClauses>[0] = digest) => {
  const structured = structure(text)
  return matchClauses(clauses, structured, passagesOf(structured))
}

describe('the clauses of a digest', () => {
  test('find the articles and items of a regulation they rest on', () => {
    const found = matched(regulation)
    expect(found['linjiang.def']?.[0]).toMatch(/^a2\./)
    expect(found['linjiang.case.1']).toEqual(['a3.1.1'])
    expect(found['linjiang.case.3']).toEqual(['a3.1.3'])
    expect(found['linjiang.days']).toEqual(['a3-1.1'])
  })

  test('find the points of an interview by their words and by their place in the list', () => {
    const found = matched(interview)
    expect(found['linjiang.case.1']?.[0]).toBe('q2.a.1')
    expect(found['linjiang.case.2']).toEqual(['q2.a.2'])
    expect(found['linjiang.case.3']).toEqual(['q2.a.3'])
  })

  test('that rest on nothing here are absent, and so is an article the text does not have', () => {
    expect(matched(regulation)).not.toHaveProperty('linjiang.fee')
    expect(matched(regulation)).not.toHaveProperty('linjiang.gone')
    expect(matched('')).toEqual({})
    expect(matched(regulation, [])).toEqual({})
  })

  test('find their passages in a traditional text', () => {
    const found = matched(
      '問：哪些情形可以報備？\n答：有下列情形：\n(一)頭一回做、沒有先例的；\n(二)按期完成確有困難的；\n(三)其他確有必要的。',
    )
    expect(found['linjiang.case.2']).toEqual(['q1.a.2'])
  })

  test('never share an item of a list that is another clause’s of theirs', () => {
    const alike = digest.map((clause) =>
      clause.id === 'linjiang.case.2'
        ? { ...clause, text: '在临江，头一回做、没有先例的，经过批准也可以报备（情形二）。' }
        : clause,
    )
    const found = matched(interview, alike)
    expect(found['linjiang.case.1']).toContain('q2.a.1')
    expect(found['linjiang.case.2'] ?? []).not.toContain('q2.a.1')
  })

  test('with figures find no passage that has none of them', () => {
    const clause = { id: 'a', label: '数字', text: '临江两年来一共受理报备412件，办结398件。' }
    const words = '临江市报备办公室两年来一共受理报备若干件，办结若干件，得到各方好评。'
    expect(matched(words, [clause])).toEqual({})
    expect(matched(words.replace('受理报备若干', '受理报备412'), [clause])).toEqual({ a: ['p1'] })
    expect(
      matched('本市报备时限为三日，从收到之日起算。', [
        { id: 'b', label: '报备时限', text: '本市报备时限3日，从收到之日起算。' },
      ]),
    ).toEqual({ b: ['p1'] })
  })
})
