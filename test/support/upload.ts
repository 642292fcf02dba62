import { request } from 'node:http'
import type { Opened } from './line.ts'

/** One part of an upload as it goes over the wire. */
export interface Part {
  readonly name: string
  readonly filename?: string
  readonly type?: string
  readonly content: Buffer | string
}

export const file = (filename: string, content: Buffer | string, type = 'image/jpeg'): Part => ({
  name: 'file',
  filename,
  type,
  content,
})

export const activity = (text: string, clientActivityID?: string, more: object = {}): Part => ({
  name: 'activity',
  filename: 'blob',
  type: 'application/vnd.microsoft.activity',
  content: JSON.stringify({
    type: 'message',
    text,
    ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
    ...more,
  }),
})

const boundary = 'xxQingwenBoundaryxx'

/** A multipart body written by hand, so that it can be wrong. */
export function multipart(parts: readonly Part[], end = `--${boundary}--\r\n`): Buffer {
  const pieces = parts.flatMap(({ name, filename, type, content }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n${type === undefined ? '' : `Content-Type: ${type}\r\n`}\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...pieces, Buffer.from(end)])
}

export const formType = `multipart/form-data; boundary=${boundary}`

/** Where a conversation takes files. */
export const uploadOf = (url: string, { conversationId }: Opened) =>
  `${url}/v3/directline/conversations/${conversationId}/upload?userId=me`

export async function upload(url: string, chat: Opened, body: Buffer, headers: Record<string, string> = {}) {
  return fetch(uploadOf(url, chat), {
    method: 'POST',
    headers: { authorization: `Bearer ${chat.token}`, 'content-type': formType, ...headers },
    body: new Uint8Array(body),
  })
}

/** Sends piece after piece without saying how much it will be. @returns status and code, or `cut` if the line broke first. */
export function uploadInPieces(
  url: string,
  chat: Opened,
  pieces: Iterable<Buffer>,
  stopAfter = Number.POSITIVE_INFINITY,
): Promise<string> {
  return new Promise((done) => {
    const sending = request(uploadOf(url, chat), {
      method: 'POST',
      headers: { authorization: `Bearer ${chat.token}`, 'content-type': formType },
    })
    let sent = 0
    let answered = false
    sending.on('response', (answer) => {
      answered = true
      let body = ''
      answer.on('data', (chunk) => {
        body += chunk
      })
      answer.on('end', () => {
        sending.destroy()
        done(`${answer.statusCode} ${(JSON.parse(body) as { code: string }).code}`)
      })
    })
    sending.on('error', () => {
      if (!answered) done('cut')
    })
    const next = pieces[Symbol.iterator]()
    const pump = (): void => {
      for (;;) {
        if (answered || sending.destroyed) return
        if (sent >= stopAfter) return void sending.destroy()
        const piece = next.next()
        if (piece.done) return void sending.end()
        sent += piece.value.length
        if (!sending.write(piece.value)) return void sending.once('drain', pump)
      }
    }
    pump()
  })
}
