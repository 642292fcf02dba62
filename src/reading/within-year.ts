import { dayWithin, type Inside, inMoon, lonelyDay, monthIs, N } from './day-within.ts'
import { between, figure, monthFrom } from './days.ts'
import { feastAt } from './feast.ts'
import { sticky } from './sticky.ts'

const C = '零〇○一二三四五六七八九'
const MONTH = new RegExp(
  `(?<![\\d.${C}十百千万])(?<moon>(?:农历|阴历|旧历|古历|老历)的?)?(?<m>${N}|元|腊|正|冬)月份?(?![饼亮嫂租])`,
  'y',
)
const MONTHS = new RegExp(
  `(?<![\\d.${C}十百千万])(?:(?<a>[一二三四五六七八九])(?<b>[二三四五六七八九十])|(?<c>${N})月?份?(?:[到至、,，~—－-]|或者?|和)(?<d>${N}))月份?`,
  'y',
)
const MONTH_DAY = /(?<![\d.])(?<m>\d{1,2})[.\-/](?<d>\d{1,2})(?<mark>[号日])?(?![\d%万千百块元wW亩米吨斤个人.])/y
const PARTS: readonly (readonly [RegExp, string, string, boolean])[] = [
  [/上半年|前半年/y, '01-01', '06-30', false],
  [/下半年|后半年/y, '07-01', '12-31', false],
  [/年初|年头儿?(?!到)|初(?![一二三四五六七八九十中级])/y, '01-01', '03-31', true],
  [/年中(?!央)/y, '05-01', '08-31', true],
  [/年底|年末|年尾|(?:底|末)(?!下)/y, '10-01', '12-31', true],
  [/(?:第)?[一1]季度|头三个月/y, '01-01', '03-31', false],
  [/(?:第)?[二2]季度/y, '04-01', '06-30', false],
  [/(?:第)?[三3]季度/y, '07-01', '09-30', false],
  [/(?:第)?[四4]季度/y, '10-01', '12-31', false],
]
const NEAR_MONTH = /(上上|上|这|本|当|下)个?月(?:份)?(?![初底中])|(上上|上|这|本|下)个?月/y

/** Months, days, seasons and parts of a year, whose year is named or to be told from today. */
export function withinYear(
  t: string,
  at: number,
  year: number | undefined,
  today: string,
  named: boolean,
  month?: number,
): Inside | undefined {
  const y = year ?? Number(today.slice(0, 4))
  const several = sticky(MONTHS, t, at)
  if (several) {
    const { a, b, c, d } = several.groups ?? {}
    const [from, to] = [monthIs(figure(a ?? c), year, today), monthIs(figure(b ?? d), year, today)]
    if ('from' in from && 'from' in to && from.from < to.to)
      return { end: at + several[0].length, is: { from: from.from, to: to.to }, grain: 'month' }
  }
  const short = sticky(MONTH_DAY, t, at)
  // 8.3 is a day beside a year, with its mark, or when it is all that was said.
  if (short && (named || short.groups?.['mark'] || short[0].length === t.trim().length)) {
    const [m, d] = [figure(short.groups?.['m']), figure(short.groups?.['d'])]
    const is = between(Number(monthStart(m, year, today).slice(0, 4)), m, d)
    return { end: at + short[0].length, is, grain: 'day', month: m }
  }
  const feast = feastAt(t, at, year, today)
  if (feast) return { ...feast, grain: 'other' }
  const found = sticky(MONTH, t, at)
  if (found) return monthAnd(t, at + found[0].length, found.groups ?? {}, year, today)
  const near = sticky(NEAR_MONTH, t, at)
  if (near) {
    const which = near[1] ?? near[2] ?? ''
    const is = monthFrom(today, which === '下' ? 1 : which.startsWith('上') ? -which.length : 0)
    return dayWithin(t, at + near[0].length, Number(is.from.slice(0, 4)), Number(is.from.slice(5, 7)), true, today)
  }
  // 底 and 初 alone belong to a year only right behind it: 去年底.
  for (const [words, first, last, approx] of PARTS) {
    const part = sticky(words, t, at)
    if (!part || (/^[底末初]/.test(part[0]) && !named)) continue
    const is = { from: `${y}-${first}`, to: `${y}-${last}`, ...(approx ? { approx: true as const } : {}) }
    // 年底 said before December is that of the year before.
    const begins = first === '10-01' && approx ? `${y}-12-01` : is.from
    const shift = year === undefined && begins > today ? -1 : 0
    return {
      end: at + part[0].length,
      is: { ...is, from: `${y + shift}-${first}`, to: `${y + shift}-${last}` },
      grain: 'other',
    }
  }
  return lonelyDay(t, at, year, today, month)
}

/** A month and what follows of its days. */
function monthAnd(
  t: string,
  end: number,
  found: Readonly<Record<string, string | undefined>>,
  year: number | undefined,
  today: string,
): Inside {
  const { m = '', moon } = found
  const special = { 正: 1, 冬: 11, 腊: 12 }[m]
  const month = special ?? (m === '元' ? 1 : figure(m))
  const first = /初[一二三四五六七八九十]/y
  if (special !== undefined || moon !== undefined || sticky(first, t, end)) return inMoon(t, end, month, year, today)
  const is = monthIs(month, year, today)
  if ('impossible' in is) return { end, is, grain: 'month', month }
  return dayWithin(
    t,
    end + (sticky(/[的份\s]{0,2}/y, t, end)?.[0].length ?? 0),
    Number(is.from.slice(0, 4)),
    month,
    year !== undefined,
    today,
    end,
  )
}

const monthStart = (month: number, year: number | undefined, today: string): string => {
  const is = monthIs(month, year, today)
  return 'from' in is ? is.from : today
}
