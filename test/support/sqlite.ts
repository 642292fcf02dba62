import { join } from 'node:path'

/** Whether the add-on, an optional dependency, was built, and for this Node. */
export const hasBetterSqlite = await import('better-sqlite3')
  .then(({ default: Database }) => new Database(':memory:').close().open === false)
  .catch(() => false)

/** Whether this Node has an SQLite of its own (22.13 and later). */
const nodeSqlite: string = 'node:sqlite'
export const hasNodeSqlite = await import(nodeSqlite).then(
  () => true,
  () => false,
)

/** Runs SQL on the file of a store, past the store. */
export async function runSql(dataDir: string, sql: string): Promise<void> {
  const file = join(dataDir, 'qingwen.db')
  const db = hasBetterSqlite
    ? new (await import('better-sqlite3')).default(file)
    : new (await import(nodeSqlite)).DatabaseSync(file)
  try {
    db.exec(sql)
  } finally {
    db.close()
  }
}
