import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely'

/** What differs between the databases when tables are made. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres'
  /** A whole number the database counts up by itself. */
  readonly counter: 'integer' | 'bigserial'
  /** Bytes of any number. */
  readonly bytes: 'blob' | 'bytea'
  readonly counted: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder
}

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  counter: 'integer',
  bytes: 'blob',
  counted: (column) => column.primaryKey().autoIncrement(),
}

export const postgresDialect: Dialect = {
  name: 'postgres',
  counter: 'bigserial',
  bytes: 'bytea',
  counted: (column) => column.primaryKey(),
}

/** Rows that may be added and read but never changed: the database itself refuses. */
export async function appendOnly<T>(db: Kysely<T>, dialect: Dialect, table: string): Promise<void> {
  const on = sql.table(table)
  if (dialect.name === 'sqlite') {
    for (const deed of ['update', 'delete'])
      await sql`create trigger ${sql.id(`${table}_no_${deed}`)} before ${sql.raw(deed)} on ${on}
        begin select raise(abort, 'append-only'); end`.execute(db)
    return
  }
  const refuse = sql.id(`${table}_append_only`)
  await sql`create function ${refuse}() returns trigger language plpgsql as
    'begin raise exception ''append-only''; end'`.execute(db)
  await sql`create trigger ${sql.id(`${table}_no_change`)} before update or delete on ${on}
    for each row execute function ${refuse}()`.execute(db)
  await sql`create trigger ${sql.id(`${table}_no_truncate`)} before truncate on ${on}
    for each statement execute function ${refuse}()`.execute(db)
}
