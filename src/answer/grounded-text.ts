import { evenText, readNumber } from '../base/index.ts'

/**
 * A text with all that may differ without a difference in meaning evened out: width, blanks, figures (`五日` → `5日`,
 * `百分之三十` → `30%`) and a few words that stand for one another in these texts. Both sides of a comparison go through it.
 */
export function evened(text: string): string {
  let out = evenText(text)
    .replace(/\s+|(?<=\d),(?=\d{3})/gu, '')
    .replace(/[,;:!?()]/gu, (mark) => wide[mark] ?? mark)
  out = out.replace(/百分之([零〇一二两三四五六七八九十百\d.]+)/gu, (all, n: string) => {
    const value = readNumber(n)
    return value === undefined ? all : `${value}%`
  })
  out = out.replace(counted, (all, n: string) => {
    const value = readNumber(n)
    return value === undefined ? all : String(value)
  })
  for (const [from, to] of alike) out = out.replace(from, to)
  return out
}

/** What may be counted; a figure before any of it is a quantity, elsewhere `一` and `三` are parts of words. */
export const unit =
  '个?工作日|个?月|周年|周岁|小时|分钟|星期|日|天|周|年|亿元|万元|元|件|人次|人|场|次|倍|级|条|款|项|步|环|方面|要件|因素|情形|情况|方式|种|类|点|份|个|届|岁|档|名'
const counted = new RegExp(
  `([零〇一二两三四五六七八九十百千万亿\\d][零〇一二两三四五六七八九十百千万亿\\d.]*)(?=(?:${unit})|、[一二三四五六七八九十\\d]+(?:${unit})|[至到—-][一二三四五六七八九十\\d]+(?:${unit}))`,
  'gu',
)

/** NFKC makes marks narrow; sentences are cut at wide ones. */
const wide: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
}

/** Words of one meaning; each pair was met in paraphrases of the development half. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/检举控告|检举、控告|控告、举报|检举|控告/gu, '举报'],
  [/(?:之|以)(?=[内前后])/gu, ''],
  [/并且|而且/gu, '并'],
  [/仍然|依然/gu, '仍'],
  [/或者/gu, '或'],
  [/依照|按照|根据/gu, '按'],
  [/告诉/gu, '告知'],
  [/得到/gu, '获得'],
  [/因为|由于/gu, '因'],
  [/天(?=内|前|后|以|起|$)/gu, '日'],
  [/区分(?:开来|开)|区别(?:开来|开)/gu, '区别'],
]

/** Characters that carry grammar and no matter; passed over when words are compared. */
export const light = new Set('的了着就也还都又而并且其之这那该此个以于所等及和与或者则即是在把让很对从要会')
