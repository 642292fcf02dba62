import { z } from 'zod'

/** Templates a case offers, each with the clause it rests on. */
export const Replies = z.array(
  z.strictObject({
    id: z.string(),
    title: z.string(),
    action: z.string(),
    text: z.string(),
    clause: z
      .strictObject({
        id: z.string(),
        instrument: z.string(),
        label: z.string(),
        authority: z.string(),
        text: z.string(),
      })
      .optional(),
  }),
)
