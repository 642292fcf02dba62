import { promisify } from 'node:util'
import type { Entry, ZipFile } from 'yauzl'
import { Refused } from '../base/index.ts'

/** What a package may hold: a real docx has some twenty parts, and all its XML together is a few megabytes. */
const most = { parts: 2000, declared: 300 * 1024 * 1024, part: 48 * 1024 * 1024, read: 80 * 1024 * 1024 } as const

/**
 * The wanted parts of a zip, inflated, by name. Names, counts and sizes are checked first, and what really comes out is
 * counted, because a bomb lies about its size.
 *
 * @throws Refused textBroken, textHostile or textLocked
 */
export async function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { fromBuffer } = await import('yauzl')
  const open = promisify<Buffer, object, ZipFile>(fromBuffer)
  try {
    const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      validateEntrySizes: true,
      strictFileNames: true,
    })
    const entries = await list(zip)
    const parts = new Map<string, Uint8Array>()
    let read = 0
    for (const entry of entries) {
      if (!wanted(entry.fileName) || parts.has(entry.fileName)) continue
      const part = await inflate(zip, entry, Math.min(most.part, most.read - read))
      read += part.byteLength
      parts.set(entry.fileName, part)
    }
    return parts
  } catch (error) {
    if (error instanceof Refused) throw error
    // yauzl has no codes; a part that goes on after its declared size is a bomb and no accident.
    const isLie = error instanceof Error && error.message.startsWith('too many bytes')
    throw new Refused(isLie ? 'textHostile' : 'textBroken', { cause: error })
  }
}

function list(zip: ZipFile): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    let declared = 0
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      declared += entry.uncompressedSize
      if (entries.length > most.parts || declared > most.declared) reject(new Refused('textHostile'))
      else if (entry.isEncrypted()) reject(new Refused('textLocked'))
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

function inflate(zip: ZipFile, entry: Entry, bound: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (entry.uncompressedSize > bound) {
      reject(new Refused('textHostile'))
      return
    }
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error)
        return
      }
      const chunks: Buffer[] = []
      let length = 0
      stream.on('error', reject)
      stream.on('data', (chunk: Buffer) => {
        length += chunk.byteLength
        chunks.push(chunk)
        if (length > bound) {
          stream.destroy()
          reject(new Refused('textHostile'))
        }
      })
      stream.on('end', () => resolve(Buffer.concat(chunks)))
    })
  })
}
