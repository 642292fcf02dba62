import type { Hold, Retention } from '../runtime/index.ts'
import { record } from './audit-chain.ts'
import type { Db, Engine } from './engine.ts'

/** Cases that are not to be destroyed for now. */
export function holds(engine: Engine): Pick<Retention, 'holds' | 'idOf' | 'holdOf' | 'hold' | 'lift'> {
  const all = (db: Db) =>
    db
      .selectFrom('holds')
      .innerJoin('cases', 'cases.id', 'holds.case_id')
      .select(['cases.number', 'holds.reason', 'holds.who', 'holds.on_day as on'])

  return {
    holds: (unit) => engine.read((db) => all(db).where('cases.unit', '=', unit).orderBy('cases.number').execute()),

    idOf: (unit, number) =>
      engine.read(async (db) => {
        const row = await db
          .selectFrom('cases')
          .select('id')
          .where('unit', '=', unit)
          .where('number', '=', number)
          .executeTakeFirst()
        return row?.id
      }),

    holdOf: (caseId) =>
      engine.read((db): Promise<Hold | undefined> => all(db).where('case_id', '=', caseId).executeTakeFirst()),

    hold: (caseId, { reason, who, on }, audit, at) =>
      engine.write(async (tx) => {
        // Locks the case: one that is being destroyed at this moment is gone first, or stays.
        const found = await tx
          .updateTable('cases')
          .set((eb) => ({ revision: eb.ref('revision') }))
          .where('id', '=', caseId)
          .executeTakeFirst()
        if (found.numUpdatedRows !== 1n) return false
        const added = await tx
          .insertInto('holds')
          .values({ case_id: caseId, reason, who, on_day: on })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        if (added.numInsertedOrUpdatedRows !== 1n) return false
        await record(tx, [audit], at)
        return true
      }),

    lift: (caseId, audit, at) =>
      engine.write(async (tx) => {
        const gone = await tx.deleteFrom('holds').where('case_id', '=', caseId).executeTakeFirst()
        if (gone.numDeletedRows !== 1n) return false
        await record(tx, [audit], at)
        return true
      }),
  }
}
