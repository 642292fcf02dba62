import { type Kysely, sql } from 'kysely'

/**
 * Migration 12: several clocks for a case, and the history of its states. The one clock cases had until now counted fifteen
 * working days from the day the form came in; a case whose clock had run out of states has none to carry over.
 */
export async function caseLife<T>(db: Kysely<T>): Promise<void> {
  await db.schema
    .createTable('case_clocks')
    .addColumn('case_id', 'text', (c) => c.notNull().references('cases.id'))
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('clock', 'text', (c) => c.notNull())
    .addColumn('cite', 'text', (c) => c.notNull())
    .addColumn('length', 'text', (c) => c.notNull())
    .addColumn('began', 'text', (c) => c.notNull())
    .addColumn('pauses', 'text', (c) => c.notNull())
    .addColumn('extended', 'text')
    .addColumn('ended', 'text')
    .addPrimaryKeyConstraint('case_clocks_pk', ['case_id', 'n'])
    .execute()
  await db.schema
    .createTable('case_steps')
    .addColumn('case_id', 'text', (c) => c.notNull().references('cases.id'))
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('officer', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('state_from', 'text', (c) => c.notNull())
    .addColumn('state_to', 'text', (c) => c.notNull())
    .addColumn('cite', 'text')
    .addPrimaryKeyConstraint('case_steps_pk', ['case_id', 'n'])
    .execute()
  await sql`
    insert into case_clocks (case_id, n, clock, cite, length, began, pauses)
    select id, 0, 'acceptance', due_cite, '{"workingDays":15}', substr(created, 1, 10), '[]'
    from cases where due_cite is not null
  `.execute(db)
}
