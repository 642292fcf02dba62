import { z } from 'zod'

const Line = z.strictObject({
  path: z.string(),
  kind: z.enum(['text', 'texts', 'choice', 'yesNo', 'place', 'name', 'phone', 'period', 'amount', 'statement']),
  label: z.string(),
  ask: z.string(),
  example: z.string(),
  options: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
  many: z.literal(true).optional(),
  long: z.boolean(),
  agrees: z.string().optional(),
})
export const FormList = z.strictObject({
  forms: z.array(
    z.strictObject({
      flow: z.string(),
      title: z.string(),
      parts: z.array(
        z.strictObject({ list: z.string().optional(), title: z.string().optional(), lines: z.array(Line) }),
      ),
    }),
  ),
})

export const WriteDown = z.strictObject({
  /** Out of `GET /forms`. */
  flow: z.string().max(40),
  channel: z.enum(['phone', 'letter', 'visit']),
  /** Today or earlier; clocks count from it. */
  received: z.iso.date(),
  /** Path → what stands there: for a choice the option's `value`, for yes and no those words, for the statement its `agrees`. */
  words: z.record(z.string().max(60), z.string().max(4000)),
  /** Whether the person wants one. Without it nobody can ask or add to it later. */
  receipt: z.boolean(),
})
/** `number` is absent where the unit above works it; `receipt` where none was wanted, or it was handed over already. */
export const Written = z.strictObject({ number: z.string().optional(), receipt: z.string().optional() })
