import {
  addDays,
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  lastDayOfMonth,
  plainText,
  wholeNumber,
} from '../base/index.ts'
import type { HeldClause } from '../knowledge/index.ts'
import { type Impossible, periodIn } from '../reading/index.ts'

/** The last day of a limit, worked out on the calendar. */
export interface Reckoned {
  /** The day it is counted from, which does not count itself, and the last day, ISO; `beyond` where the calendar is not known so far. */
  readonly from: string
  readonly until: string | 'beyond'
  readonly limit: Limit
  /** The limit was said in the question; otherwise it is the first one the clauses set. */
  readonly said: boolean
  /** A day off lies between. */
  readonly holidays: boolean
}

export interface Limit {
  readonly count: number
  readonly unit: '个工作日' | '天' | '个月'
}

/** Asks for a day, or whether one has passed. */
const asksDay =
  /哪天|哪一天|哪日|几号|几月几|什么时候|啥时候|啥时间|最晚|最迟|到期|截止|期满|超期|超时|超了|过期|过了没|还来得及/u
const numeral = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})'
const inQuestion: readonly (readonly [RegExp, Limit['unit']])[] = [
  [new RegExp(`${numeral}个?工作日`, 'u'), '个工作日'],
  [new RegExp(`${numeral}个月`, 'u'), '个月'],
  [new RegExp(`(?<![月\\d])${numeral}(?:天|日)(?:内|之内|的期限|期限)`, 'u'), '天'],
]
const inClause: readonly (readonly [RegExp, Limit['unit']])[] = [
  [/(\d{1,3})个工作日内/u, '个工作日'],
  [/(\d{1,2})个月内/u, '个月'],
  [/(\d{1,3})日内/u, '天'],
]

/**
 * Reads a day out of the question and counts a limit from it: the one asked for, else the first the clauses set.
 * @param today ISO day; `9月24号` is read against it. @returns absent if no day is asked for, told, or no limit is known.
 */
export function reckon(
  question: string,
  today: string,
  clauses: readonly HeldClause[],
  calendar: Calendar,
): Reckoned | Impossible | undefined {
  const plain = plainText(question)
  if (!asksDay.test(plain)) return undefined
  const told = periodIn(plain, today)
  if (!told) return undefined
  if (!('period' in told)) return limitIn(plain, inQuestion) ? told : undefined
  const { from: read, to, approx } = told.period
  if (read === undefined || read !== to || approx) return undefined
  const from = soon(read, told.words, today)
  const asked = limitIn(plain.replace(told.words, ' '), inQuestion)
  const set =
    asked ??
    clauses
      .slice(0, 3)
      .map(({ entry }) => limitIn(entry.text, inClause))
      .find(Boolean)
  if (!set) return undefined
  const until = lastDay(from, set, calendar)
  return {
    from,
    until,
    limit: set,
    said: asked !== undefined,
    holidays: until !== 'beyond' && crosses(from, until, calendar),
  }
}

/** `12月15号` said in November is next month's, not last year's, unless the year is said: so long ago nobody asks for the last day. */
function soon(day: string, words: string, today: string): string {
  const bare = !/年|去|前|上|今/u.test(words)
  return bare && addDays(day, longAgo) <= today ? `${Number(day.slice(0, 4)) + 1}${day.slice(4)}` : day
}
const longAgo = 330

function limitIn(text: string, ways: typeof inQuestion): Limit | undefined {
  for (const [words, unit] of ways) {
    const count = wholeNumber(words.exec(text)?.[1] ?? '')
    if (count !== undefined && count > 0) return { count, unit }
  }
  return undefined
}

/** Working days are counted one by one; days and months run through, and end on the next working day if the last is a day off (民法典第203条). */
function lastDay(from: string, { count, unit }: Limit, calendar: Calendar): string | 'beyond' {
  if (unit === '个工作日') return addWorkingDays(from, count, calendar)
  const last = unit === '天' ? addDays(from, count) : monthsLater(from, count)
  const works = isWorkingDay(last, calendar)
  if (works === 'beyond') return 'beyond'
  return works ? last : addWorkingDays(last, 1, calendar)
}

/** The same day of the month; its last day where the month is shorter. */
function monthsLater(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  const same = `${year}-${String(month).padStart(2, '0')}-${day.slice(8)}`
  const last = lastDayOfMonth(year, month)
  return same > last ? last : same
}

function crosses(from: string, until: string, calendar: Calendar): boolean {
  return [...calendar.off].some((day) => from < day && day <= until)
}
