import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addOfficer } from '../../src/console/index.ts'
import { type Desk, type Office, openOffice, seat } from '../support/office.ts'
import { bindPhone, cookieFrom, type Phone } from '../support/phone.ts'
import { password } from '../support/word.ts'
import { waysInto } from './routes.ts'

let office: Office
let chen: Phone
const json = { 'content-type': 'application/json' }

beforeAll(async () => {
  office = await openOffice()
  for (const account of ['chen', 'liu', 'gone'])
    await addOfficer(office.store, { account, name: '陈立', role: '受理', password }, 'system', office.clock.at)
  const gone = (await office.store.officers.byAccount('gone'))!
  chen = await bindPhone(office.url, 'chen', password, office.clock.at)
  await office.store.officers.setDisabled(gone.id, true)
}, 60_000)
afterAll(() => office.close())

const tick = () => {
  office.clock.at = new Date(Date.parse(office.clock.at) + 30_000).toISOString()
  return office.clock.at
}
const open = (given: object) =>
  fetch(`${office.url}/api/v1/session`, { method: 'POST', headers: json, body: JSON.stringify(given) })
const form = (path: string, fields: Record<string, string>, cookie = '') =>
  fetch(office.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { cookie },
    redirect: 'manual',
  })
const alive = async (cookie: string) => (await fetch(`${office.url}/api/v1/session`, { headers: { cookie } })).status

describe('CSRF (W-4)', () => {
  const attacks: readonly [string, (desk: Desk) => Record<string, string>, string?][] = [
    ['no token', () => ({})],
    ['a wrong token', () => ({ 'x-csrf': 'A'.repeat(43) })],
    ['a foreign origin', ({ csrf }) => ({ 'x-csrf': csrf, origin: 'https://elsewhere.example' })],
    ['a foreign site', ({ csrf }) => ({ 'x-csrf': csrf, 'sec-fetch-site': 'cross-site' })],
    ['a text/plain form', () => ({ 'content-type': 'text/plain' }), 'csrf=x&action=ask'],
  ]

  it('changes nothing on any mutating route there is', async () => {
    const desk = await seat(office, '系统管理、受理、承办', '全部', { fresh: true })
    const open = /\/(setup|sign-in|session|sso)$/
    const ways = waysInto(office.router).filter(
      ({ method, path }) => method !== 'get' && !(method === 'post' && open.test(path)),
    )
    const state = async () =>
      JSON.stringify([
        await office.store.officers.list(),
        await office.store.units.list(),
        await office.store.approvals.list('local'),
        (await office.store.audit.head())?.seq,
      ])
    const before = await state()
    let sent = 0
    for (const { method, path } of ways)
      for (const [, headers, body] of attacks) {
        const whole = { 'content-type': 'application/x-www-form-urlencoded', cookie: `qingwen-console=${desk.token}` }
        const response = await fetch(office.url + path.replace(/:\w+/g, '1'), {
          method: method.toUpperCase(),
          headers: { ...whole, ...headers(desk) },
          body: body ?? new URLSearchParams({ role: '受理', account: 'x', object: '1', reason: 'x', kind: 'code' }),
          redirect: 'manual',
        })
        sent++
        expect([path, response.status >= 400 && response.status < 500]).toEqual([path, true])
      }
    process.stdout.write(`csrf: ${sent} forged requests to ${ways.length} routes, 0 changes\n`)
    expect(await state()).toBe(before)
    expect(ways.length).toBeGreaterThan(25)
  }, 120_000)
})

describe('a session (W-9)', () => {
  it('cannot be fixed: an id from outside opens nothing, and signing in gives another', async () => {
    const planted = `qingwen-console=${'A'.repeat(43)}`
    const signed = await form('/console/sign-in', { account: 'chen', password, code: chen.code(tick()) }, planted)
    expect(signed.status).toBe(303)
    expect(cookieFrom(signed)).not.toBe(planted)
    expect([await alive(planted), await alive(cookieFrom(signed))]).toEqual([401, 200])
  })

  it('half open lets nobody in anywhere, and becomes whole under a new id', async () => {
    const half = cookieFrom(await form('/console/sign-in', { account: 'liu', password }))
    for (const { method, path } of waysInto(office.router)) {
      if (method !== 'get' || /\/(setup|sign-in|recover|code|openapi.json)$/.test(path)) continue
      const { status } = await fetch(office.url + path.replace(/:\w+/g, '1'), {
        headers: { cookie: half },
        redirect: 'manual',
      })
      expect([path, status === 401 || status === 303]).toEqual([path, true])
    }
    expect(await alive(half)).toBe(401)
  })

  it('is dead after signing out everywhere, other roles, a closed account; and cannot be replayed', async () => {
    const fresh = async () =>
      cookieFrom(await form('/console/sign-in', { account: 'chen', password, code: chen.code(tick()) }))
    const { id } = (await office.store.officers.byAccount('chen'))!
    const [one, two] = [await fresh(), await fresh()]
    const { csrf } = (await (await fetch(`${office.url}/api/v1/session`, { headers: { cookie: one } })).json()) as {
      csrf: string
    }
    expect((await form('/console/sign-out-everywhere', { csrf }, one)).status).toBe(303)
    expect([await alive(one), await alive(two)]).toEqual([401, 401])
    const three = await fresh()
    await office.store.officers.setRole(id, '承办')
    expect(await alive(three)).toBe(401)
    const four = await fresh()
    await office.store.officers.setDisabled(id, true)
    expect(await alive(four)).toBe(401)
    await office.store.officers.setDisabled(id, false)
    expect(await alive(four)).toBe(401)
  })
})

describe('codes and names (W-9, W-10)', () => {
  it('takes a code once: the same again is refused, and so is one from before', async () => {
    const earlier = chen.code(tick())
    const code = chen.code(office.clock.at)
    expect((await open({ account: 'chen', password, code })).status).toBe(201)
    expect((await open({ account: 'chen', password, code })).status).toBe(401)
    expect((await open({ account: 'chen', password, code: earlier })).status).toBe(401)
  })

  it('answers with the same bytes whatever was wrong: name, password, code, or an account that is closed', async () => {
    tick()
    const wrong = [
      { account: 'nobody', password, code: '123456' },
      { account: 'chen', password: 'not the one', code: chen.code(office.clock.at) },
      { account: 'chen', password, code: '000000' },
      { account: 'chen', password },
      { account: 'gone', password },
    ]
    const replies = await Promise.all(
      wrong.map(async (given) => {
        const response = await open(given)
        return [response.status, await response.text()]
      }),
    )
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(replies[0]![0]).toBe(401)
  })

  it('stops one source that tries one password on many names', async () => {
    office.clock.at = new Date(Date.parse(office.clock.at) + 3_600_000).toISOString()
    let tried = 0
    for (let n = 0; n < 1000; n++) {
      // Beyond its share it is not even looked up, so the rest costs nothing.
      const { status } = await open({ account: `user${n}`, password: 'Spring2026!' })
      if (status === 401) tried++
    }
    process.stdout.write(`password spraying: ${tried} of 1000 names tried\n`)
    expect(tried).toBeLessThanOrEqual(30)
  }, 120_000)
})
