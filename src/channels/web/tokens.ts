import { createHmac, timingSafeEqual } from 'node:crypto'
import { Refused } from '../../base/index.ts'
import type { Clock } from '../../runtime/index.ts'

/** `chat` opens every request of a conversation; `stream` only its websocket, because that one travels in a URL. */
export type Use = keyof typeof lifetimes

/**
 * Seconds. A chat token outlives a night, since a phone that slept must find its half-filled form again. A stream token is
 * used at once or not at all.
 */
export const lifetimes = { chat: 24 * 3600, stream: 120 } as const

export interface Tokens {
  issue(conversation: string, use: Use): string
  /** @returns the conversation the token is bound to. @throws Refused `badToken` if it is forged, expired or for another use. */
  open(token: string, use: Use): string
}

/** Tokens are `conversation.use.expiry.signature`: nothing is stored, so they live through a restart and on any replica. */
export function tokens(secret: Buffer, now: Clock): Tokens {
  const sign = (body: string) => createHmac('sha256', secret).update(`qingwen-web-token:${body}`).digest('base64url')
  const seconds = () => Math.floor(Date.parse(now()) / 1000)
  return {
    issue(conversation, use) {
      const body = `${conversation}.${use}.${seconds() + lifetimes[use]}`
      return `${body}.${sign(body)}`
    },
    open(token, use) {
      const match = shape.exec(token)
      if (!match) throw new Refused('badToken')
      const [, body = '', conversation = '', usedFor, until, signature = ''] = match
      const honest = timingSafeEqual(Buffer.from(sign(body)), Buffer.from(signature))
      if (!honest || usedFor !== use || Number(until) <= seconds()) throw new Refused('badToken')
      return conversation
    },
  }
}

// 43 characters of base64url are the 32 bytes of SHA-256; both sides of timingSafeEqual then have one length.
const shape = /^(([\w-]{22})\.(chat|stream)\.(\d{9,12}))\.([\w-]{43})$/
