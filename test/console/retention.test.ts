import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, file, type Office, openOffice, seat, today } from '../support/office.ts'
import { unzipped } from '../support/unzipped.ts'

let office: Office
let handler: Desk
let keeper: Desk
let admin: Desk
let reviewer: Desk

beforeAll(async () => {
  office = await openOffice()
  handler = await seat(office, '受理、承办')
  keeper = await seat(office, '安全管理', '钱守', { fresh: true })
  admin = await seat(office, '系统管理', '孙管', { fresh: true })
  reviewer = await seat(office, '复核', '李核', { fresh: true })
})
afterAll(() => office.close())
beforeEach(() => {
  office.clock.at = `${today}T09:30:00+08:00`
})

/** Later: sessions of these tests last a working day, so the day moves by hand where it matters. */
const onDay = (day: string) => {
  office.clock.at = `${day}T10:00:00+08:00`
}

/** A report that was closed on 2025-01-06. */
async function closed(): Promise<string> {
  onDay('2025-01-06')
  const { number, id } = await file(office)
  await office.store.cases.claim(number, handler.officer.id, office.clock.at)
  const found = (await office.store.cases.byId(id))!
  await office.store.cases.save({
    ...{ key: `close ${id}`, number, officer: handler.officer.id, fence: found.fence, revision: found.revision },
    ...{ state: '已办结', closed: true, at: office.clock.at },
    audit: { who: `officer:${handler.officer.id}`, what: 'case.closed', object: number },
  })
  office.clock.at = `${today}T09:30:00+08:00`
  return number
}

/** The rule for reports, set by two. */
async function ruled(number: string, unit = 'years'): Promise<void> {
  const asked = await keeper.post('/console/retention/rules', {
    kind: 'report',
    number,
    unit,
    basis: '保管期限表第三条',
  })
  expect(asked.status).toBe(303)
  await agree(admin)
  const months = String(Number(number) * (unit === 'years' ? 12 : 1))
  const set = await keeper.post('/console/retention/rules/set', { kind: 'report', months })
  expect(set.status).toBe(303)
}

/** Agrees to what waits. */
async function agree(by: Desk): Promise<void> {
  const waiting = (await office.store.approvals.list('local')).filter(({ state }) => state === 'waiting')
  expect(waiting).toHaveLength(1)
  const done = await by.post(`/console/approvals/${waiting[0]!.id}/agree`, {})
  expect(done.status).toBe(303)
}

const listIn = (location: string | null) => /lists\/([\w-]+)/.exec(location ?? '')?.[1] ?? ''

describe('how long cases are kept', () => {
  it('no period is invented: without a rule the page says so and nothing is due', async () => {
    await closed()
    const { html } = await keeper.page('/console/retention')
    expect(html).toContain('手里的规定没有写这些件要保管多少年')
    expect(html).toContain('没有设，不会销毁')
    expect(html).toContain('现在没有到期的件')
  })

  it('is set by two: one asks with a basis, another administrator agrees, and it cannot be set before', async () => {
    await keeper.post('/console/retention/rules', {
      kind: 'report',
      number: '2',
      unit: 'years',
      basis: '保管期限表第三条',
    })
    const early = await keeper.post('/console/retention/rules/set', { kind: 'report', months: '24' })
    expect(early.status).toBe(403)
    const [waiting] = await office.store.approvals.list('local')
    // Neither oneself nor who works cases agrees to it.
    expect((await keeper.post(`/console/approvals/${waiting!.id}/agree`, {})).status).toBe(404)
    expect((await reviewer.post(`/console/approvals/${waiting!.id}/agree`, {})).status).toBe(404)
    expect((await admin.page('/console/approvals')).html).toContain('检举控告：保管 2 年')
    await agree(admin)
    // What was agreed to, and nothing else.
    expect((await keeper.post('/console/retention/rules/set', { kind: 'report', months: '12' })).status).toBe(403)
    expect((await keeper.post('/console/retention/rules/set', { kind: 'report', months: '24' })).status).toBe(303)
    expect((await keeper.post('/console/retention/rules/set', { kind: 'report', months: '24' })).status).toBe(403)
    const { html } = await keeper.page('/console/retention')
    expect(html).toContain('办结起 2 年')
    expect(html).toContain('保管期限表第三条')
    expect(html).toContain('钱守提出，孙管同意')
    expect(await office.store.retention.rules('local')).toMatchObject([
      { kind: 'report', months: 24, basis: '保管期限表第三条', setBy: keeper.officer.id, agreedBy: admin.officer.id },
    ])
  })

  it.each([
    ['', 'years', 'x'],
    ['-1', 'years', 'x'],
    ['1.5', 'years', 'x'],
    ['101', 'years', 'x'],
    ['2', 'years', ''],
  ])('%s %s with basis “%s” is refused in words', async (number, unit, basis) => {
    const refused = await keeper.post('/console/retention/rules', { kind: 'report', number, unit, basis })
    expect(refused.status).toBe(400)
    expect(refused.html).toContain('期限写整数')
  })

  it('is not there for whoever has no business with it, and asks for the password again', async () => {
    for (const desk of [handler, admin, await seat(office, '审计管理')])
      expect((await desk.page('/console/retention')).status).toBe(404)
    const stale = await seat(office, '安全管理')
    const asked = { kind: 'report', number: '2', unit: 'years', basis: 'x' }
    expect((await stale.post('/console/retention/rules', asked)).status).toBe(403)
    expect((await reviewer.post('/console/retention/rules', asked)).status).toBe(404)
  })
})

describe('what is over', () => {
  it('is listed by one, agreed to by a reviewer and destroyed, with a certificate and its lines', async () => {
    await ruled('1')
    const [one, two] = [await closed(), await closed()]
    const page = await keeper.page('/console/retention')
    expect(page.html).toContain(one)
    const asked = await keeper.post('/console/retention/lists', { number: one, reason: '都看过，没有别的用处' })
    expect(asked.status).toBe(303)
    const id = listIn(asked.headers.get('location'))
    expect((await keeper.post(`/console/retention/lists/${id}/run`, {})).status).toBe(403)
    expect(await office.store.cases.byNumber(one)).toBeDefined()
    // Who gives roles does not agree to this; who checks cases does, and sees the list first.
    const [waiting] = (await office.store.approvals.list('local')).filter(({ state }) => state === 'waiting')
    expect((await admin.post(`/console/approvals/${waiting!.id}/agree`, {})).status).toBe(404)
    const shown = await reviewer.page(`/console/retention/lists/${id}`)
    expect(shown.html).toContain(one)
    expect(shown.html).toContain('都看过，没有别的用处')
    expect((await reviewer.post(`/console/retention/lists/${id}/run`, {})).status).toBe(404)
    await agree(reviewer)
    expect((await keeper.post(`/console/retention/lists/${id}/run`, {})).status).toBe(303)

    expect(await office.store.cases.byNumber(one)).toBeUndefined()
    expect(await office.store.cases.byNumber(two)).toBeDefined()
    expect((await handler.page(`/console/cases/${one}`)).status).toBe(404)
    expect((await keeper.page(`/console/retention/lists/${id}`)).html).toContain('已经销毁')
    const [made] = await office.store.retention.certificates('local', 9)
    const { html } = await reviewer.page(`/console/retention/certificates/${made!.number}`)
    for (const words of [
      '销毁证明',
      made!.number,
      one,
      '2025年1月6日',
      '保管期限表第三条',
      '钱守',
      '李核',
      made!.auditHash,
    ])
      expect(html).toContain(words)
    expect(html).not.toContain('水泥')
    const docx = await fetch(`${office.url}/console/retention/certificates/${made!.number}/docx`, {
      headers: { authorization: `Bearer ${keeper.token}` },
    })
    expect(docx.headers.get('content-disposition')).toContain(`${made!.number}-certificate.docx`)
    const parts = await unzipped(new Uint8Array(await docx.arrayBuffer()))
    expect(parts['word/document.xml']).toContain(made!.auditHash)
    const lines = (await office.store.audit.list({ limit: 30 })).rows.map(({ what }) => what)
    for (const what of ['retention.listed', 'retention.agreed', 'case.destroyed', 'certificate.viewed'])
      expect(lines).toContain(what)
  })

  it('a list taken back leaves everything as it was', async () => {
    const number = await closed()
    const asked = await keeper.post('/console/retention/lists', { number, reason: '看过' })
    const id = listIn(asked.headers.get('location'))
    expect((await keeper.post(`/console/retention/lists/${id}/drop`, {})).status).toBe(303)
    expect((await keeper.page(`/console/retention/lists/${id}`)).status).toBe(404)
    expect((await keeper.page('/console/retention')).html).toContain(number)
    const request = (await office.store.approvals.list('local')).find(({ object }) => object === id)
    expect((await reviewer.post(`/console/approvals/${request!.id}/agree`, {})).status).toBe(303)
    expect((await keeper.post(`/console/retention/lists/${id}/run`, {})).status).toBe(404)
  })

  it('nothing picked, something not due, or no reason is refused in words', async () => {
    const { number } = await file(office)
    for (const sent of [{ reason: '看过' }, { number, reason: '看过' }, { number: await closed(), reason: '' }])
      expect((await keeper.post('/console/retention/lists', sent)).status).toBe(400)
    // Nothing of it is left lying: no list, no request.
    expect((await office.store.approvals.list('local')).filter(({ state }) => state === 'waiting')).toEqual([])
    expect((await office.store.retention.lists('local')).filter(({ state }) => state === 'listed')).toEqual([])
  })

  it('a case on hold is not due until it is let go; the reason lies sealed and stands on both pages', async () => {
    const number = await closed()
    const held = await handler.post(`/console/cases/${number}/hold`, { reason: '行政诉讼还没有完' })
    expect(held.status).toBe(303)
    expect((await handler.page(`/console/cases/${number}`)).html).toContain('行政诉讼还没有完')
    const { html } = await keeper.page('/console/retention')
    expect(html).toContain('行政诉讼还没有完')
    expect(html).not.toContain(`value="${number}" aria-label="选`)
    const [hold] = await office.store.retention.holds('local')
    expect(JSON.stringify(hold)).not.toContain('诉讼')
    expect((await keeper.post('/console/retention/holds/lift', { number })).status).toBe(303)
    expect((await keeper.page('/console/retention')).html).toContain(`value="${number}" aria-label="选`)
    expect((await handler.post(`/console/cases/${number}/hold`, { reason: ' ' })).status).toBe(400)
    expect((await keeper.post('/console/retention/holds', { number: 'R-9', reason: 'x' })).status).toBe(404)
    const lines = (await office.store.audit.list({ object: number, limit: 9 })).rows.map(({ what }) => what)
    expect(lines).toEqual(expect.arrayContaining(['hold.set', 'hold.lifted']))
  })

  it('of another unit nothing is there', async () => {
    await office.store.units.add({ id: 'city', name: '市里' })
    const other = await seat(office, '安全管理', '外人', { unit: 'city', fresh: true })
    const number = await closed()
    const [made] = await office.store.retention.certificates('local', 9)
    const [list] = await office.store.retention.lists('local')
    expect((await other.page('/console/retention')).html).not.toContain(number)
    expect((await other.page(`/console/retention/certificates/${made!.number}`)).status).toBe(404)
    expect((await other.page(`/console/retention/lists/${list!.id}`)).status).toBe(404)
    expect((await other.post('/console/retention/lists', { number, reason: 'x' })).status).toBe(400)
    expect((await other.post('/console/retention/holds', { number, reason: 'x' })).status).toBe(404)
  })
})
