import { Kysely, PostgresDialect, sql } from 'kysely'
import { Fault } from '../base/index.ts'
import { postgresDialect } from './dialect.ts'
import { type Engine, Undo } from './engine.ts'
import { asRefusal, codeOf, reason } from './failure.ts'
import { forgetPlain } from './forget-plain.ts'
import { migrate } from './migrations.ts'
import { pool, Unanswered } from './postgres-pool.ts'
import type { Tables } from './tables.ts'

/** A deadlock or a failed serialisation was rolled back whole, so the same work may simply run again. */
const again = /^40P01$|^40001$/

/**
 * Opens a PostgreSQL database (14 or later).
 *
 * @param unsafe takes a server that does not sync; only for throwaway servers under test.
 * @throws Fault if it cannot be reached, or would lose acknowledged rows at a power cut.
 */
export async function openPostgres(databaseUrl: string, unsafe: boolean): Promise<Engine> {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new Fault(['DATABASE_URL 应以 postgres:// 开头，例如 postgres://qingwen@localhost/qingwen。'])
  const db = connect(databaseUrl)
  try {
    if (!unsafe) await mustSync(db)
    await migrate(db, postgresDialect)
    await forgetPlain(db, postgresDialect)
  } catch (error) {
    await db.destroy()
    if (error instanceof Fault) throw error
    throw new Fault([`DATABASE_URL 指向的 PostgreSQL 用不了：${reason(error)}。请检查地址、账号和服务是否启动。`])
  }

  return {
    now: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
    rowLocks: true,
    read: (work) => work(db).catch((error) => Promise.reject(asRefusal(error))),
    async write<T>(work: (tx: Kysely<Tables>) => Promise<T>, repeatable = false): Promise<T> {
      for (let attempt = 1; ; attempt++) {
        try {
          return await db.transaction().execute(work)
        } catch (error) {
          // Thrown by the same work, which names its own outcomes.
          if (error instanceof Undo) return error.outcome as T
          const mayRepeat = again.test(codeOf(error)) || (repeatable && error instanceof Unanswered)
          if (!mayRepeat || attempt === 3) throw asRefusal(error)
        }
      }
    },
    async scrub() {
      for (const table of ['cases', 'messages', 'attachments']) await sql`vacuum full ${sql.table(table)}`.execute(db)
    },
    async forget() {
      // Written anew without the dead rows; the log of the server (WAL), its archive and its backups age out by themselves.
      for (const table of ['sealed_keys', 'case_index']) await sql`vacuum full ${sql.table(table)}`.execute(db)
    },
    close: () => db.destroy(),
  }
}

/** A connection as it is, nothing looked at and nothing brought up to date. */
export function connect(databaseUrl: string): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool(databaseUrl) }) })
}

async function mustSync(db: Kysely<Tables>): Promise<void> {
  const faults: string[] = []
  const fsync = await sql<{ fsync: string }>`show fsync`.execute(db)
  const commit = await sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(db)
  if (fsync.rows[0]?.fsync !== 'on')
    faults.push('PostgreSQL 的 fsync 没有打开，断电会丢掉已经答应收下的内容。请在 postgresql.conf 里改为 on。')
  if (commit.rows[0]?.synchronous_commit === 'off')
    faults.push(
      'PostgreSQL 的 synchronous_commit 是 off，断电会丢掉已经答应收下的内容。请改为 on，或为这个账号单独打开。',
    )
  if (faults.length > 0) throw new Fault(faults)
}
