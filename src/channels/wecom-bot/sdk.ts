import type { TemplateCard, WSClient, WsFrame } from '@wecom/aibot-node-sdk'

export type { TemplateCard }

/** How to reach the bot. `url` absent: the vendor's own address. */
export interface BotAccess {
  readonly id: string
  readonly secret: string
  readonly url?: string
}

/** What happens to a line. `lost` comes at most once and last; nothing is tried again by the line itself. */
export interface LineEars {
  /** Signed in; from now on messages come. */
  open(): void
  /** A message or event as it came; not looked at yet. */
  came(frame: unknown): void
  lost(why: Lost): void
}

/** `evicted`: another connection of the same bot took over. `refused`: id or secret are wrong. `mute`: connected, but nobody answered. */
export type Lost = 'cut' | 'evicted' | 'refused' | 'mute'

/** One connection. Every sending resolves when the other side has taken it. @throws Unsent */
export interface Line {
  stream(reqId: string, content: Stream, card?: TemplateCard): Promise<void>
  welcome(reqId: string, text: string): Promise<void>
  updateCard(reqId: string, card: TemplateCard, user: string): Promise<void>
  push(chat: string, body: Pushed): Promise<void>
  close(): void
}

export interface Stream {
  readonly id: string
  /** At most 20,480 bytes of UTF-8. */
  readonly text: string
  readonly finish: boolean
  /** Lets the person's thumb be told apart; only with the first frame. */
  readonly feedback?: string
}

export type Pushed = { readonly markdown: string } | { readonly card: TemplateCard }

/** Was not taken. `unsure`: it may have arrived all the same, because only the acknowledgement is missing. Holds no content. */
export class Unsent extends Error {
  override readonly name = 'Unsent'
  readonly unsure: boolean
  /** The vendor's `errcode`, where there is one. */
  readonly code: number | undefined
  /** The same again in a minute may well be taken. */
  get passing(): boolean {
    return this.code !== undefined && passing.has(this.code)
  }
  constructor(unsure: boolean, code?: number) {
    super(code === undefined ? (unsure ? 'no acknowledgement' : 'no connection') : `errcode ${code}`)
    this.unsure = unsure
    this.code = code
  }
}

/** System busy, and the two of sending too fast. */
const passing: ReadonlySet<number> = new Set([-1, 45009, 846607])

/** Longest wait for the handshake and then for the answer to signing in; the kit itself would wait for ever. */
const SIGN_IN_MS = 15_000

/**
 * Opens one connection with the official kit, https://github.com/WecomTeam/aibot-node-sdk 1.0.7 (read 2026-11-30).
 *
 * Its mistakes that are kept in here: its own logger prints every message, so it gets one that says nothing; it never
 * notices that signing in is not answered; after `disconnect` the old socket's late end breaks the next connection, so
 * that a client is never used twice and does not reconnect by itself; an answer of the vendor that says no is thrown as
 * a plain object; an acknowledgement is matched by `req_id` alone.
 *
 * @param heartbeatMs two beats without an answer end the line.
 */
export async function openLine(access: BotAccess, ears: LineEars, heartbeatMs = 30_000): Promise<Line> {
  const { WSClient } = await import('@wecom/aibot-node-sdk')
  const client = new WSClient({
    botId: access.id,
    secret: access.secret,
    ...(access.url === undefined ? {} : { wsUrl: access.url }),
    // We connect anew with a new client, so the kit's own tries are switched off.
    maxReconnectAttempts: 0,
    maxAuthFailureAttempts: 0,
    heartbeatInterval: heartbeatMs,
    logger: silent,
    // No frame of theirs has more than a few kilobytes; 1 MB is far above and bounds what a stranger could make us hold.
    wsOptions: { handshakeTimeout: SIGN_IN_MS, maxPayload: 1024 * 1024 },
  })
  let over = false
  const lose = (why: Lost) => {
    if (over) return
    over = true
    clearTimeout(signIn)
    ears.lost(why)
    client.disconnect()
  }
  const signIn = setTimeout(() => lose('mute'), SIGN_IN_MS)
  client.on('authenticated', () => {
    clearTimeout(signIn)
    ears.open()
  })
  client.on('message', (frame) => ears.came(frame))
  client.on('event', (frame) => ears.came(frame))
  client.on('event.disconnected_event', () => lose('evicted'))
  client.on('disconnected', () => lose('cut'))
  client.on('error', (error) => {
    // The only way the kit tells a wrong secret from a lost network.
    if (error.message.startsWith('Authentication failed')) lose('refused')
  })
  client.connect()
  return {
    stream: (reqId, { id, text, finish, feedback }, card) =>
      sent(
        card === undefined
          ? client.replyStream(frameOf(reqId), id, text, finish, undefined, feedbackOf(feedback))
          : client.replyStreamWithCard(frameOf(reqId), id, text, finish, { templateCard: card }),
      ),
    welcome: (reqId, text) => sent(client.replyWelcome(frameOf(reqId), { msgtype: 'text', text: { content: text } })),
    updateCard: (reqId, card, user) => sent(client.updateTemplateCard(frameOf(reqId), card, [user])),
    push: (chat, body) =>
      sent(
        client.sendMessage(
          chat,
          'card' in body
            ? { msgtype: 'template_card', template_card: body.card }
            : { msgtype: 'markdown', markdown: { content: body.markdown } },
        ),
      ),
    close() {
      over = true
      clearTimeout(signIn)
      client.disconnect()
    },
  }
}

const frameOf = (reqId: string) => ({ headers: { req_id: reqId } })
const feedbackOf = (id: string | undefined) => (id === undefined ? undefined : { id })

async function sent(sending: Promise<WsFrame | unknown>): Promise<void> {
  try {
    await sending
  } catch (error) {
    if (error instanceof Error) throw new Unsent(/ack timeout|cancelled/.test(error.message))
    const code = typeof error === 'object' && error !== null && 'errcode' in error ? error.errcode : undefined
    throw new Unsent(false, typeof code === 'number' ? code : -1)
  }
}

/** The kit writes whole messages to its log. */
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

/** What a test may hold against the kit's own type. */
export type Client = WSClient
