import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskCase, Standing } from '../../src/console/index.ts'
import { type Desk, file, type Office, openOffice, seat } from '../support/office.ts'

let office: Office
let wang: Desk
let li: Desk
let second: Desk
let keeper: Desk

beforeAll(async () => {
  office = await openOffice()
  wang = await seat(office, '受理、承办', '王敏')
  li = await seat(office, '承办', '李明')
  second = await seat(office, '复核', '陈立')
  keeper = await seat(office, '系统管理', '管理员', { fresh: true })
})
afterAll(() => office.close())

const post = <Body>(desk: Desk, path: string, body: object = {}, headers: Record<string, string> = {}) =>
  desk.call<Body>(`/api/v1${path}`, { method: 'POST', body: JSON.stringify(body), headers })
const claimed = async (desk: Desk) => {
  const { number } = await file(office)
  expect((await post(desk, `/cases/${number}/claim`)).status).toBe(200)
  return number
}
const audit = async (object: string) =>
  (await office.store.audit.list({ object, limit: 20 })).rows.map(({ who, what, note }) => [who, what, note])

describe('who may hold a case', () => {
  it('a desk that works no such case sees it, and can neither claim it nor be given it', async () => {
    const { number } = await file(office)
    expect((await second.page(`/console/cases/${number}`)).html).toContain('不归您的岗位办')
    expect(await post(second, `/cases/${number}/claim`)).toMatchObject({
      status: 403,
      body: { type: expect.stringContaining('forbidden') },
    })
    expect((await post(second, `/cases/${number}/give`, { to: li.officer.account })).status).toBe(403)
    expect((await post(wang, `/cases/${number}/give`, { to: second.officer.account })).status).toBe(409)
    expect((await office.store.cases.byNumber(number))?.holder).toBeUndefined()
  })

  it('a move of another desk is refused to whoever holds the case', async () => {
    const number = await claimed(li)
    expect((await post(li, `/cases/${number}/actions`, { action: 'accept', reason: '' })).status).toBe(403)
    expect((await office.store.cases.byNumber(number))?.state).toBe('待受理')
  })
})

describe('giving a case to a colleague', () => {
  it('from the page: he holds it, the giver may take it back, and each leaves a line without content', async () => {
    const number = await claimed(wang)
    const page = (await wang.page(`/console/cases/${number}`)).html
    expect(page).toContain(`<option value="${li.officer.account}">`)
    expect(page).not.toContain(`<option value="${second.officer.account}">`)
    const at = `/console/cases/${number}`
    expect((await wang.post(`${at}/give`, { to: li.officer.account })).headers.get('location')).toBe(`${at}?done=given`)
    expect((await office.store.cases.byNumber(number))?.holder).toBe(li.officer.id)
    expect((await li.page(at)).html).toContain('由您办理')
    expect((await wang.page(at)).html).toContain('收回')
    expect((await wang.post(`${at}/take-back`, {})).status).toBe(303)
    expect((await office.store.cases.byNumber(number))?.holder).toBe(wang.officer.id)
    const by = `officer:${wang.officer.id}`
    expect(await audit(number)).toEqual(
      expect.arrayContaining([
        [by, 'case.given', `officer:${li.officer.id}`],
        [by, 'case.takenBack', undefined],
      ]),
    )
    const lines = (await wang.call<DeskCase>(`/api/v1/cases/${number}`)).body.audit
    expect(lines.find(({ what }) => what === 'case.given')).toMatchObject({ says: '交给同事', note: '李明' })
  })

  it('through the API: once, however often it is sent; not to a stranger, not from a third', async () => {
    const number = await claimed(wang)
    const first = await post<Standing>(wang, `/cases/${number}/give`, { to: li.officer.account })
    const again = await post<Standing>(wang, `/cases/${number}/give`, { to: li.officer.account })
    expect(first).toMatchObject({ status: 200, body: { holder: { name: '李明', mine: false } } })
    expect(again).toMatchObject({ status: 200, body: first.body })
    expect((await office.store.cases.byNumber(number))?.fence).toBe(first.body.fence)
    expect((await post(wang, `/cases/${number}/give`, { to: 'nobody' })).status).toBe(409)
  })
})

describe('handing over', () => {
  it('one’s own from the page: all, to two colleagues in turns; afterwards none of them is there any more', async () => {
    const leaver = await seat(office, '承办', '赵平')
    const numbers = [await claimed(leaver), await claimed(leaver), await claimed(leaver)]
    const { html } = await leaver.page('/console/hand-over')
    for (const number of numbers) expect(html).toContain(number)
    const key = /name="key" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const form = new URLSearchParams({ csrf: leaver.csrf, key, from: leaver.officer.account, which: 'all' })
    for (const { officer } of [wang, li]) form.append('to', officer.account)
    const send = () =>
      fetch(`${office.url}/console/hand-over`, {
        method: 'POST',
        body: form,
        headers: { cookie: `qingwen-console=${leaver.token}`, origin: office.url },
        redirect: 'manual',
      })
    for (const response of [await send(), await send()]) expect(response.status).toBe(303)
    for (const number of numbers) {
      expect((await leaver.page(`/console/cases/${number}`)).status).toBe(404)
      expect([wang, li].map(({ officer }) => officer.id)).toContain((await office.store.cases.byNumber(number))?.holder)
    }
    expect((await office.store.hands.history('local'))[0]).toMatchObject({
      from: leaver.officer.id,
      moved: 3,
      freed: 0,
    })
    expect((await leaver.page('/console/hand-over')).html).toContain('3 件')
  })

  it('somebody else’s: only 复核 of the unit, only just after password and code; for others there is no such account', async () => {
    const leaver = await seat(office, '承办', '孙平')
    const number = await claimed(leaver)
    const body = { from: leaver.officer.account, to: [li.officer.account] }
    const headers = { 'idempotency-key': 'k1' }
    expect((await wang.page(`/console/hand-over?from=${leaver.officer.account}`)).status).toBe(404)
    expect((await post(wang, '/hand-over', body, headers)).status).toBe(404)
    expect((await second.page(`/console/hand-over?from=${leaver.officer.account}`)).html).toContain(number)
    expect(await post(second, '/hand-over', body, headers)).toMatchObject({
      status: 403,
      body: { type: expect.stringContaining('confirmFirst') },
    })
    const fresh = await seat(office, '复核', '周全', { fresh: true })
    expect((await post(fresh, '/hand-over', body)).status).toBe(400)
    for (let sent = 0; sent < 2; sent++)
      expect(await post(fresh, '/hand-over', body, headers)).toMatchObject({
        status: 200,
        body: { moved: 1, freed: 0 },
      })
    expect((await office.store.cases.byNumber(number))?.holder).toBe(li.officer.id)
  })
})

describe('closing an account that holds cases', () => {
  it('leads to what becomes of them, names none of them, and closes account, cases and keys together', async () => {
    const leaver = await seat(office, '承办', '吴平')
    const number = await claimed(leaver)
    const { id } = leaver.officer
    const closing = await keeper.post(`/console/officers/${id}/close`, {})
    expect(closing.headers.get('location')).toBe(`/console/officers/${id}/hand-over`)
    expect((await office.store.officers.byId(id))?.disabled).toBe(false)
    const { html } = await keeper.page(`/console/officers/${id}/hand-over`)
    expect(html).toContain('<b>1</b> 件')
    expect(html).not.toContain(number)
    expect((await keeper.post(`/console/officers/${id}/hand-over`, { key: 'k', how: 'give' })).status).toBe(400)
    const done = await keeper.post(`/console/officers/${id}/hand-over`, {
      key: 'k',
      how: 'give',
      to: li.officer.account,
    })
    expect(done.headers.get('location')).toBe('/console/officers?done=closed')
    expect((await office.store.officers.byId(id))?.disabled).toBe(true)
    expect((await office.store.cases.byNumber(number))?.holder).toBe(li.officer.id)
    expect((await office.keyring.standing('local')).holders).not.toContain(id)
    expect((await office.store.keys.copies(id)).length).toBe(0)
    expect((await leaver.page('/console')).status).toBe(303)
  })

  it('takes no desk away from an account that holds cases, and lets nobody but its keeper close it so', async () => {
    const leaver = await seat(office, '承办', '郑平')
    const number = await claimed(leaver)
    const { id } = leaver.officer
    expect((await keeper.post(`/console/officers/${id}/roles`, { role: '政策' })).status).toBe(400)
    expect((await office.store.officers.byId(id))?.role).toBe('承办')
    for (const desk of [wang, second, leaver])
      expect((await desk.post(`/console/officers/${id}/hand-over`, { key: 'k2', how: 'free' })).status).toBe(404)
    expect((await office.store.cases.byNumber(number))?.holder).toBe(id)
  })
})
