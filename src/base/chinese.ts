import { Converter as ToTraditional } from 'opencc-js/cn2t'
import { Converter as ToSimplified } from 'opencc-js/t2cn'

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

type Convert = (text: string) => string
const HAN = /\p{Script=Han}/u

/** Traditional characters (Taiwan and Hong Kong forms) become simplified ones; all else stays. */
export function simplify(text: string): string {
  if (!HAN.test(text)) return text
  // Building the dictionary costs some 30 ms, so the first text pays for it and not the start of the process.
  const convert: Convert = toSimplified ?? ToSimplified({ from: 'tw', to: 'cn' })
  toSimplified = convert
  // The dictionary takes 么 for a form of 幺 (肿么 → 肿幺), which it is nowhere in what people type.
  return text
    .split('么')
    .map((part) => convert(part))
    .join('么')
}

/**
 * Simplified characters become traditional ones as written in Taiwan, characters only: 软件 becomes 軟件 and never 軟體.
 * Marks, figures and `{{placeholders}}` stay. For our own texts, shown to who writes traditional.
 */
export function traditional(text: string): string {
  if (!HAN.test(text)) return text
  // As above, and five times as dear; most people never need it.
  const convert: Convert = toTraditional ?? ToTraditional({ from: 'cn', to: 'tw' })
  toTraditional = convert
  // The surname 于 is no 於: 于某.
  return convert(text).replace(/於(?=某)/g, '于')
}

let toSimplified: Convert | undefined
let toTraditional: Convert | undefined
