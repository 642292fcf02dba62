import { type HandOver, type Hands, sight } from '../runtime/index.ts'
import { readCase } from './case-file.ts'
import { dayOf } from './coarse-times.ts'
import type { Db, Engine } from './engine.ts'
import { handOver } from './hand-over.ts'
import { holding, locked, present, shut } from './hold-account.ts'
import { isId } from './officers.ts'
import { inSight } from './sight.ts'
import { noDay } from './tables.ts'

/** Cases passing from hand to hand. */
export function hands(engine: Engine): Hands {
  return {
    give: (deed) =>
      engine.write(async (tx) => {
        const to = await present(tx, deed.to)
        if (!to) return (await find(tx, deed)) ? 'cannot' : 'absent'
        const given = await tx
          .updateTable('cases')
          .set((eb) => ({
            ...{ holder: deed.to, given_by: deed.by, changed: dayOf(deed.at) },
            ...{ fence: eb('fence', '+', 1), revision: eb('revision', '+', 1) },
          }))
          .where('number', '=', deed.number)
          .where((eb) => eb.or([eb('holder', 'is', null), eb('holder', '=', deed.by)]))
          .where(inSight(deed.seen))
          .where(inSight(sight(to)))
          .returningAll()
          .executeTakeFirst()
        if (given) return readCase(tx, given)
        const row = await find(tx, deed)
        if (!row) return 'absent'
        if (row.holder === deed.to && row.given_by === deed.by) return readCase(tx, row)
        return row.holder === null || row.holder === deed.by ? 'cannot' : 'taken'
      }),

    takeBack: (deed) =>
      engine.write(async (tx) => {
        const back = await tx
          .updateTable('cases')
          .set((eb) => ({
            ...{ holder: deed.by, given_by: null, changed: dayOf(deed.at) },
            ...{ fence: eb('fence', '+', 1), revision: eb('revision', '+', 1) },
          }))
          .where('number', '=', deed.number)
          .where('given_by', '=', deed.by)
          .where('holder', 'is not', null)
          .where('holder', '!=', deed.by)
          .where(inSight(deed.seen))
          .returningAll()
          .executeTakeFirst()
        if (back) return readCase(tx, back)
        const row = await find(tx, deed)
        if (!row) return 'absent'
        return row.holder === deed.by ? readCase(tx, row) : 'lost'
      }),

    holding: (officer) => engine.read((db) => holding(db, officer)),

    held: (officer, seen) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('cases')
          .select(['number', 'kind', 'state', 'due'])
          .where('holder', '=', officer)
          .where(inSight(seen))
          .orderBy('due')
          .orderBy('created')
          .orderBy('number')
          .execute()
        return rows.map(({ due, ...row }) => ({ ...row, ...(due === noDay ? {} : { due }) }))
      }),

    close: (officer) =>
      engine.write(async (tx) => {
        if (!isId(officer) || !(await locked(tx, officer))) return 'absent'
        if ((await holding(tx, officer)) > 0) return 'holds'
        await shut(tx, officer)
        return 'done'
      }),

    handOver: (deed: HandOver) => engine.write((tx) => handOver(tx, deed), true),

    history: (unit) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('handovers')
          .selectAll()
          .where('unit', '=', unit)
          .orderBy('at', 'desc')
          .orderBy('key')
          .limit(50)
          .execute()
        return rows.map(({ giver, done_by, at, moved, freed }) => ({ from: giver, by: done_by, at, moved, freed }))
      }),
  }
}

const find = (tx: Db, { number, seen }: Parameters<Hands['takeBack']>[0]) =>
  tx.selectFrom('cases').selectAll().where('number', '=', number).where(inSight(seen)).executeTakeFirst()
