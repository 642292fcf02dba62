import type { Kysely } from 'kysely'
import type { Dialect } from './dialect.ts'

/** Migration 14: cases put to one another, and pairs found to be two matters. A link is taken back by writing so beside it. */
export async function linkTables<T>(db: Kysely<T>, dialect: Dialect): Promise<void> {
  const { schema } = db
  await schema
    .createTable('case_links')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('master', 'text', (c) => c.notNull().references('cases.id'))
    .addColumn('sub', 'text', (c) => c.notNull().references('cases.id'))
    .addColumn('linked_at', 'text', (c) => c.notNull())
    .addColumn('linked_by', 'text', (c) => c.notNull())
    .addColumn('new_facts', dialect.bytes)
    .addColumn('revoked_at', 'text')
    .addColumn('revoked_by', 'text')
    .execute()
  await schema.createIndex('case_links_sub').on('case_links').column('sub').execute()
  await schema.createIndex('case_links_master').on('case_links').column('master').execute()
  await schema.createIndex('case_links_at').on('case_links').columns(['linked_at', 'id']).execute()
  await schema
    .createTable('case_apart')
    .addColumn('one', 'text', (c) => c.notNull().references('cases.id'))
    .addColumn('other', 'text', (c) => c.notNull().references('cases.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('who', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('case_apart_pk', ['one', 'other'])
    .execute()
  await schema.createIndex('case_apart_other').on('case_apart').column('other').execute()
}
