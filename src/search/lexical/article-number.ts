import { evenText, wholeNumber } from '../../base/index.ts'

/** The number of an article in figures: `第一百二十条之一` → `120-1`; what is in figures already stays. */
export function articleNumber(label: string): string {
  const even = evenText(label)
  return articlesIn(even)[0]?.article ?? even
}

/** An article named in a text. */
export interface NamedArticle {
  readonly at: number
  /** Said without 第: a number of articles as likely as an article, unless the law's name stands right before. */
  readonly loose: boolean
  readonly article: string
  /** `2.3`: second paragraph, third item; `.3`: third item of whichever paragraph. */
  readonly part: string
}

/** `第十二条第二款第（三）项`, `12条2款`, `第120条之一`; figures Arabic or Chinese. */
const pattern =
  /第?([零〇一二两三四五六七八九十百千]+|\d+)条(?:之([一二三四五六七八九十]+|\d+))?(?:\s*第?([一二三四五六七八九十]+|\d+)款)?(?:\s*第?[(（]?([一二三四五六七八九十]+|\d+)[)）]?项)?/gu

/** Every article a text names, in order. */
export function articlesIn(plain: string): NamedArticle[] {
  return [...plain.matchAll(pattern)].flatMap(({ 0: whole, index, 1: article = '', 2: sub, 3: paragraph, 4: item }) => {
    const number = wholeNumber(article)
    if (number === undefined) return []
    const figure = (numeral: string | undefined) => (numeral === undefined ? '' : String(wholeNumber(numeral) ?? ''))
    return {
      at: index,
      loose: !whole.startsWith('第'),
      article: sub === undefined ? String(number) : `${number}-${figure(sub)}`,
      part: paragraph === undefined && item === undefined ? '' : `${figure(paragraph)}.${figure(item)}`,
    }
  })
}
