import { describe, expect, it } from 'vitest'
import {
  addDays,
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  weekday,
  workingDaysBetween,
} from '../../src/base/index.ts'

/** A piece of 2026 as the State Council set it: 中秋 25–27 September, 国庆 1–7 October, worked 20 September and 10 October. */
const calendar: Calendar = {
  coveredFrom: '2026-09-01',
  coveredUntil: '2026-12-31',
  off: new Set([
    ...['2026-09-25', '2026-09-26', '2026-09-27'],
    ...[1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`),
  ]),
  work: new Set(['2026-09-20', '2026-10-10']),
}

describe('working days', () => {
  it.each([
    ['2026-09-30', 5, '2026-10-13', 'over 国庆, with the Saturday that is worked'],
    ['2026-09-24', 15, '2026-10-22', 'over 中秋 and 国庆'],
    ['2026-11-20', 5, '2026-11-27', 'from a Friday to the next'],
    ['2026-11-21', 1, '2026-11-23', 'from a Saturday to Monday'],
    ['2026-09-19', 1, '2026-09-20', 'to a Sunday that is worked'],
    ['2026-11-20', 0, '2026-11-20', 'none at all'],
  ])('%s and %i working days make %s: %s', (start, days, end) => {
    expect(addWorkingDays(start, days, calendar)).toBe(end)
    if (days > 0) expect(workingDaysBetween(start, end, calendar)).toBe(days)
  })

  it('reaches the last day of the calendar and names no day beyond it', () => {
    expect(addWorkingDays('2026-12-10', 15, calendar)).toBe('2026-12-31')
    expect(addWorkingDays('2026-12-11', 15, calendar)).toBe('beyond')
    expect(workingDaysBetween('2026-12-10', '2027-01-04', calendar)).toBe('beyond')
    expect(isWorkingDay('2027-01-01', calendar)).toBe('beyond')
  })

  it('counts nothing before the calendar begins', () => {
    expect(addWorkingDays('2026-08-25', 3, calendar)).toBe('beyond')
    expect(addWorkingDays('2026-08-31', 1, calendar)).toBe('2026-09-01')
  })

  it('counts none backwards or on the same day', () => {
    expect(workingDaysBetween('2026-11-20', '2026-11-20', calendar)).toBe(0)
    expect(workingDaysBetween('2026-11-20', '2026-11-10', calendar)).toBe(0)
  })
})

describe('days', () => {
  it('knows the day of the week and steps over months, years and leap days', () => {
    expect([weekday('2026-11-21'), weekday('2026-11-22'), weekday('2026-11-23')]).toEqual([6, 0, 1])
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })

  it.each(['2026-02-30', '2026-13-01', '明天', '2026-1-1'])('refuses %s, which is no day', (day) => {
    expect(() => addWorkingDays(day, 1, calendar)).toThrow(RangeError)
    expect(() => weekday(day)).toThrow(RangeError)
  })
})
