import { sql } from 'kysely'
import type { Db, Engine } from './engine.ts'

/** Conversations swept in one transaction, so that no turn waits long. */
const piece = 200
/** Replies that could not be delivered stay to be seen for a week. Milliseconds. */
const deadFor = 7 * 24 * 3_600_000

/** Deletes conversations whose time is over. @returns how many went. */
export async function sweepTalks(engine: Engine, at: string): Promise<number> {
  let gone = 0
  for (let found = piece; found === piece; gone += found) {
    // Asked first, because most rounds find nothing and a write costs a sync.
    const due = await engine.read((db) => overdue(db, at).limit(1).executeTakeFirst())
    if (!due) break
    found = await engine.write((tx) => sweep(tx, engine, at))
  }
  await sweepDead(engine)
  return gone
}

const overdue = (db: Db, at: string) =>
  db.selectFrom('conversations as c').select('c.person').where('c.until', '<=', at).orderBy('c.person')

async function sweep(tx: Db, engine: Engine, at: string): Promise<number> {
  const rows = await overdue(tx, at)
    .limit(piece)
    .$if(engine.rowLocks, (query) => query.forUpdate('c').skipLocked())
    .execute()
  if (rows.length === 0) return 0
  // A row's name is of its channel, too.
  const all = rows.map((each) => each.person)
  await tx.deleteFrom('log').where('person', 'in', all).execute()
  await tx.deleteFrom('arrivals').where('waits', '=', 1).where('person', 'in', all).execute()
  await tx.deleteFrom('conversations').where('person', 'in', all).execute()
  return rows.length
}

async function sweepDead(engine: Engine): Promise<void> {
  const before = sql<number>`${engine.now} - ${sql.lit(deadFor)}`
  const old = (db: Db) => db.selectFrom('outbox').select('key').where('dead', '=', 1).where('due', '<=', before)
  if (await engine.read((db) => old(db).limit(1).executeTakeFirst()))
    await engine.write((tx) => tx.deleteFrom('outbox').where('dead', '=', 1).where('due', '<=', before).execute())
}
