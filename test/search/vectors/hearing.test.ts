import { describe, expect, it } from 'vitest'
import { fuse } from '../../../src/search/vectors/fuse.ts'
import { hear, hearQuery } from '../../../src/search/vectors/hear.ts'
import { openSounds } from '../../../src/search/vectors/sounds.ts'

describe('typos by sound', () => {
  const known = new Map(
    Object.entries({ 举报: 9, 备案: 7, 澄清: 5, 报告: 3, 重要: 2, 案: 9, 公报: 1, 工保: 4, abc: 1 }),
  )
  const sounds = openSounds(known.keys(), (term) => known.get(term) ?? 0, 1)

  it.each([
    ['举抱', ['举报']],
    ['备按', ['备案']],
    ['澄青', ['澄清']],
    ['报高', ['报告']],
    ['众要', ['重要']],
    ['公保', ['工保', '公报']],
    ['成青', []],
    ['吃饭', []],
  ])('hears %s as %j', (typed, meant) => {
    expect(sounds.alike(typed)).toEqual(meant)
  })

  it.each(['举报', '案', '按', 'ab', '举', '', '举抱人', '举a'])('takes %j for what it is', (typed) => {
    expect(sounds.alike(typed)).toEqual([])
  })

  it('takes nobody to have meant what hardly stands in the texts', () => {
    const pickier = openSounds(known.keys(), (term) => known.get(term) ?? 0)
    expect(pickier.alike('众要')).toEqual([])
    expect(pickier.alike('重要')).toEqual([])
    expect(pickier.alike('报高')).toEqual(['报告'])
  })

  it('adds what was meant at less weight, and its own character, and leaves the rest alone', () => {
    const heard = hear(
      new Map([
        ['备按', 2],
        ['按', 0.25],
        ['举报', 1],
      ]),
      sounds,
    )
    expect([...heard]).toEqual([
      ['备案', expect.closeTo(1.4)],
      ['案', expect.closeTo(0.35)],
    ])
    expect(
      hear(
        new Map([
          ['备按', 1],
          ['案', 5],
        ]),
        sounds,
      ).has('案'),
    ).toBe(false)
    expect(hear(new Map([['举报', 1]]), sounds).size).toBe(0)
  })
})

describe('a question heard by sound', () => {
  const sounds = openSounds(['备案'], () => 9)

  it('is searched for what was meant, but counts nothing as covered that was not typed', () => {
    const query = { text: '备按', story: '', wanted: new Map([['备按', 1]]), matters: [{ terms: ['备按'], own: true }] }
    const heard = hearQuery(query, sounds)
    expect([...heard.wanted.keys()]).toEqual(['备按', '备案', '案'])
    expect(heard.matters).toBe(query.matters)
    expect([...query.wanted.keys()]).toEqual(['备按'])
  })
})

describe('adding the vector score to the words', () => {
  const lexical = Float32Array.of(10, 5, 0, 2)
  const near = [
    { row: 2, score: 0.9 },
    { row: 1, score: 0.7 },
    { row: 3, score: 0.5 },
  ]

  it('raises the nearest by no more than its weight of the best score, the last by nothing', () => {
    expect([...fuse(lexical, near, 0.2)]).toEqual([10, expect.closeTo(6), 0, 2])
    expect([...fuse(lexical, near, 0.2, 'any')]).toEqual([10, expect.closeTo(6), expect.closeTo(2), 2])
  })

  it('changes nothing without neighbours, and never what it was given', () => {
    expect(fuse(lexical, [], 0.2)).toEqual(lexical)
    expect([...lexical]).toEqual([10, 5, 0, 2])
  })

  it('lets nothing in by vector alone unless that is wanted', () => {
    expect([...fuse(new Float32Array(3), near, 0.2)]).toEqual([0, 0, 0])
    expect([...fuse(new Float32Array(3), near, 0.2, 'any')]).toEqual([0, expect.closeTo(0.1), expect.closeTo(0.2)])
  })

  it('takes neighbours that are all alike for all the nearest, and passes over rows that are not there', () => {
    expect([
      ...fuse(
        lexical,
        [
          { row: 1, score: 0.5 },
          { row: 99, score: 0.5 },
        ],
        0.2,
      ),
    ]).toEqual([10, 7, 0, 2])
  })
})
