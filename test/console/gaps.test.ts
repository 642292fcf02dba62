import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shapes, type TopicView } from '../../src/console/index.ts'
import type { Found } from '../../src/dialogue/index.ts'
import type { GapNote } from '../../src/runtime/index.ts'
import { type Desk, type Office, openOffice, seat } from '../support/office.ts'
import { turn } from '../support/turns.ts'

let office: Office
let keeper: Desk
let officer: Desk
let asked: { text: string; area?: string }[]
let found: Found

beforeEach(async () => {
  asked = []
  found = { outcome: 'no-match', text: '（没有）', cites: [], suggestions: [] }
  office = await openOffice({
    answerer: {
      answer: async ({ text, area }) => {
        asked.push({ text, ...(area === undefined ? {} : { area }) })
        return found
      },
    },
  })
  keeper = await seat(office, '系统管理')
  officer = await seat(office)
})
afterEach(() => office.close())

let arrivals = 0
async function ask(question: string, more: Partial<GapNote> = {}) {
  const gaps = [{ question, why: 'no-match', ...more } as const]
  const n = ++arrivals
  await office.store.conversations.commit(turn({ channel: 'web', person: `asker${n}` }, `gap-${n}`, 0, { gaps }))
}
const list = async () => shapes.GapList.parse((await keeper.call('/api/v1/gaps')).body)
const call = (desk: Desk, id: string, deed: string, body: object = {}) =>
  desk.call<TopicView & { type: string }>(`/api/v1/gaps/${id}/${deed}`, { method: 'POST', body: JSON.stringify(body) })
const first = async () => (await list()).topics[0]!

describe('the gap ledger over the API', () => {
  it('keeps its old fields and tells the topics beside them, most asked first', async () => {
    for (const question of ['年休假几天', '公车能不能私用', '公务用车可以私用吗']) await ask(question)
    const { gaps, topics } = await list()
    expect(gaps).toHaveLength(3)
    expect(gaps[0]).toMatchObject({ count: 1, downs: 0, ups: 0, reasons: [], why: 'no-match' })
    expect(topics.map(({ count }) => count)).toEqual([2, 1])
    expect(JSON.stringify([gaps, topics])).not.toContain('asker')
    expect((await keeper.call<{ topics: unknown[] }>('/api/v1/gaps?state=closed')).body.topics).toEqual([])
  })

  it('gives, closes by a text, opens again when it is asked again, and is reopened by hand', async () => {
    await ask('年休假几天')
    const { id } = await first()
    const given = await call(keeper, id, 'give', { to: officer.officer.account })
    expect(given.body).toMatchObject({ state: 'given', holder: { name: officer.officer.name, mine: false } })
    const closed = await call(officer, id, 'close', { text: 'nat.rule' })
    expect(closed.body).toMatchObject({ state: 'closed', closing: { text: 'nat.rule', on: '2026-11-23' } })
    await ask('年休假几天')
    expect(await first()).toMatchObject({ state: 'given', since: 1, reopened: 1 })
    expect((await call(keeper, id, 'close', { note: '归人社部门答' })).body.state).toBe('closed')
    expect((await call(keeper, id, 'reopen')).body).toMatchObject({ state: 'given', reopened: 2 })
    const lines = (await office.store.audit.list({ object: id, limit: 20 })).rows.map(({ what }) => what)
    const deeds = ['gap.reopened', 'gap.closed', 'gap.reopened', 'gap.closed', 'gap.given']
    expect(lines).toEqual(deeds)
  })

  it.each<[string, string, object, number, string]>([
    ['a text nobody holds', 'close', { text: 'nat.nothing' }, 400, 'badRequest'],
    ['neither text nor note', 'close', {}, 400, 'badRequest'],
    ['text and note at once', 'close', { text: 'nat.rule', note: '不答' }, 400, 'badRequest'],
    ['a note of 501 characters', 'close', { note: '字'.repeat(501) }, 400, 'badRequest'],
    ['an officer nobody knows', 'give', { to: 'nobody' }, 400, 'badRequest'],
    ['reopening what is open', 'reopen', {}, 409, 'illegalMove'],
    ['an older revision', 'give', { revision: 7 }, 409, 'stale'],
  ])('refuses %s and changes nothing', async (_, deed, body, status, code) => {
    await ask('年休假几天')
    const before = await first()
    const refused = await call(keeper, before.id, deed, body)
    expect([refused.status, refused.body.type]).toEqual([status, expect.stringContaining(code)])
    expect(await first()).toEqual(before)
    expect((await call(keeper, 'Q-9', 'give')).status).toBe(404)
  })

  it('lets who works cases read, close what was given to them, and no more', async () => {
    await ask('年休假几天')
    const { id } = await first()
    for (const deed of ['give', 'close', 'reopen'])
      expect((await call(officer, id, deed, deed === 'close' ? { note: '不答' } : {})).status).toBe(403)
    expect((await officer.page(`/console/gaps/${id}`)).html).not.toContain(`/console/gaps/${id}/give`)
    await call(keeper, id, 'give', { to: officer.officer.account })
    expect((await call(officer, id, 'close', { note: '归人社部门答' })).status).toBe(200)
  })
})

describe('the page of a topic', () => {
  it('does it all without script: give, close, reopen, and tells who came too late', async () => {
    await ask('年休假几天')
    const { id } = await first()
    const at = `/console/gaps/${id}`
    expect((await keeper.post(`${at}/give`, { revision: '1' })).headers.get('location')).toBe(`${at}?done=given`)
    const late = await keeper.post(`${at}/close`, { revision: '1', note: '想了很久的话' })
    expect(late.status).toBe(409)
    expect(late.html).toContain('刚刚有同事改动过这一题')
    expect(late.html).toContain('想了很久的话</textarea>')
    expect((await keeper.post(`${at}/close`, { revision: '2', text: 'working-days', note: '' })).status).toBe(303)
    expect((await keeper.page(at)).html).toContain('凭《工作日怎么算》')
    expect((await keeper.post(`${at}/reopen`, { revision: '3' })).status).toBe(303)
    expect((await first()).state).toBe('given')
  })

  it('moves a wording to a topic of its own and a whole topic into another', async () => {
    for (const question of ['公车能不能私用', '公车能不能私用', '公务用车可以私用吗', '年休假几天']) await ask(question)
    const car = await first()
    const wording = car.wordings.find(({ question }) => question === '公务用车可以私用吗')?.key ?? ''
    const moved = await keeper.post(`/console/gaps/${car.id}/move`, { revision: '1', wording, to: '' })
    expect(moved.headers.get('location')).toMatch(/^\/console\/gaps\/Q-\d+\?done=moved$/)
    expect((await list()).topics.map(({ count }) => count)).toEqual([2, 1, 1])
    const [one, other] = (await list()).topics
    const all = { revision: String(other!.revision), wording: 'all', to: one!.id }
    expect((await keeper.post(`/console/gaps/${other!.id}/move`, all)).status).toBe(303)
    expect((await list()).topics.map(({ count }) => count)).toEqual([3, 1])
    expect((await officer.post(`/console/gaps/${one!.id}/move`, all)).status).toBe(403)
  })

  it('asks the house once more for the place, shows what came of it, and counts it nowhere', async () => {
    await ask('不予问责清单有哪些', { place: '许昌市' })
    const { id } = await first()
    const clause = { id: 'x', instrument: '某办法', label: '第三条', region: '许昌市', authority: '正式条文' } as const
    found = { ...found, outcome: 'grounded', text: '有三种<b>情形', cites: [{ ...clause, held: 'digest' }] }
    const { status, html } = await officer.post(`/console/gaps/${id}/ask`, {})
    expect([status, asked]).toEqual([200, [{ text: '不予问责清单有哪些', area: '许昌市' }]])
    for (const shown of ['现在答得上来', '有三种&lt;b&gt;情形', '《某办法》第三条（正式条文）'])
      expect(html).toContain(shown)
    expect(await first()).toMatchObject({ count: 1, tried: { outcome: 'grounded', answered: true, on: '2026-11-23' } })
  })

  it('shows hostile words as words', async () => {
    const payload = '"><img src=x onerror=alert(1)>问'
    await ask(payload)
    const { id } = await first()
    await call(keeper, id, 'close', { note: payload })
    for (const path of ['/console/gaps', `/console/gaps/${id}`])
      expect((await keeper.page(path)).html).not.toContain('<img src=x')
    expect(office.faults).toEqual([])
  })
})
