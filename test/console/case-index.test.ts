import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bot } from '../../bot/index.ts'
import { openCaseIndex } from '../../src/console/case-index.ts'
import { type CaseIndex, type Seat, sight } from '../../src/runtime/index.ts'
import { type Desk, file, type Office, openOffice, seat } from '../support/office.ts'

let office: Office
let index: CaseIndex
let wang: Desk
let chen: Desk
beforeAll(async () => {
  office = await openOffice()
  const { store, clock } = office
  index = openCaseIndex({ store, flows: bot.flows, identity: { report: ['name'] }, now: () => clock.at })
  wang = await seat(office)
  chen = await seat(office)
})
afterAll(() => office.close())

const at = async ({ officer, token }: Desk): Promise<Seat> => {
  const idHash = createHash('sha256').update(token).digest('base64url')
  const unlocked = await office.keyring.bySession(officer.id, idHash, token)
  return { officer, idHash, ...(unlocked ? { unlocked } : {}) }
}
const query = { today: '2026-11-23', limit: 50 }
const found = async (who: Desk, words: string) => (await index.search(await at(who), words, query)).hits

test('an officer finds a case by words that stand in it, in any spelling, and all of them must', async () => {
  const { id } = await file(office, { area: '许昌' })
  expect(await found(wang, '水泥')).toEqual([{ id, places: ['事情 1 · 经过'] }])
  expect(await found(wang, ' 许昌　水泥 ')).toEqual([{ id, places: ['地区', '事情 1 · 经过'] }])
  expect(await found(wang, '水泥 车祸')).toEqual([])
})

test('nobody is found by who reported', async () => {
  expect(await found(wang, '李秀英')).toEqual([])
})

test('a case of another unit, or behind a wall, is in nothing that comes back', async () => {
  await office.store.units.add({ id: 'city', name: '市纪委' })
  const walled = await file(office)
  await file(office, { unit: 'city', letter: 'U' })
  const before = await index.entries(await at(chen))
  await office.store.cases
    .seenBy(sight(wang.officer))
    .wall(walled.id, `officer:${chen.officer.id}`, true, office.clock.at)
  const after = await index.search(await at(chen), '水泥', query)
  expect(before.map(({ id }) => id)).toContain(walled.id)
  expect(after.hits.map(({ id }) => id)).not.toContain(walled.id)
  expect(after.hits).toHaveLength(before.length - 1)
  expect(after.unread).toBe(0)
  expect((await index.entries(await at(wang))).every(({ unit }) => unit === 'local')).toBe(true)
  expect(await found(wang, '水泥')).toHaveLength(before.length)
})

test('who holds no key, or works no cases, finds nothing', async () => {
  expect(await index.entries({ officer: wang.officer })).toEqual([])
  const clerk = await seat(office, '系统管理')
  expect(await index.search(await at(clerk), '水泥', query)).toEqual({ hits: [], unread: 0 })
})
