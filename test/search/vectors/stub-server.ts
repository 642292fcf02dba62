import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the stub was asked. */
export interface Asked {
  readonly path: string
  readonly authorization: string
  readonly body: { readonly model: string; readonly input: readonly string[]; readonly encoding_format: string }
}

export interface Stub {
  readonly baseUrl: string
  readonly asked: readonly Asked[]
  close(): Promise<void>
}

export type Answering = (response: ServerResponse, asked: Asked, nth: number) => void

/** An embedding server on this machine that answers as the test says. */
export async function stubServer(answering: Answering): Promise<Stub> {
  const asked: Asked[] = []
  const server = createServer((request: IncomingMessage, response) => {
    let text = ''
    request.on('data', (part) => {
      text += part
    })
    request.on('end', () => {
      const here = {
        path: request.url ?? '',
        authorization: request.headers.authorization ?? '',
        body: text === '' ? { model: '', input: [], encoding_format: '' } : JSON.parse(text),
      }
      asked.push(here)
      answering(response, here, asked.length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // Listening on an address of this machine, so it is one.
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** As a well-behaved server would: a vector of four dimensions from the letters of each text. */
export const wellBehaved: Answering = (response, { body }) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ data: body.input.map((text, index) => ({ index, embedding: lettersOf(text) })) }))
}

/** How often each of four characters stands in a text. */
export function lettersOf(text: string): number[] {
  return ['备', '诬', '澄', '报'].map((letter) => text.split(letter).length - 0.9)
}
