import { bareText } from '../base/index.ts'
import { gramsOf } from './grams.ts'
import type { Passage } from './types.ts'
import { type Span, wordDiff } from './word-diff.ts'

export type { Span } from './word-diff.ts'

/** What became of one passage from an edition to the next. */
export type Change =
  | { readonly type: 'same'; readonly before: Passage; readonly after: Passage }
  /** Other words; what was struck out of `before.text` and what was put into `after.text`. Ids may differ too. */
  | {
      readonly type: 'changed'
      readonly before: Passage
      readonly after: Passage
      readonly struck: readonly Span[]
      readonly put: readonly Span[]
    }
  /** The same words under another number. */
  | { readonly type: 'moved'; readonly before: Passage; readonly after: Passage }
  | { readonly type: 'added'; readonly after: Passage }
  | { readonly type: 'removed'; readonly before: Passage }

/** How much of their pairs of characters two passages must share to be one passage changed: under one number, and under two. */
const alike = { sameId: 0.25, otherId: 0.5 } as const

/**
 * Compares two editions passage by passage: in the order of `after`, what was removed where it stood. Passages are the same
 * when their words are, whatever the blanks, marks, width and number they begin with. Turned around, it tells the same story.
 */
export function diff(before: readonly Passage[], after: readonly Passage[]): readonly Change[] {
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  const pair = (a: number, b: number) => {
    partner.set(b, a)
    taken.add(a)
  }
  const free = () => ({
    olds: before.map((_one, at) => at).filter((at) => !taken.has(at)),
    news: after.map((_one, at) => at).filter((at) => !partner.has(at)),
  })
  const wordsBefore = before.map(words)
  const wordsAfter = after.map(words)
  const idsBefore = new Map(before.map(({ id }, at) => [id, at]))

  // The same number and the same words; then the same words elsewhere, the first with the first; then the same number.
  for (const [at, { id }] of after.entries()) {
    const old = idsBefore.get(id)
    if (old !== undefined && wordsBefore[old] === wordsAfter[at]) pair(old, at)
  }
  const waiting = new Map<string, number[]>()
  for (const at of free().olds) waiting.set(wordsBefore[at]!, [...(waiting.get(wordsBefore[at]!) ?? []), at])
  for (const at of free().news) {
    const old = waiting.get(wordsAfter[at]!)?.shift()
    if (old !== undefined) pair(old, at)
  }
  const { olds, news } = free()
  for (const { a, b } of likeliest(before, after, olds, news)) if (!taken.has(a) && !partner.has(b)) pair(a, b)
  return inOrder(before, after, partner, wordsBefore, wordsAfter)
}

function inOrder(
  before: readonly Passage[],
  after: readonly Passage[],
  partner: ReadonlyMap<number, number>,
  wordsBefore: readonly string[],
  wordsAfter: readonly string[],
): readonly Change[] {
  const out: Change[] = []
  const kept = new Set(partner.values())
  let next = 0
  const removedUntil = (end: number) => {
    for (; next < end; next++) if (!kept.has(next)) out.push({ type: 'removed', before: before[next]! })
  }
  for (const [at, one] of after.entries()) {
    const old = partner.get(at)
    if (old === undefined) {
      out.push({ type: 'added', after: one })
      continue
    }
    removedUntil(old)
    const was = before[old]!
    if (wordsBefore[old] === wordsAfter[at])
      out.push({ type: was.id === one.id ? 'same' : 'moved', before: was, after: one })
    else out.push({ type: 'changed', before: was, after: one, ...wordDiff(was.text, one.text) })
  }
  removedUntil(before.length)
  return out
}

/** Pairs that can be one passage changed, likest first; in an order that does not depend on which edition comes first. */
function likeliest(
  before: readonly Passage[],
  after: readonly Passage[],
  olds: readonly number[],
  news: readonly number[],
): readonly { readonly a: number; readonly b: number; readonly score: number }[] {
  const pairsOf = (text: string) => [...gramsOf(text)].filter((gram) => gram.length > 1)
  const gramsBefore = new Map(olds.map((at) => [at, pairsOf(before[at]!.text)]))
  const gramsAfter = new Map(news.map((at) => [at, pairsOf(after[at]!.text)]))
  const holders = new Map<string, number[]>()
  for (const [at, grams] of gramsBefore)
    for (const gram of grams) {
      const list = holders.get(gram)
      if (list) list.push(at)
      else holders.set(gram, [at])
    }
  const pairs: { a: number; b: number; score: number }[] = []
  for (const [b, grams] of gramsAfter) {
    const shared = new Map<number, number>()
    for (const gram of grams) for (const a of holders.get(gram) ?? []) shared.set(a, (shared.get(a) ?? 0) + 1)
    for (const [a, both] of shared) {
      const likeness = (2 * both) / (grams.length + gramsBefore.get(a)!.length)
      const isSameId = before[a]!.id === after[b]!.id
      if (likeness >= (isSameId ? alike.sameId : alike.otherId))
        pairs.push({ a, b, score: likeness + (isSameId ? 0.2 : 0) })
    }
  }
  return pairs.sort(
    (x, y) => y.score - x.score || Math.min(x.a, x.b) - Math.min(y.a, y.b) || Math.max(x.a, x.b) - Math.max(y.a, y.b),
  )
}

/** The words of a passage without the number it begins with: a clause that moves up is the same clause. */
function words({ text }: Passage): string {
  return bareText(
    text.replace(
      /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）、.．]\s*|[①-⒛㈠-㈩]\s*|第[^条條\s]{1,9}[条條](?:之[一二三四五六七八九十]+)?\s*)/,
      '',
    ),
  )
}
