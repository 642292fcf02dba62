import { Converter } from 'opencc-js/t2cn'

/** One spelling for matching: NFKC, lower case, simplified characters. The person's own text is kept elsewhere, unchanged. */
export function plainText(text: string): string {
  return simplify(evenText(text))
}

/** `plainText` for our own texts, which are simplified already: 30 times cheaper. */
export function evenText(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** `plainText` without blanks and marks, for looking words up in a sentence (`举 报，我` → `举报我`). */
export function bareText(text: string): string {
  return plainText(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Traditional characters (Taiwan and Hong Kong forms) become simplified ones; all else stays. */
export function simplify(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text
  // Building the dictionary costs some 30 ms, so the first text pays for it and not the start of the process.
  const convert = converter ?? Converter({ from: 'tw', to: 'cn' })
  converter = convert
  return convert(text)
}

let converter: ((text: string) => string) | undefined

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** A counting number in digits or Chinese numerals (`243`, `二百四十三`, `二四三`). @returns absent if it is none. */
export function wholeNumber(numeral: string): number | undefined {
  if (/^\d+$/.test(numeral)) return Number.parseInt(numeral, 10)
  if (!/^[零〇一二两三四五六七八九十百千]+$/.test(numeral)) return undefined
  if (!/[十百千]/.test(numeral)) return Number.parseInt([...numeral].map((c) => digits[c]).join(''), 10)
  let total = 0
  let digit: number | undefined
  for (const c of numeral) {
    const ten = tens[c]
    if (ten === undefined) digit = digits[c]
    else {
      total += (digit ?? 1) * ten
      digit = undefined
    }
  }
  return total + (digit ?? 0)
}
