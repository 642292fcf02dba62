import type { Kysely } from 'kysely'
import type { Dialect } from './dialect.ts'

/**
 * Migration 9: keys, and columns for what is sealed beside those that held words. Rows written before are sealed by the
 * first start that has a key to seal them to; their old columns are emptied then.
 */
export async function sealedTables<T>(db: Kysely<T>, dialect: Dialect): Promise<void> {
  const { schema } = db
  for (const column of ['body', 'head', 'identity', 'reporter_key'])
    await schema.alterTable('cases').addColumn(column, dialect.bytes).execute()
  await schema.alterTable('messages').addColumn('id', 'text').execute()
  await schema.alterTable('messages').addColumn('sender', 'text').execute()
  await schema.alterTable('messages').addColumn('content', dialect.bytes).execute()
  await schema.alterTable('attachments').addColumn('face', dialect.bytes).execute()

  await schema
    .createTable('sealed_keys')
    .addColumn('case_id', 'text', (c) => c.notNull().references('cases.id'))
    .addColumn('part', 'text', (c) => c.notNull())
    .addColumn('holder', 'text', (c) => c.notNull())
    .addColumn('sealed', dialect.bytes, (c) => c.notNull())
    .addPrimaryKeyConstraint('sealed_keys_pk', ['case_id', 'part', 'holder'])
    .execute()
  await schema
    .createTable('group_keys')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .addColumn('public_key', dialect.bytes, (c) => c.notNull())
    .addUniqueConstraint('group_keys_epoch', ['unit', 'purpose', 'epoch'])
    .execute()
  await schema
    .createTable('group_copies')
    .addColumn('key_id', 'text', (c) => c.notNull().references('group_keys.id'))
    .addColumn('holder', 'text', (c) => c.notNull())
    .addColumn('sealed', dialect.bytes, (c) => c.notNull())
    .addPrimaryKeyConstraint('group_copies_pk', ['key_id', 'holder'])
    .execute()
  await schema.createIndex('group_copies_holder').on('group_copies').column('holder').execute()
  await schema
    .createTable('officer_keys')
    .addColumn('officer', 'text', (c) => c.primaryKey())
    .addColumn('public_key', dialect.bytes, (c) => c.notNull())
    .addColumn('by_password', dialect.bytes, (c) => c.notNull())
    .addColumn('by_recovery', dialect.bytes)
    .execute()
  await schema
    .createTable('session_keys')
    .addColumn('id_hash', 'text', (c) => c.primaryKey().references('sessions.id_hash').onDelete('cascade'))
    .addColumn('locked', dialect.bytes, (c) => c.notNull())
    .execute()
}
