import { lastDayOfMonth, readNumber } from '../base/index.ts'
import type { Period } from '../flow/index.ts'

/** A day that cannot be: told politely, never stored. */
export interface Impossible {
  readonly impossible: string
}

/** The whole month, or one day of it; a 13th month and a 31st of February are impossible. `month` and `day` count from 1. */
export function between(text: string, year: number, month: number, day: number | undefined): Period | Impossible {
  if (month < 1 || month > 12) return { impossible: `没有${month}月` }
  const last = lastDayOfMonth(year, month)
  if (day === undefined) return { text, from: `${year}-${two(month)}-01`, to: last }
  const exact = `${year}-${two(month)}-${two(day)}`
  if (day < 1 || exact > last) return { impossible: `${year}年${month}月没有${day}号` }
  return { text, from: exact, to: exact }
}

/** 去年, 25年, 二〇二五年 as a year. @returns absent if none is named. */
export function yearOf(word: string | undefined, today: string): number | undefined {
  const now = Number(today.slice(0, 4))
  const relative = { 大前年: -3, 前年: -2, 去年: -1, 上年: -1, 今年: 0, 本年: 0 }[word ?? '']
  if (relative !== undefined) return now + relative
  const year = word === undefined ? undefined : readNumber(word.replace(/年$/, ''))
  return year === undefined ? undefined : fullYear(year)
}

/** 上旬, 月底 and the like: first and last day of the month's part; 31 stands for the last there is. */
export function thirdOf(word: string | undefined): readonly [number, number] | undefined {
  const thirds: Readonly<Record<string, readonly [number, number]>> = {
    上旬: [1, 10],
    月初: [1, 10],
    初: [1, 10],
    中旬: [11, 20],
    月中: [11, 20],
    中: [11, 20],
    下旬: [21, 31],
    月底: [21, 31],
    底: [21, 31],
  }
  return thirds[word ?? '']
}

/** 25 → 2025. */
export const fullYear = (year: number): number => (year < 100 ? 2000 + year : year)
export const two = (n: number): string => String(n).padStart(2, '0')
