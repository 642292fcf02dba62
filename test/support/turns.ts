import type { Conversation } from '../../src/dialogue/index.ts'
import type { Case, CaseWrite, NewCase, Thread, TurnWrite } from '../../src/runtime/index.ts'

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
    thread,
    form: {
      flow: 'report',
      edition: '1',
      answers: {
        what: { is: 'given', value: '一件事', said: '一件事', turn: 3 },
        when: { is: 'unknown', said: '不知道', turn: 4 },
      },
      findings: [],
    },
    receiptId: `receipt:${id}`,
    receiptNonce: `nonce:${id}`,
    ...more,
  }
}

/** An officer's deed on a case they hold, written over the case as they saw it. */
export function deed(seen: Case, officer: string, key: string, more: Partial<CaseWrite> = {}): CaseWrite {
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
