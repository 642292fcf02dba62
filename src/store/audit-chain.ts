import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { type AuditEntry, canonical, genesis } from '../runtime/index.ts'
import { dayOf } from './coarse-times.ts'
import { appendOnly, type Dialect } from './dialect.ts'
import type { Db } from './engine.ts'

/** SHA-256 over the hash before and the line of this event, base64url. */
export function chained(prev: string, line: string): string {
  return createHash('sha256').update(prev).update('\n').update(line).digest('base64url')
}

/**
 * Appends within a transaction, so that a deed and its line are kept together or not at all. The row of the head is
 * written to first: whoever appends at the same moment, here or in another process, waits, and there is one chain.
 * Callers append last of all they write, or two of them could wait for each other.
 *
 * Lines about a case belong to the unit of the case: what another unit works on leaves none that this one can list.
 *
 * @returns where they stand in the chain.
 */
export async function record(
  tx: Db,
  entries: readonly AuditEntry[],
  at: string,
): Promise<readonly { readonly seq: number; readonly hash: string }[]> {
  if (entries.length === 0) return []
  const units = await unitsOf(tx, entries)
  let { seq, hash } = await tx
    .insertInto('audit_head')
    .values({ id: 1, seq: 0, hash: genesis })
    .onConflict((conflict) => conflict.column('id').doUpdateSet((eb) => ({ id: eb.ref('excluded.id') })))
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow()
  const rows = entries.map(({ who, what, object = null, note = null }) => {
    const prev = hash
    // When somebody handed something in is nobody's to learn from a copy of this table; officers' deeds are told to the second.
    const event = {
      seq: ++seq,
      at: who === 'person' ? dayOf(at) : at,
      who,
      what,
      object,
      note,
      unit: units.get(object ?? '') ?? null,
    }
    hash = chained(prev, canonical(event))
    return { ...event, prev, hash }
  })
  await tx.insertInto('audit').values(rows).execute()
  await tx.updateTable('audit_head').set({ seq, hash }).where('id', '=', 1).execute()
  return rows.map((row) => ({ seq: row.seq, hash: row.hash }))
}

/** Units of the cases that lines are about, by id and by number; of those that are no more, by what is left of them. */
async function unitsOf(tx: Db, entries: readonly AuditEntry[]): Promise<ReadonlyMap<string, string>> {
  const objects = [...new Set(entries.flatMap(({ object }) => (object === undefined ? [] : [object])))]
  if (objects.length === 0) return new Map()
  const rows = await tx
    .selectFrom('cases')
    .select(['id', 'number', 'unit'])
    .where((eb) => eb.or([eb('id', 'in', objects), eb('number', 'in', objects)]))
    .execute()
  const found = new Map(rows.flatMap(({ id, number, unit }) => [[id, unit] as const, [number, unit] as const]))
  const others = objects.filter((object) => !found.has(object))
  if (others.length === 0) return found
  const gone = await tx
    .selectFrom('certificates')
    .select(['number', 'case_number', 'unit'])
    .where((eb) => eb.or([eb('number', 'in', others), eb('case_number', 'in', others)]))
    .execute()
  for (const { number, case_number, unit } of gone) found.set(number, unit).set(case_number, unit)
  return found
}

/** Migration 11: the lines there are become the start of the chain, numbered through without a gap. */
export async function auditChain<T>(db: Kysely<T>, dialect: Dialect): Promise<void> {
  for (const column of ['unit', 'prev', 'hash']) await db.schema.alterTable('audit').addColumn(column, 'text').execute()
  await db.schema
    .createTable('audit_head')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute()
  await setFree(db, dialect)
  let seq = 0
  let hash = genesis
  for (let after = 0; ; ) {
    const part = await sql<Old>`select seq, at, who, what, object, note from audit where seq > ${after}
      order by seq limit 1000`.execute(db)
    for (const old of part.rows) {
      after = Number(old.seq)
      const prev = hash
      hash = chained(prev, canonical({ ...old, seq: ++seq, unit: null }))
      await sql`update audit set seq = ${seq}, prev = ${prev}, hash = ${hash} where seq = ${after}`.execute(db)
    }
    if (part.rows.length < 1000) break
  }
  await sql`insert into audit_head (id, seq, hash) values (1, ${seq}, ${hash})`.execute(db)
  await appendOnly(db, dialect, 'audit')
}

interface Old {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly what: string
  readonly object: string | null
  readonly note: string | null
}

/** Takes the guard off for the length of this migration, which is one transaction. */
async function setFree<T>(db: Kysely<T>, dialect: Dialect): Promise<void> {
  if (dialect.name === 'sqlite') {
    for (const deed of ['update', 'delete']) await sql`drop trigger ${sql.id(`audit_no_${deed}`)}`.execute(db)
    return
  }
  for (const guard of ['audit_no_change', 'audit_no_truncate'])
    await sql`drop trigger ${sql.id(guard)} on audit`.execute(db)
  await sql`drop function audit_append_only()`.execute(db)
}
