import { createHash } from 'node:crypto'
import type { Case, Cases, CaseWrite, Seals } from '../runtime/index.ts'
import { tell } from './arrivals.ts'
import { record } from './audit.ts'
import { addMessages, readCase } from './case-file.ts'
import { listCases } from './case-list.ts'
import { type Db, type Engine, Undo } from './engine.ts'
import { noDay } from './tables.ts'

/** Cases and the claims on them. */
export function cases(engine: Engine, seals: Seals): Cases {
  const find = (column: 'id' | 'number' | 'receipt_id', value: string) =>
    engine.read(async (db) => {
      const row = await db.selectFrom('cases').selectAll().where(column, '=', value).executeTakeFirst()
      return row && readCase(db, row)
    })

  return {
    list: (query) => engine.read((db) => listCases(db, query)),
    byNumber: (number) => find('number', number),
    byId: (id) => find('id', id),
    byReceipt: (receiptId) => find('receipt_id', receiptId),

    receiptNonce: (caseId) =>
      engine.read(async (db) => {
        const row = await db.selectFrom('cases').select('receipt_nonce').where('id', '=', caseId).executeTakeFirst()
        return row?.receipt_nonce ?? undefined
      }),

    claim: (number, officer, at) => engine.write((tx) => claim(tx, number, officer, at)),
    release: (number, officer, fence, at) => engine.write((tx) => release(tx, number, officer, fence, at)),
    save: (write) => engine.write((tx) => save(tx, seals, write), true),
  }
}

async function claim(tx: Db, number: string, officer: string, at: string): Promise<Case | 'taken' | 'absent'> {
  const claimed = await tx
    .updateTable('cases')
    .set((eb) => ({ holder: officer, changed: at, fence: eb('fence', '+', 1), revision: eb('revision', '+', 1) }))
    .where('number', '=', number)
    .where('holder', 'is', null)
    .returningAll()
    .executeTakeFirst()
  const row = claimed ?? (await tx.selectFrom('cases').selectAll().where('number', '=', number).executeTakeFirst())
  if (!row) return 'absent'
  return row.holder === officer ? readCase(tx, row) : 'taken'
}

async function release(
  tx: Db,
  number: string,
  officer: string,
  fence: number,
  at: string,
): Promise<Case | 'lost' | 'absent'> {
  const released = await tx
    .updateTable('cases')
    .set((eb) => ({ holder: null, changed: at, fence: eb('fence', '+', 1), revision: eb('revision', '+', 1) }))
    .where('number', '=', number)
    .where('holder', '=', officer)
    .where('fence', '=', fence)
    .returningAll()
    .executeTakeFirst()
  if (released) return readCase(tx, released)
  const row = await tx.selectFrom('cases').select('id').where('number', '=', number).executeTakeFirst()
  return row ? 'lost' : 'absent'
}

async function save(tx: Db, seals: Seals, write: CaseWrite): Promise<'done' | 'seen' | 'lost'> {
  const first = await tx
    .insertInto('deeds')
    .values({ key: deedKey(write), at: write.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (first.numInsertedOrUpdatedRows !== 1n) return 'seen'

  const row = await tx
    .updateTable('cases')
    .set((eb) => ({
      state: write.state,
      closed: write.closed ? 1 : 0,
      due: write.due ?? noDay,
      due_cite: write.dueCite ?? null,
      answered: 0,
      changed: write.at,
      revision: eb('revision', '+', 1),
      lines: eb('lines', '+', write.message ? 1 : 0),
    }))
    .where('number', '=', write.number)
    .where('holder', '=', write.officer)
    .where('fence', '=', write.fence)
    .where('revision', '=', write.revision)
    .returning(['id', 'channel', 'person', 'lines'])
    .executeTakeFirst()
  if (!row) throw new Undo('lost')

  if (write.message) await addMessages(tx, row.id, row.lines, [write.message])
  if (write.told) {
    // An id no platform uses and no other deed can have, so that nothing else can take its place in the inbox.
    const id = `told/${write.number}/${write.officer}/${write.key}`
    await tell(tx, seals, { channel: row.channel, person: row.person }, { id, event: write.told })
  }
  await record(tx, [write.audit], write.at)
  return 'done'
}

/** A key is the officer's own: another officer or another case with the same key is another deed. */
function deedKey({ number, officer, key }: CaseWrite): string {
  return createHash('sha256').update(`${number}\0${officer}\0${key}`).digest('hex')
}
