import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, file, type Office, openOffice, seat } from '../support/office.ts'
import { turn } from '../support/turns.ts'

let office: Office
let desk: Desk
let number = ''
let cookie = ''

beforeAll(async () => {
  office = await openOffice()
  desk = await seat(office, '系统管理、受理、承办')
  number = (await file(office)).number
  await desk.call(`/api/v1/cases/${number}/claim`, { method: 'POST' })
  const gaps = [{ question: '年休假几天', why: 'no-match' } as const]
  await office.store.conversations.commit(turn({ channel: 'web', person: 'asker' }, 'gap-1', 0, { gaps }))
  await desk.page('/console/gaps')
  cookie = `qingwen-console=${desk.token}`
})
afterAll(() => office.close())

/** Everything a change could touch. */
async function state() {
  const [found, officers, audit, session, topics] = await Promise.all([
    office.store.cases.byNumber(number),
    office.store.officers.list(),
    office.store.audit.list({ limit: 200 }),
    desk.call('/api/v1/session'),
    office.store.gaps.topics({ limit: 9 }),
  ])
  const lines = audit.rows.filter(({ what }) => !what.endsWith('.viewed'))
  return JSON.stringify([found, officers, lines, session.status, topics])
}

const fields = {
  action: 'transfer',
  reason: '归乡镇管',
  key: 'k',
  account: 'intruder',
  name: '某人',
  role: '受理',
  password: '0123456789',
}
const gaps = ['give', 'close', 'reopen'].map((deed) => `gaps/Q-1001/${deed}`)
const pages = [
  ...['cases/NUMBER/claim', 'cases/NUMBER/release', 'cases/NUMBER/actions', 'officers', 'sign-out'],
  ...[...gaps, 'gaps/Q-1001/move', 'gaps/Q-1001/ask'],
].map((p) => `/console/${p}`)
const calls = ['cases/NUMBER/claim', 'cases/NUMBER/release', 'cases/NUMBER/actions', ...gaps].map((p) => `/api/v1/${p}`)

const json = { 'content-type': 'application/json' }
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }
const attacks: readonly [string, (csrf: string) => RequestInit][] = [
  ['no token', () => ({ headers: { ...urlencoded, cookie }, body: new URLSearchParams(fields).toString() })],
  [
    'a wrong token',
    () => ({
      headers: { ...urlencoded, cookie, 'x-csrf': 'A'.repeat(43) },
      body: new URLSearchParams({ ...fields, csrf: 'A'.repeat(43) }).toString(),
    }),
  ],
  [
    'an empty token',
    () => ({
      headers: { ...urlencoded, cookie, 'x-csrf': '' },
      body: new URLSearchParams({ ...fields, csrf: '' }).toString(),
    }),
  ],
  [
    'the right token from a foreign origin',
    (csrf) => ({
      headers: { ...urlencoded, cookie, origin: 'https://elsewhere.example', 'x-csrf': csrf },
      body: new URLSearchParams({ ...fields, csrf }).toString(),
    }),
  ],
  [
    'the right token from a page without origin',
    (csrf) => ({
      headers: { ...urlencoded, cookie, origin: 'null', 'x-csrf': csrf },
      body: new URLSearchParams({ ...fields, csrf }).toString(),
    }),
  ],
  [
    'the right token from a neighbour site',
    (csrf) => ({
      headers: { ...urlencoded, cookie, 'sec-fetch-site': 'same-site', 'x-csrf': csrf },
      body: new URLSearchParams({ ...fields, csrf }).toString(),
    }),
  ],
  [
    'a text/plain form',
    (csrf) => ({
      headers: { 'content-type': 'text/plain', cookie },
      body: `csrf=${csrf}&action=transfer&reason=x&key=k`,
    }),
  ],
  [
    'JSON without the header',
    (csrf) => ({ headers: { ...json, cookie }, body: JSON.stringify({ ...fields, csrf: [csrf] }) }),
  ],
  [
    'no session at all',
    (csrf) => ({
      headers: { ...urlencoded, 'x-csrf': csrf },
      body: new URLSearchParams({ ...fields, csrf }).toString(),
    }),
  ],
]

describe.each(attacks)('a change sent with %s', (_, attack) => {
  it.each([...pages, ...calls])('does nothing at %s', async (path) => {
    const before = await state()
    const response = await fetch(office.url + path.replace('NUMBER', number), {
      method: 'POST',
      redirect: 'manual',
      ...attack(desk.csrf),
    })
    expect([401, 403]).toContain(response.status)
    expect(await state()).toBe(before)
  })
})

it('takes the same change with the token from its own page, so the matrix above proves something', async () => {
  const done = await desk.post(`/console/cases/${number}/actions`, {
    action: 'accept',
    reason: '',
    key: 'ok',
    revision: '2',
  })
  expect(done.status).toBe(303)
  expect((await office.store.cases.byNumber(number))?.state).toBe('已受理')
  const called = await fetch(`${office.url}/api/v1/cases/${number}/actions`, {
    method: 'POST',
    headers: { ...json, cookie, 'x-csrf': desk.csrf, origin: office.url },
    body: JSON.stringify({ action: 'ask', reason: '还有谁在场？' }),
  })
  expect(called.status).toBe(200)
})

it('ends the session over the API only with the token', async () => {
  const end = (headers: Record<string, string>) =>
    fetch(`${office.url}/api/v1/session`, { method: 'DELETE', headers: { cookie, ...headers } })
  expect((await end({})).status).toBe(403)
  expect((await end({ 'x-csrf': desk.csrf })).status).toBe(204)
  expect((await desk.call('/api/v1/session')).status).toBe(401)
})
