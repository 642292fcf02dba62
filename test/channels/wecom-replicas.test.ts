import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, type Store, startWorker } from '../../src/runtime/index.ts'
import { openStore } from '../../src/store/index.ts'
import { postgresBin, startPostgres, type ThrowawayPostgres } from '../support/postgres.ts'
import { scratchHouse } from '../support/scratch-house.ts'
import { seals } from '../support/seals.ts'
import { callbackOf, postTo, textOf } from '../support/wecom-caller.ts'
import { openWecom, seconds } from '../support/wecom-subject.ts'

const people = 10
const each = 10

describe.skipIf(!postgresBin)('WeCom over two replicas (needs initdb and postgres on this machine)', () => {
  let server: ThrowawayPostgres
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server?.stop(), 60_000)

  test('messages delivered one to five times and shuffled over both are one turn each', async () => {
    const options = { databaseUrl: await server.database(), dataDir: '', unsafe: true, seals }
    const replicas = await Promise.all([replica(await openStore(options)), replica(await openStore(options))])
    let seed = 20261130
    const next = () => {
      seed = (seed * 48271) % 2147483647
      return seed
    }
    const messages = Array.from({ length: people * each }, (_, n) => ({ person: `p${n % people}`, id: String(n + 1) }))
    const copies = messages
      .flatMap((message, n) => Array.from({ length: 1 + (n % 5) }, () => ({ message, at: next() })))
      .sort((a, b) => a.at - b.at)
    const statuses = new Set<number>()
    for (let from = 0; from < copies.length; from += 100) {
      const batch = copies.slice(from, from + 100).map(async ({ message: { person, id } }, n) => {
        const { url, house } = replicas[n % 2]!
        const { status } = await postTo(url, callbackOf(textOf(person, id, `谢谢 ${id}`), seconds(house)))
        statuses.add(status)
      })
      await Promise.all(batch)
    }
    expect([...statuses]).toEqual([200])
    const count = async () =>
      Number(
        (
          await server.run(`select count(*) as n from log where entry like '%"from":"person"%'`, options.databaseUrl)
        )[0]?.['n'],
      )
    await expect.poll(count, { timeout: 200_000, interval: 200 }).toBe(people * each)
    const waiting = async () =>
      Number((await server.run('select count(*) as n from arrivals', options.databaseUrl))[0]?.['n'])
    await expect.poll(waiting, { timeout: 60_000, interval: 200 }).toBe(0)
    expect(await count()).toBe(people * each)
    const inbox = await server.run('select count(*) as n from inbox', options.databaseUrl)
    expect(Number(inbox[0]?.['n'])).toBe(people * each)
    for (const one of replicas) await one.close()
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
