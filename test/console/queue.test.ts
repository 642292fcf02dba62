import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskPage } from '../../src/console/index.ts'
import { type Desk, file, type Office, openOffice, seat } from '../support/office.ts'

let office: Office
let desk: Desk
let other: Desk
const cite = 'nat.rule.realname.ack15'

// Monday 2026-11-23: 220 reports, one in ten with a limit, and a few that stand out.
beforeAll(async () => {
  office = await openOffice()
  desk = await seat(office)
  other = await seat(office, '受理', '陈立')
  await Promise.all(
    Array.from({ length: 220 }, (_, n) => file(office, n % 10 ? {} : { due: '2026-12-14', dueCite: cite })),
  )
  for (const due of ['2026-11-20', '2026-11-19', '2026-11-23', '2026-11-25']) await file(office, { due, dueCite: cite })
  await file(office, { dueCite: cite })
  await file(office, { kind: 'tolerance-check', letter: 'T', area: '许昌' })
  const { cases } = (await desk.call<DeskPage>('/api/v1/cases')).body
  await desk.call(`/api/v1/cases/${cases[0]?.number}/claim`, { method: 'POST' })
  await other.call(`/api/v1/cases/${cases[1]?.number}/claim`, { method: 'POST' })
})
afterAll(() => office.close())

const list = async (query: string) => (await desk.call<DeskPage>(`/api/v1/cases?${query}`)).body

describe('the queue', () => {
  it('puts what is due first, says in words how it stands, and what has no limit last', async () => {
    const { cases, total } = await list('limit=5')
    expect(total).toBe(226)
    expect(cases.map(({ due, dueWords }) => [due, dueWords.says, dueWords.left])).toEqual([
      ['2026-11-19', '已超期 2 个工作日', -2],
      ['2026-11-20', '已超期 1 个工作日', -1],
      ['2026-11-23', '今天到期', 0],
      ['2026-11-25', '还有 2 个工作日', 2],
      ['2026-12-14', '还有 15 个工作日', 15],
    ])
  })

  it('pages through every case once', async () => {
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const page = await list(`limit=100&cursor=${cursor}`)
      seen.push(...page.cases.map(({ number }) => number))
      if (page.next === undefined) break
      cursor = page.next
    }
    expect(seen).toHaveLength(226)
    expect(new Set(seen).size).toBe(226)
  })

  it.each([
    ['due=overdue', 2],
    ['due=today', 1],
    ['due=week', 2],
    ['kind=tolerance-check', 1],
    ['q=许昌', 1],
    ['q=t-1001', 1],
    ['q=李秀英', 0],
    ['holder=mine', 1],
    ['holder=free', 224],
    ['state=已办结', 0],
    ['state=&kind=&due=&q=&cursor=', 226],
    ['open=false', 0],
  ])('filtered by %s holds %i', async (query, total) => {
    expect((await list(query)).total).toBe(total)
  })

  it('names nobody and tells no content, in the list, its title or its addresses', async () => {
    const { html } = await desk.page('/console')
    for (const secret of ['李秀英', '水泥', 'case-', 'receipt']) expect(html).not.toContain(secret)
    expect(JSON.stringify(await list('limit=200'))).not.toMatch(/李秀英|水泥/)
  })

  it('as a page shows who holds what, filters without script, and leads on to the next page', async () => {
    const { html } = await desk.page('/console?limit=50')
    expect(html).toContain('>我</td>')
    expect(html).toContain('>陈立</td>')
    const next = /href="(\/console\?[^"]*cursor=[^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    expect(next).toBeDefined()
    const second = await desk.page(next ?? '')
    expect(second.html).toContain('回到第一页')
    expect(second.html.match(/<th scope="row">/g)).toHaveLength(50)
    const none = await desk.page('/console?state=%E5%B7%B2%E5%8A%9E%E7%BB%93&kind=')
    expect(none.html).toContain('没有符合条件的件')
  })

  it('marks a case whose person has answered, until an officer acts on it', async () => {
    const made = await file(office)
    const { revision } = await office.store.conversations.load(made.thread)
    const to = await office.sealer.ofCase(made.id)
    const message = office.sealer.message(to, made.id, { at: office.clock.at, from: 'person', text: '二十来袋' })
    await office.store.conversations.commit({
      arrival: { ...made.thread, id: 'answer' },
      revision,
      state: { v: 1, turn: 2, drafts: [], misses: 0, used: [] },
      log: [],
      push: false,
      replies: [{ case: made.id, message }],
      attachments: [],
      receiptsKept: [],
      gaps: [],
      audit: [],
      at: office.clock.at,
    })
    const row = async () => (await list(`q=${made.number}`)).cases[0]
    expect(await row()).toMatchObject({ answered: true })
    expect((await desk.page(`/console?q=${made.number}`)).html).toContain('对方已回复')
    await desk.call(`/api/v1/cases/${made.number}/claim`, { method: 'POST' })
    await desk.call(`/api/v1/cases/${made.number}/actions`, { method: 'POST', body: '{"action":"accept"}' })
    expect(await row()).toMatchObject({ answered: false })
  })

  it('says so where a limit ends beyond the published calendar, and names no day', async () => {
    const { number } = await file(office, { dueCite: cite })
    const [row] = (await list(`q=${number}`)).cases
    expect(row?.dueWords).toEqual({ says: '有时限，放假安排未公布，暂不能算出日期', standing: 'provisional' })
    expect(row).not.toHaveProperty('due')
  })
})
