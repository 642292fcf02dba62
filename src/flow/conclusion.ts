import type { Answers } from './answer.ts'
import { holds } from './condition.ts'
import type { Step } from './flow.ts'

/** What follows from the answers by a clause, with the clauses it rests on. `says` is empty where it is not told. */
export interface Conclusion {
  readonly id: string
  readonly label: string
  readonly value: string | boolean
  readonly says: string
  readonly cites: readonly string[]
}

/** The first case whose condition holds for certain. @returns absent while none does. */
export function conclude(step: Extract<Step, { conclude: string }>, answers: Answers): Conclusion | undefined {
  const found = step.cases.find((c) => holds(c.when, answers) === 'yes')
  if (!found) return undefined
  const { value, cites } = found
  return { id: step.conclude, label: step.label, value, says: step.silent ? '' : found.says, cites }
}
