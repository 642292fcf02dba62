import { z } from 'zod'
import { Condition } from './condition.ts'
import { Field, Part } from './field.ts'
import { parsed } from './parsed.ts'

const only = Condition.optional()

/**
 * A step is done, passed over or next. `only`: meant for whom the condition holds; `unless`: not meant for them.
 * `serves` names a judgement: the question is passed over once that judgement can no longer change.
 */
export const Step = z.union([
  z.strictObject({ ask: Field, only, unless: only, serves: z.string().optional() }),
  /** Parts of an earlier list that are asked only now. */
  z.strictObject({ rest: z.string(), each: z.array(Part).min(1) }),
  /** Something the person should know at this point; said once, and again only if what it depends on changes. */
  z.strictObject({
    tell: z.string(),
    says: z.array(z.strictObject({ text: z.string(), cites: z.array(z.string()).min(1) })).min(1),
    only,
    unless: only,
  }),
  z.strictObject({ judge: z.string(), only, unless: only }),
  z.strictObject({ submit: z.strictObject({ kind: z.string() }), only, unless: only }),
])
export type Step = z.infer<typeof Step>

/**
 * A flow is a list, read from the top; it has no jumps, so it always ends.
 * An edition is never edited once it has been open to the public: copy it and date the copy.
 */
export const Flow = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  edition: z.iso.date(),
  title: z.string(),
  /** What people call this form when they come back to it: 「刚才那个备案」. */
  aka: z.array(z.string()).default([]),
  /** Said once when it opens. */
  opening: z.string(),
  /** Each group needs one of its words in a sentence to open the flow; any entry suffices. */
  opensOn: z.array(z.array(z.array(z.string()).min(1)).min(1)).min(1),
  /** True where people open it by asking (能不能容错): otherwise a question is answered and opens nothing. */
  byQuestion: z.literal(true).optional(),
  /** Words that, if present, mean the person is not asking for this form. */
  notOn: z.array(z.string()).default([]),
  /** Field that takes the opening sentence as the matter, if it says more than the wish. */
  matter: z.string().optional(),
  /** True where real names are asked and the channel must not know who writes if they choose not to say. */
  anonymous: z.literal(true).optional(),
  /** Said when the last step is done and nothing is handed in. */
  closing: z.string(),
  steps: z.array(Step).min(1),
})
export type Flow = z.infer<typeof Flow>

/** Checks a flow where it is written. @throws Fault naming every word that does not fit, at load time and never later. */
export function defineFlow(flow: z.input<typeof Flow>): Flow {
  return parsed(Flow, flow, `flow ${flow.id}`)
}

/** Checks steps written in a file of their own, for a flow that would grow too long. @throws Fault at load time. */
export function defineSteps(steps: readonly z.input<typeof Step>[]): Step[] {
  return z.array(Step).parse(steps)
}

/** Checks the questions of a list item written in a file of their own. @throws Fault at load time. */
export function defineParts(parts: readonly z.input<typeof Part>[]): Part[] {
  return z.array(Part).parse(parts)
}

/** Every field of a flow with its path pattern: `area`, `facts`, `facts[].what`. */
export function fieldsOf(flow: Flow): ReadonlyMap<string, Field> {
  const known = seen.get(flow)
  if (known) return known
  const fields = new Map<string, Field>()
  for (const step of flow.steps) {
    if ('ask' in step) {
      fields.set(step.ask.id, step.ask)
      if (step.ask.kind === 'list')
        for (const part of step.ask.each) fields.set(`${step.ask.id}[].${part.ask.id}`, part.ask)
    } else if ('rest' in step) for (const part of step.each) fields.set(`${step.rest}[].${part.ask.id}`, part.ask)
  }
  seen.set(flow, fields)
  return fields
}

// A flow is never written to, and one turn asks for its fields a hundred times.
const seen = new WeakMap<Flow, ReadonlyMap<string, Field>>()

/** The field at a path such as `facts[2].what`. */
export function fieldAt(flow: Flow, path: string): Field | undefined {
  return fieldsOf(flow).get(path.replace(/\[\d+\]/, '[]'))
}
