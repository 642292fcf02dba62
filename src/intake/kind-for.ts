import { type Answers, holds } from '../flow/index.ts'
import type { CaseKind } from './case-kind.ts'

/**
 * The life a form handed in begins: the edition of the place its answers name, else the kind of its own name.
 *
 * @returns absent if no kind takes such forms.
 */
export function kindFor(kinds: readonly CaseKind[], form: string, answers: Answers): CaseKind | undefined {
  const local = kinds.find(({ edition }) => edition?.of === form && holds(edition.when, answers) === 'yes')
  return local ?? kinds.find(({ id }) => id === form)
}
