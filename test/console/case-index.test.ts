import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { DeskPage } from '../../src/console/index.ts'
import { type Seat, sight } from '../../src/runtime/index.ts'
import { type Desk, file, type Office, openOffice, seat } from '../support/office.ts'
import { sitting } from '../support/sitting.ts'

let office: Office
let wang: Desk
let chen: Desk
beforeAll(async () => {
  office = await openOffice()
  wang = await seat(office)
  chen = await seat(office)
})
afterAll(async () => {
  expect(office.faults.map(String)).toEqual([])
  await office.close()
})

const at = (who: Desk): Promise<Seat> => sitting(office, who)
const query = { today: '2026-11-23', limit: 50 }
const found = async (who: Desk, words: string) => (await office.index.search(await at(who), words, query)).hits
const list = async (who: Desk, q: string, more = '') =>
  (await who.call<DeskPage>(`/api/v1/cases?q=${encodeURIComponent(q)}${more}`)).body
const entries = async () =>
  (await office.store.entries.after('local/report/1', 0, 1000)).map(({ caseId, lines }) => ({ caseId, lines }))

test('an officer finds a case by words that stand in it, in any spelling, and all of them must', async () => {
  const { id } = await file(office, { area: '许昌' })
  expect(await found(wang, '水泥')).toEqual([{ id, places: ['事情 1 · 经过'] }])
  expect(await found(wang, ' 許昌　水泥 ')).toEqual([{ id, places: ['地区', '事情 1 · 经过'] }])
  expect(await found(wang, '水泥 车祸')).toEqual([])
})

test('nobody is found by who reported', async () => {
  expect(await found(wang, '李秀英')).toEqual([])
})

test('a case of another unit, or behind a wall, is in nothing that comes back', async () => {
  await office.store.units.add({ id: 'city', name: '市纪委' })
  const walled = await file(office)
  const theirs = await file(office, { unit: 'city', letter: 'U' })
  const before = await office.index.entries(await at(chen))
  expect(before.map(({ id }) => id)).toContain(walled.id)
  const ours = office.store.cases.seenBy(sight(wang.officer))
  await ours.wall(walled.id, `officer:${chen.officer.id}`, true, office.clock.at)
  const after = await office.index.search(await at(chen), '水泥', query)
  expect(after.hits.map(({ id }) => id)).not.toContain(walled.id)
  expect(after).toMatchObject({ total: before.length - 1, unread: 0 })
  const page = await chen.post('/console/find', { q: '水泥' })
  expect(page.html).not.toContain(walled.number)
  expect(page.html).toContain(`<p class="count">${before.length - 1} 件`)
  expect(await found(wang, '水泥')).toHaveLength(before.length)

  const city = await seat(office, '受理', '市里', { unit: 'city' })
  expect(await found(city, '水泥')).toEqual([{ id: theirs.id, places: ['事情 1 · 经过'] }])
  expect((await office.index.entries(await at(wang))).every(({ unit }) => unit === 'local')).toBe(true)
})

test('who holds no key, or works no cases, finds nothing', async () => {
  expect(await office.index.entries({ officer: wang.officer })).toEqual([])
  const clerk = await seat(office, '系统管理')
  expect(await office.index.search(await at(clerk), '水泥', query)).toEqual({ hits: [], total: 0, unread: 0 })
  expect((await clerk.call('/api/v1/cases?q=%E6%B0%B4')).status).toBe(404)
})

test('a search is filtered like the queue, keeps its order, and goes on where a page ends', async () => {
  const [late, early] = [await file(office, { due: '2026-12-09' }), await file(office, { due: '2026-12-08' })]
  await file(office, { kind: 'tolerance-check', letter: 'T' })
  const all = await list(wang, '水泥')
  const numbers = all.cases.map(({ number }) => number)
  expect(numbers.slice(0, 2)).toEqual([early.number, late.number])
  expect(all.cases.every(({ found: places }) => places?.join() === '事情 1 · 经过')).toBe(true)
  const paged: string[] = []
  for (let cursor = ''; ; ) {
    const page = await list(wang, '水泥', `&limit=2&cursor=${cursor}`)
    expect(page.total).toBe(numbers.length)
    paged.push(...page.cases.map(({ number }) => number))
    if (page.next === undefined) break
    cursor = page.next
  }
  expect(paged).toEqual(numbers)
  expect((await list(wang, '水泥', '&kind=tolerance-check')).total).toBe(1)
  expect((await list(wang, '水泥', '&due=none')).total).toBe(numbers.length - 2)
  expect((await list(wang, '水泥', '&holder=mine')).total).toBe(0)
})

test('what is said later is found, too, and the entry of the case is written anew', async () => {
  const made = await file(office)
  await list(wang, '')
  expect(await entries()).toContainEqual({ caseId: made.id, lines: 0 })
  const { revision } = await office.store.conversations.load(made.thread)
  const message = { at: office.clock.at, from: 'person', text: '是宏遠建築隊的車' } as const
  await office.store.conversations.commit({
    ...{ arrival: { ...made.thread, id: 'later' }, revision, log: [], push: false, attachments: [], receiptsKept: [] },
    ...{ gaps: [], audit: [], at: office.clock.at, state: { v: 1, turn: 2, drafts: [], misses: 0, used: [] } },
    replies: [{ case: made.id, message: office.sealer.message(await office.sealer.ofCase(made.id), made.id, message) }],
  })
  expect(await found(chen, '宏远建筑')).toEqual([{ id: made.id, places: ['来件人的补充'] }])
  expect((await entries()).filter(({ caseId }) => caseId === made.id)).toEqual([{ caseId: made.id, lines: 1 }])
})

test('entries that were swapped hide nothing: both are read anew, and the house hears of it', async () => {
  const [one, two] = [await file(office, { area: '濮阳' }), await file(office, { area: '鹤壁' })]
  await list(wang, '')
  await found(wang, '濮阳')
  const { entries: rows } = office.store
  const all = await rows.after('local/report/1', 0, 1000)
  const [first, second] = [one, two].map(({ id }) => all.find(({ caseId }) => caseId === id)!)
  await rows.put([
    { ...first!, locked: second!.locked! },
    { ...second!, locked: first!.locked! },
  ])
  for (const who of [chen, wang]) {
    expect(await found(who, '濮阳')).toEqual([{ id: one.id, places: ['地区'] }])
    expect(await found(who, '鹤壁')).toEqual([{ id: two.id, places: ['地区'] }])
  }
  expect(office.faults.splice(0)).toHaveLength(1)
})

test('the page says where the words stand, never in its title or addresses, and the audit never says which', async () => {
  const { html } = await wang.post('/console/find', { q: '水泥', limit: '2' })
  expect(html).toContain('查到的地方：事情 1 · 经过')
  expect(/<title>[^<]*/.exec(html)?.[0]).not.toContain('水泥')
  const links = [...html.matchAll(/href="(\/console\/[^"]*)"/g)].map(([, href]) => decodeURIComponent(href ?? ''))
  expect(links.filter((href) => href.includes('水泥'))).toEqual([])
  expect(html).toContain('<input type="hidden" name="q" value="水泥"><button>下一页')
  const asked = await wang.page('/console?q=%E6%B0%B4%E6%B3%A5&due=none')
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/console?due=none'])
  const lines = (await office.store.audit.list({ limit: 50 })).rows
  expect(lines[0]).toMatchObject({ who: `officer:${wang.officer.id}`, what: 'queue.searched' })
  expect(JSON.stringify(lines)).not.toContain('水泥')
  expect((await (await seat(office, '审计管理')).page('/console/audit')).html).toContain('在办件里查找')
})

test('five hundred are read in at a time, the newest first, and the page says how many are left', async () => {
  const crowd = await openOffice()
  const old = await file(crowd, { area: '开封' })
  crowd.clock.at = '2026-11-24T09:30:00+08:00'
  const desk = await seat(crowd)
  for (let n = 0; n < 501; n += 50)
    await Promise.all(Array.from({ length: Math.min(50, 501 - n) }, () => file(crowd, { area: '漯河' })))
  const first = (await desk.post('/console/find', { q: '开封' })).html
  expect(first).toContain('还有 2 件没有读进来')
  expect(first).toContain('没有符合条件的件')
  const second = (await desk.post('/console/find', { q: '开封' })).html
  expect(second).toContain(old.number)
  expect(second).not.toContain('没有读进来')
  expect(crowd.index.held).toBe(502)
  expect(crowd.faults).toEqual([])
  await crowd.close()
})

test('memory is emptied when the last who can open it signs out, and not before', async () => {
  await found(wang, '水泥')
  await found(chen, '水泥')
  expect(office.index.held).toBeGreaterThan(0)
  await chen.post('/console/sign-out', {})
  await office.index.sweep()
  const held = office.index.held
  expect(held).toBeGreaterThan(0)
  // The other unit's officer of an earlier test still sits there, with what is theirs.
  await wang.post('/console/sign-out', {})
  await vi.waitFor(() => expect(office.index.held).toBe(1))
})

test('and a quarter of an hour after the last click, though nobody signs out', async () => {
  const zhao = await seat(office)
  await office.store.officers.touchSession((await at(zhao)).idHash!, '2026-11-23T01:45:00.000Z')
  await found(zhao, '水泥')
  office.clock.at = '2026-11-23T09:44:00+08:00'
  await office.index.sweep()
  expect(office.index.held).toBeGreaterThan(1)
  office.clock.at = '2026-11-23T09:45:00+08:00'
  await office.index.sweep()
  expect(office.index.held).toBe(1)
})
