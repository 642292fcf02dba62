import { evenText } from '../base/index.ts'

/** Lengths of a sentence in characters. */
const shortest = 5
const longest = 220

const shape: readonly (readonly [string, RegExp])[] = [
  ['markup', /[<>`*#|\\]|\]\(|&(?:[a-z]+|#\d+);|[{}[\]]/iu],
  ['mark', /〔(?!\d{4}〕)/u],
  ['link', /https?|www\.|:\/\/|(?:[a-z0-9-]+\.)+(?:com|cn|net|org|gov|io|top|xyz|html?)|javascript/iu],
  ['mail', /[\w.+-]+@[\w-]+/u],
  ['hidden', /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/u],
  ['line', /[\r\n\t]/u],
]
/** What only an authorised body may say, and what nobody here says to anybody. */
const words: readonly (readonly [string, RegExp])[] = [
  [
    'verdict',
    /一定(?:能|会|可以)?容错|肯定容错|构成诬告(?!陷害罪)|有罪|无罪|保证(?:会)?立案|(?:属于|就是|已经?是)诬告(?!陷害罪)|已构成|涉嫌犯罪了/u,
  ],
  [
    'threat',
    /后果自负|否则将|必须如实|从严|(?:[您你]|咱们).{0,8}(?:将被|会被|必被|要被|小心|当心|坐牢|判刑|追究|处分|处罚|负责|承担)/u,
  ],
  ['command', /忽略(?:以上|前面|之前)|系统提示|提示词|作为(?:一个)?(?:AI|人工智能|语言模型)|回执(?:编号|号)|草稿码/iu],
]

/** @returns why a sentence must not be shown whatever its clauses say; absent if it may be. */
export function banned(said: string, held: string): string | undefined {
  const length = [...said].length
  if (length < shortest || length > longest) return 'length'
  const odd = shape.find(([, signs]) => signs.test(said))
  if (odd) return odd[0]
  const even = evenText(said).replace(/\s/gu, '')
  const word = words.find(([, says]) => says.test(even))
  if (word) return word[0]
  // Receipts, phones, cards: long figures only as the clauses have them (12388 is one).
  const figures = even.replace(/(?<=\d)[-·.,、\s](?=\d{3,})/gu, '').match(/\d{5,}/gu) ?? []
  return figures.some((figure) => !held.includes(figure)) ? 'figures' : undefined
}
