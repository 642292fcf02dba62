import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { told } from '../intake/alike-pairs.ts'
import { type Desk, type Office, seat } from '../support/office.ts'
import { fileReport, openReports } from '../support/reports.ts'

/** 重复举报台账, by the API an officer's programs hold on to. */
let office: Office
let wang: Desk
beforeEach(async () => {
  office = await openReports()
  wang = await seat(office, '受理、承办', '王敏')
})
afterEach(() => office.close())

const first = told('赵德顺/清河镇柳树村/村支书', '修村道时让人把两车水泥拉到自己家|2025-08|柳树村')
const second = told(
  '赵德顺/柳树村/书记',
  '村里铺路剩的水泥他拉回家盖墙用了|2025-08-10||3000',
  '把村里三十棵杨树卖了，钱没有入账|2025-11||15000',
)
const other = told('王建民/清河镇卫生院/院长', '药商每个月给他送钱|2025||20000')

interface Duplicates {
  readonly mine: boolean
  readonly revision: number
  readonly event?: string
  readonly links: readonly { master: string; sub: string; newFacts?: readonly { what: string }[]; revoked?: object }[]
  readonly candidates: readonly {
    number: string
    grade: string
    rows: readonly { field: string; agreement: string; here: string; there: string }[]
    newHere: readonly { type: string; what: string; amount?: string }[]
    newThere: readonly object[]
  }[]
  readonly apart: readonly object[]
}

const look = (desk: Desk, number: string) => desk.call<Duplicates>(`/api/v1/cases/${number}/duplicates`)
const claim = (desk: Desk, number: string) => desk.call(`/api/v1/cases/${number}/claim`, { method: 'POST' })
const link = (desk: Desk, sub: string, to: string, more: object = {}) =>
  desk.call<Duplicates & { code?: string }>(`/api/v1/cases/${sub}/links`, {
    method: 'POST',
    body: JSON.stringify({ to, ...more }),
  })
const unlink = (desk: Desk, sub: string, to: string) =>
  desk.call<Duplicates & { code?: string }>(`/api/v1/cases/${sub}/links/${to}`, { method: 'DELETE' })
const apart = (desk: Desk, number: string, from: string, is = true) =>
  desk.call<Duplicates>(`/api/v1/cases/${number}/apart`, {
    method: 'POST',
    body: JSON.stringify({ from, apart: is }),
  })

/** R-1001 and R-1003 tell one matter, R-1002 another; the third is held by Wang. */
async function three() {
  const numbers = []
  for (const each of [first, other, second]) numbers.push((await fileReport(office, each)).number)
  const [a = '', , c = ''] = numbers
  await claim(wang, c)
  return { a, c, numbers }
}

describe('suggestions', () => {
  test('name the fields that agree side by side and the fact that is new, and link nothing', async () => {
    const { a, c } = await three()
    const { body } = await look(wang, c)
    expect(body.candidates.map(({ number, grade }) => [number, grade])).toEqual([[a, '很可能']])
    const [found] = body.candidates
    expect(found!.rows.map(({ field, agreement }) => `${field} ${agreement}`)).toEqual(
      expect.arrayContaining(['person same', 'unit same', 'time same']),
    )
    expect(found!.rows.find(({ field }) => field === 'unit')).toMatchObject({ here: '柳树村', there: '清河镇柳树村' })
    expect(found!.newHere).toMatchObject([
      { type: 'fact', what: '把村里三十棵杨树卖了，钱没有入账', amount: '15,000 元' },
      { type: 'part', amount: '3,000 元' },
    ])
    expect(body.links).toEqual([])
    expect(await office.store.links.list({ limit: 9 })).toMatchObject({ total: 0 })
  })

  test('come from either side, and never from the case itself or another matter', async () => {
    const { a, c, numbers } = await three()
    expect((await look(wang, a)).body.candidates.map(({ number }) => number)).toEqual([c])
    expect((await look(wang, numbers[1]!)).body.candidates).toEqual([])
  })

  test('are the same for real-name and anonymous reports: who reported is looked at nowhere', async () => {
    const { a, c } = await three()
    const anonymous = (await look(wang, c)).body.candidates.find(({ number }) => number === a)
    const named = await fileReport(office, first, { receiptId: 'named' })
    const found = (await look(wang, c)).body.candidates.find(({ number }) => number === named.number)
    expect({ ...found, number: '', createdAt: '' }).toEqual({ ...anonymous, number: '', createdAt: '' })
  })

  test('a hidden case gives no sign: not as a candidate, a link, a number in the audit, or a way to link', async () => {
    const { a, c } = await three()
    const li = await seat(office, '受理、承办', '李立')
    await link(wang, c, a, { newFactsApart: true })
    const hidden = (await office.store.cases.byNumber(a))!
    await office.store.cases.wall(hidden.id, `officer:${li.officer.id}`, true, office.clock.at)
    const { body } = await look(li, c)
    expect([body.candidates, body.links, body.apart]).toEqual([[], [], []])
    for (const text of [
      JSON.stringify((await li.call(`/api/v1/cases/${c}`)).body),
      (await li.page(`/console/cases/${c}`)).html,
    ])
      expect(text).not.toContain(a)
    const [walled, never] = [await link(li, c, a), await link(li, c, 'R-9999')]
    expect([walled.status, JSON.stringify(walled.body)]).toEqual([never.status, JSON.stringify(never.body)])
    expect((await apart(li, c, a)).status).toBe(404)
    expect(JSON.stringify((await li.call('/api/v1/ledger?show=linked')).body)).not.toContain(a)
    expect(JSON.stringify((await li.call('/api/v1/ledger')).body)).not.toContain(a)
  })

  test('another unit sees neither candidates nor the ledger of this one', async () => {
    const { a, c } = await three()
    await office.store.units.add({ id: 'city', name: '市纪委' })
    const up = await seat(office, '受理、承办', '市里的人', { unit: 'city' })
    const theirs = await fileReport(office, first, { unit: 'city', purpose: 'report-upper', letter: 'U' })
    expect((await look(up, theirs.number)).body.candidates).toEqual([])
    expect((await look(up, a)).status).toBe(404)
    await claim(up, theirs.number)
    expect((await link(up, theirs.number, a)).status).toBe(404)
    expect((await look(wang, c)).body.candidates.map(({ number }) => number)).toEqual([a])
  })

  test('what an officer finds to be two matters is remembered, for colleagues too, and can be asked for again', async () => {
    const { a, c } = await three()
    expect((await apart(wang, c, a)).body.candidates).toEqual([])
    const li = await seat(office, '受理', '李立')
    expect((await look(li, a)).body.candidates).toEqual([])
    expect((await look(li, a)).body.apart).toMatchObject([{ by: '王敏' }])
    expect((await apart(li, c, a, false)).status).toBe(409)
    await apart(wang, c, a, false)
    expect((await look(li, a)).body.candidates).toHaveLength(1)
  })
})

describe('links', () => {
  test('put one to the other, list what is new apart on the master, and say the word others hold on to', async () => {
    const { a, c } = await three()
    const linked = await link(wang, c, a, { newFactsApart: true })
    expect([linked.status, linked.body.event]).toEqual([200, `ledger_linked:${a}<-${c}`])
    const shown = (await look(wang, a)).body
    expect(shown.links).toMatchObject([{ master: a, sub: c, by: '王敏' }])
    expect(shown.links[0]!.newFacts!.map(({ what }) => what)).toEqual([
      '把村里三十棵杨树卖了，钱没有入账',
      '村里铺路剩的水泥他拉回家盖墙用了',
    ])
    expect(shown.candidates).toEqual([])
  })

  test('sent again they change nothing, whatever revision the sender still knows', async () => {
    const { a, c } = await three()
    const { revision } = (await look(wang, c)).body
    await link(wang, c, a, { revision })
    const before = await office.store.cases.byNumber(c)
    expect((await link(wang, c, a, { revision })).status).toBe(200)
    expect((await office.store.cases.byNumber(c))!.revision).toBe(before!.revision)
  })

  test('leave state, clocks, holder and receipt of both as they were, and so does taking them back', async () => {
    const { a, c } = await three()
    const plain = async (number: string) => {
      const { revision: _, changedAt: __, ...rest } = (await office.store.cases.byNumber(number))!
      return rest
    }
    const before = [await plain(a), await plain(c)]
    await link(wang, c, a, { newFactsApart: true })
    expect([await plain(a), await plain(c)]).toEqual(before)
    const back = await unlink(wang, c, a)
    expect([back.status, back.body.event]).toEqual([200, `ledger_unlinked:${a}<-${c}`])
    expect([await plain(a), await plain(c)]).toEqual(before)
    const { links, candidates } = (await look(wang, a)).body
    expect(links).toMatchObject([{ revoked: { by: '王敏' } }])
    expect(candidates).toHaveLength(1)
    expect((await unlink(wang, c, a)).status).toBe(200)
  })

  test('the person of the sub is still written to and writes in their own case', async () => {
    const { a, c } = await three()
    await link(wang, c, a)
    const sent = await wang.call(`/api/v1/cases/${c}/actions`, {
      method: 'POST',
      body: JSON.stringify({ action: 'ask', reason: '照片还有原件吗？' }),
    })
    expect(sent.status).toBe(200)
    expect((await office.store.cases.byNumber(c))!.messages).toHaveLength(1)
    expect((await office.store.cases.byNumber(a))!.messages).toHaveLength(0)
  })

  test.each([
    [
      'to itself',
      async () => {
        const { c } = await three()
        return link(wang, c, c)
      },
      'linkSelf',
    ],
    [
      'by who does not hold the sub',
      async () => {
        const { a, c } = await three()
        return link(wang, a, c)
      },
      'notYours',
    ],
    [
      'to one that is put to another',
      async () => {
        const { a, c, numbers } = await three()
        await link(wang, c, a)
        await claim(wang, numbers[1]!)
        return link(wang, numbers[1]!, c)
      },
      'linkChain',
    ],
    [
      'of one that others are put to',
      async () => {
        const { a, c, numbers } = await three()
        await link(wang, c, a)
        await claim(wang, a)
        return link(wang, a, numbers[1]!)
      },
      'linkSubs',
    ],
    [
      'twice',
      async () => {
        const { a, c, numbers } = await three()
        await link(wang, c, a)
        return link(wang, c, numbers[1]!)
      },
      'linkTwice',
    ],
    [
      'from what is gone',
      async () => {
        const { a, c } = await three()
        return link(wang, c, a, { revision: 1 })
      },
      'stale',
    ],
  ] as const)('are refused %s', async (_, deed, code) => {
    const refused = await deed()
    expect([refused.status, refused.body.code]).toEqual([409, code])
  })

  test('of what never was linked there is nothing to take back', async () => {
    const { a, c } = await three()
    expect((await unlink(wang, c, a)).status).toBe(404)
  })

  test('leave lines without content for both, which the auditor reads', async () => {
    const { a, c } = await three()
    await link(wang, c, a, { newFactsApart: true })
    await unlink(wang, c, a)
    await apart(wang, c, a)
    const auditor = await seat(office, '审计管理', '审计')
    const lines = (
      await auditor.call<{ lines: { what: string; object?: string; note?: string; says: string }[] }>(
        '/api/v1/audit?limit=200',
      )
    ).body.lines
    for (const what of ['case.linked', 'case.unlinked', 'case.apart'])
      expect(
        lines
          .filter((line) => line.what === what)
          .map(({ object }) => object)
          .sort(),
      ).toEqual([a, c])
    expect(JSON.stringify(lines)).not.toMatch(/水泥|杨树|赵德顺|柳树/)
    expect(lines.find(({ what }) => what === 'case.linked')?.says).toBe('并案')
  })
})

describe('the ledger', () => {
  const list = async (query = '') =>
    (
      await wang.call<{
        suggestions: { number: string; others: { number: string; fields: string[]; fresh: number }[] }[]
        links: object[]
        apart: object[]
        next?: string
      }>(`/api/v1/ledger${query}`)
    ).body

  test('shows each open pair once, at the later case, until an officer has decided', async () => {
    const { a, c } = await three()
    expect((await list()).suggestions).toMatchObject([
      {
        number: c,
        others: [{ number: a, grade: '很可能', fields: expect.arrayContaining(['被反映人', '单位']), fresh: 1 }],
      },
    ])
    await link(wang, c, a)
    expect((await list()).suggestions).toEqual([])
    expect((await list('?show=linked')).links).toMatchObject([{ master: a, sub: c }])
    await unlink(wang, c, a)
    expect((await list()).suggestions).toHaveLength(1)
    expect((await list('?show=revoked')).links).toHaveLength(1)
    await apart(wang, c, a)
    expect((await list()).suggestions).toEqual([])
    expect((await list('?show=apart')).apart).toMatchObject([{ by: '王敏' }])
  })

  test('does not suggest two that are put to one and the same case', async () => {
    const { a, c } = await three()
    const third = await fileReport(office, second)
    await claim(wang, third.number)
    await link(wang, c, a)
    await link(wang, third.number, a)
    expect((await list()).suggestions).toEqual([])
  })

  test('pages through every pair', async () => {
    const { numbers } = await three()
    for (let n = 0; n < 6; n++) await fileReport(office, first)
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const page = await list(`?limit=2&cursor=${cursor}`)
      seen.push(...page.suggestions.flatMap(({ number, others }) => others.map((each) => `${number} ${each.number}`)))
      if (page.next === undefined) break
      cursor = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(new Set(seen.map((pair) => pair.split(' ')[0])).size).toBe(numbers.length + 6 - 2)
  })

  test('is not there for who works no cases', async () => {
    for (const role of ['审计管理', '系统管理', '政策'])
      expect((await (await seat(office, role)).call('/api/v1/ledger')).status).toBe(404)
  })
})

describe('on the pages', () => {
  test('the case shows what agrees and what is new, puts it to the other, and takes it back', async () => {
    const { a, c } = await three()
    const path = `/console/cases/${c}`
    const before = (await wang.page(path)).html
    for (const words of ['可能是同一件事', `并到 ${a}`, '不是一件事', '把村里三十棵杨树卖了，钱没有入账', '15,000 元'])
      expect(before).toContain(words)
    const { revision } = (await look(wang, c)).body
    const done = await wang.post(`${path}/links`, {
      to: a.toLowerCase(),
      revision: String(revision),
      newFactsApart: 'yes',
    })
    expect([done.status, done.headers.get('location')]).toEqual([303, `${path}?done=linked#alike`])
    const master = (await wang.page(`/console/cases/${a}`)).html
    expect(master).toContain('并到了这一件')
    expect(master).toContain('带来的新情况，单列')
    expect((await wang.page(path)).html).toContain('两张回执都继续有效')
    await wang.post(`${path}/links/revoke`, { to: a })
    expect((await wang.page(`/console/cases/${a}`)).html).not.toContain('并到了这一件')
  })

  test('two matters are told apart, and asked for again, with a button each', async () => {
    const { a, c } = await three()
    const path = `/console/cases/${c}`
    await wang.post(`${path}/apart`, { from: a })
    expect((await wang.page(path)).html).toContain('1 件不是一件事')
    await wang.post(`${path}/apart`, { from: a, apart: 'false' })
    expect((await wang.page(path)).html).toContain(`并到 ${a}`)
  })

  test('a refusal is told on the page of the case, and a case out of sight is not found', async () => {
    const { c } = await three()
    const path = `/console/cases/${c}`
    const refused = await wang.post(`${path}/links`, { to: c })
    expect(refused.headers.get('location')).toBe(`${path}?refused=linkSelf#alike`)
    expect((await wang.page(`${path}?refused=linkSelf`)).html).toContain('一件不能并到它自己')
    expect((await wang.page(`${path}?refused=<b>`)).html).not.toContain('role="alert"')
    expect((await wang.post(`${path}/links`, { to: 'R-9999' })).status).toBe(404)
    expect((await wang.post(`${path}/links`, { to: 'R-9999', csrf: 'no' })).status).toBe(403)
  })

  test('the ledger has a page for each of its four parts, and its list names nobody and no matter', async () => {
    const { a, c } = await three()
    const page = async (show: string) => (await wang.page(`/console/ledger?show=${show}`)).html
    expect(await page('suggested')).toMatch(new RegExp(`${c}[\\s\\S]*${a}[\\s\\S]*很可能`))
    expect(await page('suggested')).not.toMatch(/赵德顺|水泥|柳树/)
    await link(wang, c, a)
    expect(await page('suggested')).toContain('没有等着看的提示')
    expect(await page('linked')).toMatch(new RegExp(`${c}[\\s\\S]*${a}[\\s\\S]*王敏`))
    await unlink(wang, c, a)
    expect(await page('revoked')).toContain('谁撤销的')
    await apart(wang, c, a)
    expect(await page('apart')).toContain('谁定的')
    expect((await wang.page('/console/ledger?show=nonsense')).status).toBe(400)
  })

  test('what a report holds is shown as words and never as markup', async () => {
    const sly = '<img src=x onerror=alert(1)>'
    await fileReport(office, told(`赵德顺/柳树村/${sly}`, `修村道的水泥拉回家${sly}|2025-08`, `卖树钱没入账${sly}`))
    const { number } = await fileReport(office, told('赵德顺/柳树村/村支书', '修村道的水泥拉回家|2025-08'))
    await claim(wang, number)
    const { html } = await wang.page(`/console/cases/${number}`)
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(html).not.toContain('<img src=x')
  })
})
