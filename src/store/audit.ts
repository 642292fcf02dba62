import { Refused } from '../base/index.ts'
import type { Audit, AuditEntry } from '../runtime/index.ts'
import type { Db, Engine } from './engine.ts'

/** Who did what to which object. The database refuses to change or delete a row. */
export function audit(engine: Engine): Audit {
  return {
    append: (entries, at) => engine.write((tx) => record(tx, entries, at)),

    list: ({ object, cursor, limit }) =>
      engine.read(async (db) => {
        const before = cursor === undefined ? undefined : Number(cursor)
        if (before !== undefined && !Number.isSafeInteger(before)) throw new Refused('badRequest')
        let query = db
          .selectFrom('audit')
          .selectAll()
          .orderBy('seq', 'desc')
          .limit(limit + 1)
        if (object !== undefined) query = query.where('object', '=', object)
        if (before !== undefined) query = query.where('seq', '<', before)
        const found = await query.execute()
        const rows = found.slice(0, limit).map(({ object, note, ...row }) => ({
          ...row,
          ...(object === null ? {} : { object }),
          ...(note === null ? {} : { note }),
        }))
        return { rows, ...(found.length > limit ? { next: String(rows.at(-1)!.seq) } : {}) }
      }),
  }
}

/** Appends within a transaction, so that a deed and its line are kept together or not at all. */
export async function record(tx: Db, entries: readonly AuditEntry[], at: string): Promise<void> {
  if (entries.length === 0) return
  await tx
    .insertInto('audit')
    .values(
      entries.map(({ who, what, object, note }) => ({ at, who, what, object: object ?? null, note: note ?? null })),
    )
    .execute()
}
