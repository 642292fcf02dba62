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

/**
 * Where a case needs the address of somebody without a secret, their row stays with nothing else in it; it counts as
 * written, so that a turn that read it before starts again.
 */
async function sweep(tx: Db, engine: Engine, at: string): Promise<number> {
  const rows = await overdue(tx, at)
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('cases')
            .select('cases.id')
            .whereRef('cases.channel', '=', 'c.channel')
            .whereRef('cases.person', '=', 'c.person')
            .where('c.mailbox', 'is', null),
        )
        .as('needed'),
    )
    .limit(piece)
    .$if(engine.rowLocks, (query) => query.forUpdate('c').skipLocked())
    .execute()
  if (rows.length === 0) return 0
  // A row's name is of its channel, too.
  const all = rows.map((each) => each.person)
  const needed = rows.filter((each) => each.needed).map((each) => each.person)
  await tx.deleteFrom('log').where('person', 'in', all).execute()
  await tx.deleteFrom('arrivals').where('waits', '=', 1).where('person', 'in', all).execute()
  if (needed.length > 0)
    await tx
      .updateTable('conversations')
      .set((eb) => ({ until: null, life: null, state: null, forms: 0, revision: eb('revision', '+', 1) }))
      .where('person', 'in', needed)
      .execute()
  const others = all.filter((person) => !needed.includes(person))
  if (others.length > 0) await tx.deleteFrom('conversations').where('person', 'in', others).execute()
  return rows.length
}

async function sweepDead(engine: Engine): Promise<void> {
  const before = sql<number>`${engine.now} - ${sql.lit(deadFor)}`
  const old = (db: Db) => db.selectFrom('outbox').select('key').where('dead', '=', 1).where('due', '<=', before)
  if (await engine.read((db) => old(db).limit(1).executeTakeFirst()))
    await engine.write((tx) => tx.deleteFrom('outbox').where('dead', '=', 1).where('due', '<=', before).execute())
}
