import Database from 'better-sqlite3'

/** Sees every statement better-sqlite3 runs: `run` runs it. What it throws, the store meets as the database's own error. */
export type Watch = (sql: string, run: () => unknown, database: Database.Database) => unknown

/** Puts a watch between the store and better-sqlite3, for connections opened and statements prepared from now on. */
export function watchStatements(watch: Watch): { stop(): void } {
  const { prepare } = Database.prototype
  const watched = function (this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql)
    const through = (how: 'run' | 'all') => (parameters: unknown[]) =>
      watch(sql, () => Reflect.apply(statement[how], statement, parameters), this)
    return { reader: statement.reader, run: through('run'), all: through('all') }
  }
  // The part of a statement kysely uses, which is all the store does.
  Database.prototype.prepare = watched as unknown as typeof prepare
  return {
    stop() {
      Database.prototype.prepare = prepare
    },
  }
}

/** An error as SQLite raises it. */
export function sqliteError(code: string): Error {
  return new Database.SqliteError('made up by a test', code)
}
