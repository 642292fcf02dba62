import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { addWorkingDays } from '../../src/base/index.ts'
import { loadLibrary } from '../../src/knowledge/index.ts'

const library = loadLibrary(fileURLToPath(new URL('../../knowledge', import.meta.url)))
const clauses = [...library.clauses.values()]

describe('the knowledge this house is shipped with', () => {
  it.each([
    ['xuchang.filing.positive', 8],
    ['xuchang.filing.negative', 10],
    ['xuchang.filing.step', 6],
    ['xuchang.system.doc', 7],
    ['xuchang.opinion.aspect', 6],
    ['xuchang.interview', 6],
    ['xuchang.clarify.principle', 4],
    ['xuchang.clarify.case', 7],
    ['xuchang.clarify.mode', 5],
    ['nanyang.case', 8],
    ['nanyang.look', 6],
    ['nanyang.step', 5],
    ['nanyang.route', 3],
    ['nanyang.effect', 6],
    ['hunan.clarify.only', 3],
    ['hunan.newarea.risk', 6],
    ['hunan.revisit.yiyang', 3],
    ['open.all', 15],
  ])('tells %s in full: %i items, all of its own family', (id, size) => {
    const items = library.lists.get(id)?.items ?? []
    expect(items).toHaveLength(size)
    const family = id === 'open.all' ? 'open' : id
    expect(items).toEqual(items.map((_, at) => `${family}.${at + 1}`))
  })

  it('speaks in complete sentences that have no working notes in them', () => {
    for (const { entry } of clauses) {
      expect(entry.text, entry.id).toMatch(/[。？！]$/)
      expect(entry.text, entry.id).not.toMatch(/相符|未载|种子|TODO|[A-C]级|条号C|启示|\s{2}/)
    }
  })

  it('holds none of the rules this assistant keeps for itself', () => {
    const own = library.instruments.filter(({ issuer }) => issuer.startsWith('本助手')).map(({ id }) => id)
    expect(own).not.toEqual([])
    expect(clauses.filter(({ instrument }) => own.includes(instrument.id))).toEqual([])
  })

  it('names the place in every local clause, so that it can stand alone', () => {
    const short = new Map(library.places.map((place) => [place.name, place.short]))
    for (const { entry, instrument, cite } of clauses) {
      if (['全国', '未明'].includes(instrument.region) || instrument.id === 'open') continue
      const names = [cite.region, instrument.region].flatMap((region) => short.get(region) ?? [])
      expect(
        names.some((name) => entry.text.includes(name)),
        `${entry.id}: ${entry.text}`,
      ).toBe(true)
    }
  })

  it('gives each clause words people use for it', () => {
    const mute = clauses.filter(({ entry }) => entry.answerable !== false && !entry.words?.length)
    expect(mute.map(({ entry }) => entry.id)).toEqual([])
  })

  it('says of what is held by name only that it is', () => {
    for (const { entry } of clauses)
      if (entry.status === 'name-only') expect(entry.text, entry.id).toMatch(/名称|名字|没有|只知道|题名|未持有/)
  })

  it('lets no press report or survey pass as a rule', () => {
    for (const { instrument, cite } of clauses)
      if (/报道|调研/.test(instrument.source.kind)) expect(cite.authority, cite.id).toMatch(/新闻报道|调研材料/)
  })

  it('gives what the sources leave open no authority of a text', () => {
    const gaps = clauses.filter(({ entry }) => entry.id.startsWith('open.'))
    expect(gaps).toHaveLength(15)
    for (const { entry, cite } of gaps)
      expect([entry.status, entry.grade, cite.authority]).toEqual(['gap', 'inferred', '编写建议'])
  })

  it('counts working days of 2026 as the State Council set them, and none of 2027', () => {
    expect(addWorkingDays('2026-09-30', 5, library.calendar)).toBe('2026-10-13')
    expect(addWorkingDays('2026-09-24', 15, library.calendar)).toBe('2026-10-22')
    expect(addWorkingDays('2026-11-20', 5, library.calendar)).toBe('2026-11-27')
    expect(addWorkingDays('2026-02-13', 1, library.calendar)).toBe('2026-02-14')
    expect(addWorkingDays('2026-02-14', 1, library.calendar)).toBe('2026-02-24')
    expect(addWorkingDays('2026-12-10', 15, library.calendar)).toBe('2026-12-31')
    expect(addWorkingDays('2026-12-11', 15, library.calendar)).toBe('beyond')
  })

  it('knows every province and prefecture, each by a short name of its own', () => {
    const shorts = library.places.map((place) => place.short)
    expect(new Set(shorts).size).toBe(shorts.length)
    const provinces = new Set(library.places.filter((place) => !place.within).map((place) => place.name))
    expect(provinces.size).toBe(34)
    expect(library.places.filter((place) => provinces.has(place.within ?? '')).length).toBeGreaterThanOrEqual(333)
    for (const name of [
      '许昌市',
      '南阳市',
      '湖南省',
      '云南省',
      '湘潭市',
      '益阳市',
      '怀化市',
      '临沧市',
      '长沙市湘江新区',
    ])
      expect(library.places.find((place) => place.name === name)?.held, name).toBe(true)
  })
})
