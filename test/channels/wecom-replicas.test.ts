import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, type Store, startWorker } from '../../src/runtime/index.ts'
import { openStore } from '../../src/store/index.ts'
import { postgresBin, startPostgres, type ThrowawayPostgres } from '../support/postgres.ts'
import { scratchHouse } from '../support/scratch-house.ts'
import { seals } from '../support/seals.ts'
import { callbackOf, postTo, textOf } from '../support/wecom-caller.ts'
import { openWecom, seconds } from '../support/wecom-subject.ts'

/** `QINGWEN_CALLBACKS=1000` for the figure itself; what is sent by default takes seconds. */
const count = Number(process.env['QINGWEN_CALLBACKS'] ?? 100)
const people = 10

/** So many messages, each one to five times, shuffled, the copies going to the replicas in turn. @returns the statuses met. */
async function deliver(replicas: readonly Awaited<ReturnType<typeof replica>>[]): Promise<readonly number[]> {
  let seed = 20261130
  const next = () => {
    seed = (seed * 48271) % 2147483647
    return seed
  }
  const messages = Array.from({ length: count }, (_, n) => ({ person: `p${n % people}`, id: String(n + 1) }))
  const copies = messages
    .flatMap((message, n) => Array.from({ length: 1 + (n % 5) }, () => ({ message, at: next() })))
    .sort((a, b) => a.at - b.at)
  const statuses = new Set<number>()
  for (let from = 0; from < copies.length; from += 100) {
    const batch = copies.slice(from, from + 100).map(async ({ message: { person, id } }, n) => {
      const { url, house } = replicas[n % replicas.length]!
      const { status } = await postTo(url, callbackOf(textOf(person, id, `谢谢 ${id}`), seconds(house)))
      statuses.add(status)
    })
    await Promise.all(batch)
  }
  return [...statuses]
}

/** What all of them said, as the conversations keep it. */
async function saidIn({ conversations }: Store): Promise<readonly string[]> {
  const threads = Array.from({ length: people }, (_, n) => ({ channel: 'wecom', person: `p${n}` }))
  const logs = await Promise.all(threads.map((thread) => conversations.log(thread, 0, 10_000)))
  return logs.flat().flatMap((row) => (row.from === 'person' ? [row.text] : []))
}

test('over two houses on one SQLite store, messages delivered one to five times and shuffled are one turn each', async () => {
  const scratch = await scratchHouse([])
  const { store } = scratch.house
  // The store is closed with the house that opened it.
  const shared: Store = { ...store, close: async () => undefined }
  const replicas = await Promise.all([replica(shared), replica(shared)])
  expect(await deliver(replicas)).toEqual([200])
  const turns = () => saidIn(store)
  await expect.poll(async () => (await turns()).length, { timeout: 200_000, interval: 100 }).toBe(count)
  // Every copy was taken before the last turn was: none is left to make another.
  expect(new Set(await turns()).size).toBe(count)
  for (const one of replicas) await one.close()
  expect(await turns()).toHaveLength(count)
  await scratch.close()
}, 300_000)

describe.skipIf(!postgresBin)('WeCom over two replicas (needs initdb and postgres on this machine)', () => {
  let server: ThrowawayPostgres
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server?.stop(), 60_000)

  test('messages delivered one to five times and shuffled over both are one turn each', async () => {
    const options = { databaseUrl: await server.database(), dataDir: '', unsafe: true, seals }
    // A store of its own to look through: the rows themselves are sealed.
    const looking = await openStore(options)
    const replicas = await Promise.all([replica(await openStore(options)), replica(await openStore(options))])
    expect(await deliver(replicas)).toEqual([200])
    const turns = async () => (await saidIn(looking)).length
    await expect.poll(turns, { timeout: 200_000, interval: 200 }).toBe(count)
    const waiting = async () =>
      Number((await server.run('select count(*) as n from arrivals', options.databaseUrl))[0]?.['n'])
    await expect.poll(waiting, { timeout: 60_000, interval: 200 }).toBe(0)
    expect(await turns()).toBe(count)
    const inbox = await server.run('select count(*) as n from inbox', options.databaseUrl)
    expect(Number(inbox[0]?.['n'])).toBe(count)
    for (const one of replicas) await one.close()
    await looking.close()
  }, 300_000)
})

/** A whole house of its own on this store, with its callback and its worker. */
async function replica(store: Store) {
  const scratch = await scratchHouse([])
  const channels = new Map()
  const house: House = { ...scratch.house, store, channels }
  let nudge: () => void = () => undefined
  const open = await openWecom(house, () => nudge())
  channels.set('wecom', open.wecom.channel)
  const worker = startWorker(house)
  nudge = worker.nudge
  return {
    url: open.url,
    house,
    async close() {
      await worker.stop()
      await open.close()
      await store.close()
      await scratch.close()
    },
  }
}
