import { readNumber } from '../base/index.ts'
import type { Amount } from '../flow/index.ts'

const FIGURE = '[零〇一壹二贰两俩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万萬亿億\\d.,]'
const ABOUT = /大概|大约|约|左右|差不多|上下|来万|估计/
const MONEY = new RegExp(`(${FIGURE}+)(多|几|来)?([万萬w千百亿億]?)\\s*(多|来)?(块钱?|元|圆|万元|块|人民币)?`, 'i')

/**
 * Reads an amount of money in yuan: 五万块, 3w, 40多万, 两三万, 一次一两万, 大概八千.
 * `N多万` runs to the next round step; 左右/大概 means ten per cent either way; a bare number is exact.
 *
 * @returns undefined if there is no figure in the text.
 */
export function readAmount(text: string): Amount | undefined {
  // A sum is told in a few words; a story is read as far as here for its first one.
  const t = text.normalize('NFKC').toLowerCase().slice(0, 1000)
  const range = new RegExp(`(${FIGURE}+?)\\s*(万|千|百)?(?:元|块)?\\s*(?:到|至|-|~|—)\\s*(${FIGURE}+)`).exec(t)
  if (range) {
    const max = readNumber(range[3] ?? '')
    const min = readNumber(`${range[1]}${range[2] ?? /[万千百]/.exec(range[3] ?? '')?.[0] ?? ''}`)
    if (min !== undefined && max !== undefined && min <= max) return { text, min, max }
  }
  const pair = /([一二两三四五六七八])([二两三四五六七八九])(百|千|万|十万|百万)/.exec(t)
  if (pair) {
    const [min, max] = [readNumber(`${pair[1]}${pair[3]}`), readNumber(`${pair[2]}${pair[3]}`)]
    if (min !== undefined && max !== undefined && max > min) return { text, min, max }
  }
  const some = /几(百万|十万|百|千|万)/.exec(t)
  const unit = readNumber(some?.[1] === undefined ? '' : `一${some[1]}`)
  if (unit !== undefined) return { text, min: unit, max: unit * 9, approx: true }
  const found = MONEY.exec(t)
  if (!found?.[1]) return undefined
  // 一倍, 三个人: a figure counts as money only with a unit of money beside it, or when it is all that was said.
  const sole = t.replace(ABOUT, '').replace(/[吧呢啊了的\s]/g, '') === found[0].trim()
  if (!sole && !found[5] && !/[万萬w]/i.test(found[0])) return undefined
  const exact = readNumber(`${found[1]}${found[3] ?? ''}`)
  if (exact === undefined) return undefined
  if (found[2] === '多' || found[2] === '几' || found[4] === '多')
    return { text, min: exact, max: exact + step(exact, found[1]), approx: true }
  // A bound is a bound: 至少三万 does not say how much it was.
  if (/不低于|至少|起码|不止|超过|以上|最少/.test(t) && !/不超过/.test(t)) return { text, min: exact }
  if (/不到|不超过|最多|以内|以下|顶多/.test(t)) return { text, max: exact }
  if (ABOUT.test(t)) return { text, min: Math.round(exact * 0.9), max: Math.round(exact * 1.1), approx: true }
  return { text, min: exact, max: exact }
}

/** True if the text speaks of money at all, so that a bare number is not taken for an amount. */
export const speaksOfMoney = (text: string): boolean =>
  new RegExp(`${FIGURE}[多几来]?\\s*([万千百]?[块元圆]|[万w](?![人名吨斤亩])|千块|百块)`, 'i').test(
    text.normalize('NFKC').slice(0, 1000),
  )

/** 40多万 → the step is 10万; 3千多 → 1千: one in the last figure that is not zero. */
function step(value: number, figure: string): number {
  let unit = 1
  while (value % (unit * 10) === 0 && unit * 10 <= value) unit *= 10
  return figure.length > 0 ? unit : 0
}
