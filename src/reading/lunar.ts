import { addDays, moonOf } from '../base/index.ts'

/** First and last day of a month of the moon's calendar, ISO; `leap` is a month put in twice. */
export interface Moon {
  readonly month: number
  readonly leap: boolean
  readonly from: string
  readonly to: string
}

/**
 * The months of the moon's year that begins in the spring of `year`, by the calendar every JavaScript engine carries.
 * @param year 1900 to 2100.
 */
export function moons(year: number): readonly Moon[] {
  const known = years.get(year)
  if (known) return known
  // New Year's day of the moon lies between 21 January and 20 February.
  const found: Moon[] = []
  let start = newMoon(`${year}-02-20`)
  // In a year that begins early, such as 2023, the second moon may have begun by then.
  if (moonOf(start).month !== 1) start = newMoon(addDays(start, -1))
  for (let at = moonOf(start); at.year <= year && found.length < 13; at = moonOf(start)) {
    const long = moonOf(addDays(start, 29))
    const to = addDays(start, long.day === 1 ? 28 : 29)
    found.push({ month: at.month, leap: at.leap, from: start, to })
    start = addDays(to, 1)
  }
  // A few years of a conversation are asked for; nobody fills this with more than two hundred.
  years.set(year, found)
  return found
}

const years = new Map<number, readonly Moon[]>()

/** The first day of the moon that `day` lies in. */
const newMoon = (day: string): string => addDays(day, 1 - moonOf(day).day)
