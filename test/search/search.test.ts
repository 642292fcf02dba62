import { describe, expect, it } from 'vitest'
import { openSearch } from '../../src/search/index.ts'
import { library } from './planted.ts'

const search = openSearch(library)
const today = '2026-11-23'
const scope = { today }
const ids = (question: string, area: readonly string[] | undefined, day = today) =>
  search
    .clauses(search.read(question), { today: day, ...(area ? { reach: search.atlas.reach(area) } : {}) })
    .map(({ clause }) => clause.entry.id)

describe('finding clauses', () => {
  it.each([
    ['诬告罚多少钱', 'law.50', 'people’s own phrases'],
    ['写错了字怎么办', 'law.51', 'the text itself'],
    ['害人要罚吗', 'law.50', 'people’s words turned into the texts’ words'],
    ['誣告罰多少錢', 'law.50', 'traditional characters'],
    ['诬 告 罚 ５０ 条', 'law.50', 'full-width digits and blanks'],
  ])('%s finds %s by %s', (question, id) => {
    expect(ids(question, [])[0]).toBe(id)
  })

  it('gives nothing for a question that shares no word with any text', () => {
    expect(ids('xyz', [])).toEqual([])
    expect(ids('', [])).toEqual([])
    expect(ids('？！…', [])).toEqual([])
  })

  it('one question read once is bounded anew by every scope it is asked in', () => {
    const query = search.read('备案容错第一步书面申请开会诬告罚款')
    const regions = (reach?: readonly string[], day = today) =>
      new Set(
        search
          .clauses(query, { today: day, ...(reach ? { reach: search.atlas.reach(reach) } : {}) })
          .map(({ clause }) => clause.cite.region),
      )
    expect(regions().size).toBeGreaterThan(1)
    expect(regions([])).toEqual(new Set(['全国']))
    expect(regions(['南阳'])).toEqual(new Set(['全国', '南阳市']))
    expect(regions(['许昌'])).toEqual(new Set(['全国', '许昌市']))
    expect(regions().size).toBeGreaterThan(2)
  })

  it.each([
    [[], ['全国']],
    [['许昌'], ['全国', '许昌市']],
    [['禹州市'], ['全国', '许昌市']],
    [['南阳市'], ['全国', '南阳市']],
    [['郑州'], ['全国']],
    [['没听过的地方'], ['全国']],
    [['河南'], ['全国', '许昌市', '南阳市']],
  ])('for %j only clauses of %j may be cited', (area, regions) => {
    const found = search.clauses(search.read('备案容错第一步书面申请开会诬告罚款'), {
      today,
      reach: search.atlas.reach(area),
    })
    expect(new Set(found.map(({ clause }) => clause.cite.region))).toEqual(new Set(regions))
  })

  it('leaves out what is not in force on the day, and what is kept for the record only', () => {
    expect(ids('晒谷场', [], '2020-12-31')).toEqual(['law.old'])
    expect(ids('晒谷场', [], '2021-01-01')).toEqual([])
  })
})

describe('places', () => {
  it.each([
    ['许昌的备案', ['许昌市']],
    ['许昌和南阳有啥不一样', ['许昌市', '南阳市']],
    ['河南许昌的备案', ['许昌市']],
    ['公安机关怎么处理', []],
    ['公安县的规定', ['公安县']],
    ['我在禹州', ['禹州市']],
  ])('%s names %j', (text, names) => {
    expect(search.atlas.named(text).map((p) => p.name)).toEqual(names)
  })
})

describe('article numbers', () => {
  it.each([
    ['《试验管理法》第50条', 'current', 'law.50'],
    ['试验法第五十条说的啥', 'current', 'law.50'],
    ['试验管理法42条还管用吗', 'former', 'law.50'],
    ['《试验管理法》第999条', 'absent', undefined],
    ['中华人民共和国试验管理法第九百九十九条', 'absent', undefined],
  ])('%s is %s', (text, type, id) => {
    const [finding] = search.articles.find(text, [], scope)
    expect(finding?.type).toBe(type)
    if (finding && finding.type !== 'absent') expect(finding.clauses[0]?.entry.id).toBe(id)
  })

  it('says nothing where no instrument is meant, and takes the likely one for a number it holds', () => {
    expect(search.articles.find('第50条', [], scope)).toEqual([])
    const [law] = library.instruments
    expect(search.articles.find('还是42条吗', law ? [law] : [], scope)[0]).toMatchObject({
      type: 'former',
      until: '2025-12-31',
    })
    expect(search.articles.find('我有999条理由', law ? [law] : [], scope)).toEqual([])
  })
})
