import { cleaned } from './boilerplate.ts'
import { Builder } from './build.ts'
import { contentsOf } from './contents.ts'
import { lineIsDate } from './dates.ts'
import { type Mark, type MarkKind, markOf } from './marks.ts'
import type { Structured } from './types.ts'

/** Items of lists, by the way they are counted; which hangs on which is seen from the order in which they come. */
const itemKinds: ReadonlySet<MarkKind> = new Set<MarkKind>(['一、', '（一）', '1.', '（1）', '①'])
const partKinds: ReadonlySet<MarkKind> = new Set<MarkKind>(['编', '分编', '章', '节'])
/** A title of prose is no longer. */
const longestTitle = 48

/**
 * Takes a text apart by its own structure. Boilerplate of sites is dropped, lines are trimmed, blank lines go, everything
 * else stays as it stands. Never throws; linear in the length of the text. Reading its own `text` again changes nothing.
 *
 * @param text as extracted from a file, any line breaks.
 */
export function structure(text: string): Structured {
  const whole = cleaned(text).text
  const lines = whole === '' ? [] : whole.split('\n')
  const marks = lines.map(markOf)
  const listed = contentsOf(lines, marks)
  const nexts = nextItems(marks)
  const answers = nextAnswers(marks)
  const builder = new Builder(whole)
  let start = 0
  const signed = signatureOf(lines, marks)
  for (const [at, line] of lines.entries()) {
    if (!listed[at] && at < signed) place(at, start, line)
    start += line.length + 1
  }
  return { text: whole, pieces: builder.finish() }

  function place(at: number, start: number, line: string): void {
    const mark = marks[at]
    const end = start + line.length
    const next = lines[at + 1]
    const nextMark = marks[at + 1]
    if (mark && partKinds.has(mark.kind) && isTitleLike(line)) {
      builder.part(mark, start, end)
    } else if (mark?.kind === '条') {
      builder.article(mark, start, end)
    } else if (mark?.kind === '附件') {
      builder.heading(start, end, '附件')
    } else if (!mark && /^[附总總][ \u3000]*[则則]$/.test(line)) {
      builder.unnumbered(start, end)
    } else if (mark?.kind === '问' && next !== undefined) {
      builder.question(mark, start, end)
    } else if (mark?.kind === '答' && builder.isAsked) {
      builder.answer(mark, start, end)
    } else if (mark && itemKinds.has(mark.kind)) {
      builder.item(mark, start, end, isTitleLike(line) && next !== undefined && nextMark?.kind !== mark.kind)
    } else if (builder.awaitsTitle(start) && isTitleLike(line)) {
      builder.lateTitle(end)
    } else if (builder.isAsked && !builder.isAnswered && (answers[at] ?? -1) > at) {
      builder.questionGoesOn(end)
    } else if (isHeading(at, line)) {
      builder.heading(start, end)
    } else {
      builder.paragraph(start, end, nexts[at])
    }
  }

  /** Short, without an end, and what follows is what it names: never a line of a list of names, whose words would be lost. */
  function isHeading(at: number, line: string): boolean {
    const next = lines[at + 1]
    if (next === undefined || !isTitleLike(line) || builder.isArticle) return false
    if (builder.isAsked) return marks[at + 1]?.kind === '问'
    if (builder.isSection) return false
    const follows = marks[at + 1] !== undefined || /[。；：:？！”）)]$/.test(next) || next.length > longestTitle
    return follows || (at < 3 && isTitleLike(next))
  }
}

/** Where who signs and on what day stand at the end: no clause of a text. The number of lines, where nobody signs. */
function signatureOf(lines: readonly string[], marks: readonly (Mark | undefined)[]): number {
  const last = lines.length - 1
  if (last < 2 || !lineIsDate(lines[last]!)) return lines.length
  let first = last
  // Two offices at most sign one text.
  while (first > last - 2 && !marks[first - 1] && isTitleLike(lines[first - 1]!) && lines[first - 1]!.length <= 30)
    first--
  return first
}

/** Without a sentence's end, and not the row of a table. */
function isTitleLike(line: string): boolean {
  return line.length <= longestTitle && !/[。；;，,：:？！?!、…]$|[。；]| \| /.test(line)
}

/** For each line the mark of the next item before a new article, part, question or title, and how it is counted. */
function nextItems(marks: readonly (Mark | undefined)[]): readonly (Mark | undefined)[] {
  const out: (Mark | undefined)[] = new Array(marks.length)
  let next: Mark | undefined
  for (let at = marks.length - 1; at >= 0; at--) {
    out[at] = next
    const mark = marks[at]
    if (mark) next = itemKinds.has(mark.kind) ? mark : undefined
  }
  return out
}

/** For each line the place of the next 答 before the next 问. */
function nextAnswers(marks: readonly (Mark | undefined)[]): readonly (number | undefined)[] {
  const out: (number | undefined)[] = new Array(marks.length)
  let next: number | undefined
  for (let at = marks.length - 1; at >= 0; at--) {
    out[at] = next
    if (marks[at]?.kind === '答') next = at
    if (marks[at]?.kind === '问') next = undefined
  }
  return out
}
