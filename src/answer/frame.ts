import type { AnswerPhrases } from './phrases.ts'

/** What stands around the clauses in an answer: said before and after them, whoever words what is between. */
export interface Frame {
  readonly head: readonly string[]
  readonly tail: readonly string[]
}

/**
 * Takes an answer apart into what is told from clauses (each sentence marked 〔n〕) and what is said around them: that a place has
 * no rules of its own, that nothing here binds.
 *
 * @returns absent where the answer must stay as it is: several questions or places in one, or a former article put right.
 */
export function frameOf(text: string, { formerArticle, absentArticle }: AnswerPhrases): Frame | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const told = lines.map((line) => /〔\d+〕/u.test(line))
  const [first, last] = [told.indexOf(true), told.lastIndexOf(true)]
  if (first < 0 || lines.some((line) => like(formerArticle, line) || like(absentArticle, line))) return undefined
  const between = lines.slice(first, last + 1).filter((_line, n) => !told[first + n])
  // The head of a list in the middle (`正面清单，共8项：`) is no new subject; 【许昌】 and 关于“…”： are.
  if (lines.some((line) => /^【|^关于“/u.test(line)) || between.some((line) => !/[：:]/u.test(line))) return undefined
  const head = lines.slice(0, first)
  // A list that begins the answer has its head before the first mark.
  while (/共\d+项：|[：:]$|：.{0,80}$/u.test(head.at(-1) ?? '') && /^1\. /u.test(lines[first] ?? '')) head.pop()
  return { head, tail: lines.slice(last + 1) }
}

/** Whether a line was made from a phrase with holes in it. */
function like(phrase: string, line: string): boolean {
  const parts = phrase.split(/\{\w+\}/u).map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
  return new RegExp(`^${parts.join('.{0,80}?')}`, 'u').test(line)
}
