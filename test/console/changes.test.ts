import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DeskCase, Standing } from '../../src/console/index.ts'
import { type Desk, file, type Office, openOffice, seat } from '../support/office.ts'

let office: Office
let mine: Desk
let other: Desk
let number = ''

beforeAll(async () => {
  office = await openOffice()
  mine = await seat(office)
  other = await seat(office)
})
afterAll(() => office.close())
beforeEach(async () => {
  const cite = 'nat.rule.realname.ack15'
  const clock = { id: 'acceptance', cite, length: { workingDays: 15 }, began: '2026-11-23', pauses: [] }
  number = (await file(office, { due: '2026-12-14', dueCite: cite, clocks: [clock] })).number
})

const post = (desk: Desk, path: string, body?: object, key?: string) =>
  desk.call<Standing & { code?: string }>(`/api/v1/cases/${number}/${path}`, {
    method: 'POST',
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...(key ? { headers: { 'idempotency-key': key } } : {}),
  })
const deeds = async () => (await office.store.audit.list({ object: number, limit: 200 })).rows.map(({ what }) => what)

describe('claiming', () => {
  it('gives a case to one of fifty clients who want it at once, and the other forty-nine hear why not', async () => {
    const fifty = await Promise.all(Array.from({ length: 50 }, () => seat(office)))
    const answers = await Promise.all(fifty.map((desk) => post(desk, 'claim')))
    const won = answers.filter(({ status }) => status === 200)
    expect(won).toHaveLength(1)
    expect(answers.filter(({ status, body }) => status === 409 && body.code === 'notYours')).toHaveLength(49)
    expect((await deeds()).filter((what) => what === 'case.claimed')).toEqual(['case.claimed'])
    const held = await office.store.cases.byNumber(number)
    expect(held?.fence).toBe(won[0]?.body.fence)
  })

  it('again by the holder changes nothing and leaves no second line', async () => {
    const [first, second] = [await post(mine, 'claim'), await post(mine, 'claim')]
    expect(second.body).toEqual(first.body)
    expect((await deeds()).filter((what) => what === 'case.claimed')).toHaveLength(1)
  })

  it('is undone by releasing, and only by the holder', async () => {
    await post(mine, 'claim')
    expect((await post(other, 'release')).body.code).toBe('notYours')
    expect((await post(mine, 'release')).body.holder).toBeUndefined()
    expect((await post(mine, 'release')).status).toBe(200)
    expect((await post(other, 'claim')).status).toBe(200)
    expect((await deeds()).filter((what) => what === 'case.released')).toHaveLength(1)
  })
})

describe('deciding', () => {
  it('moves the case, tells the person, writes one audit line and wakes the runtime', async () => {
    await post(mine, 'claim')
    const before = office.told()
    const { body } = await post(mine, 'actions', { action: 'ask', reason: '大概几袋？' })
    expect(body).toMatchObject({ number, state: '待补充', closed: false, due: '2026-12-14' })
    expect(office.told()).toBe(before + 1)
    const found = await office.store.cases.byNumber(number)
    const read = await office.holder?.case(found!) // made before each test
    expect(read?.messages).toEqual([{ at: office.clock.at, from: 'officer', text: '大概几袋？', question: true }])
    const arrivals = await office.store.conversations.claimArrivals(100, 60)
    const told = arrivals.filter(({ event }) => event.type === 'told' && event.case === found?.id)
    expect(told).toMatchObject([{ event: { question: '大概几袋？' } }])
    const { rows } = await office.store.audit.list({ object: number, limit: 1 })
    expect(rows[0]).toMatchObject({ who: `officer:${mine.officer.id}`, what: 'case.ask', note: '待受理 → 待补充' })
  })

  it.each([
    ['while nobody holds it', false, 'accept', 'notYours'],
    ['while nobody holds it, even what the state would not allow', false, 'close', 'notYours'],
    ['what this state does not allow', true, 'close', 'illegalMove'],
    ['what does not exist', true, 'burn', 'illegalMove'],
    ['without the reason it needs', true, 'transfer', 'badRequest'],
  ])('is refused %s', async (_, claimed, action, code) => {
    if (claimed) await post(mine, 'claim')
    const { body } = await post(mine, 'actions', { action, reason: '' })
    expect(body.code).toBe(code)
    expect((await office.store.cases.byNumber(number))?.state).toBe('待受理')
  })

  it('is refused on a case somebody else holds, or that was released and claimed by another since', async () => {
    await post(other, 'claim')
    expect((await post(mine, 'actions', { action: 'accept' })).body.code).toBe('notYours')
    await post(other, 'release')
    await post(mine, 'claim')
    expect((await post(other, 'actions', { action: 'accept' })).body.code).toBe('notYours')
  })

  it('is refused over what the officer has not seen', async () => {
    const { body } = await post(mine, 'claim')
    await post(mine, 'actions', { action: 'ask', reason: '问一句' })
    const late = await post(mine, 'actions', { action: 'accept', revision: body.revision })
    expect(late.body.code).toBe('stale')
  })

  it('sent twice under one key happens once, even when the case has moved on', async () => {
    await post(mine, 'claim')
    const send = () => post(mine, 'actions', { action: 'accept', reason: '好' }, 'key-1')
    const both = await Promise.all([send(), send()])
    const third = await send()
    expect([...both, third].map(({ status, body }) => [status, body.state])).toEqual(Array(3).fill([200, '已受理']))
    expect((await office.store.cases.byNumber(number))?.messages).toHaveLength(1)
    expect((await deeds()).filter((what) => what === 'case.accept')).toHaveLength(1)
  })

  it('under another officer’s key is another deed', async () => {
    await post(mine, 'claim')
    await post(mine, 'actions', { action: 'ask', reason: '问' }, 'key-2')
    await post(mine, 'release')
    await post(other, 'claim')
    expect((await post(other, 'actions', { action: 'accept' }, 'key-2')).body.state).toBe('已受理')
  })

  it('of twenty at the same moment applies one of each state', async () => {
    await post(mine, 'claim')
    const all = await Promise.all(Array.from({ length: 20 }, () => post(mine, 'actions', { action: 'accept' })))
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(all.filter(({ status }) => status === 409)).toHaveLength(19)
  })
})

describe('views', () => {
  it('each leave an audit line: the list, the case, the gaps', async () => {
    const before = (await office.store.audit.list({ limit: 1 })).rows[0]?.seq ?? 0
    await mine.call('/api/v1/cases')
    await mine.page('/console')
    await mine.call(`/api/v1/cases/${number}`)
    await mine.page(`/console/cases/${number}`)
    await mine.call('/api/v1/gaps')
    const { rows } = await office.store.audit.list({ limit: 50 })
    const since = rows.filter(({ seq }) => seq > before)
    expect(since.map(({ what }) => what).reverse()).toEqual([
      'queue.viewed',
      'queue.viewed',
      'case.viewed',
      'case.viewed',
      'gaps.viewed',
    ])
    expect(new Set(since.map(({ who }) => who))).toEqual(new Set([`officer:${mine.officer.id}`]))
  })

  it('of a case show its own lines, the handing in among them, with names for numbers', async () => {
    await post(mine, 'claim')
    const { body } = await mine.call<DeskCase>(`/api/v1/cases/${number}`)
    expect(body.audit.map(({ says }) => says)).toEqual(['查看办件', '认领', '提交表单'])
    expect(body.audit.map(({ who }) => who)).toEqual([mine.officer.name, mine.officer.name, '来件人'])
  })
})
