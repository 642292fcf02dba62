import type { Kysely } from 'kysely'

/** Migration 15: who gave a case to its holder, and what was handed over in bulk. Counts and accounts, no case. */
export async function handTables<T>(db: Kysely<T>): Promise<void> {
  const { schema } = db
  await schema.alterTable('cases').addColumn('given_by', 'text').execute()
  await schema.createIndex('cases_holder').on('cases').column('holder').execute()
  let handovers = schema.createTable('handovers').addColumn('key', 'text', (c) => c.primaryKey())
  for (const column of ['giver', 'unit', 'done_by', 'at'])
    handovers = handovers.addColumn(column, 'text', (c) => c.notNull())
  for (const column of ['moved', 'freed'])
    handovers = handovers.addColumn(column, 'integer', (c) => c.notNull().defaultTo(0))
  await handovers.execute()
  await schema.createIndex('handovers_unit').on('handovers').columns(['unit', 'at']).execute()
}
