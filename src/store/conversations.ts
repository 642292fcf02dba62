import type { Conversations, LogEntry, LogRow, Thread, TurnWrite } from '../runtime/index.ts'
import { claimArrivals, receive } from './arrivals.ts'
import { attach } from './attachments.ts'
import { record } from './audit-chain.ts'
import { openCase, reply } from './case-file.ts'
import { writeDrafts } from './drafts.ts'
import { type Db, type Engine, Undo } from './engine.ts'
import { noteGaps } from './gap-notes.ts'
import { inboxKey } from './inbox-key.ts'

/** Conversations and their turns. */
export function conversations(engine: Engine): Conversations {
  return {
    load: ({ channel, person }) =>
      engine.read(async (db) => {
        const row = await db
          .selectFrom('conversations')
          .select(['state', 'revision'])
          .where('channel', '=', channel)
          .where('person', '=', person)
          .executeTakeFirst()
        return row ? { state: JSON.parse(row.state), revision: row.revision } : { state: undefined, revision: 0 }
      }),

    commit: (write) => engine.write((tx) => commit(tx, engine, write), true),

    log: ({ channel, person }, after, limit) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('log')
          .select(['seq', 'key', 'entry', 'at'])
          .where('channel', '=', channel)
          .where('person', '=', person)
          .where('seq', '>', after)
          .orderBy('seq')
          .limit(limit)
          .execute()
        // The entry was a LogEntry when `commit` wrote it.
        return rows.map(({ entry, ...row }) => ({ ...row, ...JSON.parse(entry) }) as LogRow)
      }),

    claimArrivals: (limit, leaseSeconds) => claimArrivals(engine, limit, leaseSeconds),
    receive: (arrival) => engine.write((tx) => receive(tx, arrival)),
  }
}

/** Locks are taken in one order everywhere: inbox, arrivals, conversation, numbers, cases by id, drafts, gaps by key, audit. */
async function commit(tx: Db, engine: Engine, write: TurnWrite): Promise<'done' | 'seen' | 'stale'> {
  const key = inboxKey(write.arrival)
  const first = await tx
    .insertInto('inbox')
    .values({ key, at: write.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  await tx.deleteFrom('arrivals').where('key', '=', key).execute()
  if (first.numInsertedOrUpdatedRows !== 1n) return 'seen'

  const last = await advance(tx, write)
  if (last === undefined) throw new Undo('stale')
  await say(tx, engine, write, last - write.log.length + 1)
  if (write.newCase) await openCase(tx, write.newCase, write.at)
  for (const caseId of added(write)) {
    const messages = write.replies.filter((each) => each.case === caseId).map(({ message }) => message)
    const files = write.attachments.filter((each) => each.case === caseId)
    if (messages.length > 0) await reply(tx, caseId, messages, write.at)
    if (files.length > 0) await attach(tx, caseId, files, write.at)
  }
  for (const caseId of [...write.receiptsKept].sort())
    await tx.updateTable('cases').set({ receipt_nonce: null }).where('id', '=', caseId).execute()
  if (write.drafts) await writeDrafts(tx, write.drafts)
  await noteGaps(tx, write.gaps, write.at)
  await record(tx, write.audit, write.at)
  return 'done'
}

/** Writes the new state over the one that was read. @returns the last log number of the conversation; absent if it is stale. */
async function advance(tx: Db, { arrival, revision, state, log }: TurnWrite): Promise<number | undefined> {
  const thread: Thread = { channel: arrival.channel, person: arrival.person }
  const text = JSON.stringify(state)
  const row =
    revision === 0
      ? await tx
          .insertInto('conversations')
          .values({ ...thread, state: text, revision: 1, seq: log.length })
          .onConflict((conflict) => conflict.doNothing())
          .returning('seq')
          .executeTakeFirst()
      : await tx
          .updateTable('conversations')
          .set((eb) => ({ state: text, revision: revision + 1, seq: eb('seq', '+', log.length) }))
          .where('channel', '=', thread.channel)
          .where('person', '=', thread.person)
          .where('revision', '=', revision)
          .returning('seq')
          .executeTakeFirst()
  return row?.seq
}

/** Puts what was heard and said into the log and, where clients do not read the log, what was said into the outbox. */
async function say(tx: Db, engine: Engine, { arrival, log, push, at }: TurnWrite, from: number): Promise<void> {
  const { channel, person } = arrival
  const rows = log.map((entry, n) => ({ entry, seq: from + n }))
  if (rows.length === 0) return
  await tx
    .insertInto('log')
    .values(rows.map(({ entry, seq }) => ({ channel, person, seq, key: entry.key, entry: body(entry), at })))
    .execute()
  const tasks = rows.flatMap(({ entry, seq }) => (push && entry.from === 'bot' ? [{ entry, seq }] : []))
  if (tasks.length === 0) return
  await tx
    .insertInto('outbox')
    .values(
      tasks.map(({ entry, seq }) => ({
        key: entry.key,
        channel,
        person,
        seq,
        say: JSON.stringify(entry.say),
        case_id: entry.case ?? null,
        draft_id: entry.draft ?? null,
        tries: 0,
        fence: 0,
        due: engine.now,
        dead: 0,
      })),
    )
    .execute()
}

function body({ key: _, ...entry }: LogEntry): string {
  return JSON.stringify(entry)
}

/** The cases something was added to, in the order they are locked. */
function added({ replies, attachments }: TurnWrite): readonly string[] {
  return [...new Set([...replies, ...attachments].map((each) => each.case))].sort()
}
