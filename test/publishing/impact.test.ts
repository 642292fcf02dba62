import { describe, expect, it } from 'vitest'
import type { Change, Passage } from '../../src/originals/index.ts'
import { impactOf } from '../../src/publishing/impact.ts'
import { oursOf } from '../../src/publishing/index.ts'
import { content, ours } from '../support/press.ts'

const passage = (id: string, text = id): Passage => ({ id, label: id, path: [], text, start: 0, end: text.length })
const same = (id: string): Change => ({ type: 'same', before: passage(id), after: passage(id) })
const changed = (id: string, after = id): Change => ({
  type: 'changed',
  before: passage(id),
  after: passage(after),
  struck: [],
  put: [],
})
const removed = (id: string): Change => ({ type: 'removed', before: passage(id) })
const added = (id: string): Change => ({ type: 'added', after: passage(id) })
const moved = (id: string, after: string): Change => ({ type: 'moved', before: passage(id), after: passage(after) })

const carries = { 'qinghe.filing.who': ['a2'], 'qinghe.filing.when': ['a3', 'a4'] }
const impact = (changes: readonly Change[], after = carries) => impactOf(changes, { before: carries, after }, ours)

describe('what a new edition touches', () => {
  it('is exactly what cites the clauses that rest on a changed passage', () => {
    expect(impact([same('a1'), same('a2'), changed('a3'), added('a5')])).toEqual({
      clauses: [{ clause: 'qinghe.filing.when', why: 'changed' }],
      ours: [
        { kind: '表单', id: 'filing@2026-11-01', title: '事前备案', cites: ['qinghe.filing.when'] },
        { kind: '答复用语', id: 'filing.accept', title: '备案件：受理', cites: ['qinghe.filing.when'] },
        { kind: '答问要点', id: 'guide.filing', title: '备案怎么办', cites: ['qinghe.filing.when'] },
      ],
      forms: ['filing'],
    })
  })

  it('takes in the form that judges by a touched rule, though it cites nothing touched itself', () => {
    expect(impact([removed('a2')])).toEqual({
      clauses: [{ clause: 'qinghe.filing.who', why: 'removed' }],
      ours: [
        { kind: '对照表', id: 'qinghe-check', title: '清河备案对照', cites: ['qinghe.filing.who'] },
        { kind: '固定答复', id: 'door', title: 'door', cites: ['qinghe.filing.who'] },
      ],
      forms: ['check'],
    })
  })

  it.each<[string, Change]>([
    ['a passage that stayed', same('a3')],
    ['a new passage, on which nobody can have relied', added('a3')],
    ['a passage that carries nothing', changed('a1')],
  ])('is nothing for %s', (_, change) => {
    expect(impact([change])).toEqual({ clauses: [], ours: [], forms: [] })
  })

  it('is nothing for a first edition', () => {
    expect(impactOf([], { before: {}, after: carries }, ours).clauses).toEqual([])
  })

  it('counts a renumbered passage, because labels name its number', () => {
    expect(impact([moved('a2', 'a7')]).clauses).toEqual([{ clause: 'qinghe.filing.who', why: 'moved' }])
  })

  it('tells the worst that became of the passages a clause rests on', () => {
    const worst = (...changes: Change[]) => impact(changes).clauses.map(({ why }) => why)
    expect(worst(moved('a3', 'a9'), changed('a4'))).toEqual(['changed'])
    expect(worst(removed('a4'), changed('a3'))).toEqual(['removed'])
    expect(worst(changed('a3'), removed('a4'))).toEqual(['removed'])
  })

  it('takes in a clause that only the new edition rests on the changed passage', () => {
    expect(impact([changed('a1')], { ...carries, 'qinghe.filing.who': ['a1'] }).clauses).toEqual([
      { clause: 'qinghe.filing.who', why: 'changed' },
    ])
  })
})

describe('what this house wrote', () => {
  it('is listed with every clause it cites, however deep the cite stands, and nothing that cites none', () => {
    expect(ours.map(({ kind, id, cites, forms }) => [kind, id, cites, forms])).toEqual([
      ['对照表', 'qinghe-check', ['qinghe.filing.who'], ['check']],
      ['表单', 'filing@2026-11-01', ['qinghe.filing.when'], ['filing']],
      ['表单', 'check@2026-11-01', ['baiquan.filing.who'], ['check']],
      ['表单', 'other@2026-11-01', ['baiquan.filing.who'], ['other']],
      ['答复用语', 'filing.accept', ['qinghe.filing.when'], ['filing']],
      ['答复用语', 'filing.decline', ['baiquan.filing.who'], ['filing']],
      ['答问要点', 'guide.filing', ['qinghe.filing.when'], []],
      ['答问要点', 'guide.other', ['baiquan.filing.who'], []],
      ['固定答复', 'door', ['qinghe.filing.who'], []],
    ])
    expect(oursOf({ ...content, flows: [], rules: [], kinds: [], guides: [], doors: [] })).toEqual([])
  })
})
