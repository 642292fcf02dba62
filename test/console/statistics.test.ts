import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { told } from '../intake/alike-pairs.ts'
import { type Desk, type Office, seat } from '../support/office.ts'
import { fileReport, openReports } from '../support/reports.ts'

let office: Office
let wang: Desk
beforeEach(async () => {
  office = await openReports()
  wang = await seat(office, '受理、承办', '王敏')
})
afterEach(() => office.close())

interface Statistics {
  readonly total: { readonly says: string }
  readonly breakdowns: readonly {
    readonly id: string
    readonly note?: string
    readonly rows: readonly { readonly label: string; readonly says: string }[]
  }[]
}
const read = async (desk: Desk) => {
  const { body } = await desk.call<Statistics>('/api/v1/statistics')
  const part = (id: string) => {
    const found = body.breakdowns.find((each) => each.id === id)
    return found && Object.fromEntries(found.rows.map(({ label, says }) => [label, says]))
  }
  return { total: body.total.says, part, ids: body.breakdowns.map(({ id }) => id) }
}

const report = told('赵德顺/柳树村/村支书', '修村道的水泥拉回家|2025-08|柳树村')
async function fill(counts: Readonly<Record<string, number>>, more: object = {}) {
  const made = []
  for (const [area, count] of Object.entries(counts))
    for (let n = 0; n < count; n++) made.push(await fileReport(office, { ...report, area }, more))
  return made
}

describe('statistics', () => {
  test('count by kind, state, clock, month and place what the officer may see', async () => {
    await fill({ 许昌市: 8, 南阳市: 6 })
    await fill({ 许昌市: 6 }, { due: '2026-11-20', dueCite: 'nat.rule.realname.ack15' })
    office.clock.at = '2026-12-01T09:00:00+08:00'
    await fill({ 南阳市: 5 }, { due: '2026-12-10', dueCite: 'nat.rule.realname.ack15' })
    const { total, part } = await read(await seat(office, '承办', '李立'))
    expect(total).toBe('25')
    expect(part('kind')).toEqual({ 检举控告: '25' })
    expect(part('state-report')).toEqual({ 待受理: '25' })
    expect(part('clock')).toEqual({ 按期: '5', 逾期: '6', 暂停: '0' })
    expect(part('month')).toMatchObject({ '2026-12': '5', '2026-11': '20', '2026-10': '0' })
    expect(part('area')).toEqual({ 南阳市: '11', 许昌市: '14' })
  })

  test('a clock that stands still is counted as 暂停', async () => {
    const clock = {
      id: 'acceptance',
      cite: 'nat.rule.realname.ack15',
      length: { workingDays: 15 },
      began: '2026-11-20',
    }
    const clocks = [{ ...clock, pauses: [{ from: '2026-11-21' }] }]
    await fill({ 许昌市: 5 }, { clocks })
    const closed = [{ ...clock, pauses: [{ from: '2026-11-21', to: '2026-11-22' }] }]
    await fill({ 许昌市: 6 }, { clocks: closed, due: '2026-12-20', dueCite: clock.cite })
    expect((await read(wang)).part('clock')).toEqual({ 按期: '6', 逾期: '0', 暂停: '5' })
  })

  test('counts of 1 to 4 are 少于5, and what would betray them is not shown', async () => {
    await fill({ 安阳市: 30, 许昌市: 3, 南阳市: 12, 郑州市: 9 })
    const places = (await read(wang)).part('area')!
    expect(places['许昌市']).toBe('少于5')
    expect(Object.values(places).filter((says) => says === '不显示')).toHaveLength(1)
    for (const text of [
      JSON.stringify((await wang.call('/api/v1/statistics')).body),
      (await wang.page('/console/statistics')).html,
    ])
      expect(text).not.toMatch(/"shown":[1-4],|>[1-4]</)
  }, 30_000)

  test('with fewer than five cases in all nothing is divided', async () => {
    await fill({ 许昌市: 3 })
    const { total, ids } = await read(wang)
    expect([total, ids]).toEqual(['少于5', []])
    expect((await wang.page('/console/statistics')).html).toContain('件数还少，没有分列')
  })

  test('a case behind a wall is in no number, and another unit is in none', async () => {
    const made = await fill({ 许昌市: 12 })
    await office.store.units.add({ id: 'city', name: '市纪委' })
    await fill({ 许昌市: 7 }, { unit: 'city', purpose: 'report-upper', letter: 'U' })
    const li = await seat(office, '受理、承办', '李立')
    for (const { id } of made.slice(0, 2))
      await office.store.cases.wall(id, `officer:${li.officer.id}`, true, office.clock.at)
    expect((await read(li)).total).toBe('10')
    expect((await read(wang)).total).toBe('12')
    expect((await read(await seat(office, '受理', '市里的人', { unit: 'city' }))).total).toBe('7')
  })

  test('who reads the audit sees counts without places, and other administrators see none', async () => {
    await fill({ 许昌市: 12 })
    const auditor = await seat(office, '审计管理', '审计')
    const { total, ids, part } = await read(auditor)
    expect([total, part('kind'), ids.includes('area')]).toEqual(['12', { 检举控告: '12' }, false])
    expect((await auditor.page('/console/statistics')).html).not.toContain('许昌')
    for (const role of ['安全管理', '政策', ''])
      expect((await (await seat(office, role)).page('/console/statistics')).status).toBe(404)
  })

  test('hold no content, and are looked at with a line in the audit', async () => {
    await fill({ 许昌市: 6 })
    const { html } = await wang.page('/console/statistics')
    expect(html).not.toMatch(/赵德顺|水泥|柳树|R-\d/)
    expect(html).toMatch(/<svg[^>]*role="img"[\s\S]*<table/)
    const { rows } = await office.store.audit.list({ limit: 3 })
    expect(rows[0]).toMatchObject({ who: `officer:${wang.officer.id}`, what: 'statistics.viewed' })
  })
})
