import { type Kysely, sql } from 'kysely'
import type { Dialect } from './dialect.ts'

/**
 * Migration 6: topics of the gap ledger. Questions that are there already have no topic yet and are sorted at first sight,
 * with all that was counted for them; of the time they were asked last only the day stays.
 */
export async function gapTopics<T>(db: Kysely<T>, dialect: Dialect): Promise<void> {
  const sorted = dialect.name === 'postgres' ? sql`text collate "C"` : 'text'
  await db.schema
    .createTable('gap_topics')
    .addColumn('id', sorted, (c) => c.primaryKey())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('about', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('holder', 'text')
    .addColumn('given_on', 'text')
    .addColumn('closing', 'text')
    .addColumn('note', 'text')
    .addColumn('closed_on', 'text')
    .addColumn('since', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('reopened', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('first_on', 'text', (c) => c.notNull())
    .addColumn('tried', 'text')
    .addColumn('tried_on', 'text')
    .execute()
  for (const column of ['place', 'about', 'topic'])
    await db.schema.alterTable('gaps').addColumn(column, 'text').execute()
  await db.schema.createIndex('gaps_topic').on('gaps').columns(['topic', 'times']).execute()
  await sql`update gaps set last_at = substr(last_at, 1, 10)`.execute(db)
}
