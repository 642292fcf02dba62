import { afterEach, describe, expect, test } from 'vitest'
import { Refused } from '../../src/base/index.ts'
import { type Arrival, type House, type Store, type Thread, take } from '../../src/runtime/index.ts'
import { report } from '../support/house.ts'
import { type ScratchHouse, scratchHouse } from '../support/scratch-house.ts'

const thread: Thread = { channel: 'web', person: 'p' }
const said = (id: string, text: string, of: Thread = thread): Arrival => ({ ...of, id, event: { type: 'said', text } })

let scratch: ScratchHouse | undefined
afterEach(async () => {
  await scratch?.close()
  scratch = undefined
})

/** A house whose web channel notes what it was told about, and how much of the log stood then. */
async function open(parts: Partial<House> = {}) {
  const told: number[] = []
  const opened = await scratchHouse(
    [
      {
        name: 'web',
        delivery: 'log',
        committed: () => void opened.house.store.conversations.log(thread, 0, 100).then((log) => told.push(log.length)),
      },
    ],
    parts,
  )
  scratch = opened
  return { ...opened, told, log: () => opened.house.store.conversations.log(thread, 0, 100) }
}

/** The store with some of its conversations' deeds replaced. */
const storeWith = (store: Store, conversations: Partial<Store['conversations']>): Store => ({
  ...store,
  conversations: { ...store.conversations, ...conversations },
})

describe('a turn', () => {
  test('writes what was heard and what is said, in this order, and then tells the channel', async () => {
    const { house, told, log } = await open()
    const { result, says } = await take(house, said('1', '匿名举报有人管吗'))
    expect(result).toBe('done')
    expect(says.length).toBeGreaterThan(0)
    expect((await log()).map((row) => [row.seq, row.from, row.at])).toEqual([
      [1, 'person', '2026-11-23T09:30:00+08:00'],
      [2, 'bot', '2026-11-23T09:30:00+08:00'],
    ])
    expect(told).toEqual([2])
  })

  test('that comes again changes nothing', async () => {
    const { house, log } = await open()
    await take(house, said('1', '我要匿名举报'))
    const before = [await house.store.conversations.load(thread), await log()]
    expect((await take(house, said('1', '我要匿名举报'))).result).toBe('seen')
    expect((await take(house, said('1', '别的话'))).result).toBe('seen')
    expect([await house.store.conversations.load(thread), await log()]).toEqual(before)
  })

  test('that could not be written tells nobody anything', async () => {
    const { house, told, log } = await open()
    const full = storeWith(house.store, {
      commit: () => Promise.reject(new Refused('notSaved', { retryAfter: 5 })),
    })
    await expect(take({ ...house, store: full }, said('1', '在吗'))).rejects.toMatchObject({ code: 'notSaved' })
    expect(told).toEqual([])
    expect(await log()).toEqual([])
    expect((await take(house, said('1', '在吗'))).result).toBe('done')
  })

  test('that loses against another starts again from what the other left', async () => {
    const { house } = await open()
    let between = async () => void (await take(house, said('other', '匿名')))
    const { load } = house.store.conversations
    const slow = storeWith(house.store, {
      async load(of) {
        const read = await load(of)
        await between()
        between = async () => undefined
        return read
      },
    })
    await take(house, said('1', '我要举报'))
    const { state } = await take({ ...house, store: slow }, said('2', '柳树镇柳树村村支书周明'))
    expect(state.frame?.answers).toMatchObject({
      mode: { value: '匿名' },
      'respondents[0].name': { value: '周明' },
    })
  })

  test('that loses again and again gives up and says so', async () => {
    const { house } = await open()
    let tries = 0
    const crowded = storeWith(house.store, {
      async commit() {
        tries++
        return 'stale'
      },
    })
    await expect(take({ ...house, store: crowded }, said('1', '在吗'))).rejects.toMatchObject({
      code: 'stale',
      retryAfter: 1,
    })
    expect(tries).toBeGreaterThan(3)
    expect(tries).toBeLessThan(20)
  })

  test('goes on when the answers cannot be looked up, and the form stays as it was', async () => {
    const { house, faults } = await open({ answerer: { answer: () => Promise.reject(new Error('index gone')) } })
    await take(house, said('1', '我要匿名举报柳树镇柳树村村支书周明'))
    const before = (await house.store.conversations.load(thread)).state?.frame?.answers
    const { says } = await take(house, said('2', '实名举报多少天内告诉我受理没有？'))
    expect(says.map((each) => each.text).join('\n')).toContain('这会儿查不了规定')
    expect((await house.store.conversations.load(thread)).state?.frame?.answers).toEqual(before)
    expect(faults).toHaveLength(1)
  })

  test('of one person leaves another’s conversation alone', async () => {
    const { house } = await open()
    const other: Thread = { channel: 'web', person: 'q' }
    await take(house, said('1', '我要匿名举报'))
    await take(house, said('2', '你好', other))
    expect((await house.store.conversations.load(other)).state?.frame).toBeUndefined()
    expect((await house.store.conversations.load(thread)).state?.frame?.flow).toBe('report')
  })

  test('starts at the place of the office where one is set', async () => {
    const { house } = await open({ area: '许昌市' })
    expect((await take(house, said('1', '你好'))).state.area).toBe('许昌市')
  })
})

describe('a form that is handed in', () => {
  async function handIn(house: House) {
    for (const [n, text] of report.entries()) await take(house, said(`r${n}`, text))
    return take(house, said('in', '属实'))
  }

  test('is a case, its receipt, its audit line and its reply at once', async () => {
    const { house, log, read } = await open()
    const { state, events } = await handIn(house)
    expect(events).toContain('report_submitted')
    const filed = await read(state.case ?? '')
    expect(filed).toMatchObject({ kind: 'report', state: '待受理', closed: false, identity: false, heard: [] })
    expect(filed?.thread.channel).toBe('web')
    expect((await log()).at(-1)).toMatchObject({ from: 'bot', case: filed?.id, say: { receipt: true } })
    const { rows } = await house.store.audit.list({ limit: 10 })
    expect(rows).toContainEqual(expect.objectContaining({ what: 'form.submitted', who: 'person', object: filed?.id }))
    expect(JSON.stringify(rows)).not.toContain('周明')
  })

  test('shows a receipt that opens it, and that stands in no row', async () => {
    const { house, log } = await open()
    const { state } = await handIn(house)
    const receipt = house.receipts.show((await house.store.cases.receiptNonce(state.case ?? '')) ?? '')
    expect((await house.store.cases.byReceipt((await house.receipts.idOf(receipt)) ?? ''))?.id).toBe(state.case)
    const rows = JSON.stringify([await log(), await house.store.conversations.load(thread)])
    expect(rows.replace(/\D/g, '')).not.toContain(receipt.replace(/\D/g, ''))
  })

  test('has its receipt hidden for good once its last four digits were said, and not before', async () => {
    const { house } = await open()
    const { state } = await handIn(house)
    const nonce = () => house.store.cases.receiptNonce(state.case ?? '')
    const receipt = house.receipts.show((await nonce()) ?? '')
    const wrong = String((Number(receipt.slice(-4)) + 1) % 10_000).padStart(4, '0')
    await take(house, said('wrong', wrong))
    expect(await nonce()).toBeDefined()
    await take(house, said('right', receipt.slice(-4)))
    expect(await nonce()).toBeUndefined()
  })

  test('of a kind that has no life in bot/cases fails before anything is written', async () => {
    const { house, log } = await open({ kinds: [] })
    await expect(handIn(house)).rejects.toThrow('no kind report')
    expect((await log()).at(-1)).toMatchObject({ from: 'bot', say: { text: expect.stringContaining('属实') } })
    expect((await house.store.cases.list({ today: '2026-11-23', limit: 10 })).total).toBe(0)
  })
})
