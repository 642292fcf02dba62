import { addDays, lastDayOfMonth, readNumber } from '../base/index.ts'
import type { Period } from '../flow/index.ts'
import { between, fullYear, type Impossible, thirdOf, two, yearOf } from './days.ts'
import { seasonIn } from './season.ts'

const N = '[零〇一二两三四五六七八九十\\d]{1,3}'
// 一年才收三千 and 干了三年 are stretches, not the years 2001 and 2003.
export const YEAR =
  '(?<year>(?:(?<![干过做用近整满长达了约\\d零〇一二三四五六七八九])(?:\\d{4}|\\d{2}|[零〇一二三四五六七八九]{4}|[零〇一二][零〇一二三四五六七八九])年(?!代|前|来|多|内|里|期|以|后))|大前年|前年|去年|今年|本年|上年)'
const MONTH = `(?<month>${N}月(?:份)?|上上个?月|上个?月|这个?月|本月|年初|年底|年末|上半年|下半年)`
const DAY = `(?<day>${N}(?:号|日)|初${N}|上旬|中旬|下旬|月初|月底|月中|初|底|中(?!旬))`
const SPOKEN = new RegExp(`${YEAR}?的?${MONTH}?的?${DAY}?`, 'g')
const FIGURES = /(?<!\d)(?<year>\d{4}|\d{2})[.\-/](?<month>\d{1,2})(?:[.\-/](?<day>\d{1,2}))?(?!\d)/
const NEAR: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 大前天: -3, 昨天: -1, 昨日: -1, 前天: -2 }
const ABOUT = /左右|大概|前后|差不多|大约|好像|估计/
/** No time is told in more words than this; a long story is read as far as here for its first one. */
const FAR = 1000

export type { Impossible } from './days.ts'

/**
 * Reads a day or a stretch of days: 去年8月份, 25年8月3号, 2025.8.3, 上个月15号, 前年开始到现在, 冬里.
 *
 * @param today ISO day, from the event's clock.
 * @returns the period with both ends, `impossible` for a 13th month or a 31st of February, undefined if no time is named.
 */
export function readPeriod(text: string, today: string): Period | Impossible | undefined {
  const t = text.normalize('NFKC').slice(0, FAR)
  const found = toNow(t, today) ?? months(t, today) ?? span(t, today) ?? single(t, today)
  return found === undefined || 'impossible' in found ? found : { ...found, text }
}

/** 前年开始到现在. */
function toNow(t: string, today: string): Period | Impossible | undefined {
  const open = /(?:开始)?(?:到|至)(?:现在|今天|目前|如今)|以来|至今|一直到现在/.exec(t)
  if (!open) return undefined
  const start = single(t.slice(0, open.index), today) ?? single(t.replace(open[0], ''), today)
  return start && 'from' in start && start.from ? { text: t, from: start.from, to: today, approx: true } : start
}

/** 八九月份: two months, not the eighty-ninth. */
function months(t: string, today: string): Period | Impossible | undefined {
  const found = /(?<![零〇一二三四五六七八九十\d])([一二三四五六七八九])([二三四五六七八九十])月/.exec(t)
  if (!found) return undefined
  const before = t.slice(Math.max(0, found.index - 12), found.index)
  const [a, b] = [single(`${before}${found[1]}月`, today), single(`${before}${found[2]}月`, today)]
  return joined(t, a, b)
}

function span(t: string, today: string): Period | Impossible | undefined {
  const found = /^(.{1,40}?)(?:到|至|~|—|－|-(?=\D|\d{4}))(.{1,40})/.exec(t)
  if (!found?.[1] || !found[2]) return undefined
  const year = /.*年/.exec(found[1])?.[0] ?? ''
  return joined(t, single(found[1], today), single(/年/.test(found[2]) ? found[2] : `${year}${found[2]}`, today))
}

function joined(t: string, a: Period | Impossible | undefined, b: Period | Impossible | undefined): Period | undefined {
  if (!a || !b || 'impossible' in a || 'impossible' in b || !a.from || !b.to || a.from > b.to) return undefined
  return { text: t, from: a.from, to: b.to, ...(ABOUT.test(t) ? { approx: true as const } : {}) }
}

function single(t: string, today: string): Period | Impossible | undefined {
  for (const [word, shift] of Object.entries(NEAR))
    if (t.includes(word)) return { text: t, from: addDays(today, shift), to: addDays(today, shift) }
  return figures(t) ?? seasonIn(t, new RegExp(YEAR).exec(t)?.groups?.['year'], today) ?? spoken(t, today)
}

function figures(t: string): Period | Impossible | undefined {
  const found = FIGURES.exec(t)?.groups
  if (!found?.['year'] || !found['month']) return undefined
  return between(
    t,
    fullYear(Number(found['year'])),
    Number(found['month']),
    found['day'] === undefined ? undefined : Number(found['day']),
  )
}

function spoken(t: string, today: string): Period | Impossible | undefined {
  for (const match of t.matchAll(SPOKEN)) {
    const { year, month, day } = match.groups ?? {}
    if (year === undefined && month === undefined && (day === undefined || !/\S[号日]$/.test(day))) continue
    const y = yearOf(year, today) ?? Number(today.slice(0, 4))
    const period =
      month === undefined && (day === undefined || !/[号日旬]$/.test(day))
        ? wholeYear(t, y, /前年/.test(year ?? ''))
        : dayIn(t, y, year !== undefined, month, day, today)
    return ABOUT.test(t) && !('impossible' in period) ? { ...period, approx: true } : period
  }
  return undefined
}

/** 前年 alone is a start that people remember loosely. */
function wholeYear(text: string, year: number, loose: boolean): Period {
  return { text, from: `${year}-01-01`, to: `${year}-12-31`, ...(loose ? { approx: true as const } : {}) }
}

function dayIn(
  text: string,
  year: number,
  named: boolean,
  month: string | undefined,
  day: string | undefined,
  today: string,
): Period | Impossible {
  if (month === '上半年') return { text, from: `${year}-01-01`, to: `${year}-06-30` }
  if (month === '下半年') return { text, from: `${year}-07-01`, to: `${year}-12-31` }
  if (month === '年初') return { text, from: `${year}-01-01`, to: `${year}-03-31`, approx: true }
  if (month === '年底' || month === '年末') return { text, from: `${year}-10-01`, to: `${year}-12-31`, approx: true }
  const { y, m } = monthOf(year, named, month, today)
  const third = thirdOf(day)
  if (third) {
    const whole = between(text, y, m, undefined)
    return 'impossible' in whole
      ? whole
      : {
          text,
          from: `${y}-${two(m)}-${two(third[0])}`,
          to: third[1] === 31 ? lastDayOfMonth(y, m) : `${y}-${two(m)}-${third[1]}`,
          approx: true,
        }
  }
  return between(text, y, m, day === undefined ? undefined : readNumber(day.replace(/[号日]$|^初/g, '')))
}

/** The month meant; 上个月 in January is December of the year before. */
function monthOf(year: number, named: boolean, month: string | undefined, today: string): { y: number; m: number } {
  const now = Number(today.slice(5, 7))
  if (month === undefined || /^(?:这|本)/.test(month)) return { y: year, m: now }
  if (!month.startsWith('上')) {
    const m = readNumber(month.replace(/月(份)?$/, '')) ?? 0
    // What is told of has happened: 十二月 said in November is last year's.
    return { y: !named && m > now && m <= 12 ? year - 1 : year, m }
  }
  const m = now - (month.startsWith('上上') ? 2 : 1)
  return m < 1 ? { y: year - 1, m: m + 12 } : { y: year, m }
}
