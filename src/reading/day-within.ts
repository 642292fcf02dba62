import { addDays, lastDayOfMonth } from '../base/index.ts'
import { between, figure, type Impossible, monthFrom, type Stretch, two } from './days.ts'
import { moonDay } from './feast.ts'
import { moons } from './lunar.ts'
import { sticky } from './sticky.ts'

/** A time within a year: its days, where its words end, and the month if it lies in one. */
export interface Inside {
  readonly end: number
  readonly is: Stretch | Impossible
  readonly grain: 'year' | 'month' | 'day' | 'other'
  readonly month?: number
}

const C = '零〇○一二三四五六七八九'
/** A day or a month, in figures of either kind. */
export const N = `(?:\\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|[零〇]?[一二两三四五六七八九])`
const DAYS = new RegExp(
  `(?:(?<a>${N})[号日]?(?:[到至、~—－-]|或者?|和)(?<b>${N})|(?<c>[一二三四五六七八]|十[一二三四五六七八])(?<d>[二三四五六七八九]))[号日](?!${'[楼线院车位桌地]'})`,
  'y',
)
const DAY = new RegExp(
  `(?<![\\d.第〕\\]${C}十])(?:(?<n>${N})(?:号|日)(?![楼线院车位文桌店地仓井房工机标馆库坑墙泵桥令子常内别棚机码])|初(?<first>[一二三四五六七八九十]))`,
  'y',
)
const PLAIN_DAY = /(?<n>二?十[一二三四五六七八九]?|三十一?|廿[一二三四五六七八九]?)(?![个万千百块元人年月天次岁多几])/y
/** 20多号. */
const TENS = /(?<n>[12]0|二?十)[几多]号/y
const THIRD =
  /(?:的)?(上旬|月初|初(?![一二三四五六七八九十中级])|中旬|月中|中(?![午间学心])|下旬|月底|月末|底(?!下)|末|尾)/y

/** A month of the moon's calendar, or a day of it. */
export function inMoon(t: string, end: number, month: number, year: number | undefined, today: string): Inside {
  const found = sticky(
    /的?(?:初(?<a>[一二三四五六七八九十])|(?<b>二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十|\d{1,2})[号日]?)/y,
    t,
    end,
  )
  const day = found ? figure(found.groups?.['a'] ?? found.groups?.['b']) : undefined
  const stretch = (y: number): Stretch | undefined => {
    const exact = day === undefined ? undefined : moonDay(y, month, day)
    const whole = moons(y).find((m) => m.month === month && !m.leap)
    return exact === undefined ? whole && { from: whole.from, to: whole.to, approx: true } : { from: exact, to: exact }
  }
  const now = Number(today.slice(0, 4))
  const is = stretch(year ?? now)
  const past =
    is === undefined || (is.from > today && (year === undefined || year === now)) ? stretch((year ?? now) - 1) : is
  return past
    ? { end: end + (found?.[0].length ?? 0), is: past, grain: day ? 'day' : 'month', month }
    : { end, is: { impossible: `农历没有${month}月` }, grain: 'month' }
}

/** What is told of has happened: 十二月 said in November is last year's. */
export function monthIs(month: number, year: number | undefined, today: string): Stretch | Impossible {
  const [now, current] = [Number(today.slice(5, 7)), Number(today.slice(0, 4))]
  return between(year ?? (month > now && month <= 12 ? current - 1 : current), month)
}

/** The days told of a month at `at`; the whole month where none are. @param bare where the words of the month end */
export function dayWithin(
  t: string,
  at: number,
  y: number,
  month: number,
  named: boolean,
  today: string,
  bare = at,
): Inside {
  const third = sticky(THIRD, t, at)
  if (third) return { end: at + third[0].length, is: thirdOf(third[1] ?? '', y, month), grain: 'day', month }
  const days = sticky(DAYS, t, at)
  const { a, b, c, d } = days?.groups ?? {}
  if (days) {
    const [from, to] = [figure(a ?? c), c === undefined ? figure(b) : figure(c.length > 1 ? `十${d}` : d)]
    const [first, last] = [between(y, month, from), between(y, month, to)]
    if ('from' in first && 'from' in last && from < to)
      return { end: at + days[0].length, is: { from: first.from, to: last.to }, grain: 'day', month }
  }
  const tens = sticky(TENS, t, at)
  if (tens) {
    const n = figure(tens.groups?.['n'])
    const [first, last] = [between(y, month, n), between(y, month, n + 9)]
    if ('from' in first && 'from' in last)
      return { end: at + tens[0].length, is: { from: first.from, to: last.to, approx: true }, grain: 'day', month }
  }
  const day = sticky(DAY, t, at) ?? sticky(PLAIN_DAY, t, at)
  if (!day) return { end: bare, is: between(y, month), grain: 'month', month }
  const n = figure(day.groups?.['n'] ?? day.groups?.['first'])
  const is = between(y, month, n)
  // 11月25号 said on the 23rd of November is last year's.
  const past = !named && 'from' in is && is.from > today ? between(y - 1, month, n) : is
  return { end: at + day[0].length, is: past, grain: 'day', month }
}

function thirdOf(words: string, y: number, m: number): Stretch {
  const last = lastDayOfMonth(y, m)
  const day = (n: number) => `${y}-${two(m)}-${two(n)}`
  if (/上旬|初/.test(words)) return { from: day(1), to: day(10), approx: true }
  if (/中/.test(words)) return { from: day(11), to: day(20), approx: true }
  return { from: day(21), to: last, approx: true }
}

/** 15号, 初八, 月底 without a month: the last that has been. 41号 is no day. */
export function lonelyDay(
  t: string,
  at: number,
  year: number | undefined,
  today: string,
  month: number | undefined,
): Inside | undefined {
  const third = sticky(/月初|月中|月底|月末|[上中下]旬/y, t, at)
  const some = third || month !== undefined ? undefined : sticky(DAYS, t, at)
  if (some && some[0].length === DAYS.lastIndex - at && !/^\d+[号日]?[-~]/.test(some[0])) {
    const [y, m] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
    const inside = dayWithin(t, at, y, m, true, today)
    const [y2, m2] = [Number(monthFrom(today, -1).from.slice(0, 4)), Number(monthFrom(today, -1).from.slice(5, 7))]
    return 'from' in inside.is && inside.is.from > today ? dayWithin(t, at, y2, m2, true, today) : inside
  }
  const day = third ? undefined : sticky(DAY, t, at)
  if (!third && !day) return undefined
  const end = at + (third ?? day)![0].length
  if (month !== undefined && year !== undefined)
    return third
      ? { end, is: thirdOf(third[0], year, month), grain: 'other', month }
      : { end, is: between(year, month, figure(day?.groups?.['n'])), grain: 'day', month }
  const first = day?.groups?.['first']
  if (first !== undefined) return moonToday(end, figure(first), today)
  const n = figure(day?.groups?.['n'])
  if (day && (n > 31 || n < 1)) return undefined
  for (const shift of [0, -1, -2]) {
    const { from } = monthFrom(today, shift)
    const [y, m] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
    const is = third ? thirdOf(third[0], y, m) : between(y, m, n)
    // 月底 said on the 23rd is that of the month before.
    if ('from' in is && addDays(is.from, third ? 4 : 0) <= today)
      return { end, is, grain: third ? 'other' : 'day', month: m }
  }
  return undefined
}

/** 初八: that day of the moon now, or of the one before. */
function moonToday(end: number, day: number, today: string): Inside | undefined {
  const now = Number(today.slice(0, 4))
  const days = [...moons(now - 1), ...moons(now)].map((m) => addDays(m.from, day - 1)).filter((d) => d <= today)
  const last = days.at(-1)
  return last === undefined ? undefined : { end, is: { from: last, to: last }, grain: 'day' }
}
