import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, file, type Office, openOffice, seat } from '../support/office.ts'

let office: Office
let wang: Desk
let li: Desk
let second: Desk
beforeAll(async () => {
  office = await openOffice()
  wang = await seat(office, '受理、承办', '王敏')
  li = await seat(office, '承办', '李明')
  second = await seat(office, '复核', '陈立')
})
afterAll(() => office.close())

const wall = (by: Desk, number: string, who: Desk, how = 'raise') =>
  by.post(`/console/cases/${number}/walls`, { account: who.officer.account, how })

describe('a conflict of interest', () => {
  it('hides case, audit and wall from whom it concerns, frees what they held, and leaves a line for the others', async () => {
    const { number } = await file(office)
    await li.post(`/console/cases/${number}/claim`, {})
    expect((await wall(wang, number, li)).headers.get('location')).toContain('done=raised')
    expect((await office.store.cases.byNumber(number))?.holder).toBeUndefined()
    for (const path of ['', '/walls', '/changes']) {
      const [gone, never] = [
        await li.page(`/console/cases/${number}${path}`),
        await li.page(`/console/cases/R-999999${path}`),
      ]
      expect([gone.status, gone.html]).toEqual([404, never.html])
    }
    expect((await li.page('/console')).html).not.toContain(number)
    expect((await wang.page(`/console/cases/${number}/walls`)).html).toContain('李明')
    expect((await wang.page(`/console/cases/${number}`)).html).not.toContain(`<option value="${li.officer.account}">`)
    const lines = async (blind?: string[]) =>
      (await office.store.audit.list({ object: number, limit: 20, ...(blind ? { blind } : {}) })).rows.map(
        ({ what }) => what,
      )
    expect(await lines()).toContain('wall.raised')
    expect(await lines([`officer:${li.officer.id}`])).toEqual([])
    expect(await lines([`officer:${wang.officer.id}`])).toContain('wall.raised')
  })

  it('is lifted by 复核 alone; one may wall oneself off and finds nothing afterwards', async () => {
    const { number } = await file(office)
    expect((await wall(li, number, li)).headers.get('location')).toBe('/console')
    expect((await li.page(`/console/cases/${number}`)).status).toBe(404)
    expect((await wall(wang, number, li, 'lift')).status).toBe(403)
    expect((await wall(li, number, li, 'lift')).status).toBe(404)
    expect((await wall(second, number, li, 'lift')).status).toBe(303)
    expect((await li.page(`/console/cases/${number}`)).status).toBe(200)
    expect((await wang.post(`/console/cases/${number}/walls`, { account: 'nobody' })).status).toBe(404)
  })
})

describe('what changed meanwhile', () => {
  it('is told by a number that is another one after every change in sight, and by nothing else', async () => {
    const stamp = async (desk: Desk, path = '/console/changes') =>
      JSON.parse((await desk.page(path)).html).stamp as string
    const { number, id } = await file(office)
    const [queue, one] = [await stamp(wang), await stamp(wang, `/console/cases/${number}/changes`)]
    expect((await wang.page('/console')).html).toContain(`data-stamp="${queue}"`)
    expect((await wang.page(`/console/cases/${number}`)).html).toContain(`data-stamp="${one}"`)
    expect(await stamp(wang)).toBe(queue)
    await li.post(`/console/cases/${number}/claim`, {})
    expect(await stamp(wang)).not.toBe(queue)
    expect(await stamp(wang, `/console/cases/${number}/changes`)).not.toBe(one)
    expect(Object.keys(JSON.parse((await wang.page('/console/changes')).html))).toEqual(['stamp'])
    await office.store.cases.wall(id, `officer:${second.officer.id}`, true, office.clock.at)
    const blind = await stamp(second)
    await wang.post(`/console/cases/${number}/give`, { to: wang.officer.account })
    await li.post(`/console/cases/${number}/release`, {})
    expect(await stamp(second)).toBe(blind)
  })

  it('ends with the session, and keeps none alive', async () => {
    const desk = await seat(office)
    const idle = async () => {
      const { createHash } = await import('node:crypto')
      return (await office.store.officers.session(createHash('sha256').update(desk.token).digest('base64url')))
        ?.idleUntil
    }
    const before = await idle()
    office.clock.at = '2026-11-23T11:00:00+08:00'
    expect((await desk.page('/console/changes')).status).toBe(200)
    expect(await idle()).toBe(before)
    await office.store.officers.closeSessionsOf(desk.officer.id)
    expect((await desk.page('/console/changes')).status).toBe(401)
  })
})
