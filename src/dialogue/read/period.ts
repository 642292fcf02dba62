import { lastDayOfMonth, readNumber, addDays } from '../../base/index.ts'
import type { Period } from '../../flow/index.ts'

const N = '[零〇一二两三四五六七八九十\\d]+'
const YEAR = `(?<year>(?:${N}年(?!代|前|来|多))|大前年|前年|去年|今年|本年|上年)`
const MONTH = `(?<month>${N}月(?:份)?|上上个?月|上个?月|这个?月|本月|年初|年底|年末|上半年|下半年)`
const DAY = `(?<day>${N}(?:号|日)|初${N}|上旬|中旬|下旬|月初|月底|月中)`
const SPOKEN = new RegExp(`${YEAR}?的?${MONTH}?的?${DAY}?`)
const FIGURES = /(?<year>\d{4}|\d{2})[.\-/](?<month>\d{1,2})(?:[.\-/](?<day>\d{1,2}))?/
const NEAR: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 昨天: -1, 昨日: -1, 前天: -2, 大前天: -3 }
const SEASON: Readonly<Record<string, readonly [string, string, number]>> = {
  春: ['03-01', '05-31', 0], 夏: ['06-01', '08-31', 0], 秋: ['09-01', '11-30', 0], 冬: ['11-01', '02', 1],
}

/** A day that cannot be: told politely, never stored. */
export interface Impossible {
  readonly impossible: string
}

/**
 * Reads a day or a stretch of days: 去年8月份, 25年8月3号, 2025.8.3, 上个月15号, 前年开始到现在, 冬里.
 *
 * @param today ISO day, from the event's clock.
 * @returns the period with both ends, `impossible` for a 13th month or a 31st of February, undefined if no time is named.
 */
export function readPeriod(text: string, today: string): Period | Impossible | undefined {
  const t = text.normalize('NFKC')
  const open = /(开始)?(到|至)(现在|今天|目前|如今)|(以来|至今|一直到现在)/.exec(t)
  if (open) {
    const start = readPeriod(t.slice(0, open.index) || t.replace(open[0], ''), today)
    return start && 'from' in start && start.from ? { text, from: start.from, to: today, approx: true } : start
  }
  const span = /(.+?)(?:到|至|~|—)(.+)/.exec(t)
  if (span?.[1] && span[2]) {
    const [a, b] = [readPeriod(span[1], today), readPeriod(withYear(span[1], span[2]), today)]
    if (a && b && 'from' in a && 'from' in b && a.from && b.to) return { text, from: a.from, to: b.to }
  }
  for (const [word, shift] of Object.entries(NEAR))
    if (t.includes(word)) return { text, from: addDays(today, shift), to: addDays(today, shift) }
  return figures(t, text) ?? season(t, text, today) ?? spoken(t, text, today)
}

const withYear = (from: string, to: string) => (/年/.test(to) ? to : `${/.*年/.exec(from)?.[0] ?? ''}${to}`)

function figures(t: string, text: string): Period | Impossible | undefined {
  const found = FIGURES.exec(t)?.groups
  if (!found?.['year'] || !found['month']) return undefined
  return between(text, fullYear(Number(found['year'])), Number(found['month']), found['day'] === undefined ? undefined : Number(found['day']))
}

function season(t: string, text: string, today: string): Period | undefined {
  const found = /([春夏秋冬])(天|季|里|上|日|节前后)/.exec(t)
  if (!found?.[1]) return undefined
  const year = yearOf(new RegExp(YEAR).exec(t)?.groups?.['year'], today) ?? Number(today.slice(0, 4))
  const [from, to, years] = SEASON[found[1]] ?? ['01-01', '12-31', 0]
  return { text, from: `${year}-${from}`, to: to.length === 2 ? lastDayOfMonth(year + years, 2) : `${year}-${to}`, approx: true }
}

function spoken(t: string, text: string, today: string): Period | Impossible | undefined {
  for (const match of t.matchAll(new RegExp(SPOKEN, 'g'))) {
    const { year, month, day } = match.groups ?? {}
    if (year === undefined && month === undefined && (day === undefined || !/[号日]$/.test(day))) continue
    const y = yearOf(year, today) ?? Number(today.slice(0, 4))
    const around = /左右|大概|前后|差不多/.test(t)
    const period = month === undefined && day === undefined ? wholeYear(text, y, /前年|大前年/.test(year ?? '')) : dayIn(text, y, month, day, today)
    return around && 'from' in period ? { ...period, approx: true } : period
  }
  return undefined
}

/** 前年 alone is a start that people remember loosely. */
function wholeYear(text: string, year: number, loose: boolean): Period {
  return { text, from: `${year}-01-01`, to: `${year}-12-31`, ...(loose ? { approx: true as const } : {}) }
}

function dayIn(text: string, year: number, month: string | undefined, day: string | undefined, today: string): Period | Impossible {
  const thisMonth = Number(today.slice(5, 7))
  if (month === '上半年') return { text, from: `${year}-01-01`, to: `${year}-06-30` }
  if (month === '下半年') return { text, from: `${year}-07-01`, to: `${year}-12-31` }
  if (month === '年初') return { text, from: `${year}-01-01`, to: `${year}-03-31`, approx: true }
  if (month === '年底' || month === '年末') return { text, from: `${year}-10-01`, to: `${year}-12-31`, approx: true }
  let m = thisMonth
  if (month?.startsWith('上上')) m = thisMonth - 2
  else if (month?.startsWith('上')) m = thisMonth - 1
  else if (month && /^[零〇一二两三四五六七八九十\d]/.test(month)) m = readNumber(month.replace(/月(份)?$/, '')) ?? 0
  const y = m < 1 && month?.startsWith('上') ? year - 1 : year
  if (m < 1 && y < year) m += 12
  const third = { 上旬: [1, 10], 月初: [1, 10], 中旬: [11, 20], 月中: [11, 20], 下旬: [21, 31], 月底: [21, 31] }[day ?? '']
  if (third) {
    const whole = between(text, y, m, undefined)
    return 'impossible' in whole ? whole : { text, from: `${y}-${two(m)}-${two(third[0] ?? 1)}`, to: third[1] === 31 ? lastDayOfMonth(y, m) : `${y}-${two(m)}-${third[1]}`, approx: true }
  }
  return between(text, y, m, day === undefined ? undefined : readNumber(day.replace(/[号日]$|^初/g, '')))
}

function between(text: string, year: number, month: number, day: number | undefined): Period | Impossible {
  if (month < 1 || month > 12) return { impossible: `没有${month}月` }
  const last = lastDayOfMonth(year, month)
  if (day === undefined) return { text, from: `${year}-${two(month)}-01`, to: last }
  const exact = `${year}-${two(month)}-${two(day)}`
  if (day < 1 || exact > last) return { impossible: `${year}年${month}月没有${day}号` }
  return { text, from: exact, to: exact }
}

function yearOf(word: string | undefined, today: string): number | undefined {
  const now = Number(today.slice(0, 4))
  const relative = { 大前年: -3, 前年: -2, 去年: -1, 上年: -1, 今年: 0, 本年: 0 }[word ?? '']
  if (relative !== undefined) return now + relative
  const year = word === undefined ? undefined : readNumber(word.replace(/年$/, ''))
  return year === undefined ? undefined : fullYear(year)
}

const fullYear = (year: number) => (year < 100 ? 2000 + year : year)
const two = (n: number) => String(n).padStart(2, '0')
