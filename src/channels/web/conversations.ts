import { randomBytes } from 'node:crypto'
import { maskCodes, Refused } from '../../base/index.ts'
import type { Arrival, Conversations, LogRow, Thread } from '../../runtime/index.ts'
import { type Activity, activityId, toActivity } from './activity.ts'
import type { Message } from './incoming.ts'
import type { Chat } from './tokens.ts'

/** What the web chat asks of the rest of the house. */
export interface Backing {
  /** Takes one arrival through its turn; resolves once it is committed, or was committed before. @throws Refused */
  take(arrival: Arrival): Promise<unknown>
  log: Conversations['log']
  /** Takes what came for the person while they were not here. Never throws for what cannot be taken. */
  collect(thread: Thread): Promise<unknown>
  /** Notes that the person is connected. @returns to be called when they are not any more. */
  attend(thread: Thread): () => void
  /** The receipt of a case, until the person has shown to hold it. */
  showReceipt(caseId: string): Promise<string | undefined>
  /** The code of a draft, while it may be shown again. */
  showDraftCode(draftId: string): Promise<string | undefined>
  /** Public address (`https://chat.example.cn`) for stream URLs and citations; without it, streams go to the address the request came to. */
  readonly origin?: string
}

/** What the endpoints and the stream know of conversations. Ids are 128 random bits, so one cannot be met by guessing. */
export interface Chats {
  fresh(): Chat
  /** Opens it and lets the bot greet; a repeat changes nothing. */
  start(chat: Chat): Promise<void>
  /** @throws Refused `notFound` if it was never started, or nobody has come back to it for so long that it is gone. */
  mustExist(chat: Chat): Promise<void>
  /** Brings one message in. @returns its activity id, once it is committed. @throws Refused */
  say(chat: Chat, message: Message): Promise<string>
  /** Activities after a watermark, at most 100, and the watermark to go on from. */
  after(chat: Chat, watermark: number): Promise<Batch>
  /** The person listens from now on. @returns to be called when they do not any more. */
  attend(chat: Chat): () => void
}

export interface Batch {
  readonly activities: readonly Activity[]
  readonly watermark: number
  /** There may be more at once. */
  readonly full: boolean
}

/** True for what could be a conversation of this server. */
export const looksLikeOne = (id: string) => /^[\w-]{22}$/.test(id)

const batch = 100

// Conversations whose last sequence number is remembered, to spare reads; forgetting one costs a read and nothing else.
const remembered = 10_000

export function conversations({ take, log, collect, attend, origin, ...codes }: Backing, channel: string): Chats {
  const latest = new Map<string, number>()
  const threadOf = ({ id, secret }: Chat): Thread => ({ channel, person: id, secret })

  function remember(id: string, seq: number): void {
    const known = latest.get(id) ?? 0
    // Put in again, so that the least used stands first and is the one to go.
    latest.delete(id)
    latest.set(id, Math.max(seq, known))
    const oldest = latest.keys().next()
    if (latest.size > remembered && !oldest.done) latest.delete(oldest.value)
  }

  /** Finds the row of a message just committed; it is near the end, unless this is a late repeat. */
  async function rowOf(arrival: Arrival, from: number): Promise<LogRow | undefined> {
    for (let after = from; ; ) {
      const rows = await log(arrival, after, batch)
      const row = rows.find((each) => each.from === 'person' && each.clientId === arrival.id)
      const last = rows.at(-1)
      if (last) remember(arrival.person, last.seq)
      if (row || rows.length < batch || !last) return row
      after = last.seq
    }
  }

  return {
    fresh: () => ({ id: randomBytes(16).toString('base64url'), secret: randomBytes(32).toString('base64url') }),
    attend: (chat) => attend(threadOf(chat)),

    async start(chat) {
      const { id } = chat
      // The inbox keeps ids unique in the whole channel, so every id carries its conversation in front; the blank keeps
      // ours apart from any a client may choose.
      await take({ ...threadOf(chat), id: `${id}/ joined`, event: { type: 'joined' } })
      remember(id, 0)
    },

    async mustExist(chat) {
      const { id } = chat
      if (latest.has(id)) return
      const rows = await log(threadOf(chat), 0, 1)
      if (rows.length === 0) throw new Refused('notFound')
      remember(id, 1)
    },

    async say(chat, message) {
      const { id } = chat
      const arrival: Arrival = {
        ...threadOf(chat),
        id: `${id}/${message.id}`,
        event: {
          type: 'said',
          text: message.text,
          ...(message.files.length > 0 ? { files: message.files } : {}),
        },
      }
      const before = latest.get(id) ?? 0
      // An officer's question came before what is said now.
      await collect(threadOf(chat))
      await take(arrival)
      const row = (await rowOf(arrival, before)) ?? (before > 0 ? await rowOf(arrival, 0) : undefined)
      // One id for two different messages: the second was not taken, and saying it was would lose it.
      if (row?.from === 'person' && !same(row, message)) throw new Refused('badRequest')
      return row ? activityId(id, row.seq) : arrival.id
    },

    async after(chat, watermark) {
      const { id } = chat
      await collect(threadOf(chat))
      const rows = await log(threadOf(chat), watermark, batch)
      const activities: Activity[] = []
      for (const row of rows) activities.push(await toActivity(row, id, codes, origin))
      const last = rows.at(-1)
      if (last) remember(id, last.seq)
      return { activities, watermark: last?.seq ?? watermark, full: rows.length === batch }
    },
  }
}

/** As far as the log tells: codes are masked in it, and of files only how many there were can be compared. */
const same = (row: Extract<LogRow, { from: 'person' }>, { text, files }: Message): boolean =>
  maskCodes(row.text) === maskCodes(text) && (row.files?.length ?? 0) === files.length
