import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identity } from '../../bot/identity.ts'
import { bot } from '../../bot/index.ts'
import type { DeskCase } from '../../src/console/index.ts'
import { type Desk, type Office, openOffice, seat } from '../support/office.ts'

let office: Office
let wang: Desk
beforeAll(async () => {
  office = await openOffice({ flows: bot.flows, identity })
  wang = await seat(office, '受理', '王敏')
})
afterAll(() => office.close())

const words = {
  mode: '实名',
  reporter_name: '李秀英',
  phone: '13812345678',
  'respondents[0].name': '周明',
  'respondents[0].post': '财政所所长',
  'respondents[0].unit': '柳树镇财政所',
  'facts[0].time': '去年8月',
  'facts[0].what': '他把村里修路的两车水泥拉到自己家，这个贪官。',
  'facts[0].known_by': '亲见',
  statement: '属实',
}
const deed = (more: object = {}) => ({
  flow: 'report',
  channel: 'visit',
  received: '2026-11-20',
  words,
  receipt: true,
  ...more,
})
type Written = { number?: string; receipt?: string }
const send = (desk: Desk, body: object, key: string) =>
  desk.call<Written>('/api/v1/cases', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'idempotency-key': key },
  })
const count = async () => (await office.store.cases.list({ today: '2026-11-23', limit: 1 })).total

describe('a report by phone, letter or visit', () => {
  it('is the same case as any other: same fields, clock from the day it came, identity apart, sealed', async () => {
    const { status, body } = await send(wang, deed(), 'visit-1')
    expect(status).toBe(201)
    expect(body.receipt).toMatch(/^\d{4}( \d{4}){4}$/)
    const file = (await wang.call<DeskCase>(`/api/v1/cases/${body.number}`)).body
    expect(file).toMatchObject({ channel: '来访', kind: 'report', state: '待受理', identity: true, due: '2026-12-11' })
    expect(file.createdAt.slice(0, 10)).toBe('2026-11-20')
    const rows = file.form.sections.flatMap((section) => section.rows)
    expect(rows.find(({ path }) => path === 'facts[0].time')?.value).toContain('2025年8月')
    expect(rows.find(({ path }) => path === 'facts[0].known_by')?.value).toBe('亲眼看见')
    expect(JSON.stringify(file)).not.toContain('李秀英')
    const sealed = (await office.store.cases.byNumber(body.number ?? ''))!
    expect(Buffer.from(sealed.sealed.body.locked).includes(Buffer.from('水泥'))).toBe(false)
    const { rows: lines } = await office.store.audit.list({ object: sealed.id, limit: 9 })
    expect(lines).toMatchObject([{ who: `officer:${wang.officer.id}`, what: 'form.writtenDown', note: 'report visit' }])
  })

  it('sent again, also fifty times at once, is one case with one receipt', async () => {
    const before = await count()
    const all = await Promise.all(Array.from({ length: 50 }, () => send(wang, deed(), 'visit-2')))
    expect(new Set(all.map(({ status, body }) => `${status} ${body.number} ${body.receipt}`)).size).toBe(1)
    expect(await count()).toBe(before + 1)
  })

  it('the receipt leads the person to it, and is shown to nobody once it was handed over or not wanted', async () => {
    const { body } = await send(wang, deed(), 'visit-3')
    const found = (await office.store.cases.byNumber(body.number ?? ''))!
    expect((await wang.post('/console/written-down/report/receipt', { key: 'visit-3' })).status).toBe(303)
    expect(await office.store.cases.receiptNonce(found.id)).toBeUndefined()
    expect((await send(wang, deed(), 'visit-3')).body).toEqual({ number: body.number })
    const none = await send(wang, deed({ receipt: false, channel: 'letter' }), 'letter-1')
    expect(none.body).not.toHaveProperty('receipt')
  })

  it('says what is missing or was not understood, and files nothing', async () => {
    const before = await count()
    const { statement: _, ...unsigned } = words
    expect((await send(wang, deed({ words: unsigned }), 'k1')).status).toBe(422)
    expect((await send(wang, deed({ words: { ...words, phone: '不记得了' } }), 'k2')).status).toBe(422)
    expect((await send(wang, deed({ words: { mode: '匿名', statement: '属实' } }), 'k3')).status).toBe(422)
    expect((await send(wang, deed({ received: '2026-11-24' }), 'k4')).status).toBe(400)
    expect((await send(wang, deed({ flow: 'nothing' }), 'k5')).status).toBe(404)
    expect(await count()).toBe(before)
  })

  it('the page shows the coach’s hints beside the line, keeps what was written, and makes room for more', async () => {
    const fields = Object.fromEntries(Object.entries(words).map(([path, said]) => [`a.${path}`, said]))
    const common = { ...fields, key: 'page-1', channel: 'phone', received: '2026-11-23' }
    const looked = await wang.post('/console/written-down/report', { ...common, do: 'look' })
    expect(looked.html).toContain('贪官')
    expect(looked.html).toMatch(/l-facts-0-what-hints/)
    const more = await wang.post('/console/written-down/report', { ...common, do: 'more:facts' })
    expect(more.html).toContain('name="a.facts[1].what"')
    expect(more.html).toContain('李秀英')
    const done = await wang.post('/console/written-down/report', { ...common, receipt: 'yes', do: 'file' })
    expect(done.html).toMatch(/<p class="digits">\d{4}( \d{4}){4}</)
    expect((await wang.post('/console/written-down/report', { ...common, receipt: 'yes', do: 'file' })).html).toContain(
      /<p class="digits">([\d ]+)</.exec(done.html)?.[1] ?? 'none',
    )
  })

  it('about an officer of the unit is seen by all but that one', async () => {
    const zhou = await seat(office, '受理、承办', '周明')
    const { body } = await send(wang, deed(), 'visit-9')
    expect((await zhou.page(`/console/cases/${body.number}`)).status).toBe(404)
    expect((await wang.page(`/console/cases/${body.number}`)).status).toBe(200)
    const mine = await send(zhou, deed(), 'own')
    expect(mine.status).toBe(201)
    expect((await zhou.page(`/console/cases/${mine.body.number ?? 'R-0'}`)).status).toBe(404)
  })

  it('is taken down by desks that take cases in, and by nobody else', async () => {
    for (const role of ['复核', '系统管理', '审计管理', '政策']) {
      const desk = await seat(office, role)
      expect((await desk.page('/console/written-down/report')).status).toBe(404)
      expect((await send(desk, deed(), 'no')).status).toBe(404)
    }
  })
})
