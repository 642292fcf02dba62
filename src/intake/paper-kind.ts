import { z } from 'zod'
import { Condition } from '../flow/index.ts'
import { LetterRules } from './letter-check.ts'

const Meant = { only: Condition.optional(), unless: Condition.optional() }

/** `{field}` becomes the answer, `{field#clause}` the name of the clause the answer stands for, `{case.number}` a fact of the case. */
const Line = z.string().min(1)

/** One box of a table. */
const Box = z.union([
  /** The answer at a path; in an `each` the part of its item. */
  z.strictObject({ label: z.string(), field: z.string(), identity: z.literal(true).optional() }),
  z.strictObject({ label: z.string(), text: Line }),
  /** Left empty for a pen, so many lines high. */
  z.strictObject({
    label: z.string(),
    blank: z.number().int().min(1).max(8),
    /** Filled with the name of whoever wrote it up, or approved it, once it is approved. */
    by: z.enum(['asked', 'signed']).optional(),
  }),
])

const Rows = z.array(z.array(Box).min(1).max(2)).min(1)

const Block = z.union([
  /** First-level heading, 黑体. */
  z.strictObject({ heading: z.string(), ...Meant }),
  z.strictObject({ text: Line, cites: z.array(z.string()).default([]), ...Meant }),
  /** Several short answers, each as a paragraph with its number. */
  z.strictObject({ list: z.string(), ...Meant }),
  /** The words of a clause: its id, or `{field}` for the clause an answer stands for. */
  z.strictObject({ quote: z.string(), ...Meant }),
  z.strictObject({ rows: Rows, ...Meant }),
  /** The same table for every item of a list; `item` is what one is called. */
  z.strictObject({ each: z.string(), item: z.string(), rows: Rows, ...Meant }),
  /** What the person added after handing in, and what they were asked. */
  z.strictObject({ added: z.string(), ...Meant }),
  /** The marks of the finding kept with the form. */
  z.strictObject({ findings: z.string(), ...Meant }),
])
export type PaperBlock = z.infer<typeof Block>
export type PaperBox = z.infer<typeof Box>

/** An official paper made of a case: what stands on it, in order. It writes nothing that is not in the case or in here. */
export const PaperKind = z.strictObject({
  /** ASCII; part of the file's name. */
  id: z.string().regex(/^[a-z][a-z-]*$/),
  title: z.string().min(2),
  /** Kinds of case it is made of. */
  of: z.array(z.string()).min(1),
  /** Offered only where the answers and what officers established meet this for certain. */
  when: Condition.optional(),
  /** A letter that leaves the office: the issuing body in red over it, a number, and what its words are held against. */
  letter: z.strictObject({ from: Line, number: Line, rules: LetterRules }).optional(),
  to: Line.optional(),
  blocks: z.array(Block).min(1),
  /** Who signs, on the right at the end; absent for a form, which is signed in its boxes. */
  signer: Line.optional(),
  /** What whoever sends it has to look at, printed on the office's own page behind it. */
  look: z.array(Block).default([]),
})
export type PaperKind = z.infer<typeof PaperKind>

/** Checks a paper where it is written. @throws ZodError at load time and never later. */
export function definePaper(paper: z.input<typeof PaperKind>): PaperKind {
  return PaperKind.parse(paper)
}
