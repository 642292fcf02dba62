import { type Kysely, sql } from 'kysely'
import { Refused } from '../base/index.ts'
import { type Db, Undo } from './engine.ts'
import { asRefusal, codeOf } from './failure.ts'
import type { Tables } from './tables.ts'

/**
 * Writes that share one transaction at most. A batch blocks the event loop while it runs (about 0.2 ms a turn),
 * so 64 keep the pause near 15 ms while one sync is still shared by all.
 */
const most = 64

interface Job {
  readonly work: (tx: Db) => Promise<unknown>
  readonly resolve: (outcome: never) => void
  readonly reject: (error: unknown) => void
}

export interface Writer {
  write<T>(work: (tx: Db) => Promise<T>): Promise<T>
  /** Waits for what is under way; whatever comes later is refused. */
  close(): Promise<void>
}

/**
 * One writer for an SQLite file: everything that asks in the same tick is written in one transaction and one sync, and is
 * answered only after it. One job that fails is undone alone; if the transaction fails, every job in it is refused.
 */
export function groupCommit(db: Kysely<Tables>): Writer {
  let waiting: Job[] = []
  let running: Promise<void> | undefined
  let shut: unknown

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      await new Promise(setImmediate)
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      const broken = await together(db, batch)
      // After a failed sync nobody knows what the disk holds; only a restart reads it again (fsync is not to be retried).
      if (broken) shut ??= broken
      if (shut && broken) for (const job of waiting.splice(0)) job.reject(asRefusal(shut))
    }
    running = undefined
  }

  return {
    write: (work) =>
      new Promise((resolve, reject) => {
        if (shut) return reject(asRefusal(shut))
        waiting.push({ work, resolve, reject })
        running ??= drain()
      }),
    async close() {
      shut ??= new Refused('notSaved')
      await running
    },
  }
}

/** @returns the error after which no write may be taken any more, if there was one. */
async function together(db: Kysely<Tables>, batch: readonly Job[]): Promise<unknown> {
  const answers: (() => void)[] = []
  try {
    await db.connection().execute(async (tx) => {
      try {
        await sql`begin immediate`.execute(tx)
        for (const job of batch) answers.push(await alone(tx, job))
        await sql`commit`.execute(tx)
      } catch (error) {
        // SQLite may have rolled back by itself (disk full); then this fails, and that is as well.
        await sql`rollback`.execute(tx).catch(() => undefined)
        throw error
      }
    })
  } catch (error) {
    const refusal = asRefusal(error)
    for (const job of batch) job.reject(refusal)
    return /^SQLITE_(IOERR_(DIR_)?FSYNC|CORRUPT|NOTADB)/.test(codeOf(error)) ? error : undefined
  }
  for (const answer of answers) answer()
  return undefined
}

/** @returns what to tell the asker once the transaction is safe. */
async function alone(tx: Db, job: Job): Promise<() => void> {
  await sql`savepoint job`.execute(tx)
  try {
    const outcome = await job.work(tx)
    await sql`release job`.execute(tx)
    return () => job.resolve(outcome as never)
  } catch (error) {
    if (/^SQLITE_/.test(codeOf(error)) && !codeOf(error).startsWith('SQLITE_CONSTRAINT')) throw error
    await sql`rollback to job`.execute(tx)
    await sql`release job`.execute(tx)
    // An undone job has kept nothing, yet it is answered with the rest: what it saw is only true if they are kept.
    if (error instanceof Undo) return () => job.resolve(error.outcome as never)
    return () => job.reject(asRefusal(error))
  }
}
