import type { Unit, Units } from '../runtime/index.ts'
import type { Engine } from './engine.ts'

/** Units of the house. */
export function units(engine: Engine): Units {
  return {
    list: () =>
      engine.read(async (db) => {
        const rows = await db.selectFrom('units').selectAll().orderBy('id').execute()
        return rows.map(({ id, name, upper }): Unit => ({ id, name, ...(upper === null ? {} : { upper }) }))
      }),

    add: (unit) =>
      engine.write(async (tx): Promise<Unit | 'taken'> => {
        const { id, name, upper = null } = unit
        const added = await tx
          .insertInto('units')
          .values({ id, name, upper })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        return added.numInsertedOrUpdatedRows === 1n ? unit : 'taken'
      }),

    change: ({ id, name, upper = null }) =>
      engine.write(async (tx) => {
        const done = await tx.updateTable('units').set({ name, upper }).where('id', '=', id).executeTakeFirst()
        return done.numUpdatedRows === 1n
      }),
  }
}
