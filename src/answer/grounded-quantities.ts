import { unit } from './grounded-text.ts'

/** A figure with its unit and what bounds it: `15个工作日` `≤`. */
export interface Quantity {
  readonly what: string
  /** Sorted signs of the words beside it: `≤ ≥ > < 前 后 起 每`; empty: exactly so much. */
  readonly bounds: string
}

const before: readonly (readonly [RegExp, string])[] = [
  [/(?:不得?超过|不高于|不多于|至多|最多|最长|最高)$/u, '≤'],
  [/(?:不少于|不低于|不得少于|至少|最少|最短|最低|(?<![不未])满)$/u, '≥'],
  [/(?<!不|不得)(?:超过|高于|多于|大于)$/u, '>'],
  [/(?:不满|未满|(?<!不)低于|(?<!不)少于|小于)$/u, '<'],
  [/每$/u, '每'],
]
const after: readonly (readonly [RegExp, string])[] = [
  [/^(?:以下|内)/u, '≤'],
  [/^以上/u, '≥'],
  [/^(?:以外|外)/u, '>'],
  [/^前/u, '前'],
  [/^后/u, '后'],
  [/^起/u, '起'],
]

const figure = new RegExp(`(第?)（?(\\d+(?:\\.\\d+)?)）?(%|${unit})?(?:之(\\d+))?`, 'gu')
const range = new RegExp(`(\\d+)(?:[至到—-]|、)(?=\\d+(%|${unit}))`, 'gu')

/** The figures in an evened text. Whole dates are one figure, so that day and month of two dates are never mixed. */
export function quantities(text: string): readonly Quantity[] {
  const out: Quantity[] = []
  const plain = text
    .replace(range, (_, n: string, of: string) => `${n}${of}、`)
    .replace(/(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?/gu, (all, y, m, d, at: number, whole: string) => {
      const end = at + all.length
      out.push({ what: ['date', y, m, d].filter(Boolean).join('-'), bounds: bounds(whole, at, end) })
      return '，'.repeat(all.length)
    })
    .replace(/(\d{1,2})月(\d{1,2})日/gu, (all, m, d, at: number, whole: string) => {
      out.push({ what: `day-${m}-${d}`, bounds: bounds(whole, at, at + all.length) })
      return '，'.repeat(all.length)
    })
  for (const found of plain.matchAll(figure)) {
    const [all, order = '', n = '', of = '', of2 = ''] = found
    const kind = of.replace(/^个(?=工作日|月)/u, of === '个月' ? '个' : '').replace('天', '日')
    // 一个, 一种: an article in English, no figure.
    if (order === '' && n === '1' && /^(?:个|种|项|类|名|份|次|件|条|点|方面|人)?$/u.test(kind)) continue
    out.push({
      what: `${order}${Number(n)}${kind}${of2}`,
      bounds: bounds(plain, found.index, found.index + all.length),
    })
  }
  return out
}

function bounds(text: string, from: number, to: number): string {
  const [left, right] = [text.slice(Math.max(0, from - 5), from), text.slice(to, to + 4)]
  const signs = [
    ...before.flatMap(([words, sign]) => (words.test(left) ? [sign] : [])),
    ...after.flatMap(([words, sign]) => (words.test(right) ? [sign] : [])),
  ]
  return [...new Set(signs)].sort().join('')
}

/** @returns the first figure of `said` that stands nowhere in `held` with the same unit and bounds. */
export function strayQuantity(said: string, held: readonly string[]): string | undefined {
  const known = new Set(held.flatMap((text) => quantities(text).map(key)))
  return quantities(said).find((q) => !known.has(key(q)))?.what
}

/** True if both have the same figures in the same order. */
export function sameQuantities(said: string, held: string): boolean {
  return quantities(said).map(key).join(' ') === quantities(held).map(key).join(' ')
}

const key = ({ what, bounds }: Quantity) => `${what}${bounds}`
