import { z } from 'zod'
import { Condition } from '../flow/index.ts'
import { faults } from './case-kind-faults.ts'
import { Length } from './length.ts'
import { Move } from './move.ts'

export type { Guard, Input, Move } from './move.ts'

/** What the person is told when they look; no jargon, no promise the rules do not make. */
const State = z.strictObject({
  id: z.string().min(2),
  says: z.string().min(6),
  /** Nothing more is expected of the office; the case leaves the list of open ones. */
  closed: z.boolean().default(false),
  cite: z.string().optional(),
  /** Why no clause stands behind it, for the officer. */
  uncited: z.string().min(4).optional(),
})

/** A time limit. Kinds without one are those for which the texts set none. */
const ClockKind = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  cite: z.string(),
  /** What has to be done by then, for the officer. */
  says: z.string().min(4),
  /** What starts it: the form coming in, or a move. The day itself does not count. */
  starts: z.union([z.literal('handed-in'), z.strictObject({ after: z.array(z.string()).min(1) })]),
  /** `until` names the date input of the move that starts it. */
  length: z.union([
    Length.options[0],
    Length.options[1],
    Length.options[2],
    z.strictObject({ until: z.string().regex(/^[a-z][a-z0-9_]*$/) }),
  ]),
  /** Only where the facts meet this; a field left unknown does not start the clock. */
  when: Condition.optional(),
  /** States in which it runs; reaching one that is in neither list ends it. */
  runsIn: z.array(z.string()).min(1),
  /** States in which it stands still. */
  pausesIn: z.array(z.string()).default([]),
  /** A day the office set itself: it is reminded of, and is no limit of a rule. */
  own: z.literal(true).optional(),
})
export type ClockKind = z.infer<typeof ClockKind>

/** The life of a case: its states, who may move it where, its clocks and what the person hears. */
export const CaseKind = z
  .strictObject({
    /** The flow whose forms become this kind of case. */
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    /** Where the same form lives otherwise: this kind takes forms of that id whose answers meet the condition. */
    edition: z.strictObject({ of: z.string(), when: Condition }).optional(),
    title: z.string().min(2),
    /** First letter of the case number. */
    letter: z.string().regex(/^[A-Z]$/),
    /** The first one is where a new case begins, unless `begins` says otherwise. */
    states: z.array(State).min(2),
    /** Where a new case begins if its answers meet the condition; the first that does. */
    begins: z.array(z.strictObject({ state: z.string(), when: Condition })).default([]),
    moves: z.array(Move).min(1),
    /** Moves that are possible in every state; what is written in their `from` does not count. */
    always: z.array(Move).default([]),
    /** Forms about the office's own leaders: they go to the unit above, and this one never sees them. */
    upward: Condition.optional(),
    clocks: z.array(ClockKind).default([]),
    /** What the texts do not say, told to the officer as such; `cite` is the note of that gap. */
    leavesOpen: z.array(z.strictObject({ says: z.string().min(8), cite: z.string().optional() })).default([]),
    /** Path of the answer that names the place, for the queue's filter; absent: the queue shows no place. */
    area: z.string().optional(),
  })
  .superRefine((kind, context) => {
    for (const message of faults(kind)) context.addIssue({ code: 'custom', message })
  })
  .transform(({ always, ...kind }) => {
    const from = kind.states.map(({ id }) => id)
    return { ...kind, moves: [...kind.moves, ...always.map((move) => ({ ...move, from }))] }
  })
export type CaseKind = z.infer<typeof CaseKind>

/** Checks a case kind where it is written. @throws ZodError naming every wrong word, at load time and never later. */
export function defineCaseKind(kind: z.input<typeof CaseKind>): CaseKind {
  return CaseKind.parse(kind)
}

/** Moves written in a file of their own, for a life that would grow too long. @throws ZodError at load time. */
export function defineMoves(moves: readonly z.input<typeof Move>[]): Move[] {
  return z.array(Move).parse(moves)
}
