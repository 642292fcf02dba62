import { afterEach, describe, expect, test } from 'vitest'
import { apart } from '../../src/runtime/hand-in.ts'
import {
  type Arrival,
  type Channel,
  keptUntil,
  presence,
  startWorker,
  type Thread,
  take,
  takeWaiting,
} from '../../src/runtime/index.ts'
import { steady } from '../../src/runtime/steady.ts'
import { report } from '../support/house.ts'
import { type ScratchHouse, scratchHouse } from '../support/scratch-house.ts'
import { seals } from '../support/seals.ts'

const web: Thread = { channel: 'web', person: 'p', secret: Buffer.alloc(32, 1).toString('base64url') }
const pushed: Thread = { channel: 'push', person: 'userid' }
const said = (thread: Thread, id: string, text: string): Arrival => ({ ...thread, id, event: { type: 'said', text } })

let scratch: ScratchHouse
afterEach(() => scratch.close())

async function open() {
  const fed: Thread[] = []
  const channels: readonly Channel[] = [
    { name: 'web', delivery: 'log', committed: (thread) => void fed.push(thread) },
    { name: 'push', delivery: 'push', deliver: async () => undefined },
  ]
  scratch = await scratchHouse(channels)
  return { house: scratch.house, fed, log: (of: Thread) => scratch.house.store.conversations.log(of, 0, 200) }
}

/** @returns the case that was handed in. */
async function handsIn(thread: Thread, words: readonly string[]) {
  for (const [n, text] of [...words, '属实'].entries()) await take(scratch.house, said(thread, `r${n}`, text))
  const { state } = await scratch.house.store.conversations.load(thread)
  const found = await scratch.read(state?.case ?? '')
  if (!found)
    throw new Error(
      `nothing was handed in: ${JSON.stringify((await scratch.house.store.conversations.log(thread, 0, 99)).at(-1))}`,
    )
  return found
}

const signed = [
  '我要实名举报',
  '我叫李秀英 电话13812345678',
  '村支书王大贵',
  '前年开始到现在他把集体的鱼塘包给他弟弟',
  '村里都在传',
  '柳树村三组',
  '清河镇柳树村',
  '没有',
  '没告过',
]

async function officerAsks(id: string, text: string): Promise<void> {
  const { cases } = scratch.house.store
  const held = await cases.claim((await cases.byId(id))?.number ?? '', '3', scratch.clock.at)
  if (typeof held !== 'object') throw new Error('the case is free')
  const { number, fence, revision, state } = held
  const thread = (await scratch.read(id))!.thread
  const told = { thread, event: { type: 'told', case: id, text, question: text } } as const
  const audit = { who: 'officer:3', what: 'case.ask', object: number }
  const at = scratch.clock.at
  await cases.save({ key: text, number, officer: '3', fence, revision, state, closed: false, told, audit, at })
}

describe('a form that is handed in', () => {
  test('without a name takes no conversation with it', async () => {
    await open()
    const { form, heard } = await handsIn(web, report)
    expect(form.answers).toMatchObject({ mode: { value: '匿名' } })
    expect(heard).toEqual([])
  })

  test('with a name takes the conversation up to there with it, and what is said later stays the person’s own', async () => {
    const { house } = await open()
    const { id, heard } = await handsIn(web, signed)
    const masked = [...signed, '属实'].map((text) => text.replace('李秀英', apart).replace('13812345678', apart))
    expect(heard.flatMap((line) => (line.from === 'person' ? [line.text] : []))).toEqual(masked)
    const last = heard.at(-1)
    expect(last?.from === 'bot' && last.say.text).toContain('{{receipt}}')
    await take(house, said(web, 'later', '这话只对自己说'))
    expect(JSON.stringify(await scratch.read(id))).not.toContain('这话只对自己说')
  })

  test('leaves no line of it where the server key would open it, and all of them to whoever keeps a secret', async () => {
    const { log } = await open()
    await handsIn(pushed, report)
    expect((await log(pushed)).map((row) => row.from)).toEqual(['person', 'bot'])
    await handsIn({ ...web }, report)
    expect(JSON.stringify(await log(web))).toContain('水泥')
  })
})

describe('an officer’s question to somebody who keeps a secret', () => {
  const question = '那两车水泥是哪个牌子的？'
  const asked = async () => JSON.stringify(await scratch.house.store.conversations.log(web, 0, 200)).includes(question)

  test('comes at once to whoever is connected', async () => {
    const { house, fed } = await open()
    const { id } = await handsIn(web, report)
    const leave = house.present.attend(web)
    const worker = startWorker(house)
    fed.length = 0
    await officerAsks(id, question)
    worker.nudge()
    await expect.poll(() => fed.length, { timeout: 10_000 }).toBe(1)
    expect(await asked()).toBe(true)
    leave()
    await worker.stop()
    expect(scratch.faults).toEqual([])
  })

  test('waits for whoever is away, is taken once when they come, and no worker can take it before', async () => {
    const { house } = await open()
    const { id } = await handsIn(web, report)
    await officerAsks(id, question)
    const worker = startWorker(house)
    await take(house, said(pushed, 'x', '你好'))
    await expect.poll(async () => (await house.store.outbox.claim(9, 1)).length, { timeout: 10_000 }).toBe(0)
    await worker.stop()
    expect(await asked()).toBe(false)
    expect(await takeWaiting(house, { ...web, secret: Buffer.alloc(32, 2).toString('base64url') })).toBe(false)
    expect(await takeWaiting(house, web)).toBe(true)
    expect(await takeWaiting(house, web)).toBe(false)
    expect(await asked()).toBe(true)
    expect(scratch.faults).toEqual([])
  })

  test('that cannot be taken is reported, and keeps nobody from being heard', async () => {
    const { house } = await open()
    const { id } = await handsIn(web, report)
    await officerAsks(id, question)
    const { store } = house
    const down = { ...store.conversations, commit: () => Promise.reject(new Error('down')) }
    expect(await takeWaiting({ ...house, store: { ...store, conversations: down } }, web)).toBe(true)
    expect(scratch.faults).toHaveLength(1)
    expect((await take(house, said(web, 'on', '在吗'))).result).toBe('done')
  })
})

test('somebody is present until the last of their lines is closed', async () => {
  await open()
  const here = presence(seals)
  const row = seals.row(web)
  const [one, two] = [here.attend(web), here.attend({ ...web })]
  one()
  one()
  expect(here.from(row)).toEqual(web)
  two()
  expect(here.from(row)).toBeUndefined()
})

test('conversations are kept a week with a secret and a day without, up to the next whole hour', async () => {
  await open()
  expect(keptUntil(web, '2026-11-23T09:30:59+08:00')).toBe('2026-11-30T10:00:00+08:00')
  expect(keptUntil(pushed, '2026-11-23T09:00:00+08:00')).toBe('2026-11-24T10:00:00+08:00')
  expect(keptUntil(pushed, '2026-12-31T23:59:59+08:00')).toBe('2027-01-02T00:00:00+08:00')
})

test('a clock that jumps ahead lets nothing expire before its time', async () => {
  await open()
  const start = '2026-11-23T09:00:00+08:00'
  expect(steady('2026-11-23T10:00:00+08:00', start, 3_600_000)).toBe('2026-11-23T10:00:00+08:00')
  expect(steady('2026-11-24T10:00:00+08:00', start, 3_600_000)).toBe('2026-11-23T10:00:00+08:00')
  expect(steady('2026-11-22T10:00:00+08:00', start, 3_600_000)).toBe('2026-11-22T10:00:00+08:00')
  expect(steady('2027-01-01T00:00:00+08:00', '2026-12-31T23:30:00+08:00', 3_600_000)).toBe('2027-01-01T00:00:00+08:00')
})
