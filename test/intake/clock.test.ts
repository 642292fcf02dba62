import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addWorkingDays,
  type Calendar,
  daysBetween,
  workingDaysBetween,
} from '../../src/base/index.ts'
import {
  type CaseClock,
  type Length,
  lastDay,
  nearest,
  paused,
  remindedOn,
  remindersOf,
  resumed,
  standingOn,
} from '../../src/intake/index.ts'

const span = (from: string, to: string) => Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n))
/** 2025 and 2026 as the State Council set them, from September 2026 on; before that weekends only. */
const calendar: Calendar = {
  coveredFrom: '2025-01-01',
  coveredUntil: '2026-12-31',
  off: new Set([...span('2026-09-25', '2026-09-27'), ...span('2026-10-01', '2026-10-07')]),
  work: new Set(['2026-09-20', '2026-10-10']),
}
const clock = (length: Length, began: string, more: Partial<CaseClock> = {}): CaseClock => ({
  ...{ id: 'c', cite: 'a.b', length, began, pauses: [] },
  ...more,
})
const last = (length: Length, began: string, more: Partial<CaseClock> = {}) =>
  lastDay(clock(length, began, more), calendar)

describe('the last day of a clock', () => {
  it.each<[Length, string, string]>([
    [{ workingDays: 5 }, '2026-09-30', '2026-10-13'],
    [{ workingDays: 15 }, '2026-09-24', '2026-10-22'],
    [{ workingDays: 5 }, '2026-11-20', '2026-11-27'],
    [{ workingDays: 15 }, '2026-12-10', '2026-12-31'],
    [{ workingDays: 15 }, '2026-12-11', 'beyond'],
    [{ months: 1 }, '2026-01-31', '2026-02-28'],
    [{ months: 3 }, '2026-11-30', '2027-02-28'],
    [{ months: 1 }, '2026-11-23', '2026-12-23'],
    [{ months: 12 }, '2027-02-28', '2028-02-28'],
    [{ days: 15 }, '2026-12-20', '2027-01-04'],
    [{ until: '2026-12-05' }, '2026-11-23', '2026-12-05'],
  ])('%j from %s is %s', (length, began, day) => {
    expect(last(length, began)).toBe(day)
  })

  it('leaves out the days it stood still, from the day after up to and including the day it went on', () => {
    const pauses = [{ from: '2026-11-24', to: '2026-11-30' }]
    expect(last({ workingDays: 5 }, '2026-11-20', { pauses })).toBe('2026-12-03')
    expect(last({ days: 10 }, '2026-11-20', { pauses })).toBe('2026-12-06')
    expect(last({ months: 1 }, '2026-11-20', { pauses })).toBe('2026-12-26')
  })

  it('has no day while it stands still, unless it was over before', () => {
    expect(last({ workingDays: 5 }, '2026-11-20', { pauses: [{ from: '2026-11-24' }] })).toBe('paused')
    expect(last({ workingDays: 5 }, '2026-11-20', { pauses: [{ from: '2026-11-27' }] })).toBe('2026-11-27')
    expect(last({ months: 1 }, '2026-10-20', { pauses: [{ from: '2026-11-24' }] })).toBe('2026-11-20')
  })

  it('begins where a pause from the first day ends', () => {
    expect(last({ months: 1 }, '2026-01-10', { pauses: [{ from: '2026-01-10', to: '2026-01-31' }] })).toBe('2026-02-28')
  })

  it('counts three months and three more from the same beginning', () => {
    const extended = { on: '2026-08-20', by: { months: 3 } }
    expect(last({ months: 3 }, '2026-05-31', { extended })).toBe('2026-11-30')
  })
})

const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2025-02-01', n))
const length = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((workingDays) => ({ workingDays })),
  fc.integer({ min: 1, max: 60 }).map((days) => ({ days })),
  fc.integer({ min: 1, max: 6 }).map((months) => ({ months })),
)

describe('whatever the days', () => {
  it('as many working days lie up to the last day as were given, and it is one itself', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (began, n) => {
        const end = last({ workingDays: n }, began)
        fc.pre(end !== 'beyond')
        expect(workingDaysBetween(began, end, calendar)).toBe(n)
        expect(workingDaysBetween(began, addDays(end, -1), calendar)).toBe(n - 1)
      }),
    )
  })

  it('a pause that ends the day it began changes nothing', () => {
    fc.assert(
      fc.property(length, day, fc.integer({ min: 1, max: 90 }), (given, began, n) => {
        const on = addDays(began, n)
        const still = resumed(paused(clock(given, began), on), on)
        expect(lastDay(still, calendar)).toBe(last(given, began))
      }),
    )
  })

  it('a pause never brings the end nearer, and never heals one that is over', () => {
    fc.assert(
      fc.property(
        length,
        day,
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 0, max: 60 }),
        (given, began, a, b) => {
          const [from, to] = [addDays(began, a), addDays(began, a + b)]
          const end = last(given, began)
          const after = lastDay(resumed(paused(clock(given, began), from), to), calendar)
          fc.pre(end !== 'beyond' && after !== 'beyond' && after !== 'paused' && end !== 'paused')
          expect(after >= end).toBe(true)
          if (end <= from) expect(after).toBe(end)
        },
      ),
    )
  })

  it('the days it ran are as many with a pause as without', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 40 }),
        (began, n, a, b) => {
          const [from, to] = [addDays(began, a), addDays(began, a + b)]
          const end = lastDay(resumed(paused(clock({ workingDays: n }, began), from), to), calendar)
          const plain = last({ workingDays: n }, began)
          fc.pre(plain !== 'beyond' && plain > from && end !== 'beyond' && end !== 'paused')
          const used = workingDaysBetween(began, from, calendar)
          const rest = workingDaysBetween(to, end, calendar)
          expect(Number(used) + Number(rest)).toBe(n)
        },
      ),
    )
  })

  it('months added and taken away land in the same month, never later than the day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -24, max: 24 }), (on, n) => {
        const there = addMonths(on, n)
        const back = addMonths(there, -n)
        expect(back <= on).toBe(true)
        expect(back.slice(0, 7)).toBe(on.slice(0, 7))
        expect(there.slice(8) === on.slice(8) || addDays(there, 1).slice(8) === '01').toBe(true)
      }),
    )
  })

  it('the reminder comes before the end and the second one right after it', () => {
    fc.assert(
      fc.property(length, day, (given, began) => {
        const end = last(given, began)
        fc.pre(end !== 'beyond' && end !== 'paused')
        const days = remindersOf(clock(given, began), calendar)
        expect(days?.overdue).toBe(addDays(end, 1))
        expect(days !== undefined && days.soon > began && days.soon <= end).toBe(true)
      }),
    )
  })
})

describe('how a clock stands', () => {
  const five = clock({ workingDays: 5 }, '2026-11-20')
  it.each([
    ['2026-11-23', 'calm', 4],
    ['2026-11-24', 'soon', 3],
    ['2026-11-27', 'today', 0],
    ['2026-11-28', 'overdue', -1],
    ['2026-12-01', 'overdue', -2],
  ])('on %s it is %s, %i working days', (today, standing, left) => {
    expect(standingOn(five, today, calendar)).toEqual({ standing, due: '2026-11-27', left })
  })

  it('tells of a last day that is a day off and moves it nowhere', () => {
    expect(standingOn(clock({ months: 1 }, '2026-10-22'), '2026-11-20', calendar)).toMatchObject({
      due: '2026-11-22',
      dayOff: true,
    })
  })

  it('is provisional beyond the calendar and names no day', () => {
    expect(standingOn(clock({ workingDays: 15 }, '2026-12-11'), '2026-12-12', calendar)).toEqual({
      standing: 'provisional',
    })
  })

  it('reminds twice, on its own days only', () => {
    const stages = (today: string) => remindedOn([five], today, calendar).map(({ stage }) => stage)
    expect(
      span('2026-11-20', '2026-12-01')
        .map(stages)
        .filter((each) => each.length > 0),
    ).toEqual([['soon'], ['overdue']])
    expect(stages('2026-11-24')).toEqual(['soon'])
    expect(stages('2026-11-28')).toEqual(['overdue'])
    expect(remindedOn([{ ...five, ended: '2026-11-23' }], '2026-11-28', calendar)).toEqual([])
  })

  it('puts the nearest that runs in front, whatever stands still or is over', () => {
    const slow = clock({ months: 1 }, '2026-11-20', { cite: 'slow' })
    expect(nearest([slow, five], calendar)).toEqual({ due: '2026-11-27', dueCite: 'a.b' })
    expect(nearest([slow, paused(five, '2026-11-23')], calendar)).toEqual({ due: '2026-12-20', dueCite: 'slow' })
    expect(nearest([{ ...slow, ended: '2026-11-21' }], calendar)).toEqual({})
    expect(addWorkingDays('2026-11-20', 5, calendar)).toBe('2026-11-27')
  })
})
