import { z } from 'zod'
import { type Task, Undelivered } from '../../runtime/index.ts'
import { type Api, WecomRefusal } from './api.ts'
import { hashed } from './incoming.ts'
import { nothingSent, sentOne, waitFor } from './pace.ts'
import type { Remembering } from './remember.ts'
import { type Message, render } from './render.ts'

/** What is kept of each member we write to; no word of theirs or ours. */
export const ToMember = z.object({
  sent: z.object({ minute: z.array(z.number()), hour: z.record(z.string(), z.number()) }),
  /** The reply that is out in part, and how many of its messages. */
  part: z.object({ of: z.string(), out: z.number() }).optional(),
  /** The card that may be answered by its buttons: the last thing said. */
  card: z.string().optional(),
  /** The card whose button was pressed last. */
  answered: z.string().optional(),
})
export type ToMember = z.infer<typeof ToMember>
export const toNobody: ToMember = { sent: nothingSent as ToMember['sent'] }

const SentAnswer = z.object({ invaliduser: z.string().optional(), unlicenseduser: z.string().optional() })

/** The member is not, or no longer, one the application may write to. */
const gone: ReadonlySet<number> = new Set([40003, 40031, 46004, 60011, 60111, 81013])

/**
 * Sends one reply as so many messages as it takes, each once as far as can be known: what is out is written down before the
 * next, and a later attempt goes on from there.
 */
export function delivery({ api, agentId, kept, now, origin }: Sending) {
  return async (task: Task, text: string): Promise<void> => {
    const { person } = task
    const of = hashed(task.key)
    const before = await kept.recall(person)
    // What is said now is the last thing said, so an older card must not be answered any more.
    if (before.card !== undefined && before.card !== of) await kept.amend(person, ({ card: _old, ...was }) => was)
    const start = before.part?.of === of ? before.part.out : 0
    // A card's id may be used once only, so each attempt has its own; presses are told apart by what comes before the dash.
    const messages = render(task.say, text, `${of}-${task.tries}`, origin)
    for (let n = start; n < messages.length; n++) {
      const message = messages[n] as Message // n is below the length.
      const wait = waitFor((await kept.recall(person)).sent, now())
      if (wait > 0) throw new Undelivered(wait, 'pace')
      const isCard = message.msgtype === 'template_card'
      // Before it goes out: it may be pressed before the answer to our call is here.
      if (isCard) await kept.amend(person, (was) => ({ ...was, card: of }))
      await send(api, agentId, person, message)
      const last = n === messages.length - 1
      await kept.amend(person, ({ part: _part, card, ...was }) => ({
        ...was,
        sent: asKept(sentOne(was.sent, now())),
        ...(last ? {} : { part: { of, out: n + 1 } }),
        ...(isCard && card !== undefined ? { card } : {}),
      }))
    }
  }
}

export interface Sending {
  readonly api: Api
  readonly agentId: number
  readonly kept: Remembering<ToMember>
  /** Seconds since 1970. */
  now(): number
  readonly origin?: string
}

async function send(api: Api, agentId: number, person: string, message: Message): Promise<void> {
  try {
    const answer = await api.post('message/send', { touser: person, agentid: agentId, ...message }, SentAnswer)
    if (answer.invaliduser) throw new Undelivered('never', 'invaliduser')
    if (answer.unlicenseduser) throw new Undelivered('never', 'unlicenseduser')
  } catch (error) {
    if (error instanceof WecomRefusal && gone.has(error.code)) throw new Undelivered('never', String(error.code))
    throw error
  }
}

const asKept = ({ minute, hour }: ReturnType<typeof sentOne>): ToMember['sent'] => ({
  minute: [...minute],
  hour: { ...hour },
})
