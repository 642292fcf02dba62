import type { IncomingMessage } from 'node:http'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { Refused } from '../../base/index.ts'
import { fileBounds, type HandedFile } from '../../runtime/index.ts'

/** What an upload holds: the activity as JSON text, where there is one, and the files. */
export interface Upload {
  readonly activity: string | undefined
  readonly files: readonly HandedFile[]
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

/** An activity is a message of at most 4000 characters and some marks. Bytes. */
const mostActivity = 256 * 1024
/** Everything together: the files, the activity, and room for what stands between the parts. Bytes. */
const mostInAll = fileBounds.together + mostActivity + 64 * 1024
/**
 * A sender who is turned away at once while still sending mostly never hears why, because the line is cut under them. So
 * this much is read and thrown away first; whoever sends more has no page of ours.
 */
const mostHeardOut = 64 * 1024 * 1024

/**
 * Reads `multipart/form-data` as the official client sends it (a part `activity`, parts `file`), holding no more than may come
 * in. The bytes stay in memory until the turn has written them: nothing lies in a temporary folder.
 *
 * @param hands what all uploads of this process hold together; the caller lets go of it when its answer is out.
 * @throws Refused `unsupported`, `fileTooLarge`, `fileTooMany`, `tooLong`, `uploadBroken`, `tooMany` while hands are full
 */
export function readUpload(request: IncomingMessage, hands: Hands): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const parser = parserOf(request)
    const files: HandedFile[] = []
    let activity: string | undefined
    let refused: Refused | undefined
    let seen = 0

    /** Nothing more is kept, but the sender is heard out. */
    function refuse(code: ConstructorParameters<typeof Refused>[0]): void {
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
      const most = field === 'activity' ? mostActivity : fileBounds.each
      const tooMuch = field === 'activity' ? 'tooLong' : 'fileTooLarge'
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
        if (field === 'activity') activity = bytes.toString()
        else if (files.length === fileBounds.count) refuse('fileTooMany')
        else files.push({ name: text(name), type: text(type), bytes })
      })
    }

    parser.on('file', (field, stream, name, _encoding, type) => keep(field, stream, name, type))
    parser.on('field', (field, value, _cutName, cut) => {
      if (field !== 'activity') return
      if (cut) refuse('tooLong')
      else activity = value
    })
    parser.on('partsLimit', () => refuse('fileTooMany'))
    parser.on('error', () => refuse('uploadBroken'))
    parser.on('finish', () => {
      if (!refused) resolve({ activity, files })
    })
    request.on('data', (chunk: Buffer) => {
      seen += chunk.length
      if (seen > mostInAll) refuse('fileTooLarge')
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

function parserOf(request: IncomingMessage): BusboyInstance {
  const type = request.headers['content-type'] ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new Refused('unsupported')
  try {
    return new Busboy({
      headers: { ...request.headers, 'content-type': type },
      // The official client sends the activity as a blob, others as a field.
      limits: { fieldSize: mostActivity, parts: fileBounds.count + 3, headerPairs: 20, headerSize: 16 * 1024 },
    })
  } catch {
    throw new Refused('uploadBroken')
  }
}

/** What a part's header holds, or fails to hold, whatever the types promise. */
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
