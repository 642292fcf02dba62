import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/**
 * Stands in for WeCom's side of the 智能机器人 long connection, as the official kit speaks it (@wecom/aibot-node-sdk
 * 1.0.7) and https://developer.work.weixin.qq.com/document/path/101463 describes it: signing in, one connection a bot,
 * messages and events with a request id, replies that are acknowledged, messages sent unasked.
 */
export interface AibotServer {
  readonly url: string
  /** Every frame the bot sent but for its heartbeats, in order. */
  readonly frames: Sent[]
  /** How often somebody signed in, and how often that was refused. */
  readonly signIns: { good: number; bad: number }
  /** What the people of a chat see of the bot, in order; a stream that is not finished stands in `open`. */
  seen(chat: string): readonly Seen[]
  /** Streams of a chat that still turn. */
  open(chat: string): readonly string[]
  /** Resolves when a bot is signed in. */
  connected(): Promise<void>
  /** A person writes. Resolves when the bot's side has the frame. @returns its request id. */
  text(user: string, content: string, more?: Partial<Message>): Promise<string>
  message(body: Readonly<Record<string, unknown>>): Promise<string>
  event(user: string, event: Readonly<Record<string, unknown>>, more?: Partial<Message>): Promise<string>
  /** Sends something as it is, well formed or not. */
  raw(text: string): Promise<void>
  /** How it takes what the bot sends, from now on. `never`: no acknowledgement. A number is an `errcode`. */
  mood: Mood
  /** Only for replies to a message; `mood` holds where this is absent. */
  replyMood: Mood | undefined
  /** Cuts the bot's connection without a word. */
  cut(): void
  /** No one can connect while it is set. */
  shut: boolean
  /** Signing in is heard and not answered. */
  mute: boolean
  close(): Promise<void>
}

export type Mood = 'good' | 'never' | number
export interface Message {
  readonly msgid: string
  readonly chatid: string
  readonly chattype: 'single' | 'group'
}
export interface Sent {
  readonly cmd: string
  readonly reqId: string
  readonly body: Body
}
/** What the kit sends, as far as a test looks at it. */
export interface Body {
  readonly stream?: {
    readonly id: string
    readonly content: string
    readonly finish?: boolean
    readonly feedback?: { readonly id: string }
  }
  readonly template_card?: Card
  readonly text?: { readonly content: string }
  readonly markdown?: { readonly content: string }
  readonly msgtype?: string
  readonly chatid: string
}
export interface Seen {
  readonly text: string
  /** A template card, as it was last shown. */
  readonly card?: Card
}
export interface Card {
  readonly card_type: string
  readonly task_id: string
  readonly main_title?: { readonly title: string }
  readonly horizontal_content_list?: readonly { readonly keyname: string; readonly value: string }[]
  readonly button_list?: readonly { readonly text: string; readonly key: string }[]
  readonly checkbox?: { readonly option_list: readonly { readonly id: string; readonly text: string }[] }
}

export const botId = 'aib-test'
export const botSecret = 'a secret of the test bot'

let ids = 0

export async function aibotServer(): Promise<AibotServer> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  let bot: WebSocket | undefined
  let arrived: (() => void)[] = []
  const frames: Sent[] = []
  const shown = new Map<string, { seen: Seen; done: boolean }[]>()
  const streams = new Map<string, { seen: Seen; done: boolean }>()
  const chats = new Map<string, string>()
  const cards = new Map<string, { seen: Seen; done: boolean }>()
  const put = (chat: string, seen: Seen, done = true) => {
    const one = { seen, done }
    const list = shown.get(chat) ?? []
    shown.set(chat, [...list, one])
    if (seen.card) cards.set(seen.card.task_id, one)
    return one
  }

  /** What the vendor does with a frame it takes. @returns an errcode where it cannot. */
  function take({ cmd, reqId, body }: Sent): number {
    const chat = chats.get(reqId)
    switch (cmd) {
      case 'aibot_respond_msg': {
        if (chat === undefined) return 846605
        if (body.stream === undefined) return 40008
        const { id, content, finish } = body.stream
        const key = `${reqId}/${id}`
        const known = streams.get(key)
        if (known?.done) return 846608
        if (Buffer.byteLength(content) > 20_480) return 40058
        const one = known ?? put(chat, { text: content }, false)
        streams.set(key, one)
        if (finish) {
          // It stands where it was finished, for a test that counts what came since.
          const list = shown.get(chat) ?? []
          shown.set(chat, [...list.filter((each) => each !== one), one])
        }
        Object.assign(one, { seen: { text: content }, done: finish })
        if (body.template_card) put(chat, { text: '', card: body.template_card })
        return 0
      }
      case 'aibot_respond_welcome_msg':
        if (chat === undefined) return 846605
        put(chat, { text: body.text?.content ?? '' })
        return 0
      case 'aibot_respond_update_msg': {
        const card = body.template_card as Card
        const one = cards.get(card.task_id)
        if (one) one.seen = { text: '', card }
        return one ? 0 : 40058
      }
      case 'aibot_send_msg':
        put(
          body.chatid,
          body.msgtype === 'markdown'
            ? { text: body.markdown?.content ?? '' }
            : { text: '', card: body.template_card as Card },
        )
        return 0
      default:
        return 40058
    }
  }

  server.on('connection', (socket) => {
    if (self.shut) return socket.terminate()
    // Many messages at once each wait for their pong.
    socket.setMaxListeners(0)
    socket.on('error', () => undefined)
    socket.on('message', (data) => {
      const { cmd, headers, body } = JSON.parse(String(data))
      const reqId: string = headers.req_id
      const answer = (errcode: number, errmsg = errcode === 0 ? 'ok' : 'no') =>
        socket.send(JSON.stringify({ headers: { req_id: reqId }, errcode, errmsg }))
      if (cmd === 'ping') return answer(0)
      if (cmd === 'aibot_subscribe') {
        if (self.mute) return
        if (body.bot_id !== botId || body.secret !== botSecret) {
          self.signIns.bad++
          return answer(40001, 'invalid credential')
        }
        self.signIns.good++
        const before = bot
        bot = socket
        if (before && before.readyState === before.OPEN) {
          before.send(frameOf('aibot_event_callback', 'evict', eventOf('system', { eventtype: 'disconnected_event' })))
          before.close()
        }
        answer(0)
        for (const tell of arrived) tell()
        arrived = []
        return
      }
      const sent = { cmd, reqId, body }
      frames.push(sent)
      const mood = (cmd === 'aibot_respond_msg' ? self.replyMood : undefined) ?? self.mood
      if (mood === 'never') return
      answer(mood === 'good' ? take(sent) : mood)
    })
    socket.on('close', () => {
      if (bot === socket) bot = undefined
    })
  })

  const send = async (text: string) => {
    await self.connected()
    const to = bot
    if (!to) throw new Error('no bot is connected')
    to.send(text)
    // A pong comes after what was sent before it was looked at.
    const heard = once(to, 'pong')
    to.ping()
    await Promise.race([heard, once(to, 'close')])
  }
  const call = async (cmd: string, body: Readonly<Record<string, unknown>> & { from?: unknown; chatid?: unknown }) => {
    const reqId = `req-${++ids}`
    const { userid } = body.from as { userid: string } // every message of the stand-in has a sender
    chats.set(reqId, typeof body.chatid === 'string' ? body.chatid : userid)
    await send(frameOf(cmd, reqId, body))
    return reqId
  }

  const self: AibotServer = {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server's address is never a string
    frames,
    signIns: { good: 0, bad: 0 },
    seen: (chat) => (shown.get(chat) ?? []).filter((one) => one.done).map((one) => one.seen),
    open: (chat) => (shown.get(chat) ?? []).filter((one) => !one.done).map((one) => one.seen.text),
    connected: () => (bot ? Promise.resolve() : new Promise((resolve) => arrived.push(resolve))),
    text: (user, content, more = {}) =>
      call('aibot_msg_callback', { ...from(user, more), msgtype: 'text', text: { content } }),
    message: (body) => call('aibot_msg_callback', body),
    event: (user, event, more = {}) => call('aibot_event_callback', { ...eventOf(user, event), ...more }),
    raw: send,
    mood: 'good',
    replyMood: undefined,
    cut: () => bot?.terminate(),
    shut: false,
    mute: false,
    async close() {
      for (const client of server.clients) client.terminate()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return self
}

/** What every message of a person has. */
export const from = (user: string, more: Partial<Message> = {}) => ({
  msgid: `msg-${++ids}`,
  aibotid: botId,
  chattype: 'single' as const,
  from: { userid: user },
  ...more,
})

const eventOf = (user: string, event: Readonly<Record<string, unknown>>) => ({
  ...from(user),
  create_time: 1_790_000_000,
  msgtype: 'event',
  event,
})

const frameOf = (cmd: string, reqId: string, body: unknown) => JSON.stringify({ cmd, headers: { req_id: reqId }, body })
