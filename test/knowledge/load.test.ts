import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '../../src/base/index.ts'
import { loadLibrary } from '../../src/knowledge/index.ts'
import { folder, instrument } from './folder.ts'

describe('the library', () => {
  const library = loadLibrary(folder())

  it('holds each clause by its id with what is shown beside a sentence', () => {
    expect(library.clauses.get('xuchang.filing.positive.1')?.cite).toEqual({
      id: 'xuchang.filing.positive.1',
      instrument: '许昌备案办法',
      label: '第（一）项',
      region: '许昌市',
      authority: '官方答问',
      held: 'digest',
    })
    expect(library.clauses.get('xuchang.filing.positive.2')?.entry.relations).toEqual([
      { kind: 'limits', to: 'xuchang.filing.notimmune' },
    ])
    expect(library.clauses.get('nat.psl.50')?.instrument.title).toBe('治安管理处罚法')
  })

  it('narrows the cite of a clause that is only named and belongs to a smaller place', () => {
    expect(library.clauses.get('xuchang.filing.other')?.cite).toMatchObject({ held: 'name-only', region: '长葛市' })
  })

  it('leaves out what is kept for the record only', () => {
    expect(library.clauses.has('nat.psl.20')).toBe(false)
    expect(library.clauses.has('nat.psl.50')).toBe(true)
  })

  it('holds lists in order, words and working days', () => {
    expect(library.lists.get('xuchang.filing.positive')?.items).toEqual([
      'xuchang.filing.positive.1',
      'xuchang.filing.positive.2',
    ])
    expect(library.words).toEqual([{ say: ['先上车后补票'], text: ['程序瑕疵'] }])
    expect(['2026-01-02', '2026-01-04', '2026-01-05'].map((day) => isWorkingDay(day, library.calendar))).toEqual([
      false,
      true,
      true,
    ])
  })

  it('reads a guide sentence by sentence, each with its own cites, without headings and list markers', () => {
    const [guide] = library.guides
    expect(guide).toMatchObject({ id: 'filing', region: '许昌市', audience: 'cadre', flow: 'tolerance-check' })
    expect(guide?.sentences).toEqual([
      { text: '许昌可以备案的有两种。', cites: ['xuchang.filing.positive.1', 'xuchang.filing.positive.2'] },
      { text: '备案不是免责。', cites: ['xuchang.filing.notimmune'] },
      { text: '诬告陷害依第50条处罚。', cites: ['nat.psl.50'] },
    ])
  })

  it('gives every place one short name of its own and the place above it', () => {
    const places = new Map(library.places.map((place) => [place.name, place]))
    expect(places.get('许昌市')).toEqual({ name: '许昌市', short: '许昌', within: '河南省', held: true })
    expect(places.get('湘西土家族苗族自治州')).toMatchObject({ short: '湘西', within: '湖南省' })
    expect(places.get('湘潭县')).toEqual({ name: '湘潭县', short: '湘潭县', within: '湘潭市' })
    expect(places.get('吉林市')?.short).toBe('吉林市')
    expect(places.get('南阳市')?.short).toBe('宛')
    expect(places.get('长葛市')?.short).toBe('长葛市')
  })

  it('does not call a place held of which only a title is known', () => {
    expect(library.places.find((place) => place.name === '长葛市')).not.toHaveProperty('held')
  })

  it('has a version that stays the same for the same words and changes with one of them', () => {
    expect(loadLibrary(folder()).version).toBe(library.version)
    const changed = folder({ 'instruments/xuchang/filing.yaml': instrument('可以备案', '可以申请备案') })
    expect(loadLibrary(changed).version).not.toBe(library.version)
  })

  it('does without words and guides, and leaves other files alone', () => {
    const dir = folder({ 'words.yaml': '', 'guides/filing.md': '' })
    mkdirSync(join(dir, 'questions'))
    writeFileSync(join(dir, 'questions', 'filing.yaml'), ': not read [')
    expect(loadLibrary(dir)).toMatchObject({ words: [], guides: [] })
  })
})
