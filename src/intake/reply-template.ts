import { z } from 'zod'
import { reasonLimit } from './act.ts'

/** Words for a reply that come up again and again. They rest on clauses, and are offered only while these stand as they were looked at. */
export const ReplyTemplate = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string().min(2),
  /** Kinds of case. */
  of: z.array(z.string()).min(1),
  /** The move it is written for; it must be told to the person. */
  action: z.string(),
  /** Changed by the officer before it is sent; passes the same checks as whatever they write. */
  text: z.string().min(6).max(reasonLimit),
  /** Clauses it rests on, with the fingerprint each had when somebody looked at the template last. */
  rests: z.array(z.strictObject({ cite: z.string(), looked: z.string().length(16) })).min(1),
})
export type ReplyTemplate = z.infer<typeof ReplyTemplate>

/** Checks templates where they are written. @throws ZodError at load time and never later. */
export function defineReplies(replies: readonly z.input<typeof ReplyTemplate>[]): ReplyTemplate[] {
  return z.array(ReplyTemplate).parse(replies)
}
