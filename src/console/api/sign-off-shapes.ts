import { z } from 'zod'

export const SignOff = z.strictObject({
  id: z.string(),
  number: z.string(),
  paper: z.string(),
  title: z.string(),
  state: z.enum(['waiting', 'signed', 'returned', 'replaced']),
  askedBy: z.string(),
  askedAt: z.string(),
  decidedBy: z.string().optional(),
  decidedAt: z.string().optional(),
  open: z.boolean(),
})

export const AskSignOff = z.strictObject({
  /** Out of the case's `papers`. */
  paper: z.string().min(1).max(40),
})
export const DecideSignOff = z.strictObject({
  signed: z.boolean(),
  /** What is to be changed; needed to send it back, up to 500 characters. */
  reason: z.string().max(500).default(''),
})
export const SignOffList = z.strictObject({ signOffs: z.array(SignOff) })
