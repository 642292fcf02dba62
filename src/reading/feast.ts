import { addDays, lastDayOfMonth, readNumber } from '../base/index.ts'
import { loose, type Stretch } from './days.ts'
import { moons } from './lunar.ts'
import { COMMON_SURNAMES } from './surnames.ts'

type InYear = (year: number) => Stretch | undefined

const sun =
  (from: string, to: string): InYear =>
  (year) =>
    loose(year, from, to)

/** Days of the moon's calendar, `near` days either side: people tell a feast and mean the days around it. */
const moon =
  (month: number, day: number, near: number): InYear =>
  (year) =>
    around(moonDay(year, month, day), near)

const around = (day: string | undefined, near: number): Stretch | undefined =>
  day === undefined
    ? undefined
    : { from: addDays(day, -near), to: addDays(day, near), ...(near > 0 ? { approx: true as const } : {}) }

/** From the 23rd of the twelfth moon to the lantern feast. */
const newYear: InYear = (year) => {
  const [first] = moons(year)
  return first && { from: addDays(first.from, -7), to: addDays(first.from, 14), approx: true }
}
const eve: InYear = (year) => {
  const [first] = moons(year)
  return first && { from: addDays(first.from, -1), to: addDays(first.from, -1) }
}
const winter: InYear = (year) => ({ from: `${year}-11-01`, to: lastDayOfMonth(year + 1, 2), approx: true })

/** No feast but a street, a village or a school named after one. */
const NAMED_AFTER = '(?!路|村|镇|街|广场|大道|社区|小区|厂|中学|学校|小学|巷|桥|商场|公园|奖|湾|乡|渠|队|农场)'
/** Names of feasts that are also counts and given names: believed with a word behind, a year before, or alone. */
const COUNT = '(?:劳动节|节|黄金周|长假|小长假|放假|假期|期间|前后|那天|当天|的时候|那会儿?|左右|过节)'

const FEASTS: readonly (readonly [words: string, in_: InYear])[] = [
  [`[除大]年三十|除夕|年三十|年夜`, eve],
  [`元宵节?|正月十五|闹花灯`, moon(1, 15, 1)],
  [`(?:大年|年)初[一二三四五六七八九十]`, eve],
  [`春节${NAMED_AFTER}|过(?:大|新)?年(?!龄)|大年(?!三|初)|年关|年跟前|年根|年前年后`, newYear],
  [`二月二(?!十)|龙抬头`, moon(2, 2, 1)],
  [`清明节?${NAMED_AFTER}|上坟的?时候`, sun('04-03', '04-06')],
  [`端午节?|端阳|五月初五|五月端`, moon(5, 5, 1)],
  [`七夕|七月七(?!\\d)`, moon(7, 7, 1)],
  [`中元节|七月半|鬼节`, moon(7, 15, 1)],
  [`中秋节?${NAMED_AFTER}|八月十五(?![号日])|八月节|仲秋节?`, moon(8, 15, 2)],
  [`重阳节?|九月九(?!\\d)`, moon(9, 9, 1)],
  [`腊八节?`, moon(12, 8, 1)],
  [`小年(?!轻)|腊月二十三`, moon(12, 23, 1)],
  [`元旦`, sun('01-01', '01-03')],
  [`妇女节|三八${COUNT}`, sun('03-08', '03-08')],
  [`植树节`, sun('03-12', '03-12')],
  [`五一${NAMED_AFTER}|劳动节`, sun('05-01', '05-05')],
  [`儿童节|六一${COUNT}`, sun('06-01', '06-01')],
  [`建党节|七一${COUNT}`, sun('07-01', '07-01')],
  [`建军节|八一${COUNT}`, sun('08-01', '08-01')],
  [`教师节`, sun('09-10', '09-10')],
  [`国庆节?${NAMED_AFTER}|十一${COUNT}|十月一(?![号日])`, sun('10-01', '10-08')],
  [`双十一`, sun('11-11', '11-11')],
  [`冬至`, sun('12-21', '12-23')],
  [`圣诞`, sun('12-24', '12-25')],
  [`暑假|暑期`, sun('07-01', '08-31')],
  [`寒假`, sun('01-10', '02-28')],
  [`秋季开学|九月开学`, sun('08-25', '09-15')],
  [`春季开学`, sun('02-10', '03-10')],
  [`麦收|[收割打]麦子?|麦口|三夏|麦罢`, sun('05-20', '06-25')],
  [`秋收|[收掰]玉米|三秋|收秋`, sun('09-10', '10-31')],
  [`三?伏天|数伏|入伏`, sun('07-10', '08-25')],
  [`三九天|数九`, sun('01-01', '01-31')],
  [`汛期`, sun('06-01', '09-30')],
  [`开春|打春|立春|春上|春头|早春`, sun('02-01', '03-31')],
  [`春种|春耕`, sun('03-01', '04-30')],
  [`入冬|立冬`, sun('11-01', '11-30')],
  [`入夏|立夏`, sun('05-01', '05-31')],
  [`入秋|立秋`, sun('08-01', '09-15')],
  [`春(?:天|季|里|日|夏)`, sun('03-01', '05-31')],
  [`夏(?:天|季|里|上|日)|暑天|热天`, sun('06-01', '08-31')],
  [`秋(?:天|季|里|上|后|日)`, sun('09-01', '11-30')],
  [`冬(?:天|季|里|上|日)|大冷天|天冷的时候`, winter],
]

const WORDS = new RegExp(
  `(?<![${COMMON_SURNAMES}]|这个)(?:${FEASTS.map(([words], n) => `(?<f${n}>${words})`).join('|')})(?:期间|那天|当天|里头|里|前后|那会儿?|那几天|那阵子?|的时候|放假)?`,
  'y',
)
/** Counts that are feasts only beside a year or alone: 去年十一, 今年六一. */
const BARE: Readonly<Record<string, readonly [string, string]>> = {
  十一: ['10-01', '10-08'],
  三八: ['03-08', '03-08'],
  六一: ['06-01', '06-01'],
  七一: ['07-01', '07-01'],
  八一: ['08-01', '08-01'],
  春: ['03-01', '05-31'],
  夏: ['06-01', '08-31'],
  秋: ['09-01', '11-30'],
}
const BARE_WORDS = /(?:十一|三八|六一|七一|八一|[春夏秋])(?=$|[\s,，。、;；]|前后|左右|吧|送|收|给|的时候)/y

/** A season or a feast at `at`, and where its words end. @param year as named; absent where the person names none. */
export function feastAt(
  t: string,
  at: number,
  year: number | undefined,
  today: string,
): { readonly end: number; readonly is: Stretch } | undefined {
  WORDS.lastIndex = at
  const found = WORDS.exec(t)
  if (!found) return year === undefined && t.length > 3 ? undefined : bareAt(t, at, year, today)
  const which = Object.entries(found.groups ?? {}).find(([, words]) => words !== undefined)?.[0]
  const feast = FEASTS[Number(which?.slice(1))]?.[1]
  // 大年初二 is that day of the first moon.
  const first = /年初([一二三四五六七八九十])/.exec(found[0])?.[1]
  const is = feast && inYear(first === undefined ? feast : moon(1, readNumber(first) ?? 1, 0), year, today)
  return is && { end: at + found[0].length, is }
}

function bareAt(t: string, at: number, year: number | undefined, today: string) {
  BARE_WORDS.lastIndex = at
  const words = BARE_WORDS.exec(t)?.[0]
  const days = BARE[words ?? '']
  const is = days && inYear(sun(...days), year, today)
  return words && is ? { end: at + words.length, is } : undefined
}

/** What is told of has happened: without a year the last one is meant, and no winter that is three weeks old. */
export function inYear(feast: InYear, year: number | undefined, today: string): Stretch | undefined {
  if (year !== undefined) return feast(year)
  const now = Number(today.slice(0, 4))
  const is = feast(now)
  return is && is.from <= addDays(today, feast === winter ? -30 : 0) ? is : feast(now - 1)
}

/** A day of the moon's calendar, ISO. @returns undefined if that month has no such day. */
export function moonDay(year: number, month: number, day: number): string | undefined {
  const found = moons(year).find((m) => m.month === month && !m.leap)
  const at = found && addDays(found.from, day - 1)
  return at !== undefined && found && day >= 1 && at <= found.to ? at : undefined
}
