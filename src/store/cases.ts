import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Cases, CaseWrite, SealedCase, Seals, SeenCases, Sight } from '../runtime/index.ts'
import { tell } from './arrivals.ts'
import { record } from './audit-chain.ts'
import { addMessages, readCase } from './case-file.ts'
import { addStep, readClocks, writeClocks } from './case-life.ts'
import { listCases, orderCases } from './case-list.ts'
import { dayOf } from './coarse-times.ts'
import { type Db, type Engine, Undo } from './engine.ts'
import { buffer } from './sealed.ts'
import { inSight } from './sight.ts'
import { noDay } from './tables.ts'
import { tally } from './tally.ts'
import { wall, wallOf } from './walls.ts'

/** Cases and the claims on them: for the house itself, and for one officer only what is in sight. */
export function cases(engine: Engine, seals: Seals): Cases {
  const find = (column: 'id' | 'receipt_id', value: string) =>
    engine.read(async (db) => {
      const row = await db.selectFrom('cases').selectAll().where(column, '=', value).executeTakeFirst()
      return row && readCase(db, row)
    })

  return {
    ...seenCases(engine, seals),
    seenBy: (sight) => seenCases(engine, seals, sight),
    byId: (id) => find('id', id),
    byReceipt: (receiptId) => find('receipt_id', receiptId),

    receiptNonce: (caseId) =>
      engine.read(async (db) => {
        const row = await db.selectFrom('cases').select('receipt_nonce').where('id', '=', caseId).executeTakeFirst()
        return row?.receipt_nonce ?? undefined
      }),

    reporterKey: (caseId, key) =>
      engine.write(async (tx) => {
        await tx
          .updateTable('cases')
          .set({ reporter_key: buffer(key) })
          .where('id', '=', caseId)
          .where('reporter_key', 'is', null)
          .execute()
      }),

    undated: (after, limit) => engine.read((db) => undated(db, after, limit)),
    date: (id, nearest) => engine.write((tx) => date(tx, id, nearest)),
  }
}

/** Every statement here carries the condition of sight: there is no second place where it could be forgotten. */
function seenCases(engine: Engine, seals: Seals, seen?: Sight): SeenCases {
  return {
    list: (query) => engine.read((db) => listCases(db, query, seen)),
    order: (query, newest) => engine.read((db) => orderCases(db, query, newest === true, seen)),
    tally: (today) => engine.read((db) => tally(db, today, seen)),
    some: (ids) =>
      engine.read(async (db) => {
        if (ids.length === 0) return []
        const rows = await db
          .selectFrom('cases')
          .selectAll()
          .where('id', 'in', [...ids])
          .where(inSight(seen))
          .execute()
        return Promise.all(rows.map((row) => readCase(db, row)))
      }),
    byNumber: (number) =>
      engine.read(async (db) => {
        const row = await db
          .selectFrom('cases')
          .selectAll()
          .where('number', '=', number)
          .where(inSight(seen))
          .executeTakeFirst()
        return row && readCase(db, row)
      }),
    claim: (number, officer, at) => engine.write((tx) => claim(tx, { number, officer, at }, seen)),
    release: (number, officer, fence, at) => engine.write((tx) => release(tx, { number, officer, fence, at }, seen)),
    save: (write) => engine.write((tx) => save(tx, seals, write, seen), true),
    stamp: (number) => engine.read((db) => stamp(db, number, seen)),
    wallOf: (caseId) => engine.read((db) => wallOf(db, caseId, seen)),
    wall: (caseId, who, walled, at) => engine.write((tx) => wall(tx, { caseId, who, walled, at }, seen)),
  }
}

interface Hold {
  readonly number: string
  readonly officer: string
  readonly at: string
}

async function claim(tx: Db, { number, officer, at }: Hold, seen?: Sight): Promise<SealedCase | 'taken' | 'absent'> {
  const claimed = await tx
    .updateTable('cases')
    .set((eb) => ({
      holder: officer,
      changed: dayOf(at),
      fence: eb('fence', '+', 1),
      revision: eb('revision', '+', 1),
    }))
    .where('number', '=', number)
    .where('holder', 'is', null)
    .where(inSight(seen))
    .returningAll()
    .executeTakeFirst()
  const row =
    claimed ??
    (await tx.selectFrom('cases').selectAll().where('number', '=', number).where(inSight(seen)).executeTakeFirst())
  if (!row) return 'absent'
  return row.holder === officer ? readCase(tx, row) : 'taken'
}

async function release(
  tx: Db,
  { number, officer, fence, at }: Hold & { readonly fence: number },
  seen?: Sight,
): Promise<SealedCase | 'lost' | 'absent'> {
  const released = await tx
    .updateTable('cases')
    .set((eb) => ({
      ...{ holder: null, given_by: null, changed: dayOf(at) },
      ...{ fence: eb('fence', '+', 1), revision: eb('revision', '+', 1) },
    }))
    .where('number', '=', number)
    .where('holder', '=', officer)
    .where('fence', '=', fence)
    .where(inSight(seen))
    .returningAll()
    .executeTakeFirst()
  if (released) return readCase(tx, released)
  const row = await tx
    .selectFrom('cases')
    .select('id')
    .where('number', '=', number)
    .where(inSight(seen))
    .executeTakeFirst()
  return row ? 'lost' : 'absent'
}

async function save(tx: Db, seals: Seals, write: CaseWrite, seen?: Sight): Promise<'done' | 'seen' | 'lost'> {
  const first = await tx
    .insertInto('deeds')
    .values({ key: deedKey(write), at: dayOf(write.at) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (first.numInsertedOrUpdatedRows !== 1n) return 'seen'

  const row = await tx
    .updateTable('cases')
    .set((eb) => ({
      state: write.state,
      closed: write.closed ? 1 : 0,
      // What is said about a closed case makes it no younger.
      closed_on: write.closed ? sql`coalesce(closed_on, ${dayOf(write.at)})` : null,
      asked: write.asks ? 1 : 0,
      due: write.due ?? noDay,
      due_cite: write.dueCite ?? null,
      answered: 0,
      given_by: null,
      changed: dayOf(write.at),
      revision: eb('revision', '+', 1),
      lines: eb('lines', '+', write.message ? 1 : 0),
    }))
    .where('number', '=', write.number)
    .where('holder', '=', write.officer)
    .where('fence', '=', write.fence)
    .where('revision', '=', write.revision)
    .where(inSight(seen))
    .returning(['id', 'lines', 'revision'])
    .executeTakeFirst()
  if (!row) throw new Undo('lost')

  if (write.clocks) await writeClocks(tx, row.id, write.clocks)
  if (write.step) await addStep(tx, row.id, row.revision, write.step)
  if (write.message) await addMessages(tx, row.id, row.lines, [write.message], 'lost')
  if (write.told) {
    // An id no platform uses and no other deed can have, so that nothing else can take its place in the inbox.
    const id = `told/${write.number}/${write.officer}/${write.key}`
    await tell(tx, seals, write.told.thread, { id, event: write.told.event })
  }
  await record(tx, [write.audit], write.at)
  return 'done'
}

async function stamp(db: Db, number: string | undefined, seen?: Sight): Promise<string> {
  let query = db
    .selectFrom('cases')
    .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.sum<number>('revision').as('revisions')])
    .where(inSight(seen))
  if (number !== undefined) query = query.where('number', '=', number)
  const { n, revisions } = await query.executeTakeFirstOrThrow()
  return Number(n) === 0 && number !== undefined ? '' : `${n}.${revisions ?? 0}`
}

async function undated(db: Db, after: string, limit: number): ReturnType<Cases['undated']> {
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('due', '=', noDay)
    .where('due_cite', 'is not', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return Promise.all(rows.map(async ({ id }) => ({ id, clocks: await readClocks(db, id) })))
}

async function date(tx: Db, id: string, { due, dueCite }: Parameters<Cases['date']>[1]): Promise<void> {
  await tx
    .updateTable('cases')
    .set({ due: due ?? noDay, due_cite: dueCite ?? null })
    .where('id', '=', id)
    .execute()
}

/** A key is the officer's own: another officer or another case with the same key is another deed. */
function deedKey({ number, officer, key }: CaseWrite): string {
  return createHash('sha256').update(`${number}\0${officer}\0${key}`).digest('hex')
}
