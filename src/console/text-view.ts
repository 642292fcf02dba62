import type { Review } from '../publishing/index.ts'
import type { TextNeed, TextRow } from '../runtime/index.ts'

/** A stretch of a passage, and whether it is what changed. */
export interface Stretch {
  readonly text: string
  readonly marked: boolean
}

/** One change as it is shown: what stood, what stands, what of it is other. */
export interface ChangeView {
  readonly type: '改动' | '新增' | '删去' | '换了条号'
  readonly before?: { readonly label: string; readonly words: readonly Stretch[] }
  readonly after?: { readonly label: string; readonly words: readonly Stretch[] }
}

type Change = NonNullable<Review['changes']>[number]
type Span = { readonly start: number; readonly end: number }

/** The changes of an edition in its order, without what stayed the same; absent where there is nothing to compare with. */
export function changeViews(changes: readonly Change[] | undefined): readonly ChangeView[] | undefined {
  return changes?.flatMap((change): ChangeView[] => {
    if (change.type === 'same') return []
    if (change.type === 'added') return [{ type: '新增', after: side(change.after, []) }]
    if (change.type === 'removed') return [{ type: '删去', before: side(change.before, []) }]
    if (change.type === 'moved')
      return [{ type: '换了条号', before: side(change.before, []), after: side(change.after, []) }]
    return [{ type: '改动', before: side(change.before, change.struck), after: side(change.after, change.put) }]
  })
}

function side({ label, text }: { label: string; text: string }, marks: readonly Span[]) {
  const words: Stretch[] = []
  let at = 0
  for (const { start, end } of marks) {
    words.push({ text: text.slice(at, start), marked: false }, { text: text.slice(start, end), marked: true })
    at = end
  }
  return { label, words: [...words, { text: text.slice(at), marked: false }].filter((each) => each.text !== '') }
}

const needs: Readonly<Record<TextNeed, string>> = {
  title: '名称',
  region: '地区',
  authority: '效力',
  issuer: '发文机关',
  from: '施行日期',
}

export const needWords = (missing: readonly TextNeed[]): string => missing.map((need) => needs[need]).join('、')

export function stateWords({ state, edition }: TextRow): string {
  if (state === 'published') return `已发布，第 ${edition} 版`
  if (state === 'withdrawn') return edition === undefined ? '已撤回' : `已撤下，曾是第 ${edition} 版`
  return '等人核对'
}

export const outlineWords = ({ counts }: Review['outline']): string =>
  counts.map(({ level, count }) => `${count} ${level}`).join('、')

export function sizeWords(size: number): string {
  if (size < 1024) return `${size} 字节`
  return size < 1024 * 1024 ? `${Math.round(size / 1024)} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`
}

export const whyWords: Readonly<Record<Review['impact']['clauses'][number]['why'], string>> = {
  changed: '原文改了',
  removed: '原文删掉了',
  moved: '原文换了条号',
}
