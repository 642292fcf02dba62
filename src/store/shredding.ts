import { sql } from 'kysely'
import type { DueCase, Retention, ShredOrder, ShredStage, Spared } from '../runtime/index.ts'
import { record } from './audit-chain.ts'
import { forgetEntry } from './case-index.ts'
import type { Db, Engine } from './engine.ts'
import { dropLinkKeys, dropLinks } from './link-shred.ts'
import { linkedOpen } from './linked-open.ts'
import { nextNumber } from './numbers.ts'

/** The stages of destroying a case, each one transaction that finds out by itself whether it was done before. */
export function shredding(
  engine: Engine,
): Pick<Retention, 'unfinished' | 'relist' | 'dropKeys' | 'dropFiles' | 'dropRows' | 'scrub' | 'finish'> {
  return {
    unfinished: () =>
      engine.read(async (db) => {
        const rows = await db.selectFrom('shredding').select('id').where('state', '=', 'agreed').orderBy('at').execute()
        return rows.map(({ id }) => id)
      }),

    relist: (order, at) => engine.write((tx) => relist(tx, order, at)),
    dropKeys: (list, caseId) => engine.write((tx) => dropKeys(tx, list, caseId)),

    dropFiles: (list, caseId) =>
      engine.write(async (tx) => {
        if (await advance(tx, { list, caseId }, 'keys', 'files'))
          await tx.deleteFrom('attachments').where('case_id', '=', caseId).execute()
      }),

    dropRows: (order, at) => engine.write((tx) => dropRows(tx, order, at)),
    scrub: () => engine.forget(),

    finish: (list) =>
      engine.write(async (tx) => {
        await tx.updateTable('shredding').set({ state: 'done' }).where('id', '=', list).execute()
      }),
  }
}

interface Listed {
  readonly list: string
  readonly caseId: string
}

/** @returns false where the case does not stand at that stage: somebody was faster, or it was done before a kill. */
async function advance(tx: Db, { list, caseId }: Listed, from: ShredStage, to: ShredStage): Promise<boolean> {
  const done = await tx
    .updateTable('shredding_cases')
    .set({ state: to })
    .where('list', '=', list)
    .where('case_id', '=', caseId)
    .where('state', '=', from)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

async function dropKeys(tx: Db, list: string, caseId: string): Promise<ShredStage> {
  const listed = { list, caseId }
  if (!(await advance(tx, listed, 'listed', 'keys'))) {
    const row = await tx
      .selectFrom('shredding_cases')
      .select('state')
      .where('list', '=', list)
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow()
    return row.state as ShredStage // written in this file only
  }
  const why = await spared(tx, caseId)
  if (why === undefined) {
    await dropLinkKeys(tx, caseId)
    await tx.deleteFrom('sealed_keys').where('case_id', '=', caseId).execute()
    await forgetEntry(tx, caseId)
    // Before the receipt was confirmed this would show it again.
    await tx.updateTable('cases').set({ receipt_nonce: null }).where('id', '=', caseId).execute()
    return 'keys'
  }
  await tx
    .updateTable('shredding_cases')
    .set({ state: 'kept', why })
    .where('list', '=', list)
    .where('case_id', '=', caseId)
    .execute()
  return 'kept'
}

/** What has happened to the case since it was listed. Locks its row: what happens from now on waits. */
async function spared(tx: Db, caseId: string): Promise<Spared | undefined> {
  const row = await tx
    .updateTable('cases')
    .set((eb) => ({ revision: eb.ref('revision') }))
    .where('id', '=', caseId)
    .returning(['closed', 'answered', 'asked'])
    .executeTakeFirst()
  if (!row) return 'gone'
  if (row.closed !== 1) return 'open'
  if (row.answered === 1 || row.asked === 1) return 'answer'
  const link = await tx
    .selectFrom('cases')
    .select('id')
    .where('id', '=', caseId)
    .where(linkedOpen(sql.val(caseId)))
    .executeTakeFirst()
  if (link) return 'link'
  const hold = await tx.selectFrom('holds').select('who').where('case_id', '=', caseId).executeTakeFirst()
  return hold ? 'hold' : undefined
}

/** Tables that hang on a case, in the order their rows go. Attachments are there again where a file came in between two stages. */
const hanging = [
  'sealed_keys',
  'case_index',
  'attachments',
  'messages',
  'case_clocks',
  'case_steps',
  'walls',
  'holds',
] as const

async function dropRows(tx: Db, order: ShredOrder, at: string): Promise<void> {
  const { caseId, agreedAt, unit, askedBy, agreedBy } = order
  if (!(await advance(tx, order, 'files', 'done'))) return
  const found = await tx
    .updateTable('cases')
    .set((eb) => ({ revision: eb.ref('revision') }))
    .where('id', '=', caseId)
    .returning('receipt_id')
    .executeTakeFirst()
  if (!found) return
  await dropLinks(tx, caseId)
  for (const table of hanging) await tx.deleteFrom(table).where('case_id', '=', caseId).execute()
  // Why somebody wanted to see who reported says more than that they did, which the audit keeps.
  await tx.deleteFrom('approvals').where('object', '=', order.number).execute()
  const { case_id, number: case_number, ...rest } = asRow(order)
  const number = `D-${await nextNumber(tx, 'D')}`
  const line = { who: 'system', what: 'case.destroyed', object: case_number, note: number }
  // While the row stands: the line belongs to the unit of its case.
  const [kept] = await record(tx, [line], at)
  if (!kept) throw new Error('a line of the audit was not written')
  await tx.deleteFrom('cases').where('id', '=', caseId).execute()
  await tx
    .insertInto('certificates')
    .values({
      ...{ number, case_id, case_number, unit, ...rest, receipt_id: found.receipt_id },
      ...{ asked_by: askedBy, agreed_by: agreedBy, agreed_at: agreedAt, destroyed_on: at.slice(0, 10) },
      ...{ audit_seq: kept.seq, audit_hash: kept.hash },
    })
    // A restored backup may know the certificate and the case.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A due case as a row of a list. */
export const asRow = ({ caseId, number, kind, closedOn, months, basis }: DueCase) => ({
  ...{ case_id: caseId, number, kind, months, basis },
  closed_on: closedOn,
})

async function relist(tx: Db, order: ShredOrder, at: string): Promise<void> {
  const { list, caseId, unit, askedBy, agreedBy, agreedAt } = order
  const agreed = { agreed_by: agreedBy, agreed_at: agreedAt, state: 'agreed' }
  await tx
    .insertInto('shredding')
    .values({ id: list, unit, asked_by: askedBy, at, ...agreed })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(agreed))
    .execute()
  await tx
    .insertInto('shredding_cases')
    .values({ list, ...asRow(order), state: 'keys' })
    .onConflict((conflict) => conflict.columns(['list', 'case_id']).doUpdateSet({ state: 'keys', why: null }))
    .execute()
  await dropLinkKeys(tx, caseId)
  await tx.deleteFrom('sealed_keys').where('case_id', '=', caseId).execute()
  await forgetEntry(tx, caseId)
  await tx.updateTable('cases').set({ receipt_nonce: null }).where('id', '=', caseId).execute()
}
