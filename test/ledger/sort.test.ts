import { describe, expect, it } from 'vitest'
import { keepable, type Sorted, sortAsked } from '../../src/ledger/index.ts'
import { labelled, mixed, pairs, places, topicsOf } from './figures.ts'

const asks = (...questions: readonly string[]) => questions.map((question, n) => ({ key: `k${n}`, question }))
const topic = (id: string, place: string, ...wordings: readonly string[]): Sorted => ({ id, place, wordings })

describe('questions fall together by what they ask', () => {
  it('in other words, in traditional characters, with other marks', () => {
    const known = [topic('Q-1', '', '公务用车能不能私用')]
    for (const question of ['公车可以私用吗？', '公務用車能不能私用', '请问一下，公车能私用么'])
      expect(sortAsked(known, asks(question), places)).toEqual([{ key: 'k0', type: 'joins', id: 'Q-1' }])
  })

  it.each([
    ['another place', '许昌的不予问责清单有哪些', '南阳的不予问责清单有哪些'],
    ['a place and none', '不予问责清单有哪些', '南阳的不予问责清单有哪些'],
    ['another instrument', '《公职人员政务处分法》从哪天起施行', '《公务员法》从哪天起施行'],
    ['a time and a sum', '病假最长可以请多久', '病假工资标准是多少'],
    ['whether and who', '宅基地可以买卖吗', '宅基地归哪个部门审批'],
  ])('but not with those of %s', (_, one, other) => {
    expect(sortAsked([], asks(one, other), places).map(({ type }) => type)).toEqual(['opens', 'opens'])
  })

  it('a county is asked for as the city above it, and where the asker is counts if the question names no place', () => {
    const known = [topic('Q-1', '许昌市', '许昌的不予问责清单有哪些')]
    const [named, from, elsewhere] = sortAsked(
      known,
      [
        { key: 'a', question: '禹州的不予问责清单有哪些' },
        { key: 'b', question: '不予问责清单有哪些', place: '禹州市' },
        { key: 'c', question: '不予问责清单有哪些', place: '南阳市' },
      ],
      places,
    )
    expect([named, from]).toMatchObject([{ id: 'Q-1' }, { id: 'Q-1' }])
    expect(elsewhere).toMatchObject({ type: 'opens', place: '南阳市' })
  })

  it('what is held by name only is one topic however it is asked, and nothing else is', () => {
    const about = 'nat.updown'
    expect(
      sortAsked(
        [{ id: 'Q-1', place: '', about, wordings: ['能上能下规定是怎么说的'] }],
        [
          { key: 'a', question: '干部不作为怎么调整', about },
          { key: 'b', question: '能上能下规定是怎么说的' },
          { key: 'c', question: '案例', about: 'nat.guidecase.11' },
        ],
        places,
      ),
    ).toMatchObject([{ type: 'joins', id: 'Q-1' }, { type: 'opens' }, { type: 'opens', about: 'nat.guidecase.11' }])
  })

  it('the first of several new ones names the topic, and the others follow it', () => {
    expect(sortAsked([], asks('公车能不能私用', '年休假有几天', '公车可以私用吗'), places)).toMatchObject([
      { type: 'opens', place: '' },
      { type: 'opens' },
      { type: 'follows', like: 'k0' },
    ])
  })

  it('what an officer put into a topic draws in what is like it', () => {
    const known = [topic('Q-1', '', '公车能不能私用', '节假日要不要封存'), topic('Q-2', '', '年休假有几天')]
    expect(sortAsked(known, asks('节假日要封存吗'), places)).toMatchObject([{ id: 'Q-1' }])
  })
})

describe('on questions nobody looked at while the thresholds were found', () => {
  const asked = labelled('asked-held-out')

  it.each([1, 17, 41])('nine of ten pairs put together belong together, in the order of every %i-th', (step) => {
    const order = mixed(asked, step)
    const found = pairs(order, topicsOf(order))
    expect(found.precision).toBeGreaterThan(0.9)
    expect(found.recall).toBeGreaterThan(0.3)
  })

  it('the same questions give the same topics, one by one and all at once', () => {
    expect(topicsOf(asked)).toEqual(topicsOf(asked))
    expect(pairs(asked, topicsOf(asked, asked.length)).precision).toBeGreaterThan(0.9)
  })
})

describe('of a question is kept', () => {
  it.each([
    ['查一下 123456 号', '查一下 ●●●●●● 号'],
    ['１３８ １２３４ ５６７８ 打得通吗', '●●●●●● 打得通吗'],
    ['第999条和2026年', '第999条和2026年'],
  ])('no long number: %s', (question, kept) => {
    expect(keepable(question, undefined, places)).toEqual({ question: kept })
  })

  it('no place closer than a city, and none where the question names its own', () => {
    expect(keepable('补贴多少', '禹州市', places)).toEqual({ question: '补贴多少', place: '许昌市' })
    expect(keepable('南阳补贴多少', '禹州市', places)).toEqual({ question: '南阳补贴多少' })
  })
})
