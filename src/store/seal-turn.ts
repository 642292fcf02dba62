import { keptUntil, type LogEntry, type Seals, type Task, type Thread, type TurnWrite } from '../runtime/index.ts'
import { whoAt } from './arrivals.ts'
import { inboxKey } from './inbox-key.ts'
import type { TalkTable } from './tables.ts'

/** A turn as it goes into the tables: nothing anybody said, and nobody's name. */
export interface SealedTurn {
  /** Of the arrival, in the inbox. */
  readonly key: string
  readonly channel: string
  readonly row: string
  /** Absent where none was read: there was no conversation, or only its address. */
  readonly wasLife: string | undefined
  readonly fields: Pick<TalkTable, 'forms' | 'until' | 'life' | 'state'>
  /** Written with the first turn only. */
  readonly address: Pick<TalkTable, 'mailbox' | 'who'>
  readonly log: readonly { readonly key: string; readonly entry: Buffer; readonly task?: Buffer }[]
  /** The conversation of the case that is handed in, by its row; its address where it is another than this. */
  readonly caseThread?: { readonly channel: string; readonly person: string }
  readonly caseAddress?: Pick<TalkTable, 'mailbox' | 'who'>
}

/** Seals a turn. @param life of the conversation as it was read; absent: it gets a new one. */
export function sealTurn(seals: Seals, write: TurnWrite, row: string, life: string | undefined): SealedTurn {
  const { arrival, revision, state, at, newCase } = write
  const now = life === undefined || write.forgets ? seals.life() : life
  const talk = seals.talk(arrival, now)
  const caseRow = newCase && rowOfCase(seals, newCase.thread, arrival, row)
  return {
    key: inboxKey(seals, arrival),
    channel: arrival.channel,
    row,
    wasLife: life,
    fields: {
      forms: (state.frame ? 1 : 0) + state.drafts.length,
      until: keptUntil(arrival, at),
      life: now,
      state: Buffer.from(talk.seal(JSON.stringify(state), stateAt(row, revision + 1))),
    },
    address: revision === 0 ? addressOf(seals, arrival, row) : { mailbox: null, who: null },
    log: write.log.map((entry) => {
      const key = seals.tag(entry.key)
      return {
        key,
        entry: Buffer.from(talk.seal(JSON.stringify({ ...entry, at }), entryAt(row, key))),
        ...(write.push && entry.from === 'bot' ? { task: taskOf(seals, entry, arrival, row, key) } : {}),
      }
    }),
    ...(newCase && caseRow !== undefined ? { caseThread: { channel: newCase.thread.channel, person: caseRow } } : {}),
    ...(newCase && caseRow !== undefined && caseRow !== row
      ? { caseAddress: addressOf(seals, newCase.thread, caseRow) }
      : {}),
  }
}

/** Where the state of a revision stands: an older one put back in its place does not open. */
export const stateAt = (row: string, revision: number) =>
  ({ table: 'conversations', row, field: `state ${revision}` }) as const
export const entryAt = (row: string, key: string) => ({ table: 'log', row, field: key }) as const
export const taskAt = (row: string, key: string) => ({ table: 'outbox', row, field: key }) as const

/** What a task is besides what the worker counts. */
export type TaskBody = Omit<Task, 'channel' | 'tries' | 'fence'>

function taskOf(
  seals: Seals,
  { key: name, say, case: about, draft }: Extract<LogEntry, { from: 'bot' }>,
  { person }: Thread,
  row: string,
  key: string,
): Buffer {
  const body: TaskBody = {
    person,
    key: name,
    say,
    ...(about === undefined ? {} : { case: about }),
    ...(draft === undefined ? {} : { draft }),
  }
  return Buffer.from(seals.house(row).seal(JSON.stringify(body), taskAt(row, key)))
}

/** How somebody can be told later: through their secret, or by the channel's own id for them. */
function addressOf(seals: Seals, { person, secret }: Thread, row: string): Pick<TalkTable, 'mailbox' | 'who'> {
  return secret === undefined
    ? { mailbox: null, who: Buffer.from(seals.house(row).seal(person, whoAt(row))) }
    : { mailbox: seals.mailbox(secret), who: null }
}

/** A case is nearly always of the conversation it is handed in from; its thread carries no secret. */
function rowOfCase(seals: Seals, thread: Thread, arrival: Thread, row: string): string {
  const same = thread.channel === arrival.channel && thread.person === arrival.person
  return same ? row : seals.row(thread)
}
