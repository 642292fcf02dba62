import { createHash } from 'node:crypto'
import type { Arrival, Unheard } from '../../runtime/index.ts'

/** What a callback is to us. */
export type Incoming =
  | { readonly type: 'arrival'; readonly arrival: Arrival }
  /** A button of a card was pressed. `task` is the card's; `code` changes the card once within 72 hours. */
  | {
      readonly type: 'pressed'
      readonly person: string
      readonly task: string
      readonly value: string
      readonly code?: string
    }
  /** 微信客服: there is something to be pulled. */
  | { readonly type: 'bell'; readonly account: string; readonly token?: string }
  | { readonly type: 'nothing' }

export const channelName = 'wecom'

/** Reads the opened message; https://developer.work.weixin.qq.com/document/path/90239 and 90240, read 2026-11-30. What is not for a person's conversation is nothing. */
export function incoming(fields: Readonly<Record<string, string>>): Incoming {
  const { MsgType: kind = '', Event: event = '' } = fields
  if (kind === 'event' && event === 'kf_msg_or_event') {
    const { OpenKfId: account, Token: token } = fields
    if (!account) return { type: 'nothing' }
    return { type: 'bell', account, ...(token ? { token } : {}) }
  }
  const person = fields['FromUserName']
  // Events of the whole company come from `sys`, and a longer id than WeCom allows is none.
  if (!person || person === 'sys' || person.length > 64) return { type: 'nothing' }
  return kind === 'event' ? eventOf(fields, person, event) : messageOf(fields, person, kind)
}

function eventOf(fields: Readonly<Record<string, string>>, person: string, event: string): Incoming {
  switch (event) {
    case 'subscribe':
    case 'enter_agent':
      // Whoever opens the application again and again is greeted once, so this id has no time in it.
      return {
        type: 'arrival',
        arrival: { channel: channelName, person, id: hashed('joined', person), event: { type: 'joined' } },
      }
    case 'template_card_event': {
      const { TaskId: task, EventKey: value, ResponseCode: code } = fields
      if (!task || !value) return { type: 'nothing' }
      return { type: 'pressed', person, task, value, ...(code ? { code } : {}) }
    }
    default:
      return { type: 'nothing' }
  }
}

function messageOf(fields: Readonly<Record<string, string>>, person: string, kind: string): Incoming {
  const id = fields['MsgId'] ?? ''
  if (!/^\d{1,32}$/.test(id)) return { type: 'nothing' }
  const said = (text: string, spoken?: true): Incoming => ({
    type: 'arrival',
    arrival: {
      channel: channelName,
      person,
      id,
      event: { type: 'said', text: text.slice(0, longest), ...(spoken ? { spoken } : {}) },
    },
  })
  const unheard = (what: Unheard['what']): Incoming => ({
    type: 'arrival',
    arrival: { channel: channelName, person, id, event: { type: 'unheard', what } },
  })
  const { Content: content = '', Recognition: recognition = '' } = fields
  switch (kind) {
    case 'text':
      return content.trim() === '' ? { type: 'nothing' } : said(content)
    case 'voice':
      return recognition.trim() === '' ? unheard('voice') : said(recognition, true)
    case 'image':
    case 'video':
    case 'shortvideo':
      return unheard('picture')
    case 'file':
      return unheard('file')
    case 'location':
    case 'link':
      return unheard('other')
    default:
      return { type: 'nothing' }
  }
}

/** As much as the web chat takes in one message. WeCom itself sends 2048 bytes at most. */
const longest = 4000

/** An id for what brings none; hex, so that it looks like no MsgId and names nobody. */
export const hashed = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32)
