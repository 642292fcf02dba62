import { z } from 'zod'
import { closed } from './budget.ts'

/** What is kept of each conversation of 微信客服; no word of theirs or ours. */
export const ToPerson = z.object({
  window: z.object({ since: z.number(), sent: z.number() }),
  /** The reply that is out in part: how many messages it may take, and how many are out. */
  part: z.object({ of: z.string(), most: z.number(), out: z.number() }).optional(),
  /** The reply whose end waits to be asked for: its key in the log, how much of it, and the word. */
  folded: z.object({ key: z.string(), tail: z.number(), word: z.string() }).optional(),
  /** Good for one message within 20 seconds of coming in, before the person has written anything. */
  welcome: z.object({ code: z.string(), at: z.number() }).optional(),
})
export type ToPerson = z.infer<typeof ToPerson>
export const toNobody: ToPerson = { window: closed }

/** Seconds WeChat takes a welcome; less what the way there needs. */
export const welcomeSeconds = 18
