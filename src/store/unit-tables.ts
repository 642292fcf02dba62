import { type Kysely, sql } from 'kysely'
import { localUnit } from '../runtime/index.ts'

/**
 * Migration 8: units, walls, second factors, requests for a second person.
 *
 * Accounts so far: `受理` did all the work on a case and goes on doing it. `系统管理` could work cases and no longer may;
 * where nobody else is there to work them, it keeps that work until a colleague has taken it over.
 */
export async function unitsAndRoles<T>(db: Kysely<T>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('units')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('upper', 'text')
    .execute()
  await sql`insert into units (id, name) values (${localUnit}, '本单位')`.execute(db)
  for (const table of ['officers', 'cases'])
    await schema
      .alterTable(table)
      .addColumn('unit', 'text', (c) => c.notNull().defaultTo(localUnit))
      .execute()
  await schema
    .alterTable('cases')
    .addColumn('purpose', 'text', (c) => c.notNull().defaultTo('report'))
    .execute()
  await schema.createIndex('cases_unit').on('cases').columns(['unit', 'due', 'created', 'number']).execute()
  await schema
    .createTable('walls')
    .addColumn('case_id', 'text', (c) => c.notNull().references('cases.id'))
    .addColumn('who', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('walls_pk', ['case_id', 'who'])
    .execute()
  await schema
    .alterTable('sessions')
    .addColumn('half', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await schema.alterTable('sessions').addColumn('fresh_until', 'text').execute()
  await schema
    .createTable('factors')
    .addColumn('officer', 'bigint', (c) => c.primaryKey().references('officers.id'))
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('confirmed', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('step', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
  let approvals = schema.createTable('approvals').addColumn('id', 'text', (c) => c.primaryKey())
  for (const column of ['kind', 'object', 'unit', 'reason', 'asked_by', 'asked_at', 'until', 'state'])
    approvals = approvals.addColumn(column, 'text', (c) => c.notNull())
  await approvals.addColumn('decided_by', 'text').addColumn('decided_at', 'text').execute()
  await schema.createIndex('approvals_unit').on('approvals').columns(['unit', 'asked_at']).execute()
  await oldRoles(db)
}

async function oldRoles<T>(db: Kysely<T>): Promise<void> {
  const others = await sql<{
    n: number
  }>`select count(*) as n from officers where role = '受理' and disabled = 0`.execute(db)
  await sql`update officers set role = '受理、承办' where role = '受理'`.execute(db)
  if (Number(others.rows[0]?.n ?? 0) === 0) {
    await sql`update officers set role = '系统管理、受理、承办' where role = '系统管理'`.execute(db)
    return
  }
  await sql`update cases set holder = null, fence = fence + 1, revision = revision + 1 where holder in
    (select cast(id as text) from officers where role = '系统管理')`.execute(db)
}
