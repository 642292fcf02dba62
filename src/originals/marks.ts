import { wholeNumber } from '../base/index.ts'

/** What a paragraph can begin with: parts of a regulation, items of a list by the way they are counted, question and answer. */
export type MarkKind =
  | '编'
  | '分编'
  | '章'
  | '节'
  | '条'
  | '一、'
  | '（一）'
  | '1.'
  | '（1）'
  | '①'
  | '一是'
  | '第一，'
  | '问'
  | '答'
  | '附件'

/** The mark a paragraph begins with. */
export interface Mark {
  readonly kind: MarkKind
  /** Arabic digits; `120-1` for 第一百二十条之一; empty for 问, 答 and 附件, which count nothing by themselves. */
  readonly number: string
  /** UTF-16 units of the mark with the blanks after it. */
  readonly length: number
}

const figures = '[〇零○一二三四五六七八九十百千两兩\\d０-９]{1,9}'
const small = '[一二三四五六七八九十]{1,3}'
const part = new RegExp(`^第[ \\u3000]{0,2}(${figures})[ \\u3000]{0,2}(编|編|分编|分編|章|节|節)[ \\u3000]{0,4}`)
const article = new RegExp(
  `^第[ \\u3000]{0,2}(${figures})[ \\u3000]{0,2}[条條](?:[ \\u3000]?之[ \\u3000]?(${figures}))?([ \\u3000:：、]{0,4})`,
)
const items: readonly (readonly [MarkKind, RegExp])[] = [
  ['一、', new RegExp(`^(${small})[ \\u3000]?[、．.][ \\u3000]{0,4}`)],
  ['（一）', new RegExp(`^[（(〔][ \\u3000]?(${small})[ \\u3000]?[)）〕][ \\u3000]{0,4}、?`)],
  ['（1）', /^[（(][ \u3000]?([\d０-９]{1,3})[ \u3000]?[)）][ \u3000]{0,4}/],
  ['（1）', /^([\d０-９]{1,2})[)）][ \u3000]{0,4}/],
  ['1.', /^([\d０-９]{1,3})(?:[．、][ \u3000]{0,4}|\.(?![\d０-９])[ \u3000]{0,4})/],
]
const question =
  /^(?:[\d０-９]{1,3}[.．、][ \u3000]?)?(?:【(?:问|問|记者|記者|问题|問題)】|(?:问题|問題|记者问|記者問|提问|提問|问|問|记者|記者|Q)[ \u3000]?[\d一二三四五六七八九十]{0,3}[ \u3000]?[:：])[ \u3000]{0,4}/
const answer =
  /^(?:【(?:答|答复|答覆|回答)】|(?:答复|答覆|回答|答|A)[ \u3000]?[\d一二三四五六七八九十]{0,3}[ \u3000]?[:：])[ \u3000]{0,4}/
const annex = /^附[件录錄表][ \u3000]?[\d一二三四五六七八九十]{0,3}[ \u3000]?[:：]?(?=$|[^，。；的]{1,60}$)/

/** Rings, brackets and dots around a figure in one character, first and last of each run (Unicode: Enclosed Alphanumerics, Enclosed CJK). */
const enclosed: readonly (readonly [MarkKind, first: number, last: number])[] = [
  ['（一）', 0x3220, 0x3229],
  ['①', 0x2460, 0x2473],
  ['（1）', 0x2474, 0x2487],
  ['1.', 0x2488, 0x249b],
]

/** The mark a paragraph begins with; absent for plain prose. Looks at the first 40 characters only, but for 附件. */
export function markOf(line: string): Mark | undefined {
  const start = line.slice(0, 40)
  const first = start.codePointAt(0) ?? 0
  // Nine lines of ten begin with something else; this keeps the patterns off them.
  if (first === 0x7b2c) return partOf(start) ?? articleOf(start)
  for (const [kind, from, to] of enclosed)
    if (first >= from && first <= to)
      return { kind, number: String(first - from + 1), length: /^.[ \u3000]{0,4}/.exec(start)![0].length }
  const asked = question.exec(start)
  if (asked) return { kind: '问', number: '', length: asked[0].length }
  const answered = answer.exec(start)
  if (answered) return { kind: '答', number: '', length: answered[0].length }
  if (annex.test(line.slice(0, 80))) return { kind: '附件', number: '', length: 0 }
  for (const [kind, pattern] of items) {
    const found = pattern.exec(start)
    const number = found ? numberOf(found[1]!) : undefined
    if (found && number !== undefined) return { kind, number, length: found[0].length }
  }
  return undefined
}

function partOf(start: string): Mark | undefined {
  const found = part.exec(start)
  const number = found ? numberOf(found[1]!) : undefined
  if (!found || number === undefined) return undefined
  const kind = ({ 編: '编', 分編: '分编', 節: '节' } as Partial<Record<string, MarkKind>>)[found[2]!] ?? found[2]
  // The pattern lets through these four and their traditional forms only.
  return { kind: kind as MarkKind, number, length: found[0].length }
}

/** 第十条规定的… is no article but talk of one: after the number comes a blank, a mark, or what no talk goes on with. */
function articleOf(start: string): Mark | undefined {
  const found = article.exec(start)
  if (!found) return undefined
  const [whole, counted, sub, blanks] = found
  const number = numberOf(counted!)
  const under = sub === undefined ? '' : `-${numberOf(sub)}`
  const rest = start.slice(whole.length)
  if (number === undefined || under === '-undefined') return undefined
  if (
    blanks === '' &&
    /^(?:规定|規定|所|第|的|和|至|到|以|中|修改|、|，|,|及|或|之|款|项|項|里|裡|已|是|有|对|對)/.test(rest)
  )
    return undefined
  return { kind: '条', number: number + under, length: whole.length }
}

/** `三` → `3`; 〇 is often typed as a circle, and 十 may stand for 10 by itself. */
export function numberOf(numeral: string): string | undefined {
  const n = wholeNumber(numeral.replaceAll('○', '〇').replaceAll('兩', '两'))
  return n === undefined || n < 1 ? undefined : String(n)
}
