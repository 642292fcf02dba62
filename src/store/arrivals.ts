import type { Arrival } from '../runtime/index.ts'
import type { Db, Engine } from './engine.ts'
import { inboxKey } from './inbox-key.ts'

/**
 * Times an arrival is tried while those behind it wait. One that fails longer (a mistake of ours) is still tried,
 * but no longer keeps its person from being answered.
 */
const patience = 5

/** Stores an arrival for later; one that is stored or was taken in before is dropped. */
export async function receive(tx: Db, arrival: Arrival): Promise<'stored' | 'seen'> {
  const { channel, person, id, event } = arrival
  if (event.type === 'said' && event.files?.length)
    throw new TypeError('files go to take(), never into a table to wait')
  const key = inboxKey(arrival)
  const seen = await tx.selectFrom('inbox').select('key').where('key', '=', key).executeTakeFirst()
  if (seen) return 'seen'
  const stored = await tx
    .insertInto('arrivals')
    .values({ key, channel, person, id, event: JSON.stringify(event), due: 0, tries: 0 })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst()
  return stored.numInsertedOrUpdatedRows === 1n ? 'stored' : 'seen'
}

/** Leases the oldest arrival of each conversation that has one waiting; the next one follows when that is taken in. */
export async function claimArrivals(engine: Engine, limit: number, seconds: number): Promise<readonly Arrival[]> {
  const waiting = await engine.read((db) =>
    db.selectFrom('arrivals').select('n').where('due', '<=', engine.now).limit(1).executeTakeFirst(),
  )
  if (!waiting) return []
  return engine.write(async (tx) => {
    const heads = await tx
      .selectFrom('arrivals as a')
      .select('a.n')
      .where('a.due', '<=', engine.now)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('arrivals as before')
              .select('before.n')
              .whereRef('before.channel', '=', 'a.channel')
              .whereRef('before.person', '=', 'a.person')
              .whereRef('before.n', '<', 'a.n')
              .where('before.tries', '<', patience),
          ),
        ),
      )
      .orderBy('a.n')
      .limit(limit)
      .$if(engine.rowLocks, (query) => query.forUpdate('a').skipLocked())
      .execute()
    if (heads.length === 0) return []
    const rows = await tx
      .updateTable('arrivals')
      .set((eb) => ({ due: eb(engine.now, '+', seconds * 1000), tries: eb('tries', '+', 1) }))
      .where(
        'n',
        'in',
        heads.map((head) => head.n),
      )
      .returning(['n', 'channel', 'person', 'id', 'event'])
      .execute()
    return rows.sort((a, b) => a.n - b.n).map(({ n: _, event, ...row }) => ({ ...row, event: JSON.parse(event) }))
  })
}
