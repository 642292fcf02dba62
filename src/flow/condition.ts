import { z } from 'zod'
import { type Answer, type Answers, given } from './answer.ts'

const Test = z.union([
  z.string(),
  z.strictObject({ oneOf: z.array(z.string()).min(1) }),
  z.strictObject({ not: z.string() }),
  z.strictObject({ given: z.literal(true) }),
])
type Test = z.infer<typeof Test>

/** Field id → test; every entry must hold. There is no `or`: write two conditions. */
export const Condition = z.record(z.string(), Test)
export type Condition = z.infer<typeof Condition>

/** `unknown` is its own answer: a missing fact never counts against a person. */
export type Holds = 'yes' | 'no' | 'unknown'

/**
 * Tests a condition against the answers so far. Unknown, skipped, declined and absent answers all give `unknown`.
 *
 * @param scope path prefix of a list item (`facts[0].`): ids are looked for there first, then at the top.
 * @returns `no` if any test fails, else `unknown` if any field has no given answer, else `yes`.
 */
export function holds(condition: Condition, answers: Answers, scope = ''): Holds {
  let result: Holds = 'yes'
  for (const [field, test] of Object.entries(condition)) {
    const value = given(answers, `${scope}${field}` in answers ? `${scope}${field}` : field)
    if (value === undefined) result = 'unknown'
    else if (!passes(test, value)) return 'no'
  }
  return result
}

function passes(test: Test, value: Extract<Answer, { is: 'given' }>['value']): boolean {
  if (typeof test === 'object' && 'given' in test) return true
  const words = Array.isArray(value) ? (value as readonly string[]) : [value === true ? 'yes' : String(value)]
  if (typeof test === 'string') return words.includes(test)
  return 'oneOf' in test ? words.some((w) => test.oneOf.includes(w)) : !words.includes(test.not)
}

/** The field ids a condition reads. */
export const reads = (condition: Condition): readonly string[] => Object.keys(condition)
