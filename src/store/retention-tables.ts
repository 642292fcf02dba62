import { type Generated, type Kysely, sql } from 'kysely'
import type { Dialect } from './dialect.ts'

/** What is kept about how long cases are kept, and about those that are no more. */
export interface RetentionTables {
  /** How long a unit keeps cases of a kind, as two people set it; the last row of a kind counts. 0 months: no time is set. */
  retention_rules: {
    n: Generated<number>
    unit: string
    kind: string
    months: number
    basis: string
    set_by: string
    agreed_by: string
    at: string
  }
  /** Cases that are not to be destroyed yet; `reason` is sealed under the server key. */
  holds: { case_id: string; reason: string; who: string; on_day: string }
  /** Lists two people agree on. `state`: `listed`, `agreed`, `done`. */
  shredding: {
    id: string
    unit: string
    asked_by: string
    at: string
    agreed_by: string | null
    agreed_at: string | null
    state: string
  }
  /** Cases of a list. `state`: `listed`, then `keys`, `files`, `done` as each of them is gone, or `kept` and why. */
  shredding_cases: {
    list: string
    case_id: string
    number: string
    kind: string
    closed_on: string
    months: number
    basis: string
    state: string
    why: string | null
  }
  /** What is left of a case: that it was there, when it was closed, and by whom and which rule it was destroyed. No content. */
  certificates: {
    number: string
    case_id: string
    case_number: string
    unit: string
    kind: string
    closed_on: string
    months: number
    basis: string
    asked_by: string
    agreed_by: string
    agreed_at: string
    destroyed_on: string
    receipt_id: string
    audit_seq: number
    audit_hash: string
  }
}

/** Migration 18: rules of retention, holds, lists of cases to be destroyed, certificates; and the day a case was closed. */
export async function retentionTables<T>(db: Kysely<T>, dialect: Dialect): Promise<void> {
  const { schema } = db
  await schema.alterTable('cases').addColumn('closed_on', 'text').execute()
  await schema
    .alterTable('cases')
    .addColumn('asked', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await sql`update cases set closed_on = coalesce(
    (select substr(max(at), 1, 10) from case_steps where case_steps.case_id = cases.id), substr(changed, 1, 10))
    where closed = 1`.execute(db)
  await schema.createIndex('cases_closed').on('cases').columns(['unit', 'kind', 'closed_on']).execute()

  let rules = schema
    .createTable('retention_rules')
    .addColumn('n', dialect.counter, dialect.counted)
    .addColumn('months', 'integer', (c) => c.notNull())
  for (const column of ['unit', 'kind', 'basis', 'set_by', 'agreed_by', 'at'])
    rules = rules.addColumn(column, 'text', (c) => c.notNull())
  await rules.execute()

  let holds = schema.createTable('holds').addColumn('case_id', 'text', (c) => c.primaryKey().references('cases.id'))
  for (const column of ['reason', 'who', 'on_day']) holds = holds.addColumn(column, 'text', (c) => c.notNull())
  await holds.execute()

  let lists = schema.createTable('shredding').addColumn('id', 'text', (c) => c.primaryKey())
  for (const column of ['unit', 'asked_by', 'at', 'state']) lists = lists.addColumn(column, 'text', (c) => c.notNull())
  await lists.addColumn('agreed_by', 'text').addColumn('agreed_at', 'text').execute()

  // Without a reference to the case: the row outlives it.
  let listed = schema
    .createTable('shredding_cases')
    .addColumn('list', 'text', (c) => c.notNull().references('shredding.id'))
    .addColumn('case_id', 'text', (c) => c.notNull())
    .addColumn('months', 'integer', (c) => c.notNull())
  for (const column of ['number', 'kind', 'closed_on', 'basis', 'state'] as const)
    listed = listed.addColumn(column, 'text', (c) => c.notNull())
  await listed.addColumn('why', 'text').addPrimaryKeyConstraint('shredding_cases_pk', ['list', 'case_id']).execute()

  let certificates = schema
    .createTable('certificates')
    .addColumn('number', 'text', (c) => c.primaryKey())
    .addColumn('case_id', 'text', (c) => c.notNull().unique())
    .addColumn('receipt_id', 'text', (c) => c.notNull().unique())
    .addColumn('months', 'integer', (c) => c.notNull())
    .addColumn('audit_seq', 'bigint', (c) => c.notNull())
  for (const column of ['case_number', 'unit', 'kind', 'closed_on', 'basis', 'asked_by', 'agreed_by', 'agreed_at'])
    certificates = certificates.addColumn(column, 'text', (c) => c.notNull())
  for (const column of ['destroyed_on', 'audit_hash'])
    certificates = certificates.addColumn(column, 'text', (c) => c.notNull())
  await certificates.execute()
}
