import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { Fault } from '../base/index.ts'
import type { OriginalText } from '../originals/index.ts'
import type { Engine } from './engine.ts'
import { codeOf, reason } from './failure.ts'
import type { StoreOptions } from './open.ts'
import { sqliteDriver } from './sqlite-driver.ts'
import type { Tables } from './tables.ts'
import { texts } from './texts.ts'

/**
 * What is published in a database, for a program that only asks: nothing is made, brought up to date or locked, and a server
 * on the same database does not notice.
 *
 * @returns none where there is no database yet, or one from before there were originals.
 * @throws Fault if it cannot be read.
 */
export async function readPublished({
  dataDir,
  databaseUrl,
  sqlite,
}: Omit<StoreOptions, 'unsafe'>): Promise<readonly OriginalText[]> {
  const file = join(dataDir, 'qingwen.db')
  if (databaseUrl === undefined && !existsSync(file)) return []
  let db: Kysely<Tables> | undefined
  try {
    db = await (databaseUrl === undefined ? readingSqlite(file, sqlite) : readingPostgres(databaseUrl))
    return (await texts(readerOf(db)).published()).texts
  } catch (error) {
    if (noSuchTable(error)) return []
    throw error instanceof Fault ? error : new Fault([`数据库里的原文读不出来：${reason(error)}。`])
  } finally {
    await db?.destroy()
  }
}

async function readingSqlite(file: string, driver: StoreOptions['sqlite']): Promise<Kysely<Tables>> {
  const start = await sqliteDriver(driver)
  // A reader waits for nobody in WAL; a second is for a server that is just starting or ending.
  const database = start(file, { readOnly: true, busyMs: 1000 })
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  await sql`pragma trusted_schema = off`.execute(db)
  return db
}

async function readingPostgres(databaseUrl: string): Promise<Kysely<Tables>> {
  const { connect } = await import('./postgres.ts')
  return connect(databaseUrl)
}

/** An engine that reads only. */
function readerOf(db: Kysely<Tables>): Engine {
  return {
    now: sql<number>`0`,
    rowLocks: false,
    read: (work) => work(db),
    write: () => Promise.reject(new TypeError('opened for reading only')),
    scrub: () => Promise.reject(new TypeError('opened for reading only')),
    forget: () => Promise.reject(new TypeError('opened for reading only')),
    close: () => db.destroy(),
  }
}

function noSuchTable(error: unknown): boolean {
  return codeOf(error) === '42P01' || (error instanceof Error && /^no such table: text/.test(error.message))
}
