/**
 * Public holidays and make-up working days, as the State Council's yearly notices set them.
 * Days are ISO `YYYY-MM-DD`. Nothing may be counted outside `coveredFrom`..`coveredUntil`: the next notice is not known yet.
 */
export interface Calendar {
  readonly coveredFrom: string
  readonly coveredUntil: string
  /** Days off, weekends inside a holiday included. */
  readonly off: ReadonlySet<string>
  /** Weekend days that are worked. */
  readonly work: ReadonlySet<string>
}

/**
 * The n-th working day after `start`; the day itself does not count (民法典第201条, by analogy: party rules set no other way).
 * @param n working days, a whole number from 0; 0 gives `start`.
 * @returns the day, or `beyond` where any day counted lies outside the calendar: then no deadline may be named.
 */
export function addWorkingDays(start: string, n: number, calendar: Calendar): string | 'beyond' {
  let day = start
  for (let left = n; left > 0; ) {
    day = addDays(day, 1)
    const works = isWorkingDay(day, calendar)
    if (works === 'beyond') return 'beyond'
    if (works) left--
  }
  return day
}

/**
 * Working days after `from` up to and including `to`, the inverse of `addWorkingDays`; 0 if `to` is not later.
 * @returns `beyond` where any day counted lies outside the calendar.
 */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): number | 'beyond' {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const works = isWorkingDay(day, calendar)
    if (works === 'beyond') return 'beyond'
    if (works) count++
  }
  return count
}

/** Make-up days win over weekends, holidays over weekdays. @returns `beyond` outside the calendar. */
export function isWorkingDay(day: string, calendar: Calendar): boolean | 'beyond' {
  if (day < calendar.coveredFrom || day > calendar.coveredUntil) return 'beyond'
  if (calendar.work.has(day)) return true
  if (calendar.off.has(day)) return false
  const at = weekday(day)
  return at !== 0 && at !== 6
}

/** Day of the week, 0 Sunday to 6 Saturday. @throws RangeError if it is no day of the calendar (`2026-02-30`). */
export function weekday(day: string): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return utc(day).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6 // Date guarantees 0..6 for a valid date
}

/** @returns the day `n` calendar days later (earlier if negative). @throws RangeError if `day` is no day of the calendar. */
export function addDays(day: string, n: number): string {
  return new Date(utc(day).getTime() + n * 86_400_000).toISOString().slice(0, 10)
}

/**
 * The same day `n` months later (earlier if negative); where that month has no such day, its last one (民法典第202条, by analogy).
 *
 * @throws RangeError if `day` is no day of the calendar.
 */
export function addMonths(day: string, n: number): string {
  const from = utc(day)
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + n, 1))
  const last = lastDayOfMonth(first.getUTCFullYear(), first.getUTCMonth() + 1)
  const same = `${last.slice(0, 8)}${day.slice(8)}`
  return same < last ? same : last
}

/** Calendar days from `from` to `to`; negative if `to` is earlier. @throws RangeError if either is no day of the calendar. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000)
}

function utc(day: string): Date {
  const date = new Date(`${day}T00:00:00Z`)
  // Date rolls 2026-02-30 over to March without a word; the round trip catches it.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) throw new RangeError(`not a day: ${day}`)
  return date
}

/** The last day of a month, ISO. `month` is 1 to 12. */
export function lastDayOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
