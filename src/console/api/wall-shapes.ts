import { z } from 'zod'

const Face = z.strictObject({ account: z.string(), name: z.string() })
export const Wall = z.strictObject({
  number: z.string(),
  walled: z.array(Face),
  others: z.array(Face),
  mayLift: z.boolean(),
})

export const SetWall = z.strictObject({
  /** Account name of somebody of the unit. */
  account: z.string().min(1).max(100),
  /** False lets them out; only for 复核. */
  walled: z.boolean(),
})
