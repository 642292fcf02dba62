import type { Kysely } from 'kysely'
import type { Dialect } from './dialect.ts'

/**
 * Migration 13: the sealed index of cases. One row a case, so that shredding a case shreds its entry; `n` rises with every
 * writing, so that whoever has read up to one reads only what came after. And what makes the queue quick with 50,000
 * cases in a unit: counting and ordering without touching their rows, which are mostly ciphertext.
 */
export async function caseIndexTable<T>(db: Kysely<T>, dialect: Dialect): Promise<void> {
  const { schema } = db
  await schema
    .createTable('index_keys')
    .addColumn('id', 'text', (c) => c.primaryKey().references('group_keys.id'))
    .addColumn('sealed', dialect.bytes, (c) => c.notNull())
    .execute()
  await schema
    .createTable('case_index')
    .addColumn('n', dialect.counter, dialect.counted)
    .addColumn('case_id', 'text', (c) => c.notNull().unique().references('cases.id').onDelete('cascade'))
    .addColumn('key_id', 'text', (c) => c.notNull().references('index_keys.id'))
    .addColumn('lines', 'integer', (c) => c.notNull())
    .addColumn('locked', dialect.bytes)
    .execute()
  await schema.createIndex('case_index_key').on('case_index').columns(['key_id', 'n']).execute()
  await schema
    .createIndex('cases_queue')
    .on('cases')
    .columns(['unit', 'closed', 'due', 'created', 'number', 'id', 'lines', 'kind', 'state', 'holder'])
    .execute()
  await schema.createIndex('walls_who').on('walls').columns(['who', 'case_id']).execute()
}
