import { Refused } from '../base/index.ts'
import type { Audit, ChainedEvent } from '../runtime/index.ts'
import { record } from './audit-chain.ts'
import type { Engine } from './engine.ts'

/** Who did what to which object. The database refuses to change or delete a row. */
export function audit(engine: Engine): Audit {
  return {
    append: async (entries, at) => void (await engine.write((tx) => record(tx, entries, at))),

    list: ({ object, unit, blind = [], cursor, limit }) =>
      engine.read(async (db) => {
        const before = cursor === undefined ? undefined : Number(cursor)
        if (before !== undefined && !Number.isSafeInteger(before)) throw new Refused('badRequest')
        let query = db
          .selectFrom('audit')
          .select(['seq', 'at', 'who', 'what', 'object', 'note'])
          .orderBy('seq', 'desc')
          .limit(limit + 1)
        if (object !== undefined) query = query.where('object', '=', object)
        if (unit !== undefined) query = query.where((eb) => eb.or([eb('unit', 'is', null), eb('unit', '=', unit)]))
        for (const name of blind.length > 0 ? (['id', 'number'] as const) : [])
          query = query.where((eb) =>
            eb.or([
              eb('object', 'is', null),
              eb(
                'object',
                'not in',
                eb
                  .selectFrom('walls')
                  .innerJoin('cases', 'cases.id', 'walls.case_id')
                  .select(`cases.${name}`)
                  .where('walls.who', 'in', [...blind]),
              ),
            ]),
          )
        if (before !== undefined) query = query.where('seq', '<', before)
        const found = await query.execute()
        const rows = found.slice(0, limit).map(({ object, note, ...row }) => ({
          ...row,
          ...(object === null ? {} : { object }),
          ...(note === null ? {} : { note }),
        }))
        return { rows, ...(found.length > limit ? { next: String(rows.at(-1)!.seq) } : {}) }
      }),

    chain: (after, limit) =>
      engine.read(async (db): Promise<readonly ChainedEvent[]> => {
        const rows = await db
          .selectFrom('audit')
          .selectAll()
          .where('seq', '>', after)
          .orderBy('seq')
          .limit(limit)
          .execute()
        // Every row has both since the migration; one that lost them is shown as broken, not left out.
        return rows.map(({ prev, hash, ...row }) => ({ ...row, prev: prev ?? '', hash: hash ?? '' }))
      }),

    head: () =>
      engine.read(async (db) => {
        const row = await db
          .selectFrom('audit')
          .select(['seq', 'hash', 'at'])
          .orderBy('seq', 'desc')
          .limit(1)
          .executeTakeFirst()
        return row && { seq: row.seq, hash: row.hash ?? '', at: row.at }
      }),
  }
}
