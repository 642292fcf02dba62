import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/runtime/index.ts'
import { openStore, type StoreOptions } from '../../src/store/index.ts'
import { postgresBin, startPostgres, type ThrowawayPostgres } from '../support/postgres.ts'
import { scratchFolder } from '../support/scratch.ts'
import { seals } from '../support/seals.ts'
import { hasBetterSqlite } from '../support/sqlite.ts'
import { draftId, lane, lanes, type Order } from '../support/submitter-order.ts'
import { type Submitters, submitters } from '../support/submitters.ts'

type Point = NonNullable<Order['killAt']>
const at = (sql: string, when: Point['when'], nth = 5): Point => ({ sql, when, nth })

/** Each step of a turn that hands in a form, and of an officer's deed. `undefined`: from outside, at no chosen moment. */
const sqlitePoints = [
  at('insert into "inbox"', 'after'),
  at('insert into "log"', 'after'),
  at('insert into "cases"', 'after'),
  at('delete from "drafts"', 'after'),
  at('insert into "arrivals"', 'after', 2),
  at('commit', 'before'),
  at('commit', 'after'),
]
const postgresPoints = [
  at('insert into "inbox"', 'after'),
  at('insert into "arrivals"', 'after', 2),
  at('commit', 'before'),
  at('commit', 'after'),
]
const fromOutside: readonly undefined[] = Array(3).fill(undefined)

describe.skipIf(!hasBetterSqlite)('killed on SQLite (needs better-sqlite3)', () => {
  const folder = scratchFolder()
  afterAll(folder.remove)
  killed({ dataDir: folder.path }, [...sqlitePoints, ...fromOutside])
})

describe.skipIf(!postgresBin)('killed on PostgreSQL (needs initdb and postgres on this machine)', () => {
  let server: ThrowawayPostgres
  const options: { -readonly [K in keyof StoreOptions]: StoreOptions[K] } = { dataDir: '', unsafe: true }
  beforeAll(async () => {
    server = await startPostgres()
    options.databaseUrl = await server.database()
  }, 60_000)
  afterAll(() => server.stop(), 60_000)
  killed(options, [...postgresPoints, ...fromOutside])
})

function killed(options: StoreOptions, points: readonly (Point | undefined)[]): void {
  let children: Submitters
  beforeAll(() => {
    children = submitters()
  })
  afterAll(() => children.end())

  test('at every step: what was acknowledged is there once, and what was not is there whole or not at all', async () => {
    const acknowledged: string[] = []
    for (const killAt of points) {
      // Enough for every lane to be in the middle of something; a chosen point is met long before the second figure.
      const most = killAt ? 5000 : 20 + Math.floor(Math.random() * 60)
      acknowledged.push(...(await children.round(killAt ? { ...options, killAt } : options, most)))
      const store = await openStore({ ...options, seals })
      await expect(check(store, acknowledged), `killed ${JSON.stringify(killAt)}`).resolves.toBeUndefined()
      await store.close()
    }
    expect(acknowledged.filter((line) => line.startsWith('form ')).length).toBeGreaterThan(points.length)
  }, 120_000)
}

/** A time at which every draft of the submitters may be opened. */
const opened = '2026-11-21T09:00:00+08:00'

async function check(store: Store, acknowledged: readonly string[]): Promise<void> {
  const said = (what: string) =>
    acknowledged.filter((line) => line.startsWith(`${what} `)).map((line) => line.slice(what.length + 1))

  // Whole or not at all: a conversation that says a form was handed in has the case and both lines of its log.
  const ids: string[] = []
  for (let n = 0; n < lanes; n++) {
    const { revision } = await store.conversations.load(lane(n))
    const log = await store.conversations.log(lane(n), 0, 100_000)
    expect(log.map((row) => row.seq)).toEqual(Array.from({ length: revision * 2 }, (_, seq) => seq + 1))
    for (let turn = 0; turn < revision; turn++) ids.push(`${n}-${turn}`)
    // Kept and replaced with the turn: the last draft is there, and none before it.
    for (let turn = Math.max(0, revision - 2); turn <= revision; turn++)
      expect(await store.drafts.sealed(draftId(n, turn), opened)).toBe(turn === revision - 1 ? 'sealed' : undefined)
  }
  const cases = await Promise.all(ids.map((id) => store.cases.byId(id)))
  const numbers = cases.map((each) => Number(each?.number.slice(2))).sort((a, b) => a - b)
  expect(numbers).toEqual(ids.map((_, n) => 1001 + n))
  expect((await store.cases.list({ today: '2026-11-21', limit: 1 })).total).toBe(ids.length)
  for (const each of cases) expect((await store.cases.byReceipt(`receipt:${each?.id}`))?.id).toBe(each?.id)

  // Acknowledged is there.
  expect(said('form').filter((id) => !ids.includes(id))).toEqual([])
  expect(new Set(said('form')).size).toBe(said('form').length)

  // A deed is its state, its message and what the person is told: all three, once.
  const told = (await store.conversations.claimArrivals(100_000, 0)).map(
    ({ event }) => event.type === 'told' && event.case,
  )
  const decided = cases.filter((each) => each?.state === 'accepted')
  expect(decided.filter((each) => each?.messages.length !== 1)).toEqual([])
  expect(told.sort()).toEqual(decided.map((each) => each?.id).sort())
  expect(said('deed').filter((id) => !told.includes(id))).toEqual([])

  // A reply that was delivered is not delivered again; every other one still waits.
  const waiting = (await store.outbox.claim(100_000, 0)).map((task) => task.key)
  expect(said('sent').filter((key) => waiting.includes(key))).toEqual([])
}
