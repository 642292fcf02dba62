import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cases } from '../../bot/cases/index.ts'
import { replies } from '../../bot/replies.ts'
import { openContent } from '../../src/assembly.ts'
import { clausePrint } from '../../src/console/reply-desk.ts'
import type { Clause } from '../../src/dialogue/index.ts'
import { clauses as clausesOfTest, type Desk, file, type Office, openOffice, seat } from '../support/office.ts'

describe('the templates there are', () => {
  const { bot } = openContent(() => undefined, {})
  it.each(replies.map((reply) => [reply.id, reply] as const))(
    '%s rests on clauses as they stand, and is told',
    (_, reply) => {
      for (const { cite, looked } of reply.rests) expect([cite, clausePrint(bot.clauses[cite])]).toEqual([cite, looked])
      for (const id of reply.of) {
        const move = cases.find((kind) => kind.id === id)?.moves.find(({ action }) => action === reply.action)
        expect(move?.tells).toBeDefined()
      }
    },
  )
})

describe('on a case', () => {
  const cite = 'nat.rule.realname.ack15'
  const clauses: Record<string, Clause> = { ...clausesOfTest }
  let office: Office
  let wang: Desk
  let keeper: Desk
  beforeAll(async () => {
    const own = { of: ['report'], action: 'ask', rests: [{ cite, looked: clausePrint(clausesOfTest[cite]) }] }
    const made = [{ id: 'where', title: '请补地点', text: '大概在什么地方？', ...own }]
    const options = { replies: made, clauses }
    office = await openOffice(options)
    wang = await seat(office, '受理、承办')
    keeper = await seat(office, '政策')
  })
  afterAll(() => office.close())

  it('a template fills the box, is changed and sent; stale, it is not offered until somebody has looked', async () => {
    const { number } = await file(office)
    const at = `/console/cases/${number}`
    await wang.post(`${at}/claim`, {})
    expect((await wang.page(at)).html).toContain(`${at}?reply=where#move-ask`)
    expect((await wang.page(`${at}?reply=where`)).html).toMatch(/<textarea[^>]*>大概在什么地方？</)
    clauses[cite] = { ...clausesOfTest[cite]!, text: '改过的条款。' }
    expect((await wang.page(at)).html).not.toContain('?reply=where')
    expect((await wang.page(`${at}?reply=where`)).html).not.toContain('大概在什么地方')
    expect((await wang.page('/console/replies')).status).toBe(404)
    expect((await keeper.page('/console/replies')).html).toContain('和上次看的不一样')
    expect((await wang.post('/console/replies/where', {})).status).toBe(404)
    expect((await keeper.post('/console/replies/where', {})).status).toBe(303)
    expect((await wang.page(at)).html).toContain('?reply=where')
    clauses[cite] = { ...clausesOfTest[cite]!, text: '又改过。' }
    expect((await wang.page(at)).html).not.toContain('?reply=where')
  })
})
