import type { IncomingMessage } from 'node:http'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { type Refusal, Refused } from '../base/index.ts'

/** What an upload holds: its text parts by name, those that came, and the files. Name and type are what the sender claims. */
export interface Upload {
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[]
}

/** What one upload may bring. Bytes. */
export interface UploadBounds {
  readonly files: number
  readonly eachFile: number
  readonly together: number
  /** Text parts that are read, also when they are sent as files; others are passed over. */
  readonly fields: readonly string[]
  readonly eachField: number
  /** What too large a file, and too many of them, are refused as. */
  readonly tooLarge: Refusal
  readonly tooMany: Refusal
}

/** Bytes held for uploads under way: several can come at once, the memory is one. */
export interface Hands {
  hold(bytes: number): boolean
}

/** @param most bytes all uploads under way may hold together. @returns hands for one upload, and how to let go of what they hold. */
export function openHands(most: number): () => Hands & { letGo(): void } {
  let all = 0
  return () => {
    let mine = 0
    return {
      hold(bytes) {
        all += bytes
        mine += bytes
        return all <= most
      },
      letGo() {
        all -= mine
        mine = 0
      },
    }
  }
}

/**
 * A sender who is turned away at once while still sending mostly never hears why, because the line is cut under them. So
 * this much is read and thrown away first; whoever sends more has no page of ours.
 */
const mostHeardOut = 64 * 1024 * 1024

/** Room for what stands between the parts. Bytes. */
const between = 64 * 1024

/**
 * Reads `multipart/form-data`, holding no more than may come in. The bytes stay in memory until they are written where they
 * belong: nothing lies in a temporary folder.
 *
 * @param hands what all uploads of this process hold together; the caller lets go of it when its answer is out.
 * @throws Refused `unsupported`, `tooLong` for a text part, `uploadBroken`, `tooMany` while hands are full, and what the bounds say
 */
export function readUpload(request: IncomingMessage, hands: Hands, bounds: UploadBounds): Promise<Upload> {
  const mostInAll = bounds.together + bounds.eachField * bounds.fields.length + between
  return new Promise((resolve, reject) => {
    const parser = parserOf(request, bounds)
    const files: Upload['files'][number][] = []
    const fields: Record<string, string> = {}
    let refused: Refused | undefined
    let seen = 0

    /** Nothing more is kept, but the sender is heard out. */
    function refuse(code: Refusal): void {
      if (refused) return
      refused = new Refused(code, code === 'tooMany' ? { retryAfter: 5 } : {})
      files.length = 0
      request.unpipe(parser)
      parser.destroy()
      if (request.readableEnded) reject(refused)
      else request.resume()
    }

    function keep(field: string, stream: BusboyFileStream, name: unknown, type: unknown): void {
      const chunks: Buffer[] = []
      let size = 0
      const isText = bounds.fields.includes(field)
      const most = isText ? bounds.eachField : bounds.eachFile
      const tooMuch = isText ? 'tooLong' : bounds.tooLarge
      stream.on('data', (chunk: Buffer) => {
        if (refused) return
        size += chunk.length
        if (size > most) refuse(tooMuch)
        else if (!hands.hold(chunk.length)) refuse('tooMany')
        else chunks.push(chunk)
      })
      // Without an ear for it, a part cut short would end the process.
      stream.on('error', () => refuse('uploadBroken'))
      stream.on('end', () => {
        if (refused) return
        const bytes = Buffer.concat(chunks)
        if (isText) fields[field] = bytes.toString()
        else if (files.length === bounds.files) refuse(bounds.tooMany)
        else files.push({ name: text(name), type: text(type), bytes })
      })
    }

    parser.on('file', (field, stream, name, _encoding, type) => keep(field, stream, name, type))
    parser.on('field', (field, value, _cutName, cut) => {
      if (!bounds.fields.includes(field)) return
      if (cut) refuse('tooLong')
      else fields[field] = value
    })
    parser.on('partsLimit', () => refuse(bounds.tooMany))
    parser.on('error', () => refuse('uploadBroken'))
    parser.on('finish', () => {
      if (!refused) resolve({ fields, files })
    })
    request.on('data', (chunk: Buffer) => {
      seen += chunk.length
      if (seen > mostInAll) refuse(bounds.tooLarge)
      if (seen > mostHeardOut) reject(refused)
    })
    request.on('end', () => {
      if (refused) reject(refused)
    })
    // Cut off in the middle: nobody is left to be told, and nothing was kept.
    request.on('close', () => reject(refused ?? new Refused('uploadBroken')))
    request.on('error', () => reject(new Refused('uploadBroken')))
    request.pipe(parser)
  })
}

function parserOf(request: IncomingMessage, bounds: UploadBounds): BusboyInstance {
  const type = request.headers['content-type'] ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new Refused('unsupported')
  try {
    return new Busboy({
      headers: { ...request.headers, 'content-type': type },
      // Two more than are read, so that one too many is told from a flood.
      limits: {
        fieldSize: bounds.eachField,
        parts: bounds.files + bounds.fields.length + 2,
        headerPairs: 20,
        headerSize: 16 * 1024,
      },
    })
  } catch {
    throw new Refused('uploadBroken')
  }
}

/** What a part's header holds, or fails to hold, whatever the types promise. */
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
