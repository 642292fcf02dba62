import { type MarkKind, numberOf } from './marks.ts'

/** An item told within a paragraph: 一是…；二是…, or a paragraph's own part (在责任认定方面。…). Offsets into the given text. */
export interface InlineItem {
  readonly kind: MarkKind | '方面'
  readonly number?: string
  readonly title?: string
  readonly start: number
  readonly end: number
}

const small = '[一二三四五六七八九十]{1,3}'
/** What ends before an item: the paragraph has just begun, or a clause is over. */
const over = '(^|[。；;：:，,！？”’）)〕\\s])'

const ways: readonly (readonly [MarkKind, RegExp])[] = [
  ['一是', new RegExp(`${over}(${small})(?:是|要)`, 'g')],
  ['第一，', new RegExp(`${over}第(${small})[，,、]`, 'g')],
  ['（一）', new RegExp(`${over}[（(](${small})[)）]`, 'g')],
  ['（1）', new RegExp(`${over}[（(](\\d{1,2})[)）]`, 'g')],
  ['①', /()([①-⑳])/g],
  ['1.', new RegExp(`${over}(\\d{1,2})(?:[．、]|\\.(?!\\d))`, 'g')],
]

/**
 * The items told within a stretch of text: counted from one without a gap, at least two. The way of counting that begins
 * first is taken; lists within lists on one line stay together. After a list a second one may begin at one again.
 *
 * @param not the way the paragraph itself is counted, which its own words do not use.
 */
export function inlineItems(text: string, not?: MarkKind): readonly InlineItem[] {
  let best: readonly InlineItem[] = []
  for (const [kind, pattern] of ways) {
    if (kind === not) continue
    const found = counted(text, kind, pattern)
    if (found.length > 0 && (best.length === 0 || found[0]!.start < best[0]!.start)) best = found
  }
  return best
}

/** Parts of a paragraph that name themselves: 在实施主体方面。…在责任认定方面。… Two at least. */
export function aspects(text: string): readonly InlineItem[] {
  const heads = [...text.matchAll(/(^|[。；;])在([^。，；：、,;:\s]{2,14})方面[。:：]/g)].map((found) => ({
    title: `在${found[2]}方面`,
    start: found.index + found[1]!.length,
  }))
  if (heads.length < 2) return []
  return heads.map(({ title, start }, at) => ({ kind: '方面', title, start, end: heads[at + 1]?.start ?? text.length }))
}

function counted(text: string, kind: MarkKind, pattern: RegExp): readonly InlineItem[] {
  const starts: { readonly n: number; readonly start: number }[] = []
  for (const found of text.matchAll(pattern)) {
    const figure = found[2]!
    const n = kind === '①' ? figure.charCodeAt(0) - 0x245f : Number(numberOf(figure) ?? 0)
    const start = found.index + found[1]!.length
    const last = starts.at(-1)?.n
    if (last === undefined ? n === 1 : n === last + 1 || (n === 1 && last > 1)) starts.push({ n, start })
    // A one that nothing followed was no list: 一是一，二是二 begins again.
    else if (n === 1 && last === 1) starts[starts.length - 1] = { n, start }
  }
  if (starts.at(-1)?.n === 1) starts.pop()
  return starts.map(({ n, start }, at) => ({
    kind,
    number: String(n),
    start,
    end: starts[at + 1]?.start ?? text.length,
  }))
}
