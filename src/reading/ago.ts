import { addDays, readNumber } from '../base/index.ts'
import { addMonths, monthFrom, type Stretch, weekFrom, wholeYear } from './days.ts'

type Read = (found: RegExpExecArray, today: string) => Stretch | undefined

const FEW =
  '(?:好几|几|[小大]半|[俩仨]|[一二两三四五六七八九][二两三四五六七八九]|\\d{1,3}|半|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])'
const SPAN = '(年|个?月|天|日|周|个?星期|个?礼拜)'
const WEEK = '(?:个?周|个?星期|个?礼拜)'
const SHIFTS: Readonly<Record<string, number>> = {
  大前天: -3,
  大前儿: -3,
  前天: -2,
  前儿: -2,
  前日: -2,
  前晚: -2,
  昨天: -1,
  昨日: -1,
  昨儿: -1,
  昨晚: -1,
  昨夜: -1,
  夜儿: -1,
  今天: 0,
  今日: 0,
  今儿: 0,
  今早: 0,
  今晚: 0,
  明天: 1,
  明日: 1,
  明儿: 1,
  后天: 2,
  大后天: 3,
}
const shifts = Object.keys(SHIFTS).sort((a, b) => b.length - a.length)

/** What is reckoned from today: 昨天, 上周三, 三个月前, 近两年, 前几天, 年前那阵. */
const RECKONED: readonly (readonly [RegExp, Read])[] = [
  [
    new RegExp(`(?:${shifts.join('|')})(?![儿]?前)(?:个|早上|晚上|上午|下午|中午|夜里)?`, 'y'),
    (f, today) => {
      const day = addDays(today, SHIFTS[shifts.find((w) => f[0].startsWith(w)) ?? ''] ?? 0)
      return { from: day, to: day }
    },
  ],
  [
    new RegExp(
      `(上+|前|这|本|下)个?${WEEK}(?:的?(?:周|星期|礼拜)?([一二三四五六日天1-6])(?![个天次])(?:早上|晚上|上午|下午|中午|夜里)?)?`,
      'y',
    ),
    (f, today) => weekFrom(today, weeks(f[1] ?? ''), weekday(f[2])),
  ],
  [
    /(?:周|星期|礼拜)([一二三四五六日天])(?![个期])/y,
    (f, today) => {
      const is = weekFrom(today, 0, weekday(f[1]))
      return is.from > today ? weekFrom(today, -1, weekday(f[1])) : is
    },
  ],
  [/前(?:两|二)年(?![前])|头(?:两|二)年/y, (_, today) => years(today, -2, -1)],
  [/前(?:几|三|四|五|些)年|早几年|头几年|早些年/y, (_, today) => years(today, -6, -2)],
  [/前(?:两|二|几|三|些)个?月/y, (_, today) => rough(addMonths(today, -4), addDays(today, -20))],
  [/(?:前|头|大前)(?:两|几|三|些)(?:天|日)/y, (_, today) => rough(addDays(today, -8), addDays(today, -1))],
  [
    /前(?:一?阵子?|段时间|一段时间|段日子|些日子|些时候|一阵)|早前/y,
    (_, today) => rough(addMonths(today, -4), addDays(today, -5)),
  ],
  [
    new RegExp(
      `(?:最近|近|这|过去)(?:的)?(${FEW}|来)个?半?(年|月|天|周|星期|礼拜)(?:来|多|里|间|以来)?(?![底初前])`,
      'y',
    ),
    (f, today) => rough(back(today, f[1] === '来' ? '三' : (f[1] ?? ''), f[2] ?? '').from, today),
  ],
  [/最近|近期|这段时间|这阵子?|这一阵|近日|这些天|近来/y, (_, today) => rough(addMonths(today, -2), today)],
  [
    new RegExp(`(?:大概|大约|约)?(${FEW})(个?多|来)?${SPAN}(半)?(?:多)?(?:以前|之前|前)(?!任)`, 'y'),
    (f, today) => ago(today, f),
  ],
  [/前个月/y, (_, today) => monthFrom(today, -2)],
  [/上上个?月(?:份)?(?!初|底|中|[上下]旬|[\d一二三四五六七八九十]{1,3}[号日])/y, (_, today) => monthFrom(today, -2)],
]

/** A stretch reckoned from today that stands at `at`, and where its words end. */
export function reckonedAt(
  t: string,
  at: number,
  today: string,
): { readonly end: number; readonly is: Stretch } | undefined {
  for (const [words, read] of RECKONED) {
    words.lastIndex = at
    const found = words.exec(t)
    const is = found && read(found, today)
    if (found && is) return { end: at + found[0].length, is }
  }
  return undefined
}

const rough = (from: string, to: string): Stretch => ({ from, to, approx: true })
const weeks = (which: string): number =>
  which === '前' ? -2 : which.startsWith('上') ? -which.length : which === '下' ? 1 : 0
const weekday = (word: string | undefined): number | undefined =>
  word === undefined ? undefined : /[日天]/.test(word) ? 7 : readNumber(word)

function years(today: string, from: number, to: number): Stretch {
  const now = Number(today.slice(0, 4))
  return { from: wholeYear(now + from).from, to: wholeYear(now + to).to, approx: true }
}

/** Three months ago is that month, two years ago that year; 多 lets it begin one earlier. */
function ago(today: string, [, few = '', more, span = '', half]: RegExpExecArray): Stretch | undefined {
  const { from, to } = back(today, few, span)
  if (/年/.test(span)) {
    if (/半$/.test(few)) return rough(addMonths(today, -8), addMonths(today, -5))
    if (half) return rough(addMonths(to, -9), addMonths(to, -3))
    return years(today, yearOf(from) - yearOf(today) - (more ? 1 : 0), yearOf(to) - yearOf(today))
  }
  if (/月/.test(span)) {
    if (/半$/.test(few)) return rough(addDays(today, -20), addDays(today, -10))
    return rough(`${addMonths(from, more || half ? -1 : 0).slice(0, 8)}01`, monthFrom(to, 0).to)
  }
  const near = /天|日/.test(span) ? 1 : 3
  return rough(addDays(from, -near), addDays(to, near) < today ? addDays(to, near) : today)
}

const yearOf = (day: string) => Number(day.slice(0, 4))

/** From the most to the least that a count of years, months, weeks or days before today can mean. */
function back(today: string, few: string, span: string): { from: string; to: string } {
  const [most, least] = /几/.test(few) ? [few === '几' ? 6 : 9, 2] : counts(few)
  const go = (n: number) => {
    if (/年/.test(span)) return addMonths(today, Math.round(-12 * n))
    if (/月/.test(span)) return n % 1 === 0 ? addMonths(today, -n) : addDays(today, -15)
    return addDays(today, -n * (/天|日/.test(span) ? 1 : 7))
  }
  return { from: go(most), to: go(least) }
}

function counts(few: string): [number, number] {
  if (/半$/.test(few)) return [0.5, 0.5]
  const pair = /^([一二两三四五六七八九])([二两三四五六七八九])$/.exec(few)
  const n = readNumber(few) ?? 1
  return pair ? [readNumber(pair[2] ?? '') ?? n, readNumber(pair[1] ?? '') ?? n] : [n, n]
}
