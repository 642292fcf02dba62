import type { Selectable } from 'kysely'
import type { Approval, Approvals } from '../runtime/index.ts'
import type { Engine } from './engine.ts'
import type { Tables } from './tables.ts'

/** Requests that need a second person. Every change of state is one statement that names the state it comes from. */
export function approvals(engine: Engine): Approvals {
  return {
    ask: ({ id, kind, object, unit, reason, askedBy, askedAt, until }) =>
      engine.write(async (tx) => {
        await tx
          .insertInto('approvals')
          .values({ id, kind, object, unit, reason, asked_by: askedBy, asked_at: askedAt, until, state: 'waiting' })
          .execute()
      }),

    byId: (id) =>
      engine.read(async (db) => {
        const row = await db.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirst()
        return row && asApproval(row)
      }),

    list: (unit) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('approvals')
          .selectAll()
          .where('unit', '=', unit)
          .orderBy('asked_at', 'desc')
          .orderBy('id')
          .limit(200)
          .execute()
        return rows.map(asApproval)
      }),

    decide: ({ id, by, agreed, at, until }) =>
      engine.write(async (tx) => {
        const done = await tx
          .updateTable('approvals')
          .set({ state: agreed ? 'agreed' : 'refused', decided_by: by, decided_at: at, until })
          .where('id', '=', id)
          .where('state', '=', 'waiting')
          .where('asked_by', '<>', by)
          .where('until', '>', at)
          .executeTakeFirst()
        return done.numUpdatedRows === 1n
      }),

    use: ({ kind, object, askedBy, at }) =>
      engine.write(async (tx) => {
        const row = await tx
          .selectFrom('approvals')
          .select('id')
          .where('state', '=', 'agreed')
          .where('kind', '=', kind)
          .where('object', '=', object)
          .where('asked_by', '=', askedBy)
          .where('until', '>', at)
          .orderBy('until')
          .executeTakeFirst()
        if (!row) return false
        const done = await tx
          .updateTable('approvals')
          .set({ state: 'used' })
          .where('id', '=', row.id)
          .where('state', '=', 'agreed')
          .executeTakeFirst()
        return done.numUpdatedRows === 1n
      }),
  }
}

function asApproval(row: Selectable<Tables['approvals']>): Approval {
  const { id, object, unit, reason, until } = row
  return {
    id,
    // Only `ask` and `decide` write these columns, with values of the type.
    kind: row.kind as Approval['kind'],
    state: row.state as Approval['state'], // as above
    object,
    unit,
    reason,
    until,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    ...(row.decided_by === null ? {} : { decidedBy: row.decided_by }),
    ...(row.decided_at === null ? {} : { decidedAt: row.decided_at }),
  }
}
