import type { Conversations, LogRow, Seals, TurnWrite } from '../runtime/index.ts'
import { claimArrivals, claimWaiting, receive } from './arrivals.ts'
import { attach } from './attachments.ts'
import { record } from './audit-chain.ts'
import { openCase, reply } from './case-file.ts'
import { writeDrafts } from './drafts.ts'
import { type Db, type Engine, Undo } from './engine.ts'
import { noteGaps } from './gap-notes.ts'
import { entryAt, type SealedTurn, sealTurn, stateAt } from './seal-turn.ts'
import { sweepTalks } from './sweep-talks.ts'

/** Conversations and their turns. What is sealed is sealed before its transaction, and opened after. */
export function conversations(engine: Engine, seals: Seals): Conversations {
  const rowOf = (db: Db, channel: string, row: string) =>
    db
      .selectFrom('conversations')
      .select(['revision', 'life', 'state'])
      .where('channel', '=', channel)
      .where('person', '=', row)
      .executeTakeFirst()

  return {
    async load(thread) {
      const row = seals.row(thread)
      const found = await engine.read((db) => rowOf(db, thread.channel, row))
      if (!found) return { state: undefined, revision: 0 }
      const { revision, life, state } = found
      if (life === null || state === null) return { state: undefined, revision }
      return { state: JSON.parse(seals.talk(thread, life).open(state, stateAt(row, revision))), revision, life }
    },

    async commit(write) {
      const { arrival, revision } = write
      const row = seals.row(arrival)
      const life =
        revision === 0
          ? undefined
          : (write.life ?? (await engine.read((db) => rowOf(db, arrival.channel, row)))?.life ?? undefined)
      const sealed = sealTurn(seals, write, row, life)
      return engine.write((tx) => commit(tx, engine, write, sealed), true)
    },

    async log(thread, after, limit) {
      const row = seals.row(thread)
      const rows = await engine.read((db) =>
        db
          .selectFrom('log as l')
          .select(['l.seq', 'l.key', 'l.entry'])
          .where('l.channel', '=', thread.channel)
          .where('l.person', '=', row)
          .where('l.seq', '>', after)
          .orderBy('l.seq')
          .limit(limit)
          // A secret opens by itself; else life and lines are read at one moment, because a turn may change both.
          .$if(thread.secret === undefined, (lines) =>
            lines
              .innerJoin('conversations as c', (join) =>
                join.onRef('c.channel', '=', 'l.channel').onRef('c.person', '=', 'l.person'),
              )
              .select('c.life'),
          )
          .execute(),
      )
      const talk = rows[0] && seals.talk(thread, rows[0].life ?? '')
      // The entry was a LogEntry, with its time, when `sealTurn` sealed it.
      return rows.flatMap(({ seq, key, entry }) =>
        talk ? [{ seq, ...JSON.parse(talk.open(entry, entryAt(row, key))) } as LogRow] : [],
      )
    },

    claimArrivals: (limit, leaseSeconds) => claimArrivals(engine, seals, limit, leaseSeconds),
    claimWaiting: (thread, limit, leaseSeconds) => claimWaiting(engine, seals, thread, limit, leaseSeconds),
    waiting: (after, limit) =>
      engine.read((db) =>
        db
          .selectFrom('arrivals')
          .select(['n', 'person as row'])
          .where('waits', '=', 1)
          .where('n', '>', after)
          .orderBy('n')
          .limit(limit)
          .execute(),
      ),
    receive: (arrival) => engine.write((tx) => receive(tx, seals, arrival)),
    sweep: (at) => sweepTalks(engine, at),
  }
}

/** Locks are taken in one order everywhere: inbox, arrivals, conversation, numbers, cases by id, drafts, gaps by key, audit. */
async function commit(
  tx: Db,
  engine: Engine,
  write: TurnWrite,
  sealed: SealedTurn,
): Promise<'done' | 'seen' | 'stale'> {
  const { key } = sealed
  const first = await tx
    .insertInto('inbox')
    .values({ key, at: write.at.slice(0, 10) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  await tx.deleteFrom('arrivals').where('key', '=', key).execute()
  if (first.numInsertedOrUpdatedRows !== 1n) return 'seen'

  const last = await advance(tx, write, sealed)
  if (last === undefined) throw new Undo('stale')
  await say(tx, engine, write, sealed, last - write.log.length + 1)
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
async function advance(tx: Db, { revision, log }: TurnWrite, sealed: SealedTurn): Promise<number | undefined> {
  const { channel, row, wasLife, fields, mailbox } = sealed
  const written =
    revision === 0
      ? await tx
          .insertInto('conversations')
          .values({ channel, person: row, ...fields, mailbox, revision: 1, seq: log.length })
          .onConflict((conflict) => conflict.doNothing())
          .returning('seq')
          .executeTakeFirst()
      : await tx
          .updateTable('conversations')
          .set((eb) => ({ ...fields, revision: revision + 1, seq: eb('seq', '+', log.length) }))
          .where('channel', '=', channel)
          .where('person', '=', row)
          .where('revision', '=', revision)
          .where('life', wasLife === undefined ? 'is' : '=', wasLife ?? null)
          .returning('seq')
          .executeTakeFirst()
  return written?.seq
}

/** Puts what was heard and said into the log and, where clients do not read the log, what was said into the outbox. */
async function say(tx: Db, engine: Engine, write: TurnWrite, sealed: SealedTurn, from: number): Promise<void> {
  const { channel, row: person } = sealed
  if (write.forgets) await tx.deleteFrom('log').where('channel', '=', channel).where('person', '=', person).execute()
  const rows = sealed.log.map((line, n) => ({ ...line, seq: from + n }))
  if (rows.length === 0) return
  await tx
    .insertInto('log')
    .values(rows.map(({ key, entry, seq }) => ({ channel, person, seq, key, entry })))
    .execute()
  const tasks = rows.flatMap(({ key, task, seq }) => (task ? [{ key, task, seq }] : []))
  if (tasks.length === 0) return
  await tx
    .insertInto('outbox')
    .values(
      tasks.map(({ key, task, seq }) => ({
        key,
        channel,
        person,
        seq,
        task,
        tries: 0,
        fence: 0,
        due: engine.now,
        dead: 0,
      })),
    )
    .execute()
}

/** The cases something was added to, in the order they are locked. */
function added({ replies, attachments }: TurnWrite): readonly string[] {
  return [...new Set([...replies, ...attachments].map((each) => each.case))].sort()
}
