import { z } from 'zod'
import type { Arrival, Unheard } from '../../runtime/index.ts'

export const channelName = 'kf'

/** One message of `sync_msg`, as far as it is read here; https://developer.work.weixin.qq.com/document/path/94670 read 2026-11-30. */
export const KfMessage = z.object({
  msgid: z.string().min(1).max(128),
  open_kfid: z.string().max(128).optional(),
  external_userid: z.string().max(128).optional(),
  send_time: z.number().int().default(0),
  /** 3: the person; 4: WeChat; 5: somebody of the office, in the WeCom client. */
  origin: z.number().int().default(0),
  msgtype: z.string(),
  text: z.object({ content: z.string(), menu_id: z.string().optional() }).optional(),
  event: z
    .object({
      event_type: z.string(),
      open_kfid: z.string().optional(),
      external_userid: z.string().optional(),
      welcome_code: z.string().optional(),
      fail_type: z.number().optional(),
    })
    .optional(),
})
export type KfMessage = z.infer<typeof KfMessage>

export const SyncAnswer = z.object({
  next_cursor: z.string().default(''),
  has_more: z.number().default(0),
  msg_list: z.array(z.unknown()).default([]),
})

/** What a pulled message is to us. */
export type Pulled =
  | { readonly type: 'wrote'; readonly at: number; readonly arrival: Arrival }
  | { readonly type: 'came'; readonly at: number; readonly code?: string; readonly arrival: Arrival }
  /** WeChat took a message of ours and did not show it. */
  | { readonly type: 'failed'; readonly why: number }
  | { readonly type: 'nothing' }

/** As much as the web chat takes in one message. */
const longest = 4000

/** A conversation is one person with one account of ours: a reply must name both. */
export const personOf = (account: string, external: string): string => `${account}/${external}`

/** The two halves of `personOf`; ids of WeCom hold no stroke. */
export function halvesOf(person: string): { readonly account: string; readonly external: string } {
  const at = person.indexOf('/')
  return { account: person.slice(0, at), external: person.slice(at + 1) }
}

export function pulled(message: KfMessage, account: string): Pulled {
  const { event, origin, msgtype, msgid: id, send_time: at } = message
  const external = message.external_userid ?? event?.external_userid
  if (msgtype === 'event') {
    if (event?.event_type === 'msg_send_fail') return { type: 'failed', why: event.fail_type ?? 0 }
    if (event?.event_type !== 'enter_session' || !external) return { type: 'nothing' }
    const { welcome_code: code } = event
    const person = personOf(event.open_kfid ?? account, external)
    const arrival: Arrival = { channel: channelName, person, id, event: { type: 'joined' } }
    return { type: 'came', at, arrival, ...(code ? { code } : {}) }
  }
  if (origin !== 3 || !external) return { type: 'nothing' }
  const thread = { channel: channelName, person: personOf(message.open_kfid ?? account, external), id }
  const words = message.text?.menu_id || message.text?.content || ''
  if (msgtype !== 'text')
    return { type: 'wrote', at, arrival: { ...thread, event: { type: 'unheard', what: kinds[msgtype] ?? 'other' } } }
  if (words.trim() === '') return { type: 'nothing' }
  return { type: 'wrote', at, arrival: { ...thread, event: { type: 'said', text: words.slice(0, longest) } } }
}

const kinds: Readonly<Record<string, Unheard['what']>> = {
  voice: 'voice',
  image: 'picture',
  video: 'picture',
  file: 'file',
}
