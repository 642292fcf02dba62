import { type Kysely, sql } from 'kysely'
import type { Dialect } from './dialect.ts'

/** Stands in `marks` from a migration that deletes plain text until the file was written anew without it. */
export const toVacuum = 'to-vacuum'

/**
 * Migration 10: conversations, their logs, what waits and what is to be sent stand in the database sealed only.
 *
 * What there was is deleted, not sealed: it was open so far, nobody holds a secret for it, and the tokens of its tabs are
 * no good any more. Forms handed in, with the words they cite, their messages and drafts under a code stay.
 */
export async function sealedTalks<T>(db: Kysely<T>, dialect: Dialect): Promise<void> {
  const schema = db.schema
  // Compared as text, which must not hang on the locale of the PostgreSQL cluster.
  const time = dialect.name === 'postgres' ? sql`text collate "C"` : 'text'
  for (const table of ['arrivals', 'log', 'outbox', 'conversations']) await schema.dropTable(table).execute()
  for (const table of ['inbox', 'memory']) await sql`delete from ${sql.table(table)}`.execute(db)
  await sql`insert into marks (name) values (${toVacuum})`.execute(db)

  await schema
    .createTable('arrivals')
    .addColumn('n', dialect.counter, dialect.counted)
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('event', dialect.bytes, (c) => c.notNull())
    .addColumn('waits', 'integer', (c) => c.notNull())
    .addColumn('due', 'bigint', (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await schema.createIndex('arrivals_thread').on('arrivals').columns(['channel', 'person', 'n']).execute()
  await schema.createIndex('arrivals_waits').on('arrivals').columns(['waits', 'n']).execute()
  await schema
    .createTable('conversations')
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('forms', 'integer', (c) => c.notNull())
    .addColumn('until', time)
    .addColumn('life', 'text')
    .addColumn('mailbox', 'text')
    .addColumn('state', dialect.bytes)
    .addPrimaryKeyConstraint('conversations_pk', ['channel', 'person'])
    .execute()
  await schema.createIndex('conversations_until').on('conversations').column('until').execute()
  await schema
    .createTable('log')
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('entry', dialect.bytes, (c) => c.notNull())
    .addPrimaryKeyConstraint('log_pk', ['channel', 'person', 'seq'])
    .execute()
  await schema
    .createTable('outbox')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('task', dialect.bytes, (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('fence', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('due', 'bigint', (c) => c.notNull())
    .addColumn('dead', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('why', 'text')
    .execute()
  await schema.createIndex('outbox_due').on('outbox').columns(['dead', 'due']).execute()
  await schema.createIndex('outbox_thread').on('outbox').columns(['channel', 'person', 'seq']).execute()
}
