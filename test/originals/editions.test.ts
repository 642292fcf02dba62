import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Change,
  diff,
  editionOf,
  fingerprint,
  headOf,
  type Passage,
  passagesOf,
  type Span,
  sameText,
  structure,
} from '../../src/originals/index.ts'
import { interview, places, prose, regulation } from './texts.ts'

const passages = (text: string) => passagesOf(structure(text))
const told = (before: string, after: string) =>
  diff(passages(before), passages(after)).map((change) =>
    [change.type, 'before' in change ? change.before.id : '', 'after' in change ? change.after.id : '']
      .filter(Boolean)
      .join(' '),
  )
const at = (text: string, spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end))

describe('the head of a text', () => {
  test('is read from its first and last lines', () => {
    expect(headOf(regulation, places)).toEqual({
      title: '临江市工作人员事前报备办法',
      issuer: '临江市办公室',
      region: '临江市',
      number: '临办〔2024〕7号',
      issued: '2024-03-05',
      from: '2024-04-01',
      until: '2026-03-31',
    })
  })

  test('of a web page is read from the line of its source', () => {
    expect(headOf(interview, places)).toMatchObject({
      title: '临江发文：五种情形可以报备',
      region: '临江市',
      issued: '2024-05-06',
    })
  })

  test('leaves out what it does not say', () => {
    expect(headOf(prose, places)).toEqual({ title: '某市报备工作调研报告' })
    expect(headOf('', places)).toEqual({})
    expect(headOf('临江市和望山市联合报备办法\n第一条 甲。', places)).not.toHaveProperty('region')
  })

  test('knows a national text, a day in Chinese figures and a day that is on no calendar', () => {
    expect(headOf('中华人民共和国某某法\n第一条 甲。\n某某部\n二〇二四年十二月三十一日', places)).toMatchObject({
      region: '全国',
      issued: '2024-12-31',
    })
    expect(headOf('临江市办法\n第一条 甲。\n2023年2月29日', places)).not.toHaveProperty('issued')
  })

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void headOf(text, places)))
  })
})

describe('two editions', () => {
  const before =
    '第一条 甲说的是头一件事，应当在五日内办完。\n第二条 乙说的是另一件事，由办公室负责。\n第三条 丙是要取消的那一条。'

  test('are told apart by clause, word by word', () => {
    const after =
      '第一条 甲说的是头一件事，应当在七日内办完。\n第二条 新加的这条谁也没有见过，讲的是收费。\n第三条 乙说的是另一件事，由办公室负责。'
    expect(told(before, after)).toEqual(['changed a1.1 a1.1', 'added a2.1', 'moved a2.1 a3.1', 'removed a3.1'])
    const [first] = diff(passages(before), passages(after))
    expect(first?.type === 'changed' && [at(first.before.text, first.struck), at(first.after.text, first.put)]).toEqual(
      [['五'], ['七']],
    )
  })

  test('show words put in and struck out where they stand, figures whole', () => {
    const [change] = diff(
      passages('第一条 受理以后应当办完，并且告诉本人，逾期120日的除外。'),
      passages('第一条 受理登记以后应当在五日内办完，告诉本人，逾期130日的除外。'),
    )
    expect(
      change?.type === 'changed' && [at(change.before.text, change.struck), at(change.after.text, change.put)],
    ).toEqual([
      ['并且', '120'],
      ['登记', '在五日内', '130'],
    ])
  })

  test('that differ in width, blanks or the number of a clause are the same words', () => {
    expect(told('第一条 甲，乙。', '第一条　甲,乙。')).toEqual(['same a1.1 a1.1'])
    expect(told('第一条 甲：\n（一）乙的事；\n（二）丙的事。', '第一条 甲：\n（一）丙的事。')).toEqual([
      'same a1.1 a1.1',
      'removed a1.1.1',
      'moved a1.1.2 a1.1.1',
    ])
  })

  const clause = fc.constantFrom(
    '第一件事应当在五日内办完',
    '第一件事应当在七日内办完',
    '另一件事由办公室负责',
    '收费由财政部门管',
    '没有先例的可以报备',
    '没有先例的不得报备',
    '甲',
  )
  const edition = fc
    .array(fc.record({ id: fc.integer({ min: 1, max: 9 }), text: clause }), { maxLength: 9 })
    .map((all): readonly Passage[] =>
      [...new Map(all.map((one) => [one.id, one])).values()].map(({ id, text }) => ({
        id: `a${id}.1`,
        label: '',
        path: [],
        text,
        start: 0,
        end: text.length,
      })),
    )
  const turned = (change: Change): string => {
    switch (change.type) {
      case 'added':
        return `removed ${change.after.id}`
      case 'removed':
        return `added ${change.before.id}`
      default:
        return `${change.type} ${change.after.id} ${change.before.id}`
    }
  }
  const straight = (change: Change): string =>
    `${change.type} ${'before' in change ? change.before.id : ''} ${'after' in change ? change.after.id : ''}`
      .replace(/ +/g, ' ')
      .trim()

  test('turned around tell the same story, each passage once, and what is left when changes are taken out is equal', () => {
    fc.assert(
      fc.property(edition, edition, (old, young) => {
        const changes = diff(old, young)
        expect(diff(young, old).map(turned).sort()).toEqual(changes.map(straight).sort())
        expect(changes.flatMap((change) => ('after' in change ? change.after.id : []))).toEqual(
          young.map(({ id }) => id),
        )
        expect(changes.flatMap((change) => ('before' in change ? change.before.id : [])).sort()).toEqual(
          old.map(({ id }) => id).sort(),
        )
        for (const change of changes)
          if (change.type === 'changed')
            expect(without(change.before.text, change.struck)).toBe(without(change.after.text, change.put))
      }),
      { numRuns: 500 },
    )
  })

  const without = (text: string, spans: readonly Span[]): string => {
    let out = ''
    let from = 0
    for (const { start, end } of spans) {
      out += text.slice(from, start)
      from = end
    }
    return out + text.slice(from)
  }
})

describe('a text that comes in', () => {
  const known = [
    { id: 't1', text: regulation, head: headOf(regulation, places) },
    { id: 't2', text: interview, head: headOf(interview, places) },
  ]
  const came = (text: string) => editionOf({ text, head: headOf(text, places) }, known)

  test('is known when its words are, whatever the blanks, width and script', () => {
    const again = regulation.replaceAll('，', ',').replaceAll('\n', '\r\n  ')
    expect(came(again)).toEqual({ id: 't1', why: 'same' })
    expect(sameText(regulation, again)).toBe(true)
    expect(fingerprint(again)).toBe(fingerprint(regulation))
    expect(fingerprint(regulation)).not.toBe(fingerprint(interview))
    expect(sameText('问：报备', '問: 報備')).toBe(true)
  })

  test.each([
    ['number', regulation.replace('事前报备办法', '先行报备规定').replace('五日', '七日')],
    [
      'title',
      regulation
        .replace('临办〔2024〕7号', '临办〔2026〕1号')
        .replace('报备办法\n', '报备办法（2026年修订）\n')
        .replace('五日', '七日'),
    ],
    [
      'overlap',
      regulation
        .replace('临办〔2024〕7号', '临办〔2026〕1号')
        .replace('临江市工作人员事前报备办法', '临江市先行先试规定'),
    ],
  ])('is a new edition of what is known by its %s', (why, text) => {
    expect(came(text)).toEqual({ id: 't1', why })
  })

  test('is new when it is another text, or the same sentences of another city', () => {
    expect(came(prose)).toBeUndefined()
    expect(came(regulation.replaceAll('临江', '望山').replaceAll('临办', '望办'))).toBeUndefined()
  })
})
