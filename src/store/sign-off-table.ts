import type { Kysely } from 'kysely'
import type { Dialect } from './dialect.ts'

/** Migration 16: papers handed to a second officer. They go with their case. */
export async function signOffTable<T>(db: Kysely<T>, dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('sign_offs')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('case_id', 'text', (c) => c.notNull().references('cases.id').onDelete('cascade'))
    .addColumn('paper', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('asked_by', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('content', dialect.bytes, (c) => c.notNull())
    .execute()
  await db.schema.createIndex('sign_offs_case').on('sign_offs').columns(['case_id', 'paper']).execute()
}
