import { type Kysely, sql } from 'kysely'
import type { Dialect } from './dialect.ts'

/** Migration 5: originals, from the uploaded file to the published edition. */
export async function textTables<T>(db: Kysely<T>, dialect: Dialect): Promise<void> {
  let table = db.schema.createTable('texts').addColumn('n', dialect.counter, dialect.counted)
  for (const column of ['state', 'says', 'sameness', 'file_name', 'file_kind', 'file_sha256'] as const)
    table = table.addColumn(column, 'text', (c) => c.notNull())
  for (const column of ['revision', 'carried', 'file_size'] as const)
    table = table.addColumn(column, 'integer', (c) => c.notNull())
  for (const column of ['edition', 'follows'] as const) table = table.addColumn(column, 'integer')
  for (const column of ['proposed_by', 'proposed_at'] as const)
    table = table.addColumn(column, 'text', (c) => c.notNull())
  for (const column of ['text_id', 'published_by', 'published_at', 'withdrawn_by', 'withdrawn_at'] as const)
    table = table.addColumn(column, 'text')
  // Last, so that SQLite lists texts without walking through their pages.
  for (const column of ['carries', 'passages', 'text'] as const)
    table = table.addColumn(column, 'text', (c) => c.notNull())
  await table.execute()
  await sql`create unique index texts_edition on texts (text_id, edition)`.execute(db)
  // Two who hand in the same words at the same moment: the index lets one of them.
  await sql`create unique index texts_sameness on texts (sameness) where state <> 'withdrawn'`.execute(db)
  await db.schema
    .createTable('text_files')
    .addColumn('n', 'integer', (c) => c.primaryKey().references('texts.n'))
    .addColumn('bytes', dialect.bytes, (c) => c.notNull())
    .execute()
}
