import type { Address, Arrival, Seals, Thread, Told } from '../runtime/index.ts'
import type { Db, Engine } from './engine.ts'
import { inboxKey } from './inbox-key.ts'

/**
 * Times an arrival is tried while those behind it wait. One that fails longer (a mistake of ours) is still tried,
 * but no longer keeps its person from being answered.
 */
const patience = 5

/** Stores an arrival for later; one that is stored or was taken in before is dropped. */
export async function receive(tx: Db, seals: Seals, arrival: Arrival): Promise<'stored' | 'seen'> {
  const { channel, person, id, event, secret } = arrival
  if (event.type === 'said' && event.files?.length)
    throw new TypeError('files go to take(), never into a table to wait')
  if (secret !== undefined) throw new TypeError('who is here with a secret is answered by take() at once')
  const row = seals.row(arrival)
  const key = inboxKey(seals, arrival)
  return put(tx, { key, channel, person: row, waits: 0, event: inHouse(seals, row, key, { person, id, event }) })
}

/**
 * Stores what an officer did for the person of a case: posted to their secret, or for the worker where they have none.
 * Where a conversation under a secret is gone nobody is told; the message stands in the case, for whoever has the receipt.
 */
export async function tell(
  tx: Db,
  seals: Seals,
  { channel, person, row }: Address,
  told: { readonly id: string; readonly event: Told },
): Promise<void> {
  if (!row) {
    await receive(tx, seals, { channel, person, ...told })
    return
  }
  const talk = await tx
    .selectFrom('conversations')
    .select('mailbox')
    .where('channel', '=', channel)
    .where('person', '=', person)
    .executeTakeFirst()
  if (!talk?.mailbox) return
  const key = inboxKey(seals, { channel, id: told.id })
  const event = seals.post(talk.mailbox, JSON.stringify(told), eventAt(key))
  await put(tx, { key, channel, person, waits: 1, event })
}

const eventAt = (key: string) => ({ table: 'arrivals', row: key, field: 'event' }) as const

const inHouse = (seals: Seals, row: string, key: string, arrival: Omit<Arrival, 'channel'>) =>
  seals.house(row).seal(JSON.stringify(arrival), eventAt(key))

async function put(
  tx: Db,
  arrival: { key: string; channel: string; person: string; waits: number; event: Uint8Array },
): Promise<'stored' | 'seen'> {
  const seen = await tx.selectFrom('inbox').select('key').where('key', '=', arrival.key).executeTakeFirst()
  if (seen) return 'seen'
  const stored = await tx
    .insertInto('arrivals')
    .values({ ...arrival, event: Buffer.from(arrival.event), due: 0, tries: 0 })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst()
  return stored.numInsertedOrUpdatedRows === 1n ? 'stored' : 'seen'
}

/** Leases the oldest arrival of each conversation that has one waiting; the next one follows when that is taken in. */
export async function claimArrivals(
  engine: Engine,
  seals: Seals,
  limit: number,
  seconds: number,
): Promise<readonly Arrival[]> {
  const due = await engine.read((db) =>
    db
      .selectFrom('arrivals')
      .select('n')
      .where('waits', '=', 0)
      .where('due', '<=', engine.now)
      .limit(1)
      .executeTakeFirst(),
  )
  if (!due) return []
  const rows = await engine.write(async (tx) => {
    const heads = await tx
      .selectFrom('arrivals as a')
      .select('a.n')
      .where('a.waits', '=', 0)
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
    const numbers = heads.map((head) => head.n)
    return lease(tx, engine, numbers, seconds)
  })
  return rows.map(({ channel, person: row, key, event }): Arrival => {
    // Sealed here and nowhere else.
    const arrival = JSON.parse(seals.house(row).open(event, eventAt(key))) as Omit<Arrival, 'channel'>
    return { channel, ...arrival }
  })
}

/** Leases what was posted to the secret of one person. */
export async function claimWaiting(
  engine: Engine,
  seals: Seals,
  thread: Thread,
  limit: number,
  seconds: number,
): Promise<readonly Arrival[]> {
  const { channel, person, secret } = thread
  if (secret === undefined) return []
  const waiting = (db: Db) =>
    db
      .selectFrom('arrivals')
      .select('n')
      .where('channel', '=', channel)
      .where('person', '=', seals.row(thread))
      .where('waits', '=', 1)
      .where('due', '<=', engine.now)
      .orderBy('n')
  const due = await engine.read((db) => waiting(db).limit(1).executeTakeFirst())
  if (!due) return []
  const rows = await engine.write(async (tx) => {
    const heads = await waiting(tx)
      .limit(limit)
      .$if(engine.rowLocks, (query) => query.forUpdate().skipLocked())
      .execute()
    return lease(
      tx,
      engine,
      heads.map((head) => head.n),
      seconds,
    )
  })
  return rows.map(({ key, event }): Arrival => {
    // Posted by `tell` and nowhere else.
    const told = JSON.parse(seals.collect(secret, event, eventAt(key))) as Pick<Arrival, 'id' | 'event'>
    return { channel, person, secret, ...told }
  })
}

async function lease(tx: Db, engine: Engine, numbers: readonly number[], seconds: number) {
  if (numbers.length === 0) return []
  const rows = await tx
    .updateTable('arrivals')
    .set((eb) => ({ due: eb(engine.now, '+', seconds * 1000), tries: eb('tries', '+', 1) }))
    .where('n', 'in', numbers)
    .returning(['n', 'channel', 'person', 'key', 'event'])
    .execute()
  return rows.sort((a, b) => a.n - b.n)
}
