import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { Refused } from '../../base/index.ts'
import type { Chats } from './conversations.ts'
import { watermarkOf } from './directline.ts'
import type { Chat, Tokens } from './tokens.ts'

export interface Streams {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Something was committed in this conversation. */
  nudge(conversation: string): void
  close(): void
}

interface Feed {
  readonly socket: WebSocket
  /** With its secret, for as long as the socket is open and no longer. */
  readonly chat: Chat
  /** Last sequence number sent. */
  sent: number
  pumping: boolean
  again: boolean
  /** Has answered since the last ping. */
  alive: boolean
}

// Proxies drop silent connections after 60 s; the same beat finds rows that another replica committed.
const beat = 20_000
const feedsPerConversation = 8
const feedsInAll = 5_000

/** The websocket half: each client gets every row after its watermark once and in order, because a feed is only ever a read of the log. */
export function streams({
  chats,
  passes,
  onFault,
}: {
  readonly chats: Chats
  readonly passes: Tokens
  onFault(error: unknown): void
}): Streams {
  // Clients only ever send empty messages, to see whether the line still stands.
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false })
  const feeds = new Map<string, Set<Feed>>()

  /** Sends what is new. Runs once at a time for each feed; a nudge in between makes it look again. */
  async function pump(feed: Feed): Promise<void> {
    feed.again = true
    if (feed.pumping) return
    feed.pumping = true
    try {
      while (feed.again && feed.socket.readyState === feed.socket.OPEN) {
        feed.again = false
        const { activities, watermark, full } = await chats.after(feed.chat, feed.sent)
        if (activities.length > 0) feed.socket.send(JSON.stringify({ activities, watermark: String(watermark) }))
        feed.sent = watermark
        if (full) feed.again = true
      }
    } catch (error) {
      onFault(error)
      // 1011: our fault. The client comes back with its watermark.
      feed.socket.close(1011)
    } finally {
      feed.pumping = false
    }
  }

  function accept(socket: WebSocket, chat: Chat, watermark: number): void {
    const conversation = chat.id
    const leave = chats.attend(chat)
    const feed: Feed = { socket, chat, sent: watermark, pumping: false, again: false, alive: true }
    const others = feeds.get(conversation) ?? new Set()
    const oldest = [...others][0]
    if (oldest && others.size >= feedsPerConversation) oldest.socket.terminate()
    // In the set before the first read, so that nothing committed meanwhile is missed.
    feeds.set(conversation, others.add(feed))
    socket.on('pong', () => {
      feed.alive = true
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      leave()
      others.delete(feed)
      if (others.size === 0 && feeds.get(conversation) === others) feeds.delete(conversation)
    })
    void pump(feed)
  }

  const timer = setInterval(() => {
    for (const feed of [...feeds.values()].flatMap((each) => [...each])) {
      if (!feed.alive) feed.socket.terminate()
      feed.alive = false
      feed.socket.ping()
      void pump(feed)
    }
  }, beat).unref()

  return {
    upgrade(request, socket, head) {
      const [address = '', query = ''] = (request.url ?? '').split('?', 2)
      const conversation = path.exec(address)?.[1]
      if (!conversation) return false
      socket.on('error', () => socket.destroy())
      open(conversation, new URLSearchParams(query)).then(
        ({ chat, watermark }) => server.handleUpgrade(request, socket, head, (ws) => accept(ws, chat, watermark)),
        (error: unknown) => {
          if (!(error instanceof Refused)) onFault(error)
          turnAway(socket, error instanceof Refused ? error.status : 500)
        },
      )
      return true
    },
    nudge(conversation) {
      for (const feed of feeds.get(conversation) ?? []) void pump(feed)
    },
    close() {
      clearInterval(timer)
      for (const each of feeds.values()) for (const feed of each) feed.socket.close(1001)
      // A client that does not answer the farewell must not keep the process.
      setTimeout(() => {
        for (const client of server.clients) client.terminate()
      }, 2000).unref()
      server.close()
    },
  }

  async function open(conversation: string, query: URLSearchParams): Promise<{ chat: Chat; watermark: number }> {
    const token = query.get('t')
    if (!token) throw new Refused('noToken')
    const chat = passes.open(token, 'stream')
    if (chat.id !== conversation) throw new Refused('forbidden')
    const watermark = watermarkOf(query.get('watermark') ?? '')
    if (server.clients.size >= feedsInAll) throw new Refused('tooMany')
    await chats.mustExist(chat)
    return { chat, watermark }
  }
}

const path = /^\/v3\/directline\/conversations\/([\w-]{22})\/stream$/

function turnAway(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}
