import { describe, expect, it } from 'vitest'
import { cases } from '../../bot/cases/index.ts'
import type { Calendar } from '../../src/base/index.ts'
import type { Answers } from '../../src/flow/index.ts'
import { open } from '../../src/intake/index.ts'

const [report, check] = cases as [(typeof cases)[number], (typeof cases)[number]]

/** 2026 from September on, after the State Council's notice. */
const calendar: Calendar = {
  coveredFrom: '2026-01-01',
  coveredUntil: '2026-12-31',
  off: new Set(['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
  work: new Set(['2026-09-20', '2026-10-10']),
}
const says = (fields: Record<string, string>): Answers =>
  Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, { is: 'given', value, said: value, turn: 1 }]))
const due = (day: string, answers: Answers = says({ mode: '实名' })) =>
  open(report, answers, `${day}T16:00:00+08:00`, calendar)

describe('the day by which a real-name reporter is told of acceptance', () => {
  it.each([
    ['2026-09-24', '2026-10-22', 'a holiday week and a make-up Saturday lie between'],
    ['2026-11-23', '2026-12-14', 'three plain weeks'],
    ['2026-11-28', '2026-12-18', 'handed in on a Saturday'],
    ['2026-12-10', '2026-12-31', 'the last day that can be counted'],
  ])('%s gives %s (%s)', (received, day) => {
    expect(due(received)).toMatchObject({ due: day, dueCite: 'nat.rule.realname.ack15' })
  })

  it('names no day where it would fall beyond the published calendar, but keeps the limit', () => {
    expect(due('2026-12-11')).not.toHaveProperty('due')
    expect(due('2026-12-11').dueCite).toBe('nat.rule.realname.ack15')
  })

  it.each<[string, Answers]>([
    ['anonymous', says({ mode: '匿名' })],
    ['not answered', {}],
    ['unknown', { mode: { is: 'unknown', said: '不知道', turn: 1 } }],
    ['declined', { mode: { is: 'declined', said: '不想说', turn: 1 } }],
  ])('sets none for a report whose mode is %s', (_, answers) => {
    expect(due('2026-11-23', answers)).toEqual({ kind: 'report', state: '待受理', letter: 'R', clocks: [] })
  })
})

describe('a self-check', () => {
  it('opens with its place and no invented deadline', () => {
    const opened = open(check, says({ area: '许昌', mode: '实名' }), '2026-11-23T09:30:00+08:00', calendar)
    expect(opened).toEqual({ kind: 'tolerance-check', state: '待受理', letter: 'T', area: '许昌', clocks: [] })
  })
})
