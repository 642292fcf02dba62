import { WebSocket } from 'ws'
import type { Activity } from '../../src/channels/web/activity.ts'

export interface Opened {
  readonly conversationId: string
  readonly token: string
  readonly streamUrl: string
}

/** A plain Direct Line client for tests: fetch and ws, no retries, nothing hidden. */
export function line(url: string) {
  const base = `${url}/v3/directline`
  const call = (method: string, path: string, token?: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${base}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  return {
    call,
    /** A started conversation. */
    async open(): Promise<Opened> {
      const { token } = (await (await call('POST', '/tokens/generate')).json()) as { token: string }
      return (await (await call('POST', '/conversations', token)).json()) as Opened
    },
    async say(chat: Opened, text: string, clientActivityID?: string): Promise<Response> {
      const channelData = clientActivityID === undefined ? {} : { channelData: { clientActivityID } }
      return call('POST', `/conversations/${chat.conversationId}/activities`, chat.token, {
        type: 'message',
        from: { id: 'somebody-else' },
        text,
        ...channelData,
      })
    },
    async read(chat: Opened, watermark = ''): Promise<{ activities: Activity[]; watermark: string }> {
      const path = `/conversations/${chat.conversationId}/activities?watermark=${watermark}`
      return (await (await call('GET', path, chat.token)).json()) as { activities: Activity[]; watermark: string }
    },
  }
}

export interface Stream {
  readonly activities: Activity[]
  /** Resolves once `count` activities have come. */
  until(count: number): Promise<Activity[]>
  readonly closed: Promise<number>
  readonly socket: WebSocket
}

/** Listens on a stream. Rejects with the status if the server turns the upgrade away. */
export function listen(streamUrl: string): Promise<Stream> {
  const socket = new WebSocket(streamUrl)
  const activities: Activity[] = []
  let check: () => void = () => undefined
  socket.on('message', (data) => {
    activities.push(...(JSON.parse(String(data)) as { activities: Activity[] }).activities)
    check()
  })
  const closed = new Promise<number>((done) => socket.on('close', done))
  return new Promise((done, fail) => {
    socket.on('unexpected-response', (_request, response) => {
      fail(new Error(`status ${response.statusCode}`))
      socket.terminate()
    })
    socket.on('error', fail)
    socket.on('open', () =>
      done({
        activities,
        socket,
        closed,
        until: (count) =>
          new Promise((enough) => {
            check = () => {
              if (activities.length >= count) enough(activities)
            }
            check()
          }),
      }),
    )
  })
}
