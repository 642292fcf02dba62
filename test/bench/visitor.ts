import { Agent, request } from 'node:http'
import { WebSocket } from 'ws'

/** A person with the chat page open: their own address, one kept connection, and a stream on which answers come. */
export interface Visitor {
  /** Says it. @returns milliseconds until the answer stood on the stream, and whether it cites. */
  ask(text: string): Promise<{ readonly ms: number; readonly cited: boolean }>
  leave(): void
}

/** Any JSON call over one kept connection from one local address. */
export function caller(port: number, address: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress: address })
  return {
    close: () => agent.destroy(),
    call<Body>(method: string, path: string, token?: string, body?: unknown): Promise<Body> {
      const sent = body === undefined ? '' : JSON.stringify(body)
      return new Promise((resolve, reject) => {
        const out = request(
          {
            agent,
            host: '127.0.0.1',
            port,
            method,
            path,
            headers: {
              ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(sent),
            },
          },
          (answer) => {
            let text = ''
            answer.setEncoding('utf8').on('data', (more: string) => {
              text += more
            })
            answer.on('end', () =>
              (answer.statusCode ?? 500) < 300
                ? resolve(JSON.parse(text) as Body)
                : reject(new Error(`${path}: ${answer.statusCode} ${text}`)),
            )
          },
        )
        out.on('error', reject)
        out.end(sent)
      })
    },
  }
}

interface Came {
  readonly from: { readonly role: string }
  readonly channelData: { readonly cites?: readonly unknown[] }
}

/** @param n makes the address: each visitor comes from another one, as people do, and is limited alone. */
export async function visitor(port: number, n: number): Promise<Visitor> {
  const { call, close } = caller(port, `127.0.${1 + Math.floor(n / 200)}.${1 + (n % 200)}`)
  const { token } = await call<{ token: string }>('POST', '/v3/directline/tokens/generate')
  const opened = await call<{ conversationId: string; streamUrl: string }>(
    'POST',
    '/v3/directline/conversations',
    token,
  )
  const stream = new WebSocket(opened.streamUrl)
  let came: (one: Came) => void = () => undefined
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject)
    stream.on('message', (data) => {
      const { activities } = JSON.parse(String(data)) as { activities?: readonly Came[] }
      for (const one of activities ?? [])
        if (one.from.role === 'bot') {
          came(one)
          resolve()
        }
    })
  })
  return {
    async ask(text) {
      const start = performance.now()
      const answered = new Promise<Came>((resolve) => {
        came = resolve
      })
      await call('POST', `/v3/directline/conversations/${opened.conversationId}/activities`, token, {
        type: 'message',
        text,
      })
      const { channelData } = await answered
      return { ms: performance.now() - start, cited: (channelData.cites?.length ?? 0) > 0 }
    },
    leave() {
      stream.close()
      close()
    },
  }
}
