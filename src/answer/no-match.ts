import { bareText } from '../base/index.ts'
import type { Before } from '../runtime/index.ts'
import type { AnswerPhrases } from './phrases.ts'

/** What is said where nothing was found, and the form that may help instead. */
export interface NoMatch {
  readonly text: string
  /** A flow that is open. */
  readonly flow?: string
  /** None of the words of our topics was said, and no next step is nearer than another: it is asked of the wrong house. */
  readonly foreign: boolean
}

/**
 * Says that nothing was found, with a next step that fits who asks. Answers keep no memory, so the wording hangs on the question:
 * its beginning and its next step are chosen apart, and questions in a row seldom give one sentence. The same question asked again
 * is told otherwise.
 */
export function noMatch(
  text: string,
  before: Before | undefined,
  { noMatch: { heads, nexts, elsewhere }, topics }: AnswerPhrases,
  open: readonly string[],
): NoMatch {
  const said = bareText(text)
  const has = (list: readonly string[]) => list.some((word) => said.includes(word))
  const next = nexts.find(({ when, unless = [] }) => (when === undefined || has(when)) && !has(unless))
  const [own, earlier] = [number(said), before && number(bareText(before.question))]
  const again = earlier !== undefined && own % heads.length === earlier % heads.length ? 1 : 0
  const head = heads[(own + again) % heads.length] ?? ''
  const foreign = next?.when === undefined && !has(topics)
  const says = foreign ? elsewhere : (next?.says ?? [])
  const tail = says[(Math.floor(own / heads.length) + again) % (says.length || 1)] ?? ''
  return { text: `${head}${tail}`, foreign, ...(next?.flow && open.includes(next.flow) ? { flow: next.flow } : {}) }
}

/** FNV-1a over the characters: evenly spread, and the same for the same text on every machine. */
function number(text: string): number {
  let sum = 0x811c9dc5
  for (const character of text) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (sum ^ (sum >>> 15)) >>> 0
}
