import { z } from 'zod'

const Colleague = z.strictObject({ account: z.string(), name: z.string() })

/** What of a case says who may hold it. */
export const hands = {
  mayWork: z.boolean(),
  colleagues: z.array(Colleague),
  mayTakeBack: z.boolean(),
}

export const Give = z.strictObject({
  /** Account name, out of the case's `colleagues`. */
  to: z.string().min(1).max(100),
})

export const HeldQuery = z.object({ from: z.string().max(100).optional() })
export const Held = z.strictObject({
  from: z.strictObject({ account: z.string(), name: z.string(), mine: z.boolean() }),
  cases: z.array(
    z.strictObject({ number: z.string(), title: z.string(), state: z.string(), due: z.iso.date().optional() }),
  ),
  colleagues: z.array(Colleague),
})

export const HandOver = z.strictObject({
  /** Account name; absent: one's own cases. Somebody else's: for 复核 of the same unit, after `session/confirm`. */
  from: z.string().max(100).optional(),
  /** Account names; with several they take turns by due day. */
  to: z.array(z.string().max(100)).min(1).max(50),
  /** Case numbers; absent: all. */
  numbers: z.array(z.string().max(20)).min(1).max(2000).optional(),
})
export const HandedOver = z.strictObject({ moved: z.number().int(), freed: z.number().int() })
