import { type Kysely, sql } from 'kysely'
import type { Dialect } from './dialect.ts'

/** Migration 3: drafts kept under a code, and which reply in the outbox shows one. */
export async function draftTable<T>(db: Kysely<T>, dialect: Dialect): Promise<void> {
  // Times are compared as text, which must not hang on the locale of the PostgreSQL cluster.
  const time = dialect.name === 'postgres' ? sql`text collate "C"` : 'text'
  await db.schema
    .createTable('drafts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('until', time, (c) => c.notNull())
    .addColumn('nonce', 'text')
    .addColumn('shown_until', time)
    .execute()
  await db.schema.createIndex('drafts_until').on('drafts').column('until').execute()
  await db.schema.createIndex('drafts_shown_until').on('drafts').column('shown_until').execute()
  await db.schema.alterTable('outbox').addColumn('draft_id', 'text').execute()
}
