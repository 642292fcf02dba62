import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskCase } from '../../src/console/index.ts'
import { answers, type Desk, file, type Office, openOffice, seat } from '../support/office.ts'
import { unzipped } from '../support/unzipped.ts'

let office: Office
let officer: Desk

beforeAll(async () => {
  office = await openOffice({ identity: { report: ['name'] } })
  officer = await seat(office)
})
afterAll(() => office.close())

const raw = (path: string, desk: Desk | undefined = officer) =>
  fetch(office.url + path, desk ? { headers: { authorization: `Bearer ${desk.token}` } } : {})
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const doors = [
  ['the API', (number: string) => `/api/v1/cases/${number}/document.docx`],
  ['the API by name', (number: string) => `/api/v1/cases/${number}/document.docx?paper=registration`],
  ['the console', (number: string) => `/console/cases/${number}/papers/registration/docx`],
] as const

describe('official papers of a case', () => {
  it('are offered on its page, one key away, and in the API', async () => {
    const { number } = await file(office)
    const { html } = await officer.page(`/console/cases/${number}`)
    expect(html).toContain(`href="/console/cases/${number}/papers/registration/docx" data-key="d" download`)
    expect(html).toContain('导出检举控告登记表')
    const { body } = await officer.call<DeskCase>(`/api/v1/cases/${number}`)
    expect(body.papers).toEqual([{ id: 'registration', title: '检举控告登记表' }])
  })

  it.each(doors)('come from %s as a file to be saved, named by number and kind alone', async (_, door) => {
    const { number } = await file(office)
    const answer = await raw(door(number))
    expect(answer.status).toBe(200)
    const head = (name: string) => answer.headers.get(name)
    expect(head('content-type')).toBe(type)
    expect(head('content-disposition')).toBe(`attachment; filename=${number}-registration.docx`)
    expect(head('x-content-type-options')).toBe('nosniff')
    expect(head('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(head('cache-control')).toBe('no-store')
    const parts = await unzipped(new Uint8Array(await answer.arrayBuffer()))
    expect(parts['word/document.xml']).toContain('把水泥拉回自己家')
    expect(parts['word/document.xml']).toContain('水泥拉自己家去了')
  })

  it('never hold the reporter’s name, whichever part of the file one looks into', async () => {
    const { number } = await file(office)
    expect(answers['name']).toMatchObject({ value: '李秀英' })
    const parts = await unzipped(new Uint8Array(await (await raw(doors[0][1](number))).arrayBuffer()))
    expect(Object.values(parts).filter((part) => part.includes('李秀英'))).toEqual([])
    expect((await officer.page(`/console/cases/${number}/papers/registration`)).html.includes('李秀英')).toBe(false)
  })

  it('do not leave unseen: each export and each print is a line of the ledger', async () => {
    const { number } = await file(office)
    await raw(doors[0][1](number))
    await officer.page(`/console/cases/${number}/papers/registration`)
    const { rows } = await office.store.audit.list({ object: number, limit: 2 })
    const common = { who: `officer:${officer.officer.id}`, what: 'document.exported', object: number }
    expect(rows).toMatchObject([
      { ...common, note: 'registration print' },
      { ...common, note: 'registration docx' },
    ])
    expect((await officer.page(`/console/cases/${number}`)).html).toContain('导出文书')
  })

  it('can be read on a page for paper, with the sentence each word comes from', async () => {
    const { number } = await file(office)
    const { status, html } = await officer.page(`/console/cases/${number}/papers/registration`)
    expect(status).toBe(200)
    expect(html).toContain('<title>文书 ')
    expect(html).toContain('/console/assets/paper.css')
    expect(html).toMatch(/<a class="from" href="#source-\d+">把水泥拉回自己家<\/a>/)
    expect(html).toContain('对话第 1 句')
    expect((await raw('/console/assets/paper.css')).status).toBe(200)
  })

  it('are text on that page, whatever somebody wrote', async () => {
    const attack = '<script>alert(1)</script>{item}<%= 1 %>'
    const { number } = await file(office, {
      answers: { 'facts[0].what': { is: 'given', value: attack, said: attack, turn: 1 } },
    })
    const { html } = await officer.page(`/console/cases/${number}/papers/registration`)
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;{item}&lt;%= 1 %&gt;')
  })

  it('look the same where there are none, where they are not offered and where the case is out of sight', async () => {
    const { number } = await file(office)
    const stranger = await seat(office, '审计')
    const asked: [string, Desk | undefined][] = [
      [`/api/v1/cases/${number}/document.docx?paper=revisit-record`, officer],
      [`/api/v1/cases/${number}/document.docx?paper=nothing-at-all`, officer],
      ['/api/v1/cases/R-999999/document.docx', officer],
      [`/api/v1/cases/${number}/document.docx`, stranger],
    ]
    const seen = await Promise.all(
      asked.map(async ([path, desk]) => {
        const answer = await raw(path, desk)
        return `${answer.status} ${await answer.text()}`
      }),
    )
    expect(new Set(seen).size).toBe(1)
    expect(seen[0]).toMatch(/^404 /)
    expect((await raw(`/api/v1/cases/${number}/document.docx?paper=../x`)).status).toBe(400)
    expect((await fetch(`${office.url}/api/v1/cases/${number}/document.docx`)).status).toBe(401)
  })
})
