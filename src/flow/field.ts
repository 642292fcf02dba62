import { z } from 'zod'
import { Condition } from './condition.ts'

const Id = z.string().regex(/^[a-z][a-z0-9_]*$/)

const Common = {
  id: Id,
  /** Row label in the review card, the officer's form and corrections: 「时间」. */
  label: z.string().min(1),
  /** The question in full. */
  ask: z.string().min(2),
  /** The same question in fewer, plainer words, for 「没听清」 and retries. */
  short: z.string().optional(),
  /** Why it is asked, told on 「为什么要问」. */
  why: z.string(),
  example: z.string(),
  /** Clause it rests on. */
  cite: z.string().optional(),
  /** Never asked; filled only from what the person says on the way. */
  silent: z.literal(true).optional(),
  /** Told when the person skips, declines or does not know, where the clause makes it matter. */
  effect: z.string().optional(),
  /** Serves only the asking: not shown when the form is checked, and not counted among its questions. */
  inner: z.literal(true).optional(),
  /** What other programs read while there is no answer yet: 未定. */
  unset: z.string().optional(),
  /** Other names people use for this question when they correct it. */
  aka: z.array(z.string()).default([]),
}

/** `words` are what people say when they mean the option; `cite` is the clause the option stands for. */
const Option = z.strictObject({
  label: z.string(),
  words: z.array(z.string()).default([]),
  cite: z.string().optional(),
  /** For whom the option is meant; absent means everyone. */
  only: Condition.optional(),
  /** The form that opens when a form ends on this choice. */
  opens: z.string().optional(),
})

const Scalar = [
  /**
   * `person`: a person's name is read out of the words where one stands in them (姓王 → 王某(名不详)), else they are kept as
   * they are; the unit and the post said with it go into the fields named.
   * `like`: an organisation (`unit`), a place within a town (`where`: 就在…那 is trimmed), or the number of a document
   * (`number`: 〔2026〕41号), where other words are no answer.
   */
  z.strictObject({
    kind: z.literal('text'),
    ...Common,
    max: z.number().int().default(2000),
    person: z.union([z.literal(true), z.strictObject({ unit: Id.optional(), post: Id.optional() })]).optional(),
    like: z.enum(['unit', 'where', 'number']).optional(),
    /** All that is said is the answer, questions too: they are for whoever reads it. */
    whole: z.literal(true).optional(),
    /** Where a number is asked for and there is none: 没有 answers that other field. */
    none: z.strictObject({ field: Id, is: z.string() }).optional(),
    /** A unit or a number may be read out of any sentence of this form. */
    hears: z.literal(true).optional(),
  }),
  /** Several short things in one answer: evidence, measures. */
  z.strictObject({ kind: z.literal('texts'), ...Common, none: z.array(z.string()).default(['没有', '无']) }),
  z.strictObject({
    kind: z.literal('choice'),
    ...Common,
    options: z.record(z.string(), Option),
    /** May be read out of any sentence of this form, asked or not. */
    hears: z.literal(true).optional(),
    /** Several options may be given; the value is then the list of their ids. */
    many: z.literal(true).optional(),
    /** Read out of the words of that other field, by the options' words, before it is asked. */
    derive: Id.optional(),
  }),
  z.strictObject({
    kind: z.literal('yesNo'),
    ...Common,
    yes: z.array(z.string()).default([]),
    no: z.array(z.string()).default([]),
    /** Only a sure answer counts: 没有吧 and 应该没有 are kept as unknown. */
    sure: z.literal(true).optional(),
    hears: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('place'), ...Common }),
  z.strictObject({ kind: z.literal('name'), ...Common }),
  z.strictObject({ kind: z.literal('phone'), ...Common }),
  /** `near`: read out of any sentence that has one of these words and a time beside it (27号开的会). */
  z.strictObject({ kind: z.literal('period'), ...Common, near: z.array(z.string()).optional() }),
  z.strictObject({ kind: z.literal('amount'), ...Common }),
  /** Agreed to before a form is handed in; shown together with the review card. */
  z.strictObject({ kind: z.literal('statement'), ...Common, agree: z.array(z.string()).default([]) }),
] as const

const only = Condition.optional()
const Scalars = z.discriminatedUnion('kind', Scalar)
export type Scalar = z.infer<typeof Scalars>

/** A question inside a list item, with for whom it is meant. */
export const Part = z.strictObject({ ask: Scalars, only, unless: only })
export type Part = z.infer<typeof Part>

/** A repeating part of a form; `item` is what one of them is called: 「第1件事」. */
const List = z.strictObject({
  kind: z.literal('list'),
  ...Common,
  item: z.string(),
  /** Words one counts the items with, the usual one first: 第1件. */
  counters: z.array(z.string()).min(1).default(['个']),
  each: z.array(Part).min(1),
  /** Which part takes the words of the opening answer as they are. */
  main: Id,
  max: z.number().int().default(20),
})

/** A field is one question and the values it accepts. */
export const Field = z.discriminatedUnion('kind', [...Scalar, List])
export type Field = z.infer<typeof Field>
export type List = z.infer<typeof List>
