import { describe, expect, it } from 'vitest'
import { defineFlow, type Flow, meantAnswers, route } from '../../src/flow/index.ts'
import { answers, general, local, toy } from './toy.ts'

const rules = [local, general]
const next = (flow: Flow, given: Parameters<typeof answers>[0]) => {
  const { next } = route(flow, rules, answers(given))
  return next.type === 'ask' ? next.open.path : next.type
}
const most = {
  area: '本市',
  licence: 'yes',
  years: 'old',
  'drivers[0].name': '王师傅',
  'drivers[0].phone': '13800000000',
} as const

describe('where a person stands follows from their answers alone', () => {
  it('from the first question to handing in', () => {
    expect(next(toy, {})).toBe('area')
    expect(next(toy, { area: '本市' })).toBe('licence')
    expect(next(toy, { area: '本市', licence: 'yes' })).toBe('years')
    expect(next(toy, { area: '本市', licence: 'yes', years: 'old' })).toBe('drivers')
    expect(next(toy, { area: '本市', licence: 'yes', years: 'old', 'drivers[0].name': '王师傅' })).toBe(
      'drivers[0].phone',
    )
    expect(next(toy, most)).toBe('sign')
    expect(next(toy, { ...most, sign: true })).toBe('submit')
  })

  it('a question meant for others is passed over, and comes back with its reason', () => {
    expect(next(toy, { area: '本市', licence: 'no' })).toBe('drivers')
    expect(next(toy, { area: '本市', licence: { is: 'unknown' } })).toBe('drivers')
    expect(next(toy, { area: '本市', licence: 'yes' })).toBe('years')
  })

  it.each(['unknown', 'skipped', 'declined'] as const)('%s is an answer to every question but the signature', (is) => {
    expect(next(toy, { area: { is } })).toBe('licence')
    expect(next(toy, { area: '本市', licence: 'no', drivers: { is } })).toBe('sign')
    expect(next(toy, { ...most, sign: { is } })).toBe('sign')
  })

  it('answers may be given in any order', () => {
    expect(next(toy, { years: 'old', 'drivers[0].name': '王师傅', 'drivers[0].phone': '1', licence: 'yes' })).toBe(
      'area',
    )
  })

  it('every item of a list is asked for its own parts', () => {
    expect(next(toy, { ...most, 'drivers[1].name': '李师傅' })).toBe('drivers[1].phone')
    expect(next(toy, { ...most, 'drivers[1].phone': '1' })).toBe('drivers[1].name')
  })

  it('what is told depends on the answers, too', () => {
    const told = (years: string) => route(toy, rules, answers({ ...most, years })).told.map((t) => t.tell)
    expect(told('new')).toEqual(['care'])
    expect(told('old')).toEqual([])
  })

  it('a new edition over an open form asks its new question and nothing else again', () => {
    const added = {
      ask: { id: 'purpose', kind: 'text' as const, label: '用途', ask: '做什么用？', why: '要登记。', example: '送货' },
    }
    const second = defineFlow({
      ...toy,
      edition: '2026-06-01',
      steps: [...toy.steps.slice(0, 2), added, ...toy.steps.slice(2)],
    })
    expect(next(second, most)).toBe('purpose')
    expect(next(second, { ...most, purpose: '送货' })).toBe('sign')
  })

  it('an answer to a question meant for somebody else no longer counts, one nobody was asked does', () => {
    expect(meantAnswers(toy, answers({ ...most, licence: 'no' }))).not.toHaveProperty('years')
    expect(meantAnswers(toy, answers({ ...most, licence: { is: 'skipped' } }))).toHaveProperty('years')
    expect(meantAnswers(toy, answers({ ...most, 'drivers[0].note': '夜里也开' }))).toHaveProperty(['drivers[0].note'])
  })

  it('a question that serves a judgement is passed over once the judgement can get no better', () => {
    const serving = defineFlow({
      ...toy,
      steps: toy.steps.map((s) => ('ask' in s && s.ask.id === 'drivers' ? { ...s, serves: 'loan' } : s)),
    })
    expect(next(serving, { area: '本市', licence: 'yes', years: 'old' })).toBe('drivers')
    expect(next(serving, { area: '本市', licence: 'no' })).toBe('sign')
  })
})
