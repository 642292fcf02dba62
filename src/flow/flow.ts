import { z } from 'zod'
import { Condition } from './condition.ts'
import { Field, Part } from './field.ts'
import { parsed } from './parsed.ts'

const only = Condition.optional()

/** A sentence said with its cites; `{field}` in it becomes what the person answered there. */
const Saying = z.strictObject({ text: z.string(), cites: z.array(z.string()).min(1) })

/** One way a conclusion may come out: the first whose condition holds. An empty `when` means otherwise. */
const Outcome = z.strictObject({
  when: Condition,
  /** A word, or whether it is so. */
  value: z.union([z.string(), z.boolean()]),
  says: z.string().default(''),
  cites: z.array(z.string()).default([]),
})

/**
 * `reads`: the prose it reads (`facts[].what`). What it saw stands for conditions and questions under the names given, and is
 * never kept: `open` the kinds of mark still there, `seen` all kinds ever seen, `rewritable` yes or no, `guess` the words that
 * guess, `rewrite` the neutral wording beside the person's own. `drop` and `accept` name the answer that takes guesses out or
 * puts the neutral wording in; both can be taken back.
 */
const Coach = z.strictObject({
  reads: z.string(),
  /** The list of people, and the name under which it stands whether one of them belongs to the intake office: leader, staff. */
  people: z.string(),
  office: z.string(),
  open: z.string(),
  seen: z.string(),
  rewritable: z.string(),
  guess: z.string(),
  rewrite: z.string(),
  drop: z.strictObject({ field: z.string(), is: z.string() }),
  accept: z.strictObject({ field: z.string(), is: z.string() }),
  /** The part of the same item, and its option, that says the prose is known from others. */
  heard: z.strictObject({ field: z.string(), is: z.string() }),
})

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
    says: z.array(Saying).min(1),
    only,
    unless: only,
  }),
  z.strictObject({ judge: z.string(), only, unless: only }),
  /** What follows from the answers by a clause: to whom an application goes, who interviews whom. Kept with the form. */
  z.strictObject({
    conclude: z.string(),
    label: z.string(),
    cases: z.array(Outcome).min(1),
    silent: z.literal(true).optional(),
    only,
    unless: only,
  }),
  /** Goes no further while one of `needs` has no given answer: the form is kept, and goes on at the question `asks`. */
  z.strictObject({
    hold: z.string(),
    needs: z.array(z.string()).min(1),
    asks: z.string(),
    says: z.string(),
    /** What such a form is called meanwhile: 草拟. */
    state: z.string().default('草拟'),
    only,
    unless: only,
  }),
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
  /**
   * Where a person may choose not to be named: the choice that asks for it, and the option by which they are. Where the
   * channel knows who writes there is no other option, and that is said before the form opens.
   */
  anonymous: z.strictObject({ field: z.string(), named: z.string() }).optional(),
  /** Where the report coach reads along: which words it reads and under which names other steps find what it saw. */
  coach: Coach.optional(),
  /** Field that keeps what the opening sentence hints at, before the matter itself is told. */
  hint: z.string().optional(),
  /** True where a form that is left is not kept: what it holds is worth nothing later. */
  fleeting: z.literal(true).optional(),
  /** Said when the last step is done and nothing is handed in. */
  closing: z.string(),
  /** Said when the form has been handed in, after its receipt. */
  submitted: z.array(Saying.extend({ only })).default([]),
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
