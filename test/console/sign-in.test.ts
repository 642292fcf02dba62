import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addOfficer } from '../../src/console/index.ts'
import { type Office, openOffice } from '../support/office.ts'
import { bindPhone, type Phone } from '../support/phone.ts'

const password = '清泉石上流-1920'
let office: Office
let chen: Phone

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(office.url + path, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' })
const signIn = (account: string, secret: string, headers = {}) =>
  fetch(`${office.url}/api/v1/session`, {
    method: 'POST',
    body: JSON.stringify({ account, password: secret, code: codeOf(account) }),
    headers: { 'content-type': 'application/json', ...headers },
  })
/** A code nobody has used, for the one account with a phone; the clock goes on by half a minute. */
const codeOf = (account: string) => {
  if (account.trim().toLowerCase() !== 'chen') return '000000'
  office.clock.at = new Date(Date.parse(office.clock.at) + 30_000).toISOString()
  return chen.code(office.clock.at)
}
const current = (cookie: string) => fetch(`${office.url}/api/v1/session`, { headers: { cookie } })
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''

// In order: an office is set up once.
describe('the first officer', () => {
  let link = ''

  it('is set up through a link that only the start prints', async () => {
    link = (await office.setup.link(office.url)) ?? ''
    expect(link).toMatch(/\/console\/setup\?token=[\w-]{43}$/)
    expect((await fetch(link)).status).toBe(200)
    expect((await fetch(`${office.url}/console/setup?token=${'A'.repeat(43)}`)).status).toBe(404)
    expect((await fetch(`${office.url}/console/setup`)).status).toBe(404)
  })

  it.each([
    ['a short password', { password: 'short', again: 'short' }],
    ['two different passwords', { again: 'something else' }],
    ['no name', { name: ' ' }],
    ['an account name with a space', { account: 'a b' }],
  ])('is not made with %s', async (_, wrong) => {
    const token = new URL(link).searchParams.get('token')!
    const fields = { token, account: 'wang', name: '王敏', password, again: password, ...wrong }
    expect((await form('/console/setup', fields)).status).toBe(400)
    expect(await office.store.officers.list()).toEqual([])
  })

  it('is made once, and then every link is dead, the right one too', async () => {
    const token = new URL(link).searchParams.get('token')!
    const fields = { token, account: 'wang', name: '王敏', password, again: password }
    const foreign = await form('/console/setup', fields, { origin: 'https://elsewhere.example' })
    expect(foreign.status).toBe(403)
    const both = await Promise.all([
      form('/console/setup', fields),
      form('/console/setup', { ...fields, account: 'li' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 410])
    expect(await office.store.officers.list()).toHaveLength(1)
    expect((await fetch(link)).status).toBe(410)
    expect(await office.setup.link(office.url)).toBeUndefined()
  })

  it('keeps the password only as a salted scrypt record', async () => {
    const [officer] = await office.store.officers.list()
    const kept = await office.store.officers.byAccount(officer!.account)
    expect(kept?.password).toMatch(/^scrypt\$17\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
  })
})

describe('signing in', () => {
  const at = '2026-11-23T09:30:00+08:00'

  beforeAll(async () => {
    await addOfficer(office.store, { account: 'chen', name: '陈立', role: '受理', password }, 'system', at)
    chen = await bindPhone(office.url, 'chen', password, office.clock.at)
  }, 60_000)

  it('gives a cookie no script can read, and a new id every time', async () => {
    const [one, two] = [await signIn('chen', password), await signIn('CHEN ', password)]
    expect([one.status, two.status]).toEqual([201, 201])
    expect(one.headers.get('set-cookie')).toMatch(/^qingwen-console=[\w-]{43};.*Path=\/;.*HttpOnly; SameSite=Strict$/)
    expect(cookieOf(one)).not.toBe(cookieOf(two))
    const seen = (await (await current(cookieOf(one))).json()) as object
    expect(seen).toMatchObject({ officer: { account: 'chen', name: '陈立', role: '受理' } })
  })

  it('keeps the id nowhere: what is stored does not open a session', async () => {
    const signed = await signIn('chen', password)
    const { token } = (await signed.json()) as { token: string }
    const idHash = createHash('sha256').update(token).digest('base64url')
    expect(await office.store.officers.session(idHash)).toBeDefined()
    expect((await current(`qingwen-console=${idHash}`)).status).toBe(401)
  })

  it('answers a wrong password and an unknown account with the same words', async () => {
    const [wrong, nobody] = [await signIn('chen', 'not the one'), await signIn('nobody', 'not the one')]
    expect([wrong.status, nobody.status]).toEqual([401, 401])
    expect(await wrong.text()).toBe(await nobody.text())
  })

  it('does not write down what was typed', async () => {
    const { rows } = await office.store.audit.list({ limit: 200 })
    expect(JSON.stringify(rows)).not.toMatch(/nobody|not the one|清泉/)
    expect(rows.filter(({ what }) => what === 'session.refused')).toHaveLength(2)
  })

  it('is refused from another site’s page', async () => {
    expect((await signIn('chen', password, { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await signIn('chen', password, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await signIn('chen', password, { origin: 'null' })).status).toBe(403)
  })

  it('locks an account after five failures, known or not, whatever is typed then, and opens again later', async () => {
    for (const account of ['lock', 'ghost']) {
      if (account === 'lock')
        await addOfficer(office.store, { account, name: '锁', role: '受理', password }, 'system', office.clock.at)
      const tries = await Promise.all(Array.from({ length: 7 }, () => signIn(account, 'wrong wrong')))
      expect(tries.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429])
    }
    const locked = await signIn('lock', password)
    expect(locked.status).toBe(429)
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0)
    office.clock.at = '2026-11-23T09:51:00+08:00'
    // The right password, and a phone still to be bound: a program is sent to the page.
    expect((await signIn('lock', password)).status).toBe(403)
  })
})

describe('a session', () => {
  let day = 1
  const at = (time: string) => `2026-12-${String(day).padStart(2, '0')}T${time}+08:00`
  const fresh = async () => {
    day++
    office.clock.at = at('07:59:30')
    const response = await signIn('chen', password)
    return cookieOf(response)
  }
  const status = async (cookie: string, time: string) => {
    office.clock.at = at(time)
    return (await current(cookie)).status
  }

  it('ends after a quarter of an hour alone, and lives on while it is used, at most eight hours', async () => {
    const idle = await fresh()
    expect(await status(idle, '08:14:59')).toBe(200)
    expect(await status(idle, '08:29:00')).toBe(200)
    expect(await status(idle, '08:44:01')).toBe(401)

    const long = await fresh()
    for (let minute = 10; minute < 480; minute += 10) {
      const time = `${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`
      expect(await status(long, time), time).toBe(200)
    }
    expect(await status(long, '16:00:00')).toBe(401)
  })

  it('is dead after signing out', async () => {
    const cookie = await fresh()
    const { csrf } = (await (await current(cookie)).json()) as { csrf: string }
    const out = await form('/console/sign-out', { csrf }, { cookie })
    expect(out.headers.get('location')).toBe('/console/sign-in')
    expect((await current(cookie)).status).toBe(401)
  })

  it('of a browser is replaced at a new sign-in, so nobody can prepare one for somebody else', async () => {
    const cookie = await fresh()
    const again = await form('/console/sign-in', { account: 'chen', password, code: codeOf('chen') }, { cookie })
    expect(again.status).toBe(303)
    expect((await current(cookie)).status).toBe(401)
    expect((await current(cookieOf(again))).status).toBe(200)
  })

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/console@elsewhere',
    '/console/../../x\\y',
    'javascript:1',
  ])('is opened without being led to %s', async (next) => {
    day++
    office.clock.at = at('08:00:00')
    const signed = await form('/console/sign-in', { account: 'chen', password, next, code: codeOf('chen') })
    expect(signed.headers.get('location')).toBe('/console')
  })
})

it('uses the __Host- prefix and Secure where the office is reached over https', async () => {
  const secure = await openOffice({ secureCookies: true })
  await addOfficer(secure.store, { account: 'chen', name: '陈立', role: '受理', password }, 'system', secure.clock.at)
  const signed = await fetch(`${secure.url}/console/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ account: 'chen', password }),
    redirect: 'manual',
  })
  expect(signed.headers.get('set-cookie')).toMatch(
    /^__Host-qingwen-console=.*Path=\/;.*HttpOnly; Secure; SameSite=Strict$/,
  )
  expect(signed.headers.get('strict-transport-security')).toBeTruthy()
  await secure.close()
})
