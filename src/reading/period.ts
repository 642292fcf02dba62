import { addDays } from '../base/index.ts'
import type { Period } from '../flow/index.ts'
import { begunWords, LASTED } from './begun.ts'
import { addMonths, type Impossible, type Stretch } from './days.ts'
import { type Moment, momentAt } from './moment.ts'

export type { Impossible } from './days.ts'

/** A time, and the person's own words of it: 大概去年八月 out of a long sentence. */
export interface Timed {
  readonly period: Period
  readonly words: string
}

/** No time is told in more words than this; a long story is read as far as here for its first one. */
const FAR = 1000
/** A story names a few times; the first ones are told apart, and no more. */
const MOST = 12
const ABOUT = /左右|大概|前后|差不多|大约|好像|估计|那会儿?|那阵|可能|应该是|记不清|上下/

/**
 * Reads a day or a stretch of days: 去年8月份, 25年8月3号, 2025.8.3, 上个月15号, 前年开始到现在, 冬里, 三个月前.
 *
 * @param today ISO day, from the event's clock.
 * @returns the period with both ends, `impossible` for a 13th month or a 31st of February, undefined if no time is named.
 */
export function readPeriod(text: string, today: string): Period | Impossible | undefined {
  const found = periodIn(soFar(text), today)
  return found && 'period' in found ? { ...found.period, text } : found
}

/** 都仨月了, said alone of a time: it began three months ago. 刚才 alone is today; in a sentence it is no time of a matter. */
function soFar(text: string): string {
  const t = text.trim().slice(0, 40)
  const lasted = SO_FAR.exec(t)?.[1] ?? (t.length <= 16 && begunWords(t) ? BEGUN_FOR.exec(t)?.[1] : undefined)
  if (lasted !== undefined) return `${lasted}前`
  return /^(?:就(?:在|是)?)?(?:刚才|刚刚)(?:才?(?:发生|出)的?(?:事|事儿)?|的事儿?|那会儿?)?$/.test(t) ? '今天' : text
}
const BEGUN_FOR = new RegExp(`(${LASTED})了`, 'u')
const SO_FAR = new RegExp(
  `^(?:这事儿?|事情|到现在|至今|大概|差不多|估计|少说|也|得)*(?:已经?|都|有|快|得有)+(${LASTED})了(?:吧|都|呢)*$`,
  'u',
)

/** As `readPeriod`, with the words the time was read from, which are also the period's own `text`. */
export function periodIn(text: string, today: string): Timed | Impossible | undefined {
  const t = text
    .normalize('NFKC')
    .slice(0, FAR)
    .replace(/(?<=\d)\s+(?=[年月日号])|(?<=[年月])\s+(?=\d)/g, '')
  const all = sayable(t, momentsIn(t, today))
  const first = all.findIndex((m) => 'from' in m.is)
  if (first < 0) return all[0] && 'impossible' in all[0].is ? all[0].is : undefined
  // What cannot be stands first and alone in its clause: it is what was meant.
  const before = all.slice(0, first).find((m) => 'impossible' in m.is)
  if (before && 'impossible' in before.is && t.length <= 24) return before.is
  return timed(t, all.slice(first), today)
}

function momentsIn(t: string, today: string): readonly Moment[] {
  const found: Moment[] = []
  for (let at = 0; at < t.length && found.length < MOST; ) {
    const last = found.at(-1)
    // 去年3月到5月: the year goes on to the second, if it stands near.
    const near = last && at - last.end <= 12 ? last : undefined
    const moment = STARTS.test(t.charAt(at)) ? momentAt(t, at, today, near) : undefined
    if (moment) found.push(moment)
    at = moment ? Math.max(moment.end, at + 1) : at + 1
  }
  return found
}

/** The characters a time can begin with; most of a text begins none. */
const STARTS =
  /[\d零〇○一二两三四五六七八九十廿卅半几俩仨好上下前后大去今本当这头旧明昨夜刚近最过早周星礼年月正冬腊农阴古老初底末除元闹春二龙清端五七中鬼八仲重小妇植劳儿建教国双圣暑寒秋九麦收割打掰三伏数入汛开立打夏热天冷大第约]/u

/** 每年春节 is no one time, and in 不是去年，是前年 the first is taken back. */
const sayable = (t: string, all: readonly Moment[]): readonly Moment[] =>
  all.filter((m) => {
    const before = t.slice(Math.max(0, m.at - 6), m.at)
    if (/(?:每|逢)(?:年|月|个月|到|逢|次|个|周)?的?$|年年|逢年$/.test(before)) return false
    return !(all.length > 1 && /(?:不是|不在|并非)$/.test(before))
  })

const TO =
  /^(?:份|的时候|那会儿?|左右|底)?\s*(?:就|才)?(?:开始|起)?[,，\s]*(?:一直|持续|直)?\s*(?:到|至|[~—－–-]+)了?\s*(?:大概|大约)?$/
const AND = /^(?:份)?\s*(?:[、,，/]|和|跟|与|及|或者?|还有|还是|以及)?\s*$/
const TO_NOW =
  /^(?:份|的时候|那会儿?|左右)?(?:就)?(?:开始|起|以来|之后|以后|后)?[,，\s]*(?:就|都)?(?:一直|持续|直)?(?:到|至)(?:了?现在|今天|目前|如今|今(?!年)|眼下|这会儿|当前|现今)|^[^,，。;；]{0,8}?(?:以来|至今|到现在)/
const SINCE = /^(?:份|那会儿?|左右)?(?:就|才)?(?:开始|起(?![码来])|以来|之后|以后)/
const UNTIL = /^(?:份)?(?:以前|之前|前(?![年后面任台往因天几两些三]))/

function timed(t: string, [a, b]: readonly Moment[], today: string): Timed | undefined {
  if (!a || !('from' in a.is)) return undefined
  const behind = t.slice(a.end)
  const toNow =
    TO_NOW.exec(behind) ?? (a.grain === 'other' && /^(?:之后|以后)/.test(behind) ? null : SINCE.exec(behind))
  const close = (end: number, from: string | undefined, to: string | undefined, approx: boolean): Timed => {
    const words = ownWords(t, a.at, end)
    const period = {
      text: words,
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(approx ? { approx: true as const } : {}),
    }
    return { words, period }
  }
  const about = a.is.approx === true || ABOUT.test(ownWords(t, a.at, a.end)) || (t.length <= 30 && ABOUT.test(t))
  const later = b && yearBehind(t, a, b, today)
  if (later) return close(b.end, later.from, later.to, later.approx === true || about)
  const both = b && 'from' in b.is ? joined(t, a, b) : undefined
  if (b && both) return close(b.end, both.from, both.to, both.approx === true || about)
  if (toNow) return close(a.end + toNow[0].length, a.is.from, today, true)
  const until = UNTIL.exec(behind)
  // 五一前 is shortly before, 2019年以前 any time before.
  if (until && a.grain === 'other')
    return close(a.end + until[0].length, addDays(a.is.from, -30), addDays(a.is.from, -1), true)
  if (until) return close(a.end + until[0].length, undefined, addDays(a.is.from, -1), about)
  return close(a.end, a.is.from, a.is.to, about)
}

/** 八月份吧，去年: the year is said after. */
function yearBehind(t: string, a: Moment, b: Moment, today: string): Stretch | undefined {
  if (a.year !== undefined || b.grain !== 'year' || b.year === undefined) return undefined
  if (!/^(?:份|的时候|那会儿?|那时候|左右)?(?:吧|呢|啊|了)?[,，、\s]*(?:好像|应该)?是?$/.test(t.slice(a.end, b.at)))
    return undefined
  const again = momentAt(t, a.at, today, { ...b, at: 0 })
  return again && 'from' in again.is ? again.is : undefined
}

/** Two times that are the ends of one, or of which the second says the first more exactly. */
function joined(t: string, a: Moment, b: Moment): { from: string; to: string; approx?: true } | undefined {
  if (!('from' in a.is) || !('from' in b.is)) return undefined
  const gap = t.slice(a.end, b.at)
  const approx = a.is.approx || b.is.approx ? { approx: true as const } : {}
  // 去年11月到3月: the month is the next year's.
  const over = b.is.to < a.is.from && b.month !== undefined && TO.test(gap)
  if (over && addMonths(b.is.to, 12) > a.is.to) return { from: a.is.from, to: addMonths(b.is.to, 12), ...approx }
  const forward = b.is.to >= a.is.from
  if (TO.test(gap) && forward) return { from: a.is.from, to: b.is.to > a.is.to ? b.is.to : a.is.to, ...approx }
  if (a.grain === b.grain && a.grain !== 'other' && AND.test(gap) && gap.length <= 4) {
    const [from, to] = [a.is.from < b.is.from ? a.is.from : b.is.from, a.is.to > b.is.to ? a.is.to : b.is.to]
    return { from, to, ...approx }
  }
  // 去年，大概8月份.
  const within = b.is.from >= a.is.from && b.is.to <= a.is.to
  if (a.grain === 'year' && b.grain !== 'year' && within && gap.length <= 8 && !/[。;；!！?？]/.test(gap))
    return { from: b.is.from, to: b.is.to, ...(b.is.approx ? approx : {}) }
  return undefined
}

/** The words of a time with those that make it loose: 大概, 左右. */
function ownWords(t: string, at: number, end: number): string {
  const before =
    /(?:大概|大约|约|好像|差不多|估计|可能|应该)?(?:是|在|就)?(?:从|自)?$/.exec(
      t.slice(Math.max(0, at - 8), at),
    )?.[0] ?? ''
  const behind = /^(?:份|左右|前后|那会儿?|那阵子?|上下|的时候)*/.exec(t.slice(end, end + 12))?.[0] ?? ''
  return t.slice(at - before.length, end + behind.length).replace(/^(?:是|在|就)/, '')
}
