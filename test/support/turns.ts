import { createHash } from 'node:crypto'
import type { Conversation } from '../../src/dialogue/index.ts'
import type {
  CaseWrite,
  NewCase,
  NewSealedFile,
  Sealed,
  SealedCase,
  SealedMessage,
  Thread,
  TurnWrite,
} from '../../src/runtime/index.ts'

export const at = '2026-11-21T09:00:00+08:00'

/** A conversation after `turn` messages, with something to tell it by. */
export function talked(turn: number, area?: string): Conversation {
  return { v: 1, turn, drafts: [], misses: 0, used: [], ...(area === undefined ? {} : { area }) }
}

/** A turn with one message in and one reply out; `id` names the arrival and, with the channel, the log keys. */
export function turn(thread: Thread, id: string, revision: number, more: Partial<TurnWrite> = {}): TurnWrite {
  return {
    arrival: { ...thread, id },
    revision,
    state: talked(revision + 1),
    log: [
      { key: `${thread.channel}/${id}/in`, from: 'person', text: `第 ${revision + 1} 句` },
      { key: `${thread.channel}/${id}/0`, from: 'bot', say: { type: 'say', text: `回第 ${revision + 1} 句` } },
    ],
    push: false,
    replies: [],
    attachments: [],
    receiptsKept: [],
    gaps: [],
    audit: [],
    at,
    ...more,
  }
}

/** A form handed in by `thread`; its receipt's look-up id is `receipt:<id>`. */
export function handedIn(thread: Thread, id: string, more: Partial<NewCase> = {}): NewCase {
  return {
    id,
    kind: 'report',
    state: 'received',
    letter: 'R',
    sealed: { body: asSealed(`body of ${id} by ${named(thread)}`), head: bytes(`head of ${id}`) },
    reporterKey: bytes(`key of ${id}`),
    receiptId: `receipt:${id}`,
    receiptNonce: `nonce:${id}`,
    ...more,
  }
}

/** Tells people apart without their names, which must not be found in what counts as sealed. */
const named = ({ person }: Thread) => createHash('sha256').update(person).digest('hex')

const bytes = (text: string): Uint8Array => Buffer.from(text)

/** What a store is given instead of words. It cannot tell that nothing here was sealed: to it, bytes are bytes. */
export const asSealed = (text: string): Sealed => ({
  locked: bytes(text),
  keys: [
    { to: 'local/report/1', sealed: bytes(`key of ${text}`) },
    { to: 'reporter', sealed: bytes(`other key of ${text}`) },
  ],
})

let messages = 0

/** A message as a store is given it; its text is found again by `textOf`. */
export function asMessage(from: SealedMessage['from'], text: string): SealedMessage {
  return { id: `m${++messages}`, from, content: asSealed(text) }
}

export const textOf = ({ content }: Pick<SealedMessage, 'content'>): string => Buffer.from(content.locked).toString()

/** A file as a store is given it. */
export function asFile(id: string, more: Partial<NewSealedFile> = {}): NewSealedFile {
  const { locked, keys } = asSealed(`file ${id}`)
  return { id, case: 'c1', face: bytes(`face of ${id}`), locked, keys, ...more }
}

/** An officer's deed on a case they hold, written over the case as they saw it. */
export function deed(seen: SealedCase, officer: string, key: string, more: Partial<CaseWrite> = {}): CaseWrite {
  return {
    key,
    number: seen.number,
    officer,
    fence: seen.fence,
    revision: seen.revision,
    state: 'accepted',
    closed: false,
    audit: { who: `officer:${officer}`, what: 'case.accepted', object: seen.number },
    at,
    ...more,
  }
}
