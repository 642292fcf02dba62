import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, type SqliteDatabase, SqliteDialect, sql } from 'kysely'
import { Fault } from '../base/index.ts'
import { sqliteDialect } from './dialect.ts'
import type { Engine } from './engine.ts'
import { asRefusal, codeOf, reason } from './failure.ts'
import { forgetPlain } from './forget-plain.ts'
import { groupCommit } from './group-commit.ts'
import { migrate } from './migrations.ts'
import type { Open } from './node-sqlite.ts'
import { type SqliteDriver, sqliteDriver } from './sqlite-driver.ts'
import type { Tables } from './tables.ts'

/** How long a connection waits for another one; only a copy or a check from outside can make it wait. Milliseconds. */
const busyMs = 5000

/**
 * Opens `qingwen.db` in the folder, which must be on a local disk: WAL and locks do not work over a network.
 *
 * @throws Fault if the folder cannot be written, another process holds it, or the file does not sync every commit.
 */
export async function openSqlite(dataDir: string, driver?: SqliteDriver): Promise<Engine> {
  const start = await sqliteDriver(driver)
  const file = join(dataDir, 'qingwen.db')
  await prepare(dataDir, file)
  const lock = hold(start, dataDir)
  const opened: SqliteDatabase[] = [lock]
  try {
    const connect = (readOnly: boolean): Kysely<Tables> => {
      const database = cached(start(file, { readOnly, busyMs }))
      opened.push(database)
      return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
    }
    const writing = connect(false)
    await settings(writing)
    await sql`pragma journal_size_limit = 67108864`.execute(writing)
    await expect(writing, 'journal_mode', 'wal', sql`pragma journal_mode = wal`)
    await sql`pragma synchronous = full`.execute(writing)
    await migrate(writing, sqliteDialect)
    await forgetPlain(writing, sqliteDialect)
    // better-sqlite3 is built to fall back to NORMAL with the first transaction in WAL, and NORMAL loses acknowledged rows.
    const writer = groupCommit(writing)
    await writer.write((tx) => sql`delete from pulse`.execute(tx))
    await expect(writing, 'synchronous', 2, sql`pragma synchronous`)
    const reading = connect(true)
    await settings(reading)

    return {
      now: sql<number>`cast(unixepoch('now', 'subsec') * 1000 as integer)`,
      rowLocks: false,
      read: (work) => work(reading).catch((error) => Promise.reject(asRefusal(error))),
      write: writer.write,
      async scrub() {
        // Waits for the batch under way: the connection is lent to one at a time.
        await sql`vacuum`.execute(writing)
        await sql`pragma wal_checkpoint(truncate)`.execute(writing)
      },
      async forget() {
        // Deleted rows were overwritten where they lay (secure_delete); what is left of them is in the log.
        await sql`pragma wal_checkpoint(truncate)`.execute(writing)
      },
      async close() {
        await writer.close()
        for (const database of opened.reverse()) database.close()
      },
    }
  } catch (error) {
    for (const database of opened.reverse()) database.close()
    throw error instanceof Fault ? error : cannot(`数据库文件 ${file} 打不开`, error)
  }
}

async function prepare(dataDir: string, file: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    // Made before SQLite does, so that nobody else may read it; SQLite gives its WAL the same mode.
    await (await open(file, 'a', 0o600)).close()
  } catch (error) {
    throw cannot(`数据目录 ${dataDir} 写不进去`, error)
  }
}

/**
 * Keeps a second process out for as long as this one lives: an open exclusive transaction on a file of its own, whose lock
 * the system drops however the process ends.
 */
function hold(start: Open, dataDir: string): SqliteDatabase {
  const file = join(dataDir, 'lock.db')
  let lock: SqliteDatabase | undefined
  try {
    lock = start(file, { readOnly: false, busyMs: 0 })
    lock.prepare('begin exclusive').run([])
    return lock
  } catch (error) {
    lock?.close()
    if (!codeOf(error).startsWith('SQLITE_BUSY')) throw cannot(`锁文件 ${file} 打不开`, error)
    throw new Fault([
      `数据目录 ${dataDir} 正被另一个清问进程使用，两个进程同写一个库会坏数据。请先停掉那个进程，或用 QINGWEN_DATA 指到别的目录。`,
    ])
  }
}

/** SECURITY: deleted rows are overwritten, a planted schema runs no functions, and nothing spills to a temporary file. */
async function settings(db: Kysely<Tables>): Promise<void> {
  await expect(db, 'busy_timeout', busyMs, sql.raw(`pragma busy_timeout = ${busyMs}`))
  await sql`pragma foreign_keys = on`.execute(db)
  await sql`pragma secure_delete = on`.execute(db)
  await sql`pragma trusted_schema = off`.execute(db)
  await sql`pragma temp_store = memory`.execute(db)
  await expect(db, 'foreign_keys', 1, sql`pragma foreign_keys`)
  await expect(db, 'secure_delete', 1, sql`pragma secure_delete`)
  await expect(db, 'trusted_schema', 0, sql`pragma trusted_schema`)
}

async function expect(
  db: Kysely<Tables>,
  name: string,
  wanted: string | number,
  ask: ReturnType<typeof sql>,
): Promise<void> {
  const { rows } = await ask.execute(db)
  // A pragma answers one row with one column, whatever that is called.
  const got = Object.values((rows[0] ?? {}) as Record<string, unknown>)[0]
  if (got === wanted) return
  throw new Fault([
    `数据库：SQLite 的 ${name} 应为 ${wanted}，读回来却是 ${got}。这样断电时可能丢掉已经答应收下的内容，所以不启动。请检查数据目录是否在本机磁盘上。`,
  ])
}

/** Keeps prepared statements: kysely prepares each query anew, which costs more than running most of them. */
function cached(database: SqliteDatabase): SqliteDatabase {
  const known = new Map<string, ReturnType<SqliteDatabase['prepare']>>()
  return {
    close: () => database.close(),
    prepare(text) {
      let statement = known.get(text)
      if (!statement) {
        statement = database.prepare(text)
        // Queries differ by the number of rows they insert; a few hundred are all there are.
        if (known.size < 500) known.set(text, statement)
      }
      return statement
    },
  }
}

function cannot(what: string, error: unknown): Fault {
  return new Fault([`${what}：${reason(error)}。请检查目录权限和磁盘空间。`])
}
