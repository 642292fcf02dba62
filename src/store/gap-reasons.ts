import type { Kysely } from 'kysely'

/** Migration 4: what people said of answers, counted beside the questions. */
export async function gapReasons<T>(db: Kysely<T>): Promise<void> {
  for (const column of ['downs', 'ups'])
    await db.schema
      .alterTable('gaps')
      .addColumn(column, 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
  await db.schema
    .createTable('gap_reasons')
    .addColumn('key', 'text', (c) => c.notNull().references('gaps.key'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('times', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('gap_reasons_pk', ['key', 'reason'])
    .execute()
}
