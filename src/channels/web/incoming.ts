import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Refused } from '../../base/index.ts'
import type { HandedFile } from '../../runtime/index.ts'

/** Most characters of one message (code points). Longer ones are refused whole, never cut. */
export const longest = 4000

const activity = z.object({
  type: z.string(),
  text: z.string().nullish(),
  attachments: z.array(z.unknown()).nullish(),
  channelData: z.unknown().optional(),
})
const marked = z.object({ clientActivityID: z.string().nullish() })
const messageId = z.string().regex(/^[\x21-\x7e]{1,128}$/)

/** One message as it is brought in. */
export interface Message {
  /** The client's own id of it. */
  readonly id: string
  /** Empty only where there are files. */
  readonly text: string
  readonly files: readonly HandedFile[]
}

/**
 * Reads a posted activity. `from`, `conversation` and the rest of what a client may claim about itself is not looked at:
 * who speaks is in the token.
 *
 * @returns nothing for activities that are no message (`typing`, `event`), which are let pass.
 * @param files what came beside it in an upload; attachments that are only named in the activity are not fetched.
 * @throws Refused `badRequest`, `emptyMessage`, `tooLong`, `notImplemented` (attachments without files)
 */
export function incoming(
  body: unknown,
  idempotencyKey: string | undefined,
  files: readonly HandedFile[] = [],
): Message | undefined {
  const read = activity.safeParse(body)
  if (!read.success) throw new Refused('badRequest')
  if (read.data.type !== 'message') {
    if (files.length > 0) throw new Refused('badRequest')
    return undefined
  }
  if (read.data.attachments?.length && files.length === 0) throw new Refused('notImplemented')
  const text = clean(read.data.text ?? '')
  if (text === '' && files.length === 0) throw new Refused('emptyMessage')
  if (text.length > longest && [...text].length > longest) throw new Refused('tooLong')
  return { id: idOf(read.data.channelData, idempotencyKey), text, files }
}

/** The client's own id makes a repeat harmless; without one, every request is a message of its own. */
function idOf(channelData: unknown, idempotencyKey: string | undefined): string {
  // Other clients keep other things in channelData, of any type.
  const data = typeof channelData === 'object' && channelData !== null && !Array.isArray(channelData) ? channelData : {}
  const read = marked.safeParse(data)
  if (!read.success) throw new Refused('badRequest')
  const named = read.data.clientActivityID ?? idempotencyKey
  if (named === undefined) return randomUUID()
  if (!messageId.safeParse(named).success) throw new Refused('badRequest')
  return named
}

/**
 * Takes out what nobody types: control characters but for line breaks and tabs, marks that turn the direction of writing
 * (they can make a text look like another one), the byte order mark. Half characters, which no database takes, become `�`.
 */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unwanted, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim()
}

const unwanted = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu
