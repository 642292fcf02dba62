import { z } from 'zod'

/** Which paper of a case: an id of its `papers`. */
export const DocumentQuery = z.strictObject({
  paper: z
    .string()
    .regex(/^[a-z][a-z-]{1,60}$/)
    .optional(),
})
