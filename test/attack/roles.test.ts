import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, file, type Office, openOffice, seat } from '../support/office.ts'
import { type Way, waysInto } from './routes.ts'

/** SECURITY W-1: roles x routes x objects. */
let office: Office
const desks = new Map<string, Desk>()
let own = { number: '', id: '' }
let other = { number: '', id: '' }
let walled = { number: '', id: '' }
const fileIds = new Map<string, string>()

const principals = {
  受理: ['受理'],
  承办: ['承办'],
  复核: ['复核'],
  回避的人: ['受理、承办'],
  上一级: ['受理、承办', 'city'],
  系统管理: ['系统管理'],
  安全管理: ['安全管理'],
  审计管理: ['审计管理'],
  政策: ['政策'],
  没有岗位: [''],
} as const

beforeAll(async () => {
  office = await openOffice()
  await office.store.units.add({ id: 'city', name: '市纪委' })
  for (const [name, [role, unit]] of Object.entries(principals))
    desks.set(name, await seat(office, role, name, { fresh: true, ...(unit ? { unit } : {}) }))
  own = await file(office)
  other = await file(office, { unit: 'city', purpose: 'report-upper', letter: 'U' })
  walled = await file(office)
  await office.store.cases.wall(walled.id, `officer:${desks.get('回避的人')!.officer.id}`, true, office.clock.at)
  for (const each of [own, other, walled]) {
    const id = crypto.randomUUID()
    const face = { type: 'text/plain', extension: 'txt', sha256: 'x', stripped: false, size: 1, at: office.clock.at }
    const to = await office.sealer.ofCase(each.id)
    fileIds.set(each.number, id)
    await office.store.conversations.commit({
      ...{ arrival: { channel: 'web', person: `f${each.number}`, id: `f${each.number}` }, revision: 0 },
      ...{ state: { v: 1, turn: 1, drafts: [], misses: 0, used: [] }, log: [], push: false, replies: [] },
      ...{ receiptsKept: [], gaps: [], audit: [], at: office.clock.at },
      attachments: [office.sealer.file(to, each.id, id, face, Buffer.from('x'))],
    })
  }
})
afterAll(() => office.close())

const absent = 'R-9999'
const fill = ({ path }: Way, number: string) =>
  path
    .replace(':number', number)
    .replace(/\/cases\/:id/, `/cases/${number}`)
    .replace(/:to$/, own.number)
    .replace(/\/sign-offs\/:(id|signOffId)/, `/sign-offs/${crypto.randomUUID()}`)
    .replace(/\/files\/:(id|fileId)/, `/files/${fileIds.get(number) ?? crypto.randomUUID()}`)

/** What a route takes where it takes anything, so that it is turned away for what it is about and not for how it is said. */
function sent(path: string): object {
  if (path.endsWith('/links')) return { to: own.number, newFactsApart: true }
  if (path.endsWith('/apart')) return { from: own.number }
  return { action: 'ask', reason: '还有谁在场？' }
}

async function ask(desk: Desk, { method }: Way, path: string) {
  const api = path.startsWith('/api/')
  const body = api ? JSON.stringify(sent(path)) : undefined
  const headers: Record<string, string> = api ? { authorization: `Bearer ${desk.token}` } : {}
  if (api && method !== 'get') headers['content-type'] = 'application/json'
  const form = new URLSearchParams({ csrf: desk.csrf, action: 'ask', reason: '还有谁在场？', key: 'k', revision: '1' })
  for (const name of ['to', 'from']) form.set(name, own.number)
  if (!api) Object.assign(headers, { cookie: `qingwen-console=${desk.token}`, origin: office.url })
  const response = await fetch(office.url + path, {
    method: method.toUpperCase(),
    headers,
    redirect: 'manual',
    ...(method === 'get' ? {} : { body: body ?? form }),
  })
  return { status: response.status, text: await response.text() }
}

describe('roles x routes x objects', () => {
  const caseWays = () => waysInto(office.router).filter(({ path }) => /\/cases\/:/.test(path))

  it('looks at every registered route', () => {
    const paths = waysInto(office.router).map(({ method, path }) => `${method} ${path}`)
    expect(paths).toEqual(expect.arrayContaining(['get /console/cases/:number', 'post /api/v1/cases/:id/claim']))
    expect(paths.length).toBeGreaterThan(45)
    expect(caseWays().length).toBeGreaterThanOrEqual(11)
  })

  it('answers a case out of sight as one that never was, byte by byte, and never with a 2xx', async () => {
    const blind = (name: string, number: string) =>
      ({ 上一级: number !== other.number, 回避的人: number !== own.number })[name] ??
      (['受理', '承办', '复核'].includes(name) ? number === other.number : true)
    let asked = 0
    const wrong: string[] = []
    for (const [name, desk] of desks)
      for (const way of caseWays())
        for (const { number } of [own, other, walled]) {
          if (!blind(name, number)) continue
          const [forbidden, never] = [await ask(desk, way, fill(way, number)), await ask(desk, way, fill(way, absent))]
          asked++
          if (forbidden.status < 300 || forbidden.status === 303)
            wrong.push(`${name} ${way.method} ${way.path} ${number}`)
          if (forbidden.status !== never.status || forbidden.text !== never.text)
            wrong.push(`${name} ${way.method} ${way.path}: differs from absent`)
        }
    process.stdout.write(`roles x routes x objects: ${asked} asked, ${wrong.length} wrong\n`)
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(200)
    for (const { id } of [own, other, walled]) expect((await office.store.cases.byId(id))?.messages).toEqual([])
  }, 300_000)

  it('shows whom it should what they should see, so the figure above proves something', async () => {
    const page = (name: string, number: string) => desks.get(name)!.page(`/console/cases/${number}`)
    expect((await page('受理', own.number)).status).toBe(200)
    expect((await page('上一级', other.number)).status).toBe(200)
    expect((await page('受理', walled.number)).status).toBe(200)
    const list = await desks.get('受理')!.call<{ total: number }>('/api/v1/cases')
    expect([list.status, list.body.total]).toEqual([200, 2])
    expect((await desks.get('回避的人')!.call<{ total: number }>('/api/v1/cases')).body.total).toBe(1)
    expect((await desks.get('上一级')!.call<{ total: number }>('/api/v1/cases')).body.total).toBe(1)
  })

  const houses: readonly [string, readonly string[]][] = [
    ['/console/audit', ['审计管理']],
    ['/console/officers', ['系统管理', '安全管理']],
    ['/console/hand-over', ['受理', '承办', '复核', '回避的人', '上一级']],
    ['/api/v1/hand-over', ['受理', '承办', '复核', '回避的人', '上一级']],
    ['/console/ledger', ['受理', '承办', '复核', '回避的人', '上一级']],
    ['/console/gaps', ['受理', '承办', '复核', '回避的人', '上一级', '系统管理', '政策']],
    ['/console/texts', ['系统管理', '政策']],
    ['/api/v1/cases', ['受理', '承办', '复核', '回避的人', '上一级']],
    ['/console/statistics', ['受理', '承办', '复核', '回避的人', '上一级', '审计管理']],
    ['/api/v1/statistics', ['受理', '承办', '复核', '回避的人', '上一级', '审计管理']],
    ['/api/v1/ledger', ['受理', '承办', '复核', '回避的人', '上一级']],
    ['/api/v1/audit', ['审计管理']],
  ]
  it.each(houses)('opens %s to whom it is for and to nobody else', async (path, entitled) => {
    for (const [name, desk] of desks) {
      const { status } = await ask(desk, { method: 'get', path }, path)
      expect([name, status]).toEqual([name, entitled.includes(name) ? 200 : 404])
    }
  })

  it('lets nobody but their keepers make accounts, give roles, close accounts or add units', async () => {
    const target = desks.get('受理')!.officer.id
    const fields = { account: 'sneak', name: '某人', password: '0123456789', role: '受理', id: 'sneak', upper: '' }
    const before = JSON.stringify([await office.store.officers.list(), await office.store.units.list()])
    const paths = [
      '/officers',
      `/officers/${target}/close`,
      `/officers/${target}/roles`,
      `/officers/${target}/code`,
      '/units',
    ]
    for (const [name, desk] of desks)
      for (const path of paths) {
        const keeper = path.endsWith('roles') || path.endsWith('code') ? '安全管理' : '系统管理'
        if (name === keeper) continue
        const { status, html } = await desk.post(`/console${path}`, fields)
        expect([name, path, status]).toEqual([name, path, 404])
        expect(html).toBe((await desk.post('/console/officers/999999/close', fields)).html)
      }
    expect(JSON.stringify([await office.store.officers.list(), await office.store.units.list()])).toBe(before)
  })

  it('takes no role, unit or state from a body that has no business naming it', async () => {
    const desk = desks.get('受理')!
    for (const more of [{ role: '系统管理' }, { unit: 'city' }, { state: '已办结' }, { status: '已办结' }]) {
      const body = JSON.stringify({ action: 'ask', reason: '还有谁？', ...more })
      expect((await desk.call(`/api/v1/cases/${own.number}/actions`, { method: 'POST', body })).status).toBeGreaterThan(
        399,
      )
    }
    const keeper = desks.get('系统管理')!
    await keeper.post('/console/officers', { account: 'new1', name: '新人', password: '0123456789', role: '审计管理' })
    // With a security administrator in the house, who keeps accounts gives no roles.
    expect(await office.store.officers.byAccount('new1')).toMatchObject({ role: '', unit: 'local' })
  })
})
