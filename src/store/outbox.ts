import { Refused } from '../base/index.ts'
import type { Outbox, Seals, Task } from '../runtime/index.ts'
import type { Db, Engine } from './engine.ts'
import { type TaskBody, taskAt } from './seal-turn.ts'
import type { Tables } from './tables.ts'

/** Replies waiting to be pushed, sealed. A finished one is deleted; its words stay in the log. */
export function outbox(engine: Engine, seals: Seals): Outbox {
  const opened = (rows: readonly Tables['outbox'][]) => rows.map((row) => asTask(seals, row))
  return {
    async claim(limit, leaseSeconds, closed = []) {
      const waiting = await engine.read((db) =>
        db
          .selectFrom('outbox')
          .select('key')
          .where('dead', '=', 0)
          .where('due', '<=', engine.now)
          .$if(closed.length > 0, (query) => query.where('channel', 'not in', closed))
          .limit(1)
          .executeTakeFirst(),
      )
      return waiting ? opened(await engine.write((tx) => claim(tx, engine, limit, leaseSeconds, closed))) : []
    },

    finish: (task) =>
      engine.write(async (tx) => {
        const done = await tx
          .deleteFrom('outbox')
          .where('key', '=', seals.tag(task.key))
          .where('fence', '=', task.fence)
          .executeTakeFirst()
        if (done.numDeletedRows !== 1n) throw new Refused('stale')
      }),

    retry: (task, afterSeconds, why, dead) =>
      engine.write(async (tx) => {
        const done = await tx
          .updateTable('outbox')
          .set((eb) => ({
            due: eb(engine.now, '+', Math.round(afterSeconds * 1000)),
            fence: eb('fence', '+', 1),
            why: why.slice(0, 200),
            dead: dead ? 1 : 0,
          }))
          .where('key', '=', seals.tag(task.key))
          .where('fence', '=', task.fence)
          .executeTakeFirst()
        if (done.numUpdatedRows !== 1n) throw new Refused('stale')
      }),

    hurry: async (thread) => {
      const { channel } = thread
      const person = seals.row(thread)
      const waiting = (db: Db) =>
        db
          .selectFrom('outbox')
          .select('key')
          .where('channel', '=', channel)
          .where('person', '=', person)
          .where('dead', '=', 0)
          // What somebody has in hand now is left alone: `why` stands only between a failed attempt and the next one.
          .where('why', 'is not', null)
          .where('due', '>', engine.now)
      if (!(await engine.read((db) => waiting(db).limit(1).executeTakeFirst()))) return
      await engine.write(async (tx) => {
        await tx.updateTable('outbox').set({ due: engine.now }).where('key', 'in', waiting(tx)).execute()
      }, true)
    },

    dead: () =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('outbox')
          .selectAll()
          .where('dead', '=', 1)
          .orderBy('due')
          .orderBy('key')
          .execute()
        return rows.map((row) => ({ ...asTask(seals, row), ...(row.why === null ? {} : { why: row.why }) }))
      }),

    revive: (key) =>
      engine.write(async (tx) => {
        const done = await tx
          .updateTable('outbox')
          .set((eb) => ({ dead: 0, tries: 0, why: null, due: engine.now, fence: eb('fence', '+', 1) }))
          .where('key', '=', seals.tag(key))
          .where('dead', '=', 1)
          .executeTakeFirst()
        return done.numUpdatedRows === 1n
      }),

    drop: (key) =>
      engine.write(async (tx) => {
        const done = await tx
          .deleteFrom('outbox')
          .where('key', '=', seals.tag(key))
          .where('dead', '=', 1)
          .executeTakeFirst()
        return done.numDeletedRows === 1n
      }),

    waiting: () =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('outbox')
          .select((eb) => ['channel', eb.fn.countAll().as('count')])
          .where('dead', '=', 0)
          .groupBy('channel')
          .execute()
        return Object.fromEntries(rows.map(({ channel, count }) => [channel, Number(count)]))
      }),
  }
}

/** Only the first open reply of a conversation is handed out; a dead one is not open and holds nothing up. */
async function claim(tx: Db, engine: Engine, limit: number, seconds: number, closed: readonly string[]) {
  const heads = await tx
    .selectFrom('outbox as o')
    .select('o.key')
    .where('o.dead', '=', 0)
    .where('o.due', '<=', engine.now)
    .$if(closed.length > 0, (query) => query.where('o.channel', 'not in', closed))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('outbox as before')
            .select('before.key')
            .whereRef('before.channel', '=', 'o.channel')
            .whereRef('before.person', '=', 'o.person')
            .whereRef('before.seq', '<', 'o.seq')
            .where('before.dead', '=', 0),
        ),
      ),
    )
    .orderBy('o.due')
    .orderBy('o.key')
    .limit(limit)
    // Locked rows are another worker's heads at this moment; the fence, not this lock, decides who may finish.
    .$if(engine.rowLocks, (query) => query.forUpdate('o').skipLocked())
    .execute()
  if (heads.length === 0) return []
  const keys = heads.map((head) => head.key)
  const rows = await tx
    .updateTable('outbox')
    .set((eb) => ({
      due: eb(engine.now, '+', Math.round(seconds * 1000)),
      tries: eb('tries', '+', 1),
      fence: eb('fence', '+', 1),
      why: null,
    }))
    .where('key', 'in', keys)
    .returningAll()
    .execute()
  return rows.sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key))
}

function asTask(seals: Seals, { channel, person: row, key, task, tries, fence }: Tables['outbox']): Task {
  // Sealed with its turn and nowhere else.
  const body = JSON.parse(seals.house(row).open(task, taskAt(row, key))) as TaskBody
  return { channel, ...body, tries, fence }
}
