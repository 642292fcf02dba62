import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskCase } from '../../src/console/index.ts'
import { type Desk, file, type Office, openOffice, seat } from '../support/office.ts'
import { unzipped } from '../support/unzipped.ts'

let office: Office
let wang: Desk
let chen: Desk
beforeAll(async () => {
  office = await openOffice()
  wang = await seat(office, '受理、承办', '王敏')
  chen = await seat(office, '复核', '陈立')
})
afterAll(() => office.close())

type SignOff = DeskCase['signOffs'][number]
const post = <Body>(desk: Desk, path: string, body: object, key = 'k1') =>
  desk.call<Body>(`/api/v1${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'idempotency-key': key } })
async function handedIn() {
  const { number, id } = await file(office)
  await post(wang, `/cases/${number}/claim`, {})
  const { status, body } = await post<SignOff>(wang, `/cases/${number}/sign-offs`, { paper: 'registration' })
  expect(status).toBe(201)
  return { number, caseId: id, sign: body }
}
const docx = async (number: string, id: string) => {
  const at = `${office.url}/api/v1/cases/${number}/sign-offs/${id}/document.docx`
  const response = await fetch(at, { headers: { authorization: `Bearer ${wang.token}` } })
  return (await unzipped(Buffer.from(await response.arrayBuffer())))['word/document.xml']
}

describe('signing a paper off', () => {
  it('fixes the words that were handed in, and puts both names and both times on the paper', async () => {
    const { number, sign } = await handedIn()
    expect((await chen.page('/console')).html).toContain(`/console/cases/${number}/sign-offs/${sign.id}`)
    await post(wang, `/cases/${number}/actions`, { action: 'ask', reason: '还有谁在场？' })
    const page = (await chen.page(`/console/cases/${number}/sign-offs/${sign.id}`)).html
    expect(page).toContain('把水泥拉回自己家')
    expect(page).toContain('又有了新的记录')
    expect((await chen.post(`/console/cases/${number}/sign-offs/${sign.id}`, { how: 'sign' })).status).toBe(303)
    const xml = await docx(number, sign.id)
    expect(xml).toContain('王敏　2026年11月23日')
    expect(xml).toContain('陈立　2026年11月23日')
    expect(xml).toContain('陈立于2026年11月23日09:30复核同意')
    expect(xml).not.toContain('还有谁在场')
    expect((await wang.page(`/console/cases/${number}/sign-offs/${sign.id}/print`)).html).toContain(
      '陈立　2026年11月23日',
    )
    const { rows } = await office.store.audit.list({ object: number, limit: 30 })
    expect(rows.map(({ what, note }) => `${what} ${note}`)).toEqual(
      expect.arrayContaining([
        'paper.handedIn registration',
        'paper.signed registration',
        'document.exported registration docx',
      ]),
    )
  })

  it('needs another person with the desk for it, and only while one holds the case', async () => {
    const both = await seat(office, '受理、承办、复核', '周全')
    const { number } = await file(office)
    expect((await post(both, `/cases/${number}/sign-offs`, { paper: 'registration' })).status).toBe(409)
    await post(both, `/cases/${number}/claim`, {})
    const { body } = await post<SignOff>(both, `/cases/${number}/sign-offs`, { paper: 'registration' })
    const at = `/cases/${number}/sign-offs/${body.id}`
    expect((await post(both, at, { signed: true })).status).toBe(403)
    expect((await post(wang, at, { signed: true })).status).toBe(403)
    expect((await post<SignOff>(chen, at, { signed: true })).body.state).toBe('signed')
    expect((await post(chen, at, { signed: true })).status).toBe(200)
    expect((await post(chen, at, { signed: false, reason: '重写' })).status).toBe(409)
    expect((await post(both, `/cases/${number}/sign-offs`, { paper: 'nothing' })).status).toBe(404)
  })

  it('sent back, it says why to the office alone; the next one takes the place of one that waits', async () => {
    const { number, sign } = await handedIn()
    const again = await post<SignOff>(wang, `/cases/${number}/sign-offs`, { paper: 'registration' })
    expect(again.body.id).toBe(sign.id)
    expect((await post(chen, `/cases/${number}/sign-offs/${sign.id}`, { signed: false })).status).toBe(400)
    await post(chen, `/cases/${number}/sign-offs/${sign.id}`, { signed: false, reason: '时间写具体些' })
    expect((await wang.page(`/console/cases/${number}/sign-offs/${sign.id}`)).html).toContain('时间写具体些')
    const second = await post<SignOff>(wang, `/cases/${number}/sign-offs`, { paper: 'registration' }, 'k2')
    await post(wang, `/cases/${number}/sign-offs`, { paper: 'registration' }, 'k3')
    const { body } = await wang.call<DeskCase>(`/api/v1/cases/${number}`)
    expect(body.signOffs.map(({ state }) => state).toSorted()).toEqual(['replaced', 'returned', 'waiting'])
    expect((await post(chen, `/cases/${number}/sign-offs/${second.body.id}`, { signed: true })).status).toBe(409)
    const found = await office.holder?.case((await office.store.cases.byNumber(number))!)
    expect(JSON.stringify(found?.messages)).not.toContain('时间写具体些')
  })

  it('lies sealed, and is nobody’s who cannot see the case', async () => {
    const { number, caseId, sign } = await handedIn()
    const row = await office.store.signOffs.byId(sign.id, { type: 'cases', units: ['local'], walled: [] })
    expect(Buffer.from(row!.content.locked).toString('latin1')).not.toMatch(/registration|sheet/)
    await office.store.cases.wall(caseId, `officer:${chen.officer.id}`, true, office.clock.at)
    expect((await chen.page(`/console/cases/${number}/sign-offs/${sign.id}`)).status).toBe(404)
    expect((await chen.page('/console')).html).not.toContain(sign.id)
    const other = await handedIn()
    expect((await wang.page(`/console/cases/${other.number}/sign-offs/${sign.id}`)).status).toBe(404)
  })

  it('of fifty decisions at once one counts, and never both ways', async () => {
    const { number, sign } = await handedIn()
    const others = await Promise.all([seat(office, '复核'), seat(office, '复核')])
    const got = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        post(
          others[n % 2]!,
          `/cases/${number}/sign-offs/${sign.id}`,
          n % 2 ? { signed: true } : { signed: false, reason: '改' },
        ),
      ),
    )
    const kept = (await wang.call<DeskCase>(`/api/v1/cases/${number}`)).body.signOffs[0]?.state
    const ways = new Set(got.filter(({ status }) => status === 200).map(({ body }) => (body as SignOff).state))
    expect([...ways]).toEqual([kept])
  })
})
