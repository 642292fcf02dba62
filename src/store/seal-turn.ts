import { keptUntil, type LogEntry, type Seals, type Task, type Thread, type TurnWrite } from '../runtime/index.ts'
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
  readonly mailbox: string | null
  readonly log: readonly { readonly key: string; readonly entry: Buffer; readonly task?: Buffer }[]
}

/** Seals a turn. @param life of the conversation as it was read; absent: it gets a new one. */
export function sealTurn(seals: Seals, write: TurnWrite, row: string, life: string | undefined): SealedTurn {
  const { arrival, revision, state, at } = write
  const now = life === undefined || write.forgets ? seals.life() : life
  const talk = seals.talk(arrival, now)
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
    mailbox: revision === 0 && arrival.secret !== undefined ? seals.mailbox(arrival.secret) : null,
    log: write.log.map((entry) => {
      const key = seals.tag(entry.key)
      return {
        key,
        entry: Buffer.from(talk.seal(JSON.stringify({ ...entry, at }), entryAt(row, key))),
        ...(write.push && entry.from === 'bot' ? { task: taskOf(seals, entry, arrival, row, key) } : {}),
      }
    }),
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
