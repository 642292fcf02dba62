import { Kysely, PostgresDialect, type PostgresPoolClient, sql } from 'kysely'
import pg from 'pg'
import { Fault } from '../base/index.ts'
import { postgresDialect } from './dialect.ts'
import { type Engine, Undo } from './engine.ts'
import { asRefusal, codeOf, reason } from './failure.ts'
import { migrate } from './migrations.ts'
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
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool(databaseUrl) }) })
  try {
    if (!unsafe) await mustSync(db)
    await migrate(db, postgresDialect)
  } catch (error) {
    await db.destroy()
    if (error instanceof Fault) throw error
    throw new Fault([`DATABASE_URL 指向的 PostgreSQL 用不了：${reason(error)}。请检查地址、账号和服务是否启动。`])
  }

  return {
    now: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
    rowLocks: true,
    read: (work) => work(db).catch((error) => Promise.reject(asRefusal(error))),
    async write<T>(work: (tx: Kysely<Tables>) => Promise<T>): Promise<T> {
      for (let attempt = 1; ; attempt++) {
        try {
          return await db.transaction().execute(work)
        } catch (error) {
          // Thrown by the same work, which names its own outcomes.
          if (error instanceof Undo) return error.outcome as T
          if (!again.test(codeOf(error)) || attempt === 3) throw asRefusal(error)
        }
      }
    },
    close: () => db.destroy(),
  }
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

/**
 * Connections as kysely wants them, with three corrections: whole numbers come as numbers, a character PostgreSQL cannot
 * hold becomes U+FFFD, and a connection that did not answer in time is thrown away instead of being lent again.
 */
function pool(connectionString: string) {
  const inner = new pg.Pool({
    connectionString,
    application_name: 'qingwen',
    max: 10,
    // Beyond these the sender is better served by "please send it again" than by waiting. Milliseconds.
    connectionTimeoutMillis: 5000,
    query_timeout: 15000,
    statement_timeout: 14000,
    idle_in_transaction_session_timeout: 30000,
    keepAlive: true,
    types: { getTypeParser: typeParser },
  })
  // A connection that dies, idle or at work, is told to whoever asks next; without a listener it would end the process.
  inner.on('error', () => undefined)
  inner.on('connect', (client) => client.on('error', () => undefined))
  return { connect: async () => lent(await inner.connect()), end: () => inner.end() }
}

/** `as unknown` below: the port also knows cursors, which this house never opens. */
function lent(client: pg.PoolClient): PostgresPoolClient {
  let silent = false
  return {
    async query(text: string, parameters: readonly unknown[]) {
      try {
        return await client.query(
          text,
          parameters.map((each) => (typeof each === 'string' ? each.replaceAll('\0', '\uFFFD') : each)),
        )
      } catch (error) {
        silent ||= !(error instanceof pg.DatabaseError)
        throw error
      }
    },
    release: () => client.release(silent),
  } as unknown as PostgresPoolClient
}

/** int8 (oid 20) is read as a number: nothing here counts beyond 2^53. */
const typeParser: typeof pg.types.getTypeParser = ((oid: number, format: 'text') =>
  oid === 20 && format !== ('binary' as string)
    ? Number
    : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
