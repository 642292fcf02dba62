import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Store, Thread, Told } from '../../src/runtime/index.ts'
import { openStore } from '../../src/store/index.ts'
import { talks } from '../../src/vault/index.ts'
import { everythingIn, foundIn } from '../support/disguises.ts'
import { scratchFolder } from '../support/scratch.ts'
import { addressOf, seals } from '../support/seals.ts'
import { runSql } from '../support/sqlite.ts'
import { at, deed, handedIn, talked, turn } from '../support/turns.ts'

const secretOf = (n: number) => Buffer.alloc(32, n).toString('base64url')
const web: Thread = { channel: 'web', person: 'conversation-of-somebody', secret: secretOf(1) }
const wecom: Thread = { channel: 'wecom', person: 'userid-zhoumingming' }
const words = ['周明把两车水泥拉回了自己家', '那两车水泥是哪个牌子的？', '袋子上写的是天瑞牌水泥']
const told: Told = { type: 'told', case: 'c1', text: words[1]!, question: words[1]! }

let folder: ReturnType<typeof scratchFolder>
let store: Store
beforeEach(async () => {
  folder = scratchFolder()
  store = await openStore({ dataDir: folder.path, seals })
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

/** A conversation of two turns, whose form was handed in, so that an officer can write to it. */
async function talk(thread: Thread, push = false): Promise<void> {
  await store.conversations.commit(turn(thread, 'm1', 0, { push, newCase: handedIn(thread, 'c1') }))
  await store.conversations.commit(
    turn(thread, 'm2', 1, {
      push,
      state: talked(2, words[0]),
      log: [
        { key: `${thread.person}/m2/in`, from: 'person', text: words[0]!, clientId: words[2]! },
        { key: `${thread.person}/m2/0`, from: 'bot', say: { type: 'say', text: words[2]! } },
      ],
    }),
  )
}

async function officerAsks(key = 'ask', thread = web): Promise<void> {
  const seen = await store.cases.byId('c1')
  const held = await store.cases.claim(seen!.number, '3', at)
  if (typeof held !== 'object') throw new Error('the case is free')
  expect(await store.cases.save(deed(held, '3', key, { told: { thread: addressOf(thread), event: told } }))).toBe(
    'done',
  )
}

/** Rows of the file as they lie there, read past the store. */
function rowsOf(dataDir: string, sql: string): unknown[] {
  const db = new Database(join(dataDir, 'qingwen.db'), { readonly: true })
  try {
    return db.prepare(sql).all()
  } finally {
    db.close()
  }
}

/** What a thief of the folder but for the server key finds of what was said and of who said it. */
const stolen = () => foundIn(everythingIn(folder.path), [...words, web.person, web.secret!, wecom.person])

describe.each([
  ['with a secret', web],
  ['without one', wecom],
])('a conversation %s', (_, thread) => {
  test('is read back whole, also after a restart', async () => {
    await talk(thread)
    await store.close()
    store = await openStore({ dataDir: folder.path, seals })
    expect(await store.conversations.load(thread)).toMatchObject({ state: talked(2, words[0]), revision: 2 })
    expect((await store.conversations.log(thread, 2, 9)).map((row) => [row.seq, row.at])).toEqual([
      [3, at],
      [4, at],
    ])
  })

  test('with what waits for it and what is to be sent tells a thief of the database nothing', async () => {
    await talk(thread, thread === wecom)
    await officerAsks('ask', thread)
    await store.conversations.receive({ ...wecom, id: 'm3', event: { type: 'said', text: words[0]! } })
    await store.memory.keep('wecom', wecom.person, JSON.stringify({ at: wecom.person, of: words[0] }), 0)
    expect(stolen()).toEqual([])
    await store.close()
    expect(stolen()).toEqual([])
    store = await openStore({ dataDir: folder.path, seals })
  })

  test('opens under no other server key', async () => {
    await talk(thread)
    await store.close()
    store = await openStore({ dataDir: folder.path, seals: talks(Buffer.alloc(32, 8)) })
    expect(await store.conversations.load(thread)).toEqual({ state: undefined, revision: 0 })
    expect(await store.conversations.log(thread, 0, 9)).toEqual([])
  })

  test('does not open when a row was moved to another place or an older one put back', async () => {
    await talk(thread)
    await store.conversations.commit(turn({ ...thread, person: 'other' }, 'o1', 0))
    const [mine, other] = [seals.row(thread), seals.row({ ...thread, person: 'other' })]
    await runSql(
      folder.path,
      'create table kept as select * from conversations; create table lines as select * from log',
    )
    await store.conversations.commit(turn(thread, 'm3', 2))
    const broken = async (sql: string, read: () => Promise<unknown>) => {
      await runSql(folder.path, sql)
      await expect(read(), sql).rejects.toThrow('does not open')
    }
    await broken(
      `update conversations set state = (select state from kept where person = '${mine}') where person = '${mine}'`,
      () => store.conversations.load(thread),
    )
    await broken(
      `update conversations set state = (select state from kept where person = '${other}') where person = '${mine}'`,
      () => store.conversations.load(thread),
    )
    await broken(
      `update log set entry = (select entry from lines where person = '${mine}' and seq = 1) where person = '${mine}' and seq = 2`,
      () => store.conversations.log(thread, 0, 9),
    )
  })
})

test('a wrong secret, and none, is answered as a conversation that never was', async () => {
  await talk(web)
  await officerAsks()
  const { secret: _, ...none } = web
  for (const thread of [{ ...web, secret: secretOf(2) }, none, { ...web, person: 'nobody' }]) {
    expect(await store.conversations.load(thread)).toEqual({ state: undefined, revision: 0 })
    expect(await store.conversations.log(thread, 0, 9)).toEqual([])
    expect(await store.conversations.claimWaiting(thread, 9, 60)).toEqual([])
  }
})

test('with database and server key, what is under a secret stays closed', async () => {
  await talk(web)
  await officerAsks()
  const row = seals.row(web)
  const read = (sql: string) => rowsOf(folder.path, sql)[0] as { life: string; sealed: Buffer; field: string }
  const state = read(`select life, state as sealed, 'state 2' as field from conversations where person = '${row}'`)
  const line = read(`select '' as life, entry as sealed, key as field from log where person = '${row}'`)
  const event = read(`select '' as life, event as sealed, key as field from arrivals where person = '${row}'`)
  // Every key that can be made without the secret.
  const { secret: _, ...none } = web
  const keys = [seals.talk(none, state.life), seals.talk(none, ''), seals.house(row), seals.house(event.field)]
  for (const key of keys) {
    expect(() => key.open(state.sealed, { table: 'conversations', row, field: state.field })).toThrow('does not open')
    expect(() => key.open(line.sealed, { table: 'log', row, field: line.field })).toThrow('does not open')
    expect(() => key.open(event.sealed, { table: 'arrivals', row: event.field, field: 'event' })).toThrow(
      'does not open',
    )
  }
  const mine = seals.talk(web, state.life)
  expect(mine.open(state.sealed, { table: 'conversations', row, field: state.field })).toContain(words[0])
  expect(mine.open(line.sealed, { table: 'log', row, field: line.field })).toContain('第 1 句')
})

describe('what an officer does for somebody who keeps a secret', () => {
  test('waits until they are here, is handed out in order and once, and to nobody else', async () => {
    await talk(web)
    await officerAsks('first')
    await officerAsks('second')
    expect(await store.conversations.claimArrivals(9, 60)).toEqual([])
    const waiting = await store.conversations.waiting(0, 9)
    expect(waiting.map((each) => each.row)).toEqual([seals.row(web), seals.row(web)])
    expect(await store.conversations.waiting(waiting.at(-1)!.n, 9)).toEqual([])
    const [first, second] = await store.conversations.claimWaiting(web, 9, 60)
    expect(first).toMatchObject({ ...web, event: told, id: expect.stringContaining('first') })
    expect(second?.id).toContain('second')
    expect(await store.conversations.claimWaiting(web, 9, 60)).toEqual([])
    await store.conversations.commit(turn(web, first!.id, 2))
    await store.conversations.commit(turn(web, second!.id, 3))
    expect(await store.conversations.waiting(0, 9)).toEqual([])
  })

  test('is dropped where their conversation is gone, and stands in the case', async () => {
    await talk(web)
    await store.conversations.sweep('2027-01-01T00:00:00+08:00')
    await officerAsks()
    expect(await store.conversations.waiting(0, 9)).toEqual([])
    expect((await store.cases.byId('c1'))?.revision).toBeGreaterThan(1)
  })
})

describe('a conversation nobody comes back to', () => {
  test.each([
    ['after a week under a secret', web, '2026-11-28T09:59:59+08:00', '2026-11-28T10:00:00+08:00'],
    ['after a day without one', wecom, '2026-11-22T09:59:59+08:00', '2026-11-22T10:00:00+08:00'],
  ])('is deleted %s, and not before', async (_, thread, before, then) => {
    await store.conversations.commit(turn(thread, 'm1', 0))
    expect(await store.conversations.sweep(before)).toBe(0)
    expect((await store.conversations.load(thread)).revision).toBe(1)
    expect(await store.conversations.sweep(then)).toBe(1)
    expect(await store.conversations.load(thread)).toEqual({ state: undefined, revision: 0 })
    expect(await store.conversations.log(thread, 0, 9)).toEqual([])
    expect(await store.conversations.commit(turn(thread, 'm1', 0))).toBe('seen')
    expect(await store.conversations.commit(turn(thread, 'm9', 0))).toBe('done')
  })

  test('leaves nothing of its address beside the sealed case: the person is told all the same, as a new beginning', async () => {
    await talk(wecom)
    expect(await store.conversations.sweep('2026-12-01T00:00:00+08:00')).toBe(1)
    expect(rowsOf(folder.path, 'select * from conversations')).toEqual([])
    expect(await store.conversations.log(wecom, 0, 9)).toEqual([])
    expect(await store.conversations.load(wecom)).toEqual({ state: undefined, revision: 0 })
    await officerAsks('ask', wecom)
    const [arrival] = await store.conversations.claimArrivals(9, 60)
    expect(arrival).toMatchObject({ ...wecom, event: told })
    expect(await store.conversations.commit(turn(wecom, arrival!.id, 0))).toBe('done')
    expect((await store.conversations.log(wecom, 0, 9)).map((row) => row.seq)).toEqual([1, 2])
  })

  test('makes a turn that had read it start again', async () => {
    await talk(wecom)
    const { state: _, ...read } = await store.conversations.load(wecom)
    await store.conversations.sweep('2026-12-01T00:00:00+08:00')
    expect(await store.conversations.commit({ ...turn(wecom, 'm3', 2), ...read })).toBe('stale')
    // The same revision again, but of another life.
    await store.conversations.commit(turn(web, 'w1', 0))
    const old = await store.conversations.load(web)
    await store.conversations.sweep('2027-01-01T00:00:00+08:00')
    await store.conversations.commit(turn(web, 'w2', 0))
    expect(await store.conversations.commit({ ...turn(web, 'w3', 1), life: old.life! })).toBe('stale')
  })
})

test('a turn that forgets leaves its own lines and none before', async () => {
  await talk(wecom)
  const { state: _, ...read } = await store.conversations.load(wecom)
  await store.conversations.commit({ ...turn(wecom, 'm3', 2, { forgets: true }), ...read })
  expect((await store.conversations.log(wecom, 0, 9)).map((row) => row.seq)).toEqual([5, 6])
  expect(await store.conversations.load(wecom)).toMatchObject({ state: talked(3), revision: 3 })
  expect((await store.conversations.load(wecom)).life).not.toBe(read.life)
})

test('all rows have sizes that say little: powers of two and the same few bytes', async () => {
  for (const [n, text] of ['一', '二'.repeat(300), '三'.repeat(2000)].entries())
    await store.conversations.commit(
      turn(web, `m${n}`, n, { log: [{ key: `k${n}`, from: 'person', text }], state: talked(n, text) }),
    )
  await store.close()
  const sizes = rowsOf(folder.path, 'select length(entry) as size from log order by seq') as { size: number }[]
  expect(sizes.map(({ size }) => size - 29)).toEqual([1024, 1024, 8192])
  store = await openStore({ dataDir: folder.path, seals })
})

test('a store opened without seals takes in no word', async () => {
  const other = scratchFolder()
  const bare = await openStore({ dataDir: other.path })
  await expect(bare.conversations.commit(turn(web, 'm1', 0))).rejects.toThrow('sealed or not kept')
  await expect(bare.conversations.receive({ ...wecom, id: '1', event: { type: 'said', text: 'x' } })).rejects.toThrow(
    'sealed or not kept',
  )
  await bare.close()
  other.remove()
})
