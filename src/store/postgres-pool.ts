import type { PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { codeOf } from './failure.ts'

/** The connection broke at a commit: nobody knows whether it was kept. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered'
  readonly code: string

  constructor(cause: unknown) {
    super('no answer to commit')
    this.code = codeOf(cause)
  }
}

/**
 * Connections as kysely wants them, with corrections: whole numbers come as numbers, a character PostgreSQL cannot hold
 * becomes U+FFFD, and a connection that broke or did not answer in time is thrown away instead of being lent again.
 */
export function pool(connectionString: string) {
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
      // A broken connection takes its transaction back by itself, and a second error would hide the first.
      if (silent && text === 'rollback') return { command: 'ROLLBACK', rowCount: 0, rows: [] }
      try {
        return await client.query(
          text,
          parameters.map((each) => (typeof each === 'string' ? each.replaceAll('\0', '\uFFFD') : each)),
        )
      } catch (error) {
        if (error instanceof pg.DatabaseError) throw error
        silent = true
        throw text === 'commit' ? new Unanswered(error) : error
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
