import { clauseAt, type Span } from './span.ts'

/** A change of a text: what stands from `from` to `to` becomes `instead`. */
export interface Edit extends Span {
  readonly instead: string
}

/** All changes made at once; of two that overlap the earlier one counts, and where both begin alike the longer. */
export function edited(text: string, edits: readonly Edit[]): string {
  let out = ''
  let done = 0
  for (const edit of [...edits].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (edit.from < done) continue
    out += text.slice(done, edit.from) + edit.instead
    done = edit.to
  }
  return out + text.slice(done)
}

/** The clause around a stretch together with the mark of punctuation behind it, so that no 「，，」 is left. */
export function wholeClause(plain: string, span: Span): Span {
  const clause = clauseAt(plain, span.from, span.to)
  const comma = /^[，、,；;]/.test(plain.slice(clause.to)) ? 1 : 0
  return { from: clause.from, to: clause.to + comma }
}

/** Takes away what cut-out words leave behind: doubled and leading marks, a 的 without its noun, empty brackets. */
export function tidied(text: string): string {
  return text
    .replace(/[（(][，、。；\s]*[）)]|[“"「『][，。！\s]*[”"」』]/gu, '')
    .replace(/[，、,；;\s]+(?=[。！？!?；;])/gu, '')
    .replace(/([，、,；;])(?:\s*[，、,；;])+/gu, '$1')
    .replace(/([。！？!?])[。！？!?，、,；;\s]+/gu, '$1')
    .replace(/(?<=^|[。！？\n])[\s，、,；;。！？!?的地]+/gu, '')
    .replace(/(?<=[，、；])的(?!确|士)/gu, '')
    .replace(/(?<=[\p{Script=Han}\d])(?<!目|有)的(?=[，。！？]|$)(?<=(?:他|她|这个人|这些人|书记|主任)的)/gu, '')
    .replace(/[，、,；;\s]+$/u, '')
    .trim()
}
