import { wholeNumber } from '../base/index.ts'
import type { Passage } from './types.ts'

/** A place in a regulation as a label names it; numbers in Arabic digits. */
export interface ArticlePlace {
  /** `42`, `120-1` */
  readonly article: string
  readonly paragraph?: string
  readonly item?: string
}

const count = '[\\d〇零一二三四五六七八九十百千]{1,9}'
const bracketed = `[（(]?${count}[）)]?`
/** 第120条之一第2款第（三）项; after 、 the article may be left out (第50条第1款第5项、第2款). */
const place = new RegExp(
  `(旧法|版本|原)?(?:第(${count})条(?:之(${count}))?)?(?:第(${count})款)?(?:第(${bracketed})项)?`,
  'gu',
)

/**
 * The places a label names, in order; empty for a label that names none. An older edition's article (旧法第42条,
 * 2018年版本第52条) is no place of the text at hand.
 */
export function placesIn(label: string): readonly ArticlePlace[] {
  const places: ArticlePlace[] = []
  let article: string | undefined
  for (const [all, older, main, sub, paragraph, item] of label.normalize('NFKC').matchAll(place)) {
    if (all === '' || (main ?? paragraph ?? item) === undefined) continue
    if (main !== undefined) article = older ? undefined : `${digits(main)}${sub === undefined ? '' : `-${digits(sub)}`}`
    if (article === undefined) continue
    places.push({
      article,
      ...(paragraph === undefined ? {} : { paragraph: digits(paragraph) }),
      ...(item === undefined ? {} : { item: digits(item) }),
    })
  }
  return places
}

/** A label without the numbers of its places: 第45条 is where a passage stands, not a figure that it says. */
export function withoutPlaces(label: string): string {
  return label.replace(
    new RegExp(`第${bracketed}(?:[、,，至和-]${bracketed})*[编章节条款项目](?:之${count})?`, 'gu'),
    '',
  )
}

/**
 * The passages a clause of an article may rest on, places in `passages`, and whether they are the very ones its label names:
 * those of its 款 and 项 where the text counts them, else all of its article. Empty where the text has no such article.
 */
export function inArticle(
  clause: { readonly label: string; readonly article?: string },
  passages: readonly Passage[],
): ReadonlyMap<number, { readonly isExact: boolean }> {
  const { article, label } = clause
  if (article === undefined) return new Map()
  const named = placesIn(label)
  const wanted = named.some((each) => each.article === article) ? named : [{ article }]
  return new Map(wanted.flatMap((each) => narrowest(each, passages)))
}

function narrowest({ article, paragraph, item }: ArticlePlace, passages: readonly Passage[]) {
  const whole = passages.flatMap((passage, at) => (passage.article === article ? [at] : []))
  const isNarrow = paragraph !== undefined || item !== undefined
  const exact = whole.filter((at) => {
    const [, first, second] = passages[at]!.id.split('.')
    return isNarrow && (paragraph === undefined || first === paragraph) && (item === undefined || second === item)
  })
  return (exact.length > 0 ? exact : whole).map((at) => [at, { isExact: exact.length > 0 }] as const)
}

function digits(number: string): string {
  const plain = number.replace(/[()（）]/gu, '')
  return String(wholeNumber(plain) ?? plain)
}
