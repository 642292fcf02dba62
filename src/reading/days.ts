import { addDays, lastDayOfMonth, readNumber, weekday } from '../base/index.ts'

/** A day that cannot be: told politely, never stored. */
export interface Impossible {
  readonly impossible: string
}

/** A stretch of days, both ends included, ISO; `approx` where the words leave it loose. */
export interface Stretch {
  readonly from: string
  readonly to: string
  readonly approx?: true
}

/** The whole month, or one day of it; a 13th month and a 31st of February are impossible. `month` and `day` count from 1. */
export function between(year: number, month: number, day?: number): Stretch | Impossible {
  if (month < 1 || month > 12) return { impossible: `没有${month}月` }
  const last = lastDayOfMonth(year, month)
  if (day === undefined) return { from: `${year}-${two(month)}-01`, to: last }
  const exact = `${year}-${two(month)}-${two(day)}`
  if (day < 1 || exact > last) return { impossible: `${year}年${month}月没有${day}号` }
  return { from: exact, to: exact }
}

/** The whole year. */
export const wholeYear = (year: number): Stretch => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** A stretch within one year from its bounds `MM-DD`, always loosely. */
export const loose = (year: number, from: string, to: string): Stretch => ({
  from: `${year}-${from}`,
  to: `${year}-${to}`,
  approx: true,
})

/** The day `months` months away; the last of the month where it has no such day. */
export function addMonths(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  const last = lastDayOfMonth(year, month)
  const same = `${year}-${two(month)}-${day.slice(8)}`
  return same > last ? last : same
}

/** The whole of the month that lies `shift` months from `today`'s. */
export function monthFrom(today: string, shift: number): Stretch {
  const day = addMonths(`${today.slice(0, 7)}-01`, shift)
  return { from: day, to: lastDayOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7))) }
}

/** Monday to Sunday, `shift` weeks from `today`'s week; one day of it if `day7` is given, 1 for Monday to 7. */
export function weekFrom(today: string, shift: number, day7?: number): Stretch {
  const day = weekday(today) || 7
  const monday = addDays(today, shift * 7 + 1 - day)
  return day7 === undefined
    ? { from: monday, to: addDays(monday, 6) }
    : { from: addDays(monday, day7 - 1), to: addDays(monday, day7 - 1) }
}

/**
 * 25 → 2025, 98 → 1998.
 *
 * @returns undefined for a figure that is no year anybody tells of: 30 in 2026 is thirty years.
 */
export function fullYear(year: number, today: string): number | undefined {
  const now = Number(today.slice(0, 4))
  if (year >= 1900) return year <= 2100 ? year : undefined
  if (year < 0 || year > 99) return undefined
  if (2000 + year <= now + 1) return 2000 + year
  return year >= 50 ? 1900 + year : undefined
}

/** A day or a month in figures of either kind. */
export const figure = (words: string | undefined): number =>
  words === undefined ? Number.NaN : (readNumber(words.replace(/^0(?=\d)/, '')) ?? Number.NaN)

export const two = (n: number): string => String(n).padStart(2, '0')
