import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskCase } from '../../src/console/index.ts'
import type { Answers, Finding } from '../../src/flow/index.ts'
import { answers, type Desk, file, type Office, openOffice, seat } from '../support/office.ts'
import { turn } from '../support/turns.ts'

let office: Office
let keeper: Desk
let officer: Desk

beforeAll(async () => {
  office = await openOffice()
  keeper = await seat(office, '系统管理、受理、承办')
  officer = await seat(office, '受理、承办')
})
afterAll(() => office.close())

const findings: readonly Finding[] = [
  {
    rule: 'xuchang',
    verdict: '信息不足',
    decidedBy: '市纪委常委会',
    marks: [
      { cite: 'nat.rule.realname.def', says: '有明令禁止', side: 'negative', mark: '未知', said: '手续还在批' },
      { cite: 'gone', says: '谋取私利', side: 'negative', mark: '不符合' },
    ],
    notes: [{ cite: 'nat.rule.realname.def', says: '备案不等于免责。' }],
  },
]

describe('the page of a case', () => {
  it('shows each field with its value, the person’s own words, where they stand, and the clause', async () => {
    const { number } = await file(office, { findings })
    const { html } = await officer.page(`/console/cases/${number}`)
    for (const shown of [
      '李秀英',
      '我叫李秀英',
      'href="#turn-3"',
      '水泥拉自己家去了',
      '事情 1',
      '去年八月（2025年8月1日至8月31日）',
    ])
      expect(html).toContain(shown)
    expect(html).toContain('用真名并留下联系方式的是实名。')
    expect(html).toMatch(/class="value unknown">不知道</)
    expect(html).toMatch(/<title>办件 R-\d+ · 清问<\/title>/)
  })

  it('shows marks as marks and leaves the decision with the body that has it', async () => {
    const { number } = await file(office, { findings })
    const { html } = await officer.page(`/console/cases/${number}`)
    for (const shown of ['信息不足', '市纪委常委会', '手续还在批', '有这种情形', '备案不等于免责。'])
      expect(html).toContain(shown)
  })

  it('loses no answer, even of an edition or a field that is gone', async () => {
    const old: Answers = { ...answers, colour: { is: 'given', value: '红', said: '红的', turn: 1 } }
    const { number } = await file(office, {
      form: { flow: 'report', edition: '2020-01-01', answers: old, findings: [] },
    })
    const { body } = await officer.call<DeskCase>(`/api/v1/cases/${number}`)
    expect(body.form.sameEdition).toBe(false)
    const paths = body.form.sections.flatMap(({ rows }) => rows.map(({ path }) => path))
    expect(paths.sort()).toEqual(Object.keys(old).sort())
    const foreign = await file(office, { form: { flow: 'gone', edition: '1', answers: old, findings: [] } })
    expect((await officer.page(`/console/cases/${foreign.number}`)).html).toContain('李秀英')
  })

  it.each([
    ['plain', '我的回执 12345678901234567890 记住', '12345678901234567890'],
    ['grouped', '回执 1234 5678 9012 3456 7890', '5678 9012'],
    ['with dashes', '1234-5678-9012-3456-7890', '5678-9012'],
    ['full width', '１２３４ ５６７８ ９０１２ ３４５６ ７８９０', '５６７８'],
  ])('masks a receipt that was typed (%s)', async (_, heard, secret) => {
    const { number } = await file(office, { heard: [heard] })
    const { html } = await officer.page(`/console/cases/${number}`)
    expect(html).not.toContain(secret)
    expect(html).toContain('●●●●')
    expect(html).not.toContain('{{receipt}}')
  })

  it('leaves telephones and amounts in the conversation readable', async () => {
    const { number } = await file(office, { heard: ['电话 13812345678，一共 1234567890 元'] })
    const { html } = await officer.page(`/console/cases/${number}`)
    expect(html).toContain('电话 13812345678，一共 1234567890 元')
  })

  it('explains why nothing can be done on a case that is free or held by another', async () => {
    const { number } = await file(office)
    expect((await officer.page(`/console/cases/${number}`)).html).toContain('先认领，再办理')
    await keeper.post(`/console/cases/${number}/claim`, {})
    const { html } = await officer.page(`/console/cases/${number}`)
    expect(html).toContain(`这件由${keeper.officer.name}认领`)
    expect(html).not.toContain('<textarea')
    expect(html).toMatch(/<button class="move" disabled/)
  })

  it('does a whole case without script: claim, ask, decide, release', async () => {
    const { number } = await file(office)
    const at = `/console/cases/${number}`
    expect((await officer.post(`${at}/claim`, {})).headers.get('location')).toBe(`${at}?done=claimed`)
    const deed = async (action: string, reason: string, inputs: Record<string, string> = {}) => {
      const { html } = await officer.page(at)
      const [, key = ''] = /name="key" value="([^"]+)"/.exec(html) ?? []
      const [, revision = ''] = /name="revision" value="(\d+)"/.exec(html) ?? []
      return officer.post(`${at}/actions`, { action, reason, key, revision, ...inputs })
    }
    expect((await deed('ask', '还有谁在场？')).status).toBe(303)
    expect((await deed('accept', '')).status).toBe(303)
    expect((await deed('conclude', '')).status).toBe(400)
    expect((await deed('conclude', '', { 'in.concluded_on': '2026-11-20' })).status).toBe(303)
    expect((await officer.page(at)).html).toMatch(/还有 14 个工作日[\s\S]{0,80}2026-12-11[\s\S]{0,80}反馈处理结果/)
    const fedBack = { 'in.fed_back_on': '2026-11-23', 'in.objection': 'none' }
    expect((await deed('feed-back', '已经核查完毕。', fedBack)).status).toBe(303)
    expect((await officer.post(`${at}/release`, {})).status).toBe(303)
    const found = await office.holder?.case((await office.store.cases.byNumber(number))!) // filed above
    expect(found).toMatchObject({ state: '已办结', closed: true })
    expect(found?.messages.map(({ text }) => text).at(-1)).toContain('已经核查完毕。')
    expect(found?.steps.map(({ from, to }) => [from, to])).toEqual([
      ['待受理', '待补充'],
      ['待补充', '已受理'],
      ['已受理', '待反馈'],
      ['待反馈', '已办结'],
    ])
    expect((await officer.page(at)).html).toContain('待反馈 → 已办结')
    expect((await officer.page('/console?open=false')).html).toContain(number)
  })

  it('keeps what the officer wrote when it is refused', async () => {
    const { number } = await file(office)
    await officer.post(`/console/cases/${number}/claim`, {})
    const late = { action: 'transfer', reason: '归清河镇管，请向镇纪委反映', key: 'k1', revision: '1' }
    const { status, html } = await officer.post(`/console/cases/${number}/actions`, late)
    expect(status).toBe(409)
    expect(html).toContain('刚刚被别处改动过')
    expect(html).toMatch(/归清河镇管，请向镇纪委反映<\/textarea>/)
  })

  it('keeps what the officer wrote when the session is over', async () => {
    const { number } = await file(office)
    const response = await fetch(`${office.url}/console/cases/${number}/actions`, {
      method: 'POST',
      body: new URLSearchParams({ action: 'ask', reason: '想了一个小时的话', csrf: 'x' }),
    })
    expect(response.status).toBe(401)
    expect(await response.text()).toContain('想了一个小时的话')
  })
})

describe('pages', () => {
  it.each(['', '/cases/R-1001', '/audit', '/gaps', '/officers'])('ask for signing in at /console%s', async (path) => {
    const response = await fetch(`${office.url}/console${path}`, { redirect: 'manual' })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`/console/sign-in?next=${encodeURIComponent(`/console${path}`)}`)
  })

  it('of gaps shows the question, why nothing helped, and what people said of the answer', async () => {
    const gaps = [
      { question: '湘乡的清单是哪几条', why: 'name-only' },
      { question: '湘乡的清单是哪几条', why: 'thumbs-down', reason: '没条文' },
      { question: '湘乡的清单是哪几条', why: 'thumbs-up' },
    ] as const
    await office.store.conversations.commit(turn({ channel: 'web', person: 'asker' }, 'gap-1', 0, { gaps }))
    const { html } = await officer.page('/console/gaps')
    expect(html).toMatch(/>2<.*湘乡的清单是哪几条.*只有文件名称，没有原文.*没帮上忙 1（没条文 1），有用 1/s)
    expect(html).not.toContain('asker')
  })

  it('of accounts and audit are not there for who only works cases', async () => {
    const absent = await officer.page('/console/nothing')
    for (const path of ['/console/officers', '/console/audit']) {
      const hidden = await officer.page(path)
      expect([hidden.status, hidden.html]).toEqual([404, absent.html])
    }
    const before = (await office.store.officers.list()).length
    const fields = { account: 'sneak', name: '某人', role: '系统管理', password: '0123456789' }
    expect((await officer.post('/console/officers', fields)).status).toBe(404)
    expect(await office.store.officers.list()).toHaveLength(before)
  })

  it('let a keeper add an account, which is audited, and refuse a name in use or a role that is none', async () => {
    const fields = { account: 'zhao', name: '赵前', role: '受理', password: '0123456789' }
    expect((await keeper.post('/console/officers', fields)).status).toBe(303)
    expect((await keeper.post('/console/officers', fields)).html).toContain('已经有人用了')
    expect((await keeper.post('/console/officers', { ...fields, account: 'q2', role: 'root' })).status).toBe(400)
    expect((await keeper.page('/console/audit')).html).toContain('新增账号')
  })

  it('are never cached, framed, or allowed a script or style of their own', async () => {
    const { headers, html } = await keeper.page('/console')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'")
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(html).not.toMatch(/<script(?![^>]*src="\/console)|\son\w+=|style=|https?:\/\//)
  })
})

describe('hostile text', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    '</textarea><script>alert(1)</script>',
    '</title><script>alert(1)</script>',
    'javascript:alert(1)',
    '<%= process.env %><%~ it.signed.csrf %>',
    '{{constructor.constructor("alert(1)")()}}',
    '<!--<script>',
    '&lt;script&gt;&#x3C;script&#x3E;',
    '\u2028<a href="//elsewhere.example">x</a>',
    '<details open ontoggle=alert(1)>',
  ]

  it.each(payloads)('in every field, message, reason and name stays text: %s', async (payload) => {
    const evil: Answers = {
      mode: { is: 'given', value: payload, said: payload, turn: 1 },
      'facts[0].what': { is: 'given', value: payload, said: payload, turn: 1 },
      [`x${payload}`]: { is: 'given', value: [payload], said: payload, turn: 1 },
    }
    const mark = { cite: payload, says: payload, side: 'positive', mark: '符合', said: payload } as const
    const finding: Finding = {
      ...findings[0]!,
      decidedBy: payload,
      marks: [mark],
      notes: [{ cite: payload, says: payload }],
    }
    const { number } = await file(office, { answers: evil, findings: [finding], heard: [payload], area: payload })
    const desk = await seat(office, '受理', payload)
    await desk.call(`/api/v1/cases/${number}/claim`, { method: 'POST' })
    await desk.call(`/api/v1/cases/${number}/actions`, {
      method: 'POST',
      body: JSON.stringify({ action: 'ask', reason: payload }),
    })
    const refused = { action: 'ask', reason: payload, key: 'k', revision: '0' }
    const sent = [
      await desk.page(`/console/cases/${number}`),
      await desk.page('/console'),
      await desk.post('/console/find', { q: payload.slice(0, 50) }),
      await keeper.page('/console/audit'),
      await keeper.page('/console/officers'),
      await desk.post(`/console/cases/${number}/actions`, refused),
    ]
    for (const { html } of sent) expect(foreign(html)).toEqual([])
    expect(office.faults).toEqual([])
  })

  it('typed into the sign-in form is shown back as text', async () => {
    const fields = { account: payloads.join(' ').slice(0, 100), password: 'x', next: payloads.join('') }
    const { status, html } = await officer.post('/console/sign-in', fields)
    expect(status).toBe(401)
    expect(foreign(html)).toEqual([])
  })
})

/** Tags that are not ours, or carry what a page of ours never does. */
function foreign(html: string): string[] {
  const tags = html.match(/<[a-z!/][^>]*>/gi) ?? []
  return tags.filter((tag) => {
    const bare = unquoted(tag)
    if (/onerror|onload|ontoggle|elsewhere|javascript:|^<!--/i.test(bare)) return true
    return /^<(script|img|svg)/i.test(tag) && !tag.includes('"/console/assets/')
  })
}

/** A tag without what stands inside its quotes, where text is harmless. */
const unquoted = (tag: string) => tag.replace(/"[^"]*"/g, '""')
