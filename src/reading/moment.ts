import { reckonedAt } from './ago.ts'
import { between, figure, fullYear, type Impossible, type Stretch, wholeYear } from './days.ts'
import { sticky } from './sticky.ts'
import { withinYear } from './within-year.ts'

/** A time as told somewhere in a text: its stretch of days, its year and month where they were named, its place there. */
export interface Moment {
  readonly at: number
  readonly end: number
  readonly is: Stretch | Impossible
  readonly year?: number
  readonly month?: number
  readonly grain: 'year' | 'month' | 'day' | 'other'
}

const C = '零〇○一二三四五六七八九'
/** No part of a longer figure, no stretch of years, and no count: 干了20年, 第12年. */
const NOT_BEFORE = `(?<!\\d,)(?<![干过做用近整满长达了约第共前这有\\d.:〔\\[第${C}十百千万])`
const NOT_YEARS =
  '(?!代|级|来|多|内|里|期|以内|后|间|时间|的?老|的?党龄|的?工龄|的?教龄|薪|限|终奖|功夫|前|以前|之前|以后|之后)'
const WORD_YEARS: Readonly<Record<string, number>> = {
  大前年: -3,
  前年: -2,
  去年: -1,
  头年: -1,
  上年: -1,
  旧年: -1,
  今年: 0,
  本年: 0,
  当下这年: 0,
  明年: 1,
  后年: 2,
}
const YEAR_WORD = new RegExp(`(?:${Object.keys(WORD_YEARS).join('|')})度?`, 'y')
const YEAR = new RegExp(
  `(?<![\\d.〔\\[])(?<long>(?:19|20)\\d{2})\\s*年度?(?!级)|${NOT_BEFORE}(?:(?<said>[一二][九〇零○][${C}]{2})年度?(?!级)|(?<short>\\d{2}|[零〇○一二九八七][${C}])年度?${NOT_YEARS}|两千(?<two>零?[一二三四五六七八九十]{1,3})年|(?<bare>(?:19|20)\\d{2})(?=$|[\\s,，。、]|[到至\\-~—]|[春夏秋冬上下初底](?!面)))`,
  'y',
)
const FIGURES =
  /(?<![\d.〔[])(?<y>(?:19|20)\d{2}|(?:0?[5-9]|1\d|2\d)(?=[.\-/。．]\d{1,2}[.\-/。．]\d))(?:[.\-/。．](?<m>\d{1,2})(?:[.\-/。．](?<d>\d{1,2}))?|\s(?<m2>\d{1,2})\s(?<d2>\d{1,2}))(?![\d%万千百块元wW亩米吨斤个人号])/y
const TOGETHER = /(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)/y
const DECADE = /(?:上(?:个)?世纪|19)?(?<n>[五六七八九5-9])[十0]年代(?:初|末|中期?)?/y

/** The time told at `at`, if one is. @param before the moment before, whose year or month this one may go on with. */
export function momentAt(t: string, at: number, today: string, before?: Moment): Moment | undefined {
  const figures = inFigures(t, at, today)
  if (figures) return figures
  const decade = sticky(DECADE, t, at)
  if (decade) {
    const year = 1900 + 10 * figure(decade.groups?.['n'])
    const is = { from: `${year}-01-01`, to: `${year + 9}-12-31`, approx: true as const }
    return { at, end: at + decade[0].length, is, grain: 'other' }
  }
  const reckoned = reckonedAt(t, at, today)
  if (reckoned) return { at, ...reckoned, grain: 'other' }
  const named = yearAt(t, at, today)
  const from = named ? named.end + (sticky(/[的那\s,，、]{0,3}/y, t, named.end)?.[0].length ?? 0) : at
  const year = named?.year ?? before?.year
  const inside = withinYear(t, from, year, today, named !== undefined, before?.month)
  if (inside) return { at, ...inside, ...(year === undefined ? {} : { year }) }
  return named ? { at, end: named.end, year: named.year, is: named.is, grain: 'year' } : undefined
}

function yearAt(t: string, at: number, today: string): { end: number; year: number; is: Stretch } | undefined {
  const now = Number(today.slice(0, 4))
  const word = sticky(YEAR_WORD, t, at)?.[0]
  if (word !== undefined) {
    const year = now + (WORD_YEARS[word.replace(/度$/, '')] ?? 0)
    // 前年 alone is a start that people remember loosely.
    return {
      end: at + word.length,
      year,
      is: /前年/.test(word) ? { ...wholeYear(year), approx: true } : wholeYear(year),
    }
  }
  const found = sticky(YEAR, t, at)
  if (!found) return undefined
  const { long, said, short, two: after, bare } = found.groups ?? {}
  const figures =
    after === undefined
      ? figure((long ?? said ?? short ?? bare ?? '').replaceAll('○', '零'))
      : 2000 + figure(after.replace(/^零/, ''))
  const year = fullYear(figures, today)
  return year === undefined ? undefined : { end: at + found[0].length, year, is: wholeYear(year) }
}

function inFigures(t: string, at: number, today: string): Moment | undefined {
  const together = sticky(TOGETHER, t, at)
  if (together) {
    const [, y, m, d] = together.map(Number)
    return { at, end: at + 8, is: between(y ?? 0, m ?? 0, d), grain: 'day', year: y ?? 0, month: m ?? 0 }
  }
  const found = sticky(FIGURES, t, at)
  const year = found ? fullYear(Number(found.groups?.['y']), today) : undefined
  if (!found || year === undefined) return undefined
  const { m, d, m2, d2 } = found.groups ?? {}
  const month = Number(m ?? m2)
  const day = (d ?? d2) === undefined ? undefined : Number(d ?? d2)
  return { at, end: at + found[0].length, is: between(year, month, day), grain: day ? 'day' : 'month', year, month }
}
