import { describe, expect, it } from 'vitest'
import { citeOn, type Library, loadLibrary, stock } from '../../src/knowledge/index.ts'
import type { OriginalText } from '../../src/originals/index.ts'
import { original, type Says } from '../support/originals.ts'
import { folder } from './folder.ts'

const digest = loadLibrary(folder())
const law = (lines: readonly string[], says: Says = {}) =>
  original(lines, { title: '治安管理处罚法', region: '全国', from: '2026-01-01', ...says })
const penalty = '第五十条　捏造事实诬告陷害他人的，处五日以下拘留。'
const quoted = (library: Library, id: string) => library.clauses.get(id)?.cite

describe('a digest clause carried by a passage of an original', () => {
  const text = law(['第一章 总则', penalty, '第五十一条　写错字的，不予处罚。'], { carries: { 'nat.psl.50': ['a50'] } })
  const library = stock(digest, [text])

  it('keeps its own words and quotes the passage, with the place where it can be read', () => {
    expect(quoted(library, 'nat.psl.50')).toEqual({
      ...digest.clauses.get('nat.psl.50')?.cite,
      held: 'original',
      quote: penalty,
      opens: '/texts/t1/1#a50',
    })
    expect(library.clauses.get('nat.psl.50')?.entry).toEqual(digest.clauses.get('nat.psl.50')?.entry)
  })

  it('takes the place of the passage: it is not told twice', () => {
    expect(library.clauses.has('t1.a50')).toBe(false)
    expect(library.clauses.has('t1.a51')).toBe(true)
  })

  it('takes the first of several passages that may be quoted', () => {
    const both = law(['第一条　见 https://a.example/x 。', penalty], { carries: { 'nat.psl.50': ['a1', 'a50'] } })
    expect(quoted(stock(digest, [both]), 'nat.psl.50')?.opens).toBe('/texts/t1/1#a50')
  })

  it.each([
    ['a clause that is not there', { 'nat.psl.9999': ['a50'] }, {}],
    ['a passage that is not there', { 'nat.psl.50': ['a999'] }, {}],
    ['a clause of another region', { 'nat.psl.50': ['a50'] }, { region: '许昌市' }],
    ['a national text for a local clause', { 'xuchang.filing.positive.1': ['a50'] }, {}],
    ['a clause with more weight', { 'nat.psl.50': ['a50'] }, { authority: '调研材料' as const }],
    ['a clause of another time', { 'nat.psl.50': ['a50'] }, { from: '2012-01-01', until: '2025-12-31' }],
    ['a clause of which only the name is known', { 'xuchang.filing.other': ['a50'] }, { region: '长葛市' }],
  ])('is not believed for %s', (_, carries, says) => {
    const library = stock(digest, [law([penalty], { carries, ...says })])
    for (const id of digest.clauses.keys()) expect(quoted(library, id)).toEqual(digest.clauses.get(id)?.cite)
    expect(library.clauses.get('t1.a50')?.cite.quote).toBe(penalty)
  })

  it('of a city is carried by a report of its province, and not by a regulation of the province', () => {
    const carries = { 'xuchang.filing.positive.1': ['a1'] }
    const report = (says: Says) =>
      stock(digest, [original(['第一条　许昌攻坚克难的事项可以备案。'], { title: '河南见闻', carries, ...says })])
    const quote = (says: Says) => quoted(report(says), 'xuchang.filing.positive.1')?.quote
    expect(quote({ region: '河南省', authority: '官方答问' })).toBe('第一条　许昌攻坚克难的事项可以备案。')
    expect(quote({ region: '河南省', authority: '正式条文' })).toBeUndefined()
    expect(quote({ region: '湖南省', authority: '官方答问' })).toBeUndefined()
    expect(quote({ region: '全国', authority: '官方答问' })).toBeUndefined()
  })

  it('quotes the edition in force on the day asked for, and none where none was', () => {
    const old = '第一条　攻坚克难的事项可以备案。'
    const now = '第一条　攻坚克难、先行先试的事项可以备案。'
    const carries = { 'xuchang.filing.positive.1': ['a1'] }
    const says = { title: '许昌备案规定', region: '许昌市', carries }
    const editions = [
      original([old], { ...says, from: '2023-01-01', until: '2024-12-31' }),
      original([now], { ...says, edition: 2, from: '2025-01-01' }),
    ]
    const clause = stock(digest, editions).clauses.get('xuchang.filing.positive.1')
    if (!clause) throw new Error('the clause is gone')
    expect(clause.cite.quote).toBe(now)
    expect(citeOn(clause, '2024-12-31')).toMatchObject({ quote: old, opens: '/texts/t1/1#a1' })
    expect(citeOn(clause, '2025-01-01')).toMatchObject({ quote: now, opens: '/texts/t1/2#a1' })
    expect(citeOn(clause, '2022-12-31')).toEqual(digest.clauses.get('xuchang.filing.positive.1')?.cite)
  })
})

describe('a passage no digest clause rests on', () => {
  const own = original(['第一章 晒谷', '第一条　晒谷场由村民小组管理。', '　　谷物要在天黑前收好。'], {
    id: 't7',
    region: '长葛市',
    from: '2024-05-01',
  })
  const library = stock(digest, [own])

  it('is a clause of an instrument of its own, verbatim, with region, validity and authority of the original', () => {
    expect(library.clauses.get('t7.a1')).toMatchObject({
      entry: {
        id: 't7.a1',
        label: '第1条',
        text: '第一条　晒谷场由村民小组管理。',
        heading: '第一章 晒谷',
        article: '1',
        grade: 'A',
      },
      instrument: { id: 't7', title: '青禾市晒谷场管理规定', held: 'original', validity: { from: '2024-05-01' } },
      cite: { region: '长葛市', authority: '正式条文', held: 'original', opens: '/texts/t7/1#a1' },
    })
    expect(library.instruments.at(-1)?.id).toBe('t7')
    expect(library.places.find(({ name }) => name === '长葛市')?.held).toBe(true)
  })

  it('stands with its short list as one clause, since neither says anything alone', () => {
    const list = original([
      '第一条　有下列情形之一的，可以晒谷：',
      '（一）天晴的；',
      '（二）场空的。',
      '第二条　下雨不晒。',
    ])
    const library = stock(digest, [list])
    expect(library.clauses.get('t1.a1')?.passage).toBe(
      '第一条　有下列情形之一的，可以晒谷：\n（一）天晴的；\n（二）场空的。',
    )
    expect([...library.clauses.keys()].filter((id) => id.startsWith('t1.'))).toEqual(['t1.a1', 't1.a2'])
  })

  it('keeps the items of a long list apart, each with the sentence it hangs on', () => {
    const items = ['一', '二', '三'].map((n) => `（${n}）${`第${n}种情形下的谷物要翻晒并登记，`.repeat(11)}不得遗漏。`)
    const library = stock(digest, [original(['第一条　有下列情形之一的：', ...items])])
    expect(library.clauses.get('t1.a1.2')?.hangsOn?.entry.id).toBe('t1.a1')
  })

  it('never takes the id or the article number of another text', () => {
    const same = law([penalty], { id: 'nat', region: '许昌市', authority: '调研材料' })
    const library = stock(digest, [same])
    expect(library.clauses.get('nat.a50')?.entry).not.toHaveProperty('article')
    expect(library.clauses.get('nat.a50')?.instrument.title).toBe('治安管理处罚法（许昌市·调研材料）')
    expect(library.clauses.get('nat.psl.50')).toEqual(digest.clauses.get('nat.psl.50'))
  })

  it('keeps its numbers beside a text of the same name in another city', () => {
    const other = original(['第一条　南阳也备案。'], { title: '许昌备案办法', region: '南阳市' })
    const clause = stock(digest, [other]).clauses.get('t1.a1')
    expect([clause?.entry.article, clause?.instrument.title]).toEqual(['1', '许昌备案办法'])
  })

  it('never speaks as this house itself', () => {
    const library = stock(digest, [original([penalty], { authority: '编写建议' })])
    expect(library.clauses.get('t1.a50')?.cite.authority).toBe('调研材料')
  })
})

describe('editions', () => {
  const [first, second] = [
    original(['第一条　晒谷场归队长管理。', '第九条　牛不得进晒谷场，违者罚五元。', '第十条　本规定用算盘记账。'], {
      from: '2001-01-01',
      until: '2019-12-31',
    }),
    original(['第一条　晒谷场归村民小组管理。', '第三条　牛不得进晒谷场，违者罚五十元。'], {
      edition: 2,
      from: '2020-01-01',
    }),
  ] as const
  const library = stock(digest, [first, second])

  it('stand side by side, each for its own days; ids without edition are the newest', () => {
    expect(library.clauses.get('t1.a1')?.entry.text).toContain('村民小组')
    expect(library.clauses.get('t1-e1.a1')?.instrument.validity).toEqual({ from: '2001-01-01', until: '2019-12-31' })
  })

  it('know what stands in the place of an old article, though the number changed, and where nothing does', () => {
    expect(library.clauses.get('t1-e1.a1')?.replacedBy).toEqual(['t1.a1'])
    expect(library.clauses.get('t1-e1.a9')?.replacedBy).toEqual(['t1.a3'])
    expect(library.clauses.get('t1-e1.a10')?.replacedBy).toEqual([])
  })

  it('leave no day to one that was corrected on the day it began', () => {
    const corrected = { ...second, edition: 3 }
    const ids = [...stock(digest, [first, second, corrected]).clauses.keys()]
    expect(ids.filter((id) => id.startsWith('t1-e2'))).toEqual([])
    expect(ids).toContain('t1.a3')
  })
})

describe('the version', () => {
  const texts: readonly OriginalText[] = [
    original([penalty], { id: 't1' }),
    original(['第一条　晒谷。'], { id: 't2', carries: { 'nat.psl.50': ['a1'] } }),
  ]
  const version = (originals: readonly OriginalText[]) => stock(digest, originals).version

  it('is that of the digest where nothing is published, and the same for the same texts in any order', () => {
    expect(stock(digest, [])).toBe(digest)
    expect(version([...texts].reverse())).toBe(version(texts))
    expect(version(texts)).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each([
    ['a text less', [texts[0]]],
    ['another word', [{ ...texts[0], text: `${texts[0]?.text} ` }, texts[1]]],
    ['another match', [texts[0], { ...texts[1], carries: {} }]],
    ['another day', [texts[0], { ...texts[1], until: '2030-01-01' }]],
  ])('changes with %s', (_, other) => {
    expect(version(other as readonly OriginalText[])).not.toBe(version(texts)) // made from whole texts above
  })
})
