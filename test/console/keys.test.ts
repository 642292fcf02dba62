import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addOfficer } from '../../src/console/index.ts'
import { keyOf } from '../support/key-holder.ts'
import { type Desk, file, type Office, openOffice, seat } from '../support/office.ts'
import { bindPhone, cookieFrom, type Phone } from '../support/phone.ts'
import { password } from '../support/word.ts'

let office: Office
let first: Desk
let other: Desk
beforeAll(async () => {
  office = await openOffice()
  first = await seat(office, '受理', '王敏')
  other = await seat(office, '受理', '陈立')
})
afterAll(() => office.close())

const send = (path: string, fields: Record<string, string>) =>
  fetch(office.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: office.url, 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  })
const signIn = (account: string, word: string, code: string) =>
  send('/console/sign-in', { account, password: word, code, next: '/console' })
/** The next code of a phone, half a minute later: one is good once. */
const next = (own: Phone) => {
  office.clock.at = new Date(Date.parse(office.clock.at) + 30_000).toISOString()
  return own.code(office.clock.at)
}

describe('the page of keys', () => {
  it('says who can open what comes in, and warns while they are fewer than three', async () => {
    const { html } = await first.page('/console/keys')
    expect(html).toContain('王敏')
    expect(html).toContain('还差 1 位')
    expect((await (await seat(office, '政策')).page('/console/keys')).status).toBe(404)
  })

  it('takes a key back: what comes in from then on is closed to them, until it is given again', async () => {
    const before = await file(office)
    expect((await other.page(`/console/cases/${before.number}`)).status).toBe(200)
    await first.post('/console/keys/take', { officer: other.officer.id })
    const after = await file(office)
    const closed = await other.call<{ code: string }>(`/api/v1/cases/${after.number}`)
    expect([closed.status, closed.body.code]).toEqual([403, 'noKey'])
    expect((await other.page(`/console/cases/${after.number}`)).html).not.toContain('水泥')
    expect((await other.page('/console')).html).toContain(after.number)
    expect((await other.post('/console/keys/give', { officer: other.officer.id })).status).toBe(409)
    expect((await first.post('/console/keys/give', { officer: other.officer.id })).status).toBe(303)
    expect((await other.page(`/console/cases/${after.number}`)).html).toContain('水泥')
    const { rows } = await office.store.audit.list({ object: other.officer.id, limit: 9 })
    expect(rows.map(({ what }) => what)).toEqual(['key.given', 'key.taken'])
  })

  it('neither gives nor takes for somebody without a key, or without the token of a session', async () => {
    const outsider = await seat(office, '受理')
    await office.keyring.remove('local', outsider.officer.id)
    expect((await outsider.post('/console/keys/take', { officer: first.officer.id })).status).toBe(403)
    expect((await first.post('/console/keys/take', { officer: other.officer.id, csrf: 'wrong' })).status).toBe(403)
    expect((await office.keyring.standing('local')).holders).toContain(other.officer.id)
  })
})

it('an officer’s first sign-in makes their key; printed, the recovery key sets a new password and opens the same cases', async () => {
  const account = 'zhoulan'
  await addOfficer(office.store, { account, name: '周兰', role: '受理', password }, 'system', office.clock.at)
  const own = await bindPhone(office.url, account, password, office.clock.at)
  const cookie = cookieFrom(await signIn(account, password, next(own)))
  const id = (await office.store.officers.byAccount(account))!.id
  expect((await first.post('/console/keys/give', { officer: id })).status).toBe(303)
  const { number } = await file(office)
  const page = async (path: string, with_ = cookie) =>
    (await fetch(office.url + path, { headers: { cookie: with_ }, redirect: 'manual' })).text()
  expect(await page(`/console/cases/${number}`)).toContain('水泥')
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page('/console/keys'))![1]!
  const made = await fetch(`${office.url}/console/keys/recovery`, {
    method: 'POST',
    body: new URLSearchParams({ csrf }),
    headers: { cookie, origin: office.url, 'sec-fetch-site': 'same-origin' },
  })
  const printed = /<code>([0-9A-Z-]{39})<\/code>/.exec(await made.text())![1]!
  const word = '一句新的只有自己知道的话'
  const wrong = await send('/console/recover', { account, recovery: 'X'.repeat(32), password: word, again: word })
  expect([wrong.status, (await wrong.text()).includes('恢复钥匙不对')]).toEqual([400, true])
  const nobody = await send('/console/recover', { account: 'nobody', recovery: printed, password: word, again: word })
  expect(nobody.status).toBe(400)
  const right = await send('/console/recover', {
    account,
    recovery: printed.toLowerCase(),
    password: word,
    again: word,
  })
  expect(right.status).toBe(303)
  // The old session is dead, the old password, too.
  expect(await page(`/console/cases/${number}`)).not.toContain('水泥')
  expect((await signIn(account, password, next(own))).status).toBe(401)
  const again = cookieFrom(await signIn(account, word, next(own)))
  expect(await page(`/console/cases/${number}`, again)).toContain('水泥')
  expect(office.faults).toEqual([])
}, 180_000)

it('a session’s copy of the key opens with nothing the database holds', async () => {
  const unlocked = await keyOf(office.keyring, '99')
  expect(JSON.stringify(unlocked)).toBe('{"officer":"99","entries":{}}')
  expect(await office.keyring.bySession('99', 'hash', 'id')).toBeUndefined()
})

describe('who reported', () => {
  const identity = { name: { is: 'given', value: '孟小满', said: '我叫孟小满', turn: 2 } } as const

  it('is shown once to who asked, when a reviewer agreed; and each step is a line of the ledger', async () => {
    const asks = await seat(office, '受理', '周正', { fresh: true })
    const peer = await seat(office, '承办', '吴平', { fresh: true })
    const reviewer = await seat(office, '复核', '郑重', { fresh: true })
    const { number } = await file(office, { identity })
    const at = `/console/cases/${number}`
    const views = (desk: Desk) => desk.post(`${at}/identity/view`, {})
    const pages = async (desk: Desk) => [await desk.page(at), await desk.page(`${at}/identity`)]
    const shown = async (desk: Desk) => [...(await pages(desk)), await views(desk)].map(({ html }) => html).join('')
    expect(await shown(asks)).not.toContain('孟小满')
    expect((await asks.post(`${at}/identity/ask`, { reason: ' ' })).status).toBe(400)
    // Without password and code just now, nobody even asks.
    expect((await first.post(`${at}/identity/ask`, { reason: '核实情况' })).status).toBe(403)
    expect((await asks.post(`${at}/identity/ask`, { reason: '核实情况' })).status).toBe(303)
    const [request] = await office.store.approvals.list('local')
    const decides = (desk: Desk) => desk.post(`/console/approvals/${request!.id}/agree`, {})
    // Alone, nobody gets any further; nor with somebody who is no reviewer.
    expect((await decides(asks)).status).toBe(404)
    expect((await decides(peer)).status).toBe(404)
    expect(await shown(asks)).not.toContain('孟小满')
    expect((await decides(reviewer)).status).toBe(303)
    for (const desk of [peer, reviewer]) expect(await shown(desk)).not.toContain('孟小满')
    expect((await views(asks)).html).toContain('孟小满')
    expect(await shown(asks)).not.toContain('孟小满')
    const { rows } = await office.store.audit.list({ object: number, limit: 50 })
    const deeds = rows.map(({ what }) => what).filter((what) => /^(approval|identity)\./.test(what))
    expect(deeds.reverse()).toEqual(['approval.asked', 'approval.agreed', 'approval.used', 'identity.viewed'])
    expect(JSON.stringify(rows)).not.toContain('核实情况')
  })

  it('is nothing that can be asked of a report without a name', async () => {
    const { number } = await file(office)
    expect((await first.page(`/console/cases/${number}/identity`)).status).toBe(404)
    expect((await first.post(`/console/cases/${number}/identity/ask`, { reason: '核实情况' })).status).toBe(404)
  })
})
