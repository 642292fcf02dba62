import { z } from 'zod'
import { Condition } from '../flow/index.ts'

/** What the person is told when they look; no jargon, no promise the rules do not make. */
const State = z.strictObject({
  id: z.string().min(2),
  says: z.string().min(6),
  /** Nothing more is expected of the office; the case leaves the list of open ones. */
  closed: z.boolean().default(false),
})

/** One thing an officer may do. The same action may appear twice with different `from` states. */
const Move = z.strictObject({
  action: z.string().regex(/^[a-z][a-z-]*$/),
  /** The word on the button. */
  title: z.string().min(2),
  from: z.array(z.string()).min(1),
  /** State afterwards; absent: it stays as it is. */
  to: z.string().optional(),
  /** Whether the officer must write why. */
  reason: z.enum(['required', 'optional']).default('required'),
  /** What the reason box asks the officer for. */
  prompt: z.string().min(4),
  /**
   * Told to the person. `{reason}` is replaced by the officer's words; its line is left out where none were written.
   * Every template holds it, because the message is the only place a reason is kept: a case has no secret margin.
   */
  tells: z.string().min(6).includes('{reason}'),
  /** The reason is a question to the person, answered by their next message. */
  asks: z.boolean().default(false),
  /** Fact id of the clause this move rests on. */
  cite: z.string().optional(),
})

/** A time limit counted in working days from the day after the form came in. Absent where the rules set none. */
const Clock = z.strictObject({
  workingDays: z.number().int().positive(),
  cite: z.string(),
  /** What has to be done by then, for the officer. */
  says: z.string().min(4),
  /** Only forms whose answers meet this; a field left unknown does not start the clock. */
  when: Condition.optional(),
  /** States in which the clock still runs; reaching any other one meets it. */
  runsIn: z.array(z.string()).min(1),
})

/** The life of a case: its states, who may move it where, its clock and what the person hears. */
export const CaseKind = z
  .strictObject({
    /** The flow whose forms become this kind of case. */
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: z.string().min(2),
    /** First letter of the case number. */
    letter: z.string().regex(/^[A-Z]$/),
    /** The first one is where a new case begins, unless `begins` says otherwise. */
    states: z.array(State).min(2),
    /** Where a new case begins if its answers meet the condition; the first that does. */
    begins: z.array(z.strictObject({ state: z.string(), when: Condition })).default([]),
    moves: z.array(Move).min(1),
    clock: Clock.optional(),
    /** Forms about the office's own leaders: they go to the unit above, and this one never sees them. */
    upward: Condition.optional(),
    /** Path of the answer that names the place, for the queue's filter; absent: the queue shows no place. */
    area: z.string().optional(),
  })
  .superRefine((kind, context) => {
    for (const message of faults(kind)) context.addIssue({ code: 'custom', message })
  })
export type CaseKind = z.infer<typeof CaseKind>
export type Move = z.infer<typeof Move>

/** Checks a case kind where it is written. @throws ZodError naming every wrong word, at load time and never later. */
export function defineCaseKind(kind: z.input<typeof CaseKind>): CaseKind {
  return CaseKind.parse(kind)
}

interface Shape {
  readonly states: readonly { readonly id: string }[]
  readonly begins: readonly { readonly state: string }[]
  readonly moves: readonly z.infer<typeof Move>[]
  readonly clock?: z.infer<typeof Clock> | undefined
}

function faults(kind: Shape): string[] {
  const known = new Set(kind.states.map(({ id }) => id))
  const found: string[] = []
  if (known.size < kind.states.length) found.push('a state is named twice')
  const seen = new Set<string>()
  for (const move of kind.moves) {
    for (const state of [...move.from, ...(move.to === undefined ? [] : [move.to])])
      if (!known.has(state)) found.push(`${move.action}: ${state} is not a state`)
    for (const state of move.from) {
      if (seen.has(`${move.action} ${state}`)) found.push(`${move.action}: written twice for ${state}`)
      seen.add(`${move.action} ${state}`)
    }
    if (move.asks && move.reason !== 'required')
      found.push(`${move.action}: the reason is the question, so it must be required`)
  }
  for (const { state } of kind.begins) if (!known.has(state)) found.push(`begins: ${state} is not a state`)
  for (const state of kind.clock?.runsIn ?? []) if (!known.has(state)) found.push(`clock: ${state} is not a state`)
  return found
}
