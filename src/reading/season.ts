import { lastDayOfMonth } from '../base/index.ts'
import type { Period } from '../flow/index.ts'
import { yearOf } from './days.ts'

const SEASONS: Readonly<Record<string, readonly [string, string, number]>> = {
  春: ['03-01', '05-31', 0],
  夏: ['06-01', '08-31', 0],
  秋: ['09-01', '11-30', 0],
  冬: ['11-01', '02', 1],
}
/** Feasts of the moon's calendar move; the stretch covers all the days they can fall on. */
const FEASTS: readonly (readonly [RegExp, string, string])[] = [
  [/春节|过年|正月|大年|年三十|除夕/, '01-20', '02-28'],
  [/腊月/, '01-01', '02-20'],
  [/清明/, '04-03', '04-06'],
  [/五一|劳动节/, '05-01', '05-05'],
  [/端午/, '05-28', '06-26'],
  [/中秋/, '09-07', '10-09'],
  [/国庆|十一(?:假期|长假|期间|节)/, '10-01', '10-08'],
]

/** 去年冬里, 中秋前后: a season or a feast, always loosely. @param year the year as named, if it was. */
export function seasonIn(text: string, year: string | undefined, today: string): Period | undefined {
  const y = yearOf(year, today) ?? Number(today.slice(0, 4))
  const season = /([春夏秋冬])(?:天|季|里|上|日)/.exec(text)?.[1]
  if (season) {
    const [from, to, years] = SEASONS[season] ?? ['01-01', '12-31', 0]
    return {
      text,
      from: `${y}-${from}`,
      to: to.length === 2 ? lastDayOfMonth(y + years, 2) : `${y}-${to}`,
      approx: true,
    }
  }
  const feast = FEASTS.find(([words]) => words.test(text))
  // 2023年腊月 lies in the January and February after.
  const shift = feast && /腊月/.test(text) && year !== undefined ? 1 : 0
  return feast ? { text, from: `${y + shift}-${feast[1]}`, to: `${y + shift}-${feast[2]}`, approx: true } : undefined
}
