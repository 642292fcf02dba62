import type { Kysely } from 'kysely'
import type { Dialect } from './dialect.ts'

/** Migration 2: files people add to their cases. */
export async function attachmentTable<T>(db: Kysely<T>, dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('attachments')
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('case_id', 'text', (c) => c.notNull().references('cases.id'))
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('stripped', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    // Last, so that SQLite lists a case's files without walking through their pages.
    .addColumn('bytes', dialect.bytes, (c) => c.notNull())
    .addPrimaryKeyConstraint('attachments_pk', ['case_id', 'n'])
    .execute()
}
