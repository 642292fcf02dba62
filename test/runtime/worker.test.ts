import { afterEach, describe, expect, test } from 'vitest'
import {
  type Arrival,
  type Channel,
  startWorker,
  type Task,
  take,
  Undelivered,
  type Worker,
} from '../../src/runtime/index.ts'
import { report } from '../support/house.ts'
import { type ScratchHouse, scratchHouse } from '../support/scratch-house.ts'

const person = { channel: 'push', person: 'p' }
const said = (id: string, text: string): Arrival => ({ ...person, id, event: { type: 'said', text } })

interface Pushed {
  readonly task: Task
  readonly text: string
}

let scratch: ScratchHouse
let worker: Worker | undefined
afterEach(async () => {
  await worker?.stop()
  worker = undefined
  await scratch.close()
})

/** A house with one channel that is pushed to; `deliver` says what becomes of a delivery. */
async function open(deliver: (pushed: Pushed, n: number) => Promise<void> = async () => undefined) {
  const pushed: Pushed[] = []
  const channel: Channel = {
    name: 'push',
    delivery: 'push',
    async deliver(task, text) {
      await deliver({ task, text }, pushed.push({ task, text }))
    },
  }
  scratch = await scratchHouse([channel])
  return { house: scratch.house, pushed }
}

const count = (of: readonly unknown[]) => expect.poll(() => of.length, { timeout: 10_000 })

describe('the worker', () => {
  test('takes in what was stored for later, in order, and delivers each reply once', async () => {
    const { house, pushed } = await open()
    await house.store.conversations.receive(said('1', '我要匿名举报'))
    await house.store.conversations.receive(said('2', '柳树镇柳树村村支书周明'))
    await house.store.conversations.receive(said('2', '柳树镇柳树村村支书周明'))
    worker = startWorker(house)
    await count(pushed).toBe(2)
    await worker.stop()
    const { state } = await house.store.conversations.load(person)
    expect(state?.frame?.answers).toMatchObject({ mode: { value: '匿名' }, 'respondents[0].name': { value: '周明' } })
    expect(new Set(pushed.map((each) => each.task.key)).size).toBe(2)
    expect(await house.store.outbox.claim(10, 1)).toEqual([])
  })

  test('works at once when it is nudged, also while it is at work', async () => {
    const { house, pushed } = await open()
    worker = startWorker(house)
    for (let n = 0; n < 5; n++) {
      await house.store.conversations.receive(said(String(n), '你好'))
      worker.nudge()
    }
    await count(pushed).toBe(5)
  })

  test('tries a delivery that failed again, with the same key, and says what failed without its content', async () => {
    let failures = 1
    const { house, pushed } = await open(async () => {
      if (failures-- > 0) throw new Error('platform says no to 周明')
    })
    await take(house, said('1', '我要匿名举报柳树镇柳树村村支书周明'))
    worker = startWorker(house)
    await count(pushed).toBe(2)
    expect(pushed[0]?.task.key).toBe(pushed[1]?.task.key)
    expect(scratch.faults).toHaveLength(1)
  })

  test('gives up at once what the platform says is in vain, and what comes next is tried', async () => {
    const { house, pushed } = await open(async (_, n) => {
      if (n === 1) throw new Undelivered('never', 'left')
    })
    await take(house, said('1', '你好'))
    await take(house, said('2', '谢谢'))
    worker = startWorker(house)
    await count(pushed).toBe(2)
    await worker.stop()
    expect((await house.store.outbox.dead()).map((task) => task.key.split('/')[2])).toEqual(['1'])
  })

  test('waits as long as the platform asks, and a day at most', async () => {
    const { house } = await open(async (_, n) => {
      throw new Undelivered([5, 100_000][n - 1] ?? 'never', '429')
    })
    const waits: number[] = []
    const { outbox } = house.store
    const patient = {
      ...outbox,
      retry: (task: Task, seconds: number, why: string, dead?: boolean) => {
        waits.push(seconds)
        return outbox.retry(task, 0, why, dead)
      },
    }
    await take(house, said('1', '你好'))
    worker = startWorker({ ...house, store: { ...house.store, outbox: patient } })
    await count(waits).toBe(3)
    expect(waits.slice(0, 2)).toEqual([5, 86_400])
  })

  test('goes on hearing people while a platform does not take what is said to them', async () => {
    let release: () => void = () => undefined
    const { house } = await open(() => new Promise<void>((done) => (release = done)))
    worker = startWorker(house)
    await take(house, said('1', '你好'))
    worker.nudge()
    await house.store.conversations.receive(said('2', '匿名举报有人管吗'))
    worker.nudge()
    await expect
      .poll(async () => (await house.store.conversations.load(person)).state?.turn, { timeout: 10_000 })
      .toBe(2)
    release()
  })

  test('keeps the replies of one person in order when the first one fails', async () => {
    let failures = 1
    const { house, pushed } = await open(async () => {
      if (failures-- > 0) throw new Error('not now')
    })
    await take(house, said('1', '你好'))
    await take(house, said('2', '匿名举报有人管吗'))
    worker = startWorker(house)
    await count(pushed).toBe(3)
    expect(pushed.map((each) => each.task.key.split('/')[2])).toEqual(['1', '1', '2'])
  })

  test('shows a reply whose channel is not open as undelivered work, not as done', async () => {
    const { house } = await open()
    await take(house, said('1', '你好'))
    const other = { ...house, channels: new Map([['other', { ...house.channels.get('push')!, name: 'other' }]]) }
    worker = startWorker(other)
    await count(scratch.faults).toBe(1)
    await worker.stop()
    expect(String(scratch.faults[0])).toContain('no channel push')
  })

  test('puts the receipt into a message only on its way out, and masks every other number like it', async () => {
    const { house, pushed } = await open()
    for (const [n, text] of report.entries()) await take(house, said(String(n), text))
    await take(house, said('in', '属实'))
    worker = startWorker(house)
    await count(pushed).toBe(report.length + 1)
    const sent = pushed.at(-1)
    expect(sent?.text).toMatch(/\d{4}( \d{4}){4}/)
    expect(sent?.task.say.text).not.toMatch(/\d{4}( \d{4}){4}/)
  })

  test('goes on after a database that did not answer', async () => {
    const { house, pushed } = await open()
    const { claimArrivals } = house.store.conversations
    let down = true
    const flaky = {
      ...house.store,
      conversations: {
        ...house.store.conversations,
        claimArrivals: (limit: number, seconds: number) => {
          if (!down) return claimArrivals(limit, seconds)
          down = false
          return Promise.reject(new Error('gone'))
        },
      },
    }
    await house.store.conversations.receive(said('1', '你好'))
    worker = startWorker({ ...house, store: flaky })
    await count(scratch.faults).toBe(1)
    worker.nudge()
    await count(pushed).toBe(1)
  })

  test('ends after the work in hand', async () => {
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const { house, pushed } = await open(() => held)
    await take(house, said('1', '你好'))
    worker = startWorker(house)
    await count(pushed).toBe(1)
    const stopped = worker.stop()
    release()
    await stopped
    expect(await house.store.outbox.claim(10, 1)).toEqual([])
  })
})
