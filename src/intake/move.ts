import { z } from 'zod'
import { Condition } from '../flow/index.ts'
import { Length } from './length.ts'
import { posts } from './posts.ts'

const id = z.string().regex(/^[a-z][a-z0-9_]*$/)
const Common = {
  id,
  label: z.string().min(2),
  /** True where the move may be made without it. */
  optional: z.literal(true).optional(),
}

/** Something a move needs to be told: the day of a meeting, the number of its minutes, the body that decided. */
export const Input = z.discriminatedUnion('kind', [
  /** `past`: not after today; `ahead`: not before today. */
  z.strictObject({ kind: z.literal('date'), ...Common, when: z.enum(['past', 'ahead']).default('past') }),
  z.strictObject({ kind: z.literal('text'), ...Common, max: z.number().int().positive().default(100) }),
  z.strictObject({
    kind: z.literal('choice'),
    ...Common,
    /** Value → label; `many`: several may be chosen. */
    options: z.record(z.string(), z.string().min(1)),
    many: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('yesNo'), ...Common }),
])
export type Input = z.infer<typeof Input>

/**
 * What must be so before a move can be made, of the form's answers, the inputs of earlier moves and its own. Unknown is
 * not enough: what nobody has said is not known to be so.
 */
const Guard = z.strictObject({
  /** Where it counts at all; absent: always. */
  where: Condition.optional(),
  needs: Condition,
  /** What is needed, for the officer. */
  says: z.string().min(6),
  cite: z.string().optional(),
})
export type Guard = z.infer<typeof Guard>

/** One thing an officer may do. The same action may appear twice with different `from` states. */
export const Move = z.strictObject({
  action: z.string().regex(/^[a-z][a-z-]*$/),
  /** The word on the button. */
  title: z.string().min(2),
  from: z.array(z.string()).min(1),
  /** State afterwards; absent: it stays as it is. */
  to: z.string().optional(),
  /** Who may do it, or whose decision is written down. */
  by: z.array(z.enum(posts)).min(1).default(['承办人员']),
  /** Only for cases whose facts meet this: a local step, a body of one kind. */
  when: Condition.optional(),
  /** Not for cases whose facts meet this. */
  unless: Condition.optional(),
  /** Whether the officer must write why. */
  reason: z.enum(['required', 'optional']).default('required'),
  /** What the reason box asks the officer for. */
  prompt: z.string().min(4),
  /**
   * Told to the person; absent where the rules keep a step inside the office. `{reason}` and `{input}` are replaced by the
   * officer's words; a line whose words were not given is left out. Every template holds `{reason}`, because the message is
   * the only place a reason is kept.
   */
  tells: z.string().min(6).includes('{reason}').optional(),
  /** The reason is a question to the person, answered by their next message. */
  asks: z.boolean().default(false),
  inputs: z.array(Input).default([]),
  /** The input that names the day it happened: clocks start, stop and go on from there. Absent: the day it is written down. */
  on: id.optional(),
  guards: z.array(Guard).default([]),
  /** Gives a clock more time, once. */
  extends: z.strictObject({ clock: z.string(), by: Length }).optional(),
  /** Fact id of the clause this move rests on. */
  cite: z.string().optional(),
  /** Why no clause stands behind it, for the officer: ours to do, or left open by the texts. */
  uncited: z.string().min(4).optional(),
})
export type Move = z.infer<typeof Move>
