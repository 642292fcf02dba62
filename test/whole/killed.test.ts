import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atDesk, fillsReport, type Person, person, tokenOf } from '../support/house.ts'
import { listen } from '../support/line.ts'
import { type MortalHouse, type MortalHouses, mortalHouses } from '../support/mortal-houses.ts'
import { asking, handingIn, type Order, type Point } from '../support/mortal-order.ts'
import { postgresBin, startPostgres, type ThrowawayPostgres } from '../support/postgres.ts'
import { scratchFolder } from '../support/scratch.ts'
import { hasBetterSqlite, runSql } from '../support/sqlite.ts'

interface Queue {
  readonly cases: readonly { readonly number: string }[]
  readonly total: number
}

/** A database the houses die on. */
interface Ground {
  readonly environment: Readonly<Record<string, string>>
  /** Its officer; another on each, because a telephone is bound to one house. */
  readonly account: string
  /** Lets every lease of a dead process run out now, instead of in a minute. */
  expire(): Promise<void>
}

const expiry = 'update arrivals set due = 0'

describe.skipIf(!hasBetterSqlite)('killed on SQLite (needs better-sqlite3)', () => {
  const folder = scratchFolder()
  afterAll(folder.remove)
  survives(
    () => ({
      account: 'wang',
      environment: { PORT: '0', QINGWEN_DATA: folder.path },
      expire: () => runSql(folder.path, expiry),
    }),
    handingIn,
    asking,
  )
})

describe.skipIf(!postgresBin)('killed on PostgreSQL (needs initdb and postgres on this machine)', () => {
  const folder = scratchFolder()
  let server: ThrowawayPostgres
  let url: string
  beforeAll(async () => {
    server = await startPostgres({ fsync: true })
    url = await server.database()
  }, 120_000)
  afterAll(async () => {
    await server.stop()
    folder.remove()
  }, 120_000)
  survives(
    () => ({
      account: 'li',
      environment: { PORT: '0', QINGWEN_DATA: folder.path, DATABASE_URL: url },
      expire: async () => void (await server.run(expiry, url)),
    }),
    // The steps at which the database decides; those outside it are the same on both.
    ['before the commit', 'after the commit, before anything is told'],
    ['when the question is taken up'],
  )
})

function survives(opened: () => Ground, whenHandingIn: readonly Point[], whenAsking: readonly Point[]): void {
  let ground: Ground
  let houses: MortalHouses
  let house: MortalHouse
  let token: string
  /** Every receipt that was ever shown. */
  const receipts: string[] = []

  const next = async (order: Omit<Order, 'environment'>) => {
    house = await houses.next({ environment: ground.environment, ...order })
    return house
  }
  /** A house that dies at a point, in the place of whatever is left of the last one. */
  const begin = async (dies: Point) => {
    house.kill('SIGKILL')
    await house.ended
    await ground.expire()
    return next({ dies })
  }
  /** The house has killed itself; another one goes on. */
  const restart = async () => {
    // One that lives on has not met its point, and would keep this waiting for ever.
    const overdue = setTimeout(() => house.kill('SIGTERM'), 20_000)
    const how = await house.ended
    clearTimeout(overdue)
    await ground.expire()
    await next({})
    expect(how).toBe('SIGKILL')
  }
  const desk = () => atDesk(house.url, token)

  beforeAll(async () => {
    ground = opened()
    houses = mortalHouses()
    await next({ account: ground.account })
    token = await tokenOf(house.url, ground.account)
  }, 120_000)
  afterAll(() => houses.end())

  test.each(whenHandingIn)(
    '%s: the form is there once, and sent again it gets the one receipt',
    async (point) => {
      await begin(point)
      const before = await person(house.url)
      await fillsReport(before)
      // Whatever the client heard: its process died, so it cannot know, and will send again.
      const first = await before.say('属实', 'last').then(shown, () => undefined)
      await restart()

      const after = await person(house.url, before.chat)
      const heard = await after.say('属实', 'last').then(shown)
      const receipt = (await after.all()).flatMap((each) => each.receipt ?? [])
      expect(receipt).toHaveLength(1)
      if (first !== undefined) expect(receipt).toEqual([first])
      if (heard !== undefined) expect(receipt).toEqual([heard])
      receipts.push(receipt[0]!) // One, as was expected above.
      expect(new Set(receipts).size).toBe(receipts.length)
      expect((await desk().get<Queue>('/cases')).total).toBe(receipts.length)
      for (const each of receipts) expect(await opens(each)).toBe(true)

      // The conversation goes on where it was: what it waits for now is the receipt's tail.
      await after.say(receipt[0]!.slice(-4))
      expect((await after.all()).flatMap((each) => each.receipt ?? [])).toEqual([])
      house.kill('SIGKILL')
    },
    120_000,
  )

  test.each(whenAsking)(
    '%s: an officer’s question reaches the person, once',
    async (point) => {
      await begin(point)
      const before = await person(house.url)
      // Connected, so that the house has the secret with which the question can be taken up.
      await listen(before.chat.streamUrl)
      await fillsReport(before)
      const receipt = await before.say('属实').then(shown)
      receipts.push(receipt!) // The process dies later, so this was shown.
      const { number } = (await desk().get<Queue>('/cases?state=待受理&holder=free&limit=200')).cases.at(-1)!
      expect((await desk().post(`/cases/${number}/claim`)).status).toBe(200)
      const question = `那两车水泥运了几趟（${point}）？`
      const asked = () =>
        desk().post(`/cases/${number}/actions`, { action: 'ask', reason: question }, { 'idempotency-key': point })
      await asked().catch(() => undefined)
      await restart()

      expect((await asked()).status).toBe(200)
      const after = await person(house.url, before.chat)
      const times = async () =>
        (await after.all()).filter((each) => each.from === 'bot' && each.text.includes(question)).length
      await expect.poll(times, { timeout: 20_000 }).toBe(1)
      await after.say('两趟')
      const file = await desk().get<{ messages: readonly { from: string; text: string }[] }>(`/cases/${number}`)
      expect(file.messages.map((each) => each.from)).toEqual(['officer', 'person'])
      expect(await times()).toBe(1)
      house.kill('SIGKILL')
    },
    120_000,
  )

  const opens = async (receipt: string) =>
    (await (await person(house.url)).say(receipt)).some((each) => each.text.includes('完整收到'))
}

const shown = (heard: Awaited<ReturnType<Person['say']>>) => heard.find((each) => each.receipt)?.receipt
