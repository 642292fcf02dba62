import type { Answers } from '../flow/index.ts'
import type { CaseBody, Form, Identity, LogRow } from './ports.ts'

/** What stands in the place of a name or a number that is kept apart. */
export const apart = '［身份信息，另行密封］'

export interface HandedIn {
  readonly body: CaseBody
  /** Absent where no field says who reported. */
  readonly identity?: Identity
}

/**
 * Parts a form into what every officer of the unit may read and what says who reported. The values are taken out of
 * everything else, too: out of what was said on other questions and out of the conversation.
 *
 * @param patterns paths of the answers that say who it is; `facts[].what` inside a list.
 */
export function handedIn(whole: CaseBody, patterns: readonly string[]): HandedIn {
  const isIdentity = (path: string) => patterns.includes(path.replace(/\[\d+\]/g, '[]'))
  const own = Object.entries(whole.form.answers).filter(([path]) => isIdentity(path))
  if (own.length === 0) return { body: whole }
  const words = [...new Set(own.flatMap(([, answer]) => wordsOf(answer)))].sort((a, b) => b.length - a.length)
  const without = <T>(value: T): T => masked(value, words)
  const others = Object.fromEntries(Object.entries(whole.form.answers).filter(([path]) => !isIdentity(path)))
  const { answers: _, ...rest } = whole.form
  const form: Form = { ...without(rest), answers: without<Answers>(others) }
  return {
    body: { ...whole, form, heard: whole.heard.map((row) => without<LogRow>(row)) },
    identity: { answers: Object.fromEntries(own) },
  }
}

/** What must stand nowhere else: the value, and numbers as they were typed. One sign alone is in too many words. */
function wordsOf(answer: Answers[string]): readonly string[] {
  if (answer.is !== 'given' || typeof answer.value !== 'string') return []
  const typed = answer.said.match(/\d(?:[\s-]?\d){4,}/g) ?? []
  return [answer.value, ...typed].filter((word) => word.length > 1)
}

function masked<T>(value: T, words: readonly string[]): T {
  if (typeof value === 'string')
    return words.reduce<string>((text, word) => text.replaceAll(word, apart), value) as T & string // a string stays one
  if (Array.isArray(value)) return value.map((each) => masked(each, words)) as T & unknown[] // of the same kinds
  if (typeof value !== 'object' || value === null) return value
  // The same keys, with values of the same kinds.
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, masked(inner, words)])) as T & object
}
