import { z } from 'zod'

/** From when each kind of case is kept, and what officers read about it. No period stands here: that is the office's to set. */
export const RetentionKinds = z.strictObject({
  /** Why no number of years is written here. */
  says: z.string().min(20),
  kinds: z
    .array(
      z.strictObject({
        kind: z.string(),
        /** What the time is counted from; so far there is one such day. */
        from: z.literal('closed'),
        /** The same in words, with what to mind for this kind. */
        says: z.string().min(6),
      }),
    )
    .min(1),
})
export type RetentionKinds = z.infer<typeof RetentionKinds>

/** Checks it where it is written. @throws ZodError at load time and never later. */
export function defineRetention(kinds: z.input<typeof RetentionKinds>): RetentionKinds {
  return RetentionKinds.parse(kinds)
}

/** Kinds of case of which nothing says from when they are kept, and what is said of kinds that are none. */
export function unkept({ kinds }: RetentionKinds, cases: readonly { readonly id: string }[]): readonly string[] {
  const said = kinds.map(({ kind }) => kind)
  const are = cases.map(({ id }) => id)
  return [
    ...are.filter((id) => !said.includes(id)).map((id) => `retention: bot/retention.ts says nothing of ${id}`),
    ...said.filter((id) => !are.includes(id)).map((id) => `retention: ${id} in bot/retention.ts is no kind of case`),
  ]
}
