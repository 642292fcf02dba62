import type { Factors } from '../runtime/index.ts'
import type { Engine } from './engine.ts'

/** Second factors of accounts; the secret comes here only sealed. */
export function factors(engine: Engine): Factors {
  const of = (officer: string) =>
    engine.read(async (db) => {
      const row = await db
        .selectFrom('factors')
        .select(['sealed', 'confirmed'])
        .where('officer', '=', Number(officer))
        .executeTakeFirst()
      return row && { sealed: row.sealed, confirmed: row.confirmed === 1 }
    })

  return {
    of,

    async offer(officer, sealed) {
      await engine.write((tx) =>
        tx
          .insertInto('factors')
          .values({ officer: Number(officer), sealed, confirmed: 0, step: 0 })
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      )
      return (await of(officer)) ?? { sealed, confirmed: false }
    },

    take: (officer, step) =>
      engine.write(async (tx) => {
        const done = await tx
          .updateTable('factors')
          .set({ step })
          .where('officer', '=', Number(officer))
          .where('step', '<', step)
          .executeTakeFirst()
        return done.numUpdatedRows === 1n
      }),

    confirm: (officer) =>
      engine.write(async (tx) => {
        await tx.updateTable('factors').set({ confirmed: 1 }).where('officer', '=', Number(officer)).execute()
      }),

    drop: (officer) =>
      engine.write(async (tx) => {
        await tx.deleteFrom('factors').where('officer', '=', Number(officer)).execute()
        await tx.deleteFrom('sessions').where('officer', '=', Number(officer)).execute()
      }),
  }
}
