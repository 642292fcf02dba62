import { createHash } from 'node:crypto'
import { z } from 'zod'

/** What came over the line, as far as this house understands it. */
export type Came =
  | (Sent & {
      readonly type: 'said'
      readonly text: string
      readonly spoken?: true
      /** Pictures, files or videos came with it, which cannot be taken here. */
      readonly files?: true
      /** It names somebody with an `@`. */
      readonly callsUs?: true
    })
  | (Sent & { readonly type: 'entered' })
  | (Sent & { readonly type: 'pressed'; readonly task: string; readonly value: string })
  | (Sent & { readonly type: 'rated'; readonly feedback: string; readonly thumb: 'up' | 'down' })

/** Who and where. `reqId` is what an answer is given to. */
export interface Sent {
  readonly reqId: string
  /** The vendor's message id; the same for a repeat. */
  readonly id: string
  readonly user: string
  /** Only in a group. */
  readonly group?: string
}

const word = z.string().min(1).max(512)
const text = z.object({ content: z.string() })
const Body = z.object({
  msgid: word,
  msgtype: word,
  chattype: z.enum(['single', 'group']).optional(),
  chatid: word.optional(),
  from: z.object({ userid: word }),
  text: text.optional(),
  voice: text.optional(),
  mixed: z.object({ msg_item: z.array(z.object({ msgtype: z.string(), text: text.optional() })) }).optional(),
  event: z
    .object({
      eventtype: word,
      // The kit's types have these two beside the name of the event; the vendor's page (101027, read 2026-11-30) below it.
      event_key: z.string().optional(),
      task_id: z.string().optional(),
      template_card_event: z
        .object({
          event_key: z.string().optional(),
          task_id: z.string().optional(),
          selected_items: z
            .object({
              selected_item: z.array(z.object({ option_ids: z.object({ option_id: z.array(z.string()) }).optional() })),
            })
            .optional(),
        })
        .optional(),
      feedback_event: z.object({ id: z.string(), type: z.number() }).optional(),
    })
    .optional(),
})
const Frame = z.object({ headers: z.object({ req_id: word }), body: Body })

/** Reads one frame. @returns undefined for what is nothing of ours: other events, other types, damaged ones. */
export function read(frame: unknown): Came | undefined {
  const { success, data } = Frame.safeParse(frame)
  if (!success) return undefined
  const { body, headers } = data
  const sent: Sent = {
    reqId: headers.req_id,
    id: body.msgid,
    user: body.from.userid,
    ...(body.chattype === 'group' && body.chatid !== undefined ? { group: body.chatid } : {}),
  }
  // A group without an id could only be answered to everybody in the wrong place.
  if (body.chattype === 'group' && sent.group === undefined) return undefined
  if (body.msgtype === 'event') return event(sent, body)
  const came = message(sent, body)
  // The vendor hands us of a group only what calls the bot; should that change, what people say to each other stays theirs.
  const overheard = came?.type === 'said' && sent.group !== undefined && !came.callsUs
  return overheard ? undefined : came
}

function message(sent: Sent, body: z.infer<typeof Body>): (Came & { type: 'said' }) | undefined {
  switch (body.msgtype) {
    case 'text':
      return body.text && said(sent, body.text.content)
    case 'voice':
      return body.voice && { ...said(sent, body.voice.content), spoken: true }
    case 'mixed': {
      const items = body.mixed?.msg_item ?? []
      const words = items.flatMap((item) => (item.msgtype === 'text' && item.text ? [item.text.content] : []))
      const files = items.some((item) => item.msgtype !== 'text')
      return { ...said(sent, words.join('\n')), ...(files ? { files: true } : {}) }
    }
    case 'image':
    case 'file':
    case 'video':
      return { ...said(sent, ''), files: true }
    default:
      return undefined
  }
}

/** In a group a message calls the bot by name (`@清问 …`), which is no part of what is asked. */
function said(sent: Sent, words: string): Came & { type: 'said' } {
  const text = sent.group === undefined ? words : words.replace(/^(?:\s*@\S+(?:\s|$))+/u, '')
  return { ...sent, type: 'said', text: text.trim(), ...(/@\S/u.test(words) ? { callsUs: true } : {}) }
}

function event(sent: Sent, { event }: z.infer<typeof Body>): Came | undefined {
  switch (event?.eventtype) {
    case 'enter_chat':
      return { ...sent, type: 'entered' }
    case 'template_card_event': {
      const at = event.template_card_event ?? event
      const picked = event.template_card_event?.selected_items?.selected_item[0]?.option_ids?.option_id[0]
      const value = picked ?? at.event_key
      return at.task_id && value ? { ...sent, type: 'pressed', task: at.task_id, value } : undefined
    }
    case 'feedback_event': {
      const given = event.feedback_event
      // 1 good, 2 bad, 3 taken back.
      if (!given || (given.type !== 1 && given.type !== 2)) return undefined
      return { ...sent, type: 'rated', feedback: given.id, thumb: given.type === 1 ? 'up' : 'down' }
    }
    default:
      return undefined
  }
}

/** The conversation of a person: alone, or among the members of a group, each of whom has their own. */
export const personOf = ({ group, user }: Pick<Sent, 'group' | 'user'>): string =>
  group === undefined ? user : `${group}${among}${user}`

/** Where a conversation's messages go: the person, or the group. */
export const chatOf = (person: string): string => person.split(among)[0] ?? person
export const inGroup = (person: string): boolean => person.includes(among)

/** No id of the vendor's holds a blank. */
const among = ' '

/** A short name for a message, where ids with any character cannot stand. */
export const nameFor = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 24)
