import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { Refused } from '../../base/index.ts'
import type { Clock } from '../../runtime/index.ts'

/** `chat` opens every request of a conversation; `stream` only its websocket, because that one travels in a URL. */
export type Use = keyof typeof lifetimes

/**
 * Seconds. A chat token outlives a night, since a phone that slept must find its half-filled form again. A stream token is
 * used at once or not at all.
 */
export const lifetimes = { chat: 24 * 3600, stream: 120 } as const

/** A conversation of the web chat and the secret it is sealed under, which only its tokens carry. */
export interface Chat {
  readonly id: string
  /** 43 characters of base64url: 256 random bits. */
  readonly secret: string
}

export interface Tokens {
  issue(chat: Chat, use: Use): string
  /** @returns the conversation the token is bound to. @throws Refused `badToken` if it is forged, expired or for another use. */
  open(token: string, use: Use): Chat
}

/**
 * Tokens are `conversation.use.expiry.secret`, the last sealed and bound to the rest, so that every letter counts. Nothing is
 * stored, so they live through a restart and on any replica, and the official client needs no header but its own. Who
 * finds an old one (in a browser, in a proxy's log) and has the database needs the server key as well.
 */
export function tokens(key: Buffer, now: Clock): Tokens {
  // A key of its own for each conversation: nonces are drawn by chance, and no key may meet one twice.
  const keyOf = (id: string) => createHmac('sha256', key).update(`qingwen-web-token:${id}`).digest()
  const seconds = () => Math.floor(Date.parse(now()) / 1000)
  return {
    issue({ id, secret }, use) {
      const body = `${id}.${use}.${seconds() + lifetimes[use]}`
      const nonce = randomBytes(nonceSize)
      const aes = createCipheriv('aes-256-gcm', keyOf(id), nonce, { authTagLength: tagSize }).setAAD(Buffer.from(body))
      const sealed = Buffer.concat([nonce, aes.update(Buffer.from(secret, 'base64url')), aes.final(), aes.getAuthTag()])
      return `${body}.${sealed.toString('base64url')}`
    },
    open(token, use) {
      const match = shape.exec(token)
      if (!match) throw new Refused('badToken')
      const [, body = '', id = '', usedFor, until, sealed = ''] = match
      const secret = opened(keyOf(id), body, Buffer.from(sealed, 'base64url'))
      if (!secret || usedFor !== use || Number(until) <= seconds()) throw new Refused('badToken')
      return { id, secret: secret.toString('base64url') }
    },
  }
}

const nonceSize = 12
const tagSize = 16

function opened(key: Buffer, body: string, sealed: Buffer): Buffer | undefined {
  const nonce = sealed.subarray(0, nonceSize)
  const aes = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagSize }).setAAD(Buffer.from(body))
  aes.setAuthTag(sealed.subarray(-tagSize))
  const secret = aes.update(sealed.subarray(nonceSize, -tagSize))
  try {
    aes.final()
  } catch {
    return undefined
  }
  return secret
}

// 80 characters of base64url are 60 bytes, nonce, secret and tag, with no bit left over that could be changed unseen.
const shape = /^(([\w-]{22})\.(chat|stream)\.(\d{9,12}))\.([\w-]{80})$/
