import type { SqliteDatabase } from 'kysely'

/** Opens a file; a connection waits up to `busyMs` for another one's lock. */
export type Open = (file: string, options: { readonly readOnly: boolean; readonly busyMs: number }) => SqliteDatabase

/** The part of Node's own SQLite (Node >= 22.13, https://nodejs.org/api/sqlite.html) this house uses. */
interface NodeSqlite {
  readonly DatabaseSync: new (
    file: string,
    options: { readOnly: boolean; timeout: number },
  ) => { prepare(sql: string): Statement; exec(sql: string): void; close(): void }
}
interface Statement {
  all(...parameters: readonly unknown[]): unknown[]
  run(...parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint }
}

/** Result codes by number, as better-sqlite3 names them (https://www.sqlite.org/rescode.html). */
const names: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  19: 'SQLITE_CONSTRAINT',
  26: 'SQLITE_NOTADB',
  1034: 'SQLITE_IOERR_FSYNC',
  1290: 'SQLITE_IOERR_DIR_FSYNC',
}

/** Makes Node's SQLite answer as better-sqlite3 does, as far as kysely asks. */
export function wrapNodeSqlite({ DatabaseSync }: NodeSqlite): Open {
  return (file, { readOnly, busyMs }): SqliteDatabase => {
    const db = named(() => new DatabaseSync(file, { readOnly, timeout: busyMs }))
    // Node 22.13 to 22.15 know no `timeout` and ignore it.
    named(() => db.exec(`pragma busy_timeout = ${busyMs}`))
    return {
      close: () => db.close(),
      prepare(sql) {
        const statement = named(() => db.prepare(sql))
        return {
          reader: /^\s*(select|with|pragma)\b|\breturning\b/i.test(sql),
          all: (parameters) => named(() => statement.all(...parameters)),
          run: (parameters) => named(() => statement.run(...parameters)),
          iterate: () => {
            throw new TypeError('rows are never streamed')
          },
        }
      },
    }
  }
}

function named<T>(deed: () => T): T {
  try {
    return deed()
  } catch (error) {
    const { errcode } = error as { errcode?: number }
    if (errcode === undefined || !(error instanceof Error)) throw error
    const code = names[errcode] ?? names[errcode & 0xff] ?? 'SQLITE_ERROR'
    throw Object.assign(error, { code })
  }
}
