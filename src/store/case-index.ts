import type { EntryRows, SealedEntry } from '../runtime/index.ts'
import type { Db, Engine } from './engine.ts'
import { buffer } from './sealed.ts'

/** The sealed index: what a thief learns of it is which cases were read, and how long they are in powers of two. */
export function caseIndex(engine: Engine): EntryRows {
  return {
    key: (id) => engine.read((db) => keyOf(db, id)),

    addKey: (id, sealed) =>
      engine.write(async (tx) => {
        await tx
          .insertInto('index_keys')
          .values({ id, sealed: buffer(sealed) })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        return (await keyOf(tx, id)) ?? sealed
      }),

    put: (entries) =>
      engine.write(async (tx) => {
        const current = await unfollowed(tx, entries)
        for (const entry of entries) if (current.has(entry.key)) await put(tx, entry)
      }),

    after: (key, n, limit) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('case_index')
          .select(['n', 'case_id', 'lines', 'locked'])
          .where('key_id', '=', key)
          .where('n', '>', n)
          .orderBy('n')
          .limit(limit)
          .execute()
        return rows.map(({ n: at, case_id, lines, locked }) => ({
          n: at,
          caseId: case_id,
          key,
          lines,
          ...(locked === null ? {} : { locked }),
        }))
      }),

    count: (key) =>
      engine.read(async (db) => {
        const row = await db
          .selectFrom('case_index')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('key_id', '=', key)
          .executeTakeFirstOrThrow()
        return Number(row.count)
      }),

    missing: (caseIds) =>
      engine.read(async (db) => {
        if (caseIds.length === 0) return []
        const rows = await db
          .selectFrom('cases')
          .leftJoin('case_index', 'case_index.case_id', 'cases.id')
          .select('cases.id')
          .where('cases.id', 'in', [...caseIds])
          .where((eb) =>
            eb.or([
              eb('case_index.n', 'is', null),
              eb.and([eb('case_index.lines', '<', eb.ref('cases.lines')), eb('case_index.locked', 'is not', null)]),
            ]),
          )
          .execute()
        return rows.map(({ id }) => id)
      }),
  }
}

/**
 * Destroys what was read of a case; whoever destroys the case does this in the same transaction. A row without content
 * stays under a new number until the case itself goes, so that whoever has read the old one hears that it is gone.
 */
export async function forgetEntry(tx: Db, caseId: string): Promise<void> {
  const row = await tx
    .deleteFrom('case_index')
    .where('case_id', '=', caseId)
    .returning(['key_id', 'lines'])
    .executeTakeFirst()
  if (!row) return
  await tx
    .insertInto('case_index')
    .values({ case_id: caseId, key_id: row.key_id, lines: row.lines, locked: null })
    .execute()
}

async function keyOf(db: Db, id: string): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('index_keys').select('sealed').where('id', '=', id).executeTakeFirst()
  return row?.sealed
}

/** An entry that is written anew gets a new number. Where two write at once one of them is kept: both read the same case. */
async function put(tx: Db, { caseId, key, lines, locked }: SealedEntry): Promise<void> {
  await tx.deleteFrom('case_index').where('case_id', '=', caseId).where('lines', '<=', lines).execute()
  await tx
    .insertInto('case_index')
    .values({ case_id: caseId, key_id: key, lines, locked: buffer(locked) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Keys that no newer epoch follows: what was sealed under another would be open to whoever has left since. */
async function unfollowed(tx: Db, entries: readonly SealedEntry[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(entries.map(({ key }) => key))]
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('group_keys as own')
    .select('own.id')
    .where('own.id', 'in', ids)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('group_keys as newer')
            .select('newer.id')
            .whereRef('newer.unit', '=', 'own.unit')
            .whereRef('newer.purpose', '=', 'own.purpose')
            .whereRef('newer.epoch', '>', 'own.epoch'),
        ),
      ),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}
