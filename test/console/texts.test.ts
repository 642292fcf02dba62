import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Problem } from '../../src/http/index.ts'
import { type Desk, type Office, openOffice, seat } from '../support/office.ts'
import { regulation, said } from '../support/press.ts'

let office: Office
let zhang: Desk
let li: Desk
let worker: Desk

beforeAll(async () => {
  office = await openOffice()
  zhang = await seat(office, '政策', '张三')
  li = await seat(office, '政策', '李四')
  worker = await seat(office, '受理')
})
afterAll(() => office.close())

let n = 0
/** Other words each time: the same words are refused. */
let words: string
beforeEach(() => {
  words = regulation(`应当在项目开工前${++n}个工作日报送材料，逾期不予受理。`)
})

/** An upload as this officer's browser would send it, not followed. */
async function upload(
  desk: Desk,
  fields: Record<string, string>,
  file: { name: string; text: string | Uint8Array } | undefined = { name: '办法.txt', text: words },
  headers: Record<string, string> = {},
) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ csrf: desk.csrf, ...fields })) form.append(name, value)
  if (file) form.append('file', new Blob([file.text as string]), file.name) // a Blob takes bytes as well as text
  const response = await fetch(`${office.url}/console/texts`, {
    method: 'POST',
    body: form,
    headers: {
      cookie: `qingwen-console=${desk.token}`,
      origin: office.url,
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    redirect: 'manual',
  })
  return { status: response.status, html: await response.text(), at: response.headers.get('location') ?? '' }
}

async function proposed(fields: Record<string, string> = { ...said, of: 'new' }): Promise<string> {
  const { at, html } = await upload(zhang, fields)
  const id = /\/texts\/(p\d+)/.exec(at)?.[1]
  if (!id) throw new Error(html)
  return id
}

const revisionIn = (html: string) => /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''
const page = (desk: Desk, id: string) => desk.page(`/console/texts/${id}`)

describe('the library of texts', () => {
  it('goes from an upload to a publication by a second person, without script', async () => {
    const id = await proposed()
    const shown = await page(zhang, id)
    expect(shown.html).toContain('请另一位同事打开这一页')
    expect(shown.html).not.toContain(`/texts/${id}/publish`)
    const seen = await page(li, id)
    expect(seen.html).toContain(`/texts/${id}/publish`)
    const done = await li.post(`/console/texts/${id}/publish`, { revision: revisionIn(seen.html) })
    expect(done.status).toBe(303)
    expect((await li.page('/console/texts')).html).toMatch(/已发布.*清河市容错事项事前备案办法/s)
    expect((await office.store.texts.published()).texts.map(({ title }) => title)).toContain(said.title)
  })

  it('does not let the proposer publish, even past the page', async () => {
    const id = await proposed()
    const { revision } = await office.store.texts.open(id).then((found) => found!.row)
    const before = await office.store.texts.revision()
    const refused = await zhang.post(`/console/texts/${id}/publish`, { revision: String(revision) })
    expect([refused.status, refused.html.includes('提出的人不能自己发布')]).toEqual([403, true])
    expect(await office.store.texts.revision()).toBe(before)
  })

  it('keeps what cannot be read yet, says what is missing, and takes it from the proposer alone', async () => {
    const id = await proposed({ of: 'new' })
    const { html } = await page(zhang, id)
    expect(html).toMatch(/还缺 [^<]*效力/)
    expect((await page(li, id)).html).toMatch(/由提出的人（张三）补齐/)
    const others = await li.post(`/console/texts/${id}/says`, { ...said, revision: revisionIn(html) })
    expect([others.status, others.html.includes('只能由提出这份文件的人修改')]).toEqual([403, true])
    const early = await li.post(`/console/texts/${id}/publish`, { revision: revisionIn(html) })
    expect(early.status).toBe(409)
    const saved = await zhang.post(`/console/texts/${id}/says`, { ...said, of: 'new', revision: revisionIn(html) })
    expect(saved.status).toBe(303)
    expect((await page(li, id)).html).toContain(`/texts/${id}/publish`)
  })

  it('shows again what was written where it does not fit', async () => {
    const id = await proposed()
    const { html } = await page(zhang, id)
    const wrong = { ...said, region: '天上', from: '明年', revision: revisionIn(html) }
    const refused = await zhang.post(`/console/texts/${id}/says`, wrong)
    expect(refused.status).toBe(400)
    for (const part of ['没有「天上」这个地区', '施行日期的写法', 'value="明年"']) expect(refused.html).toContain(part)
  })

  it('publishes only what the second person saw', async () => {
    const id = await proposed()
    const seen = revisionIn((await page(li, id)).html)
    await zhang.post(`/console/texts/${id}/says`, { ...said, of: 'new', issuer: '别的机关', revision: seen })
    const late = await li.post(`/console/texts/${id}/publish`, { revision: seen })
    expect([late.status, late.html.includes('刚刚被别处改动过')]).toEqual([409, true])
  })

  it('hands the file out as it came, to be saved and never shown', async () => {
    const id = await proposed()
    const { status, html, headers } = await li.page(`/console/texts/${id}/file`)
    expect([status, html]).toEqual([200, words])
    expect(headers.get('content-disposition')).toMatch(/^attachment/)
    expect(headers.get('content-security-policy')).toContain('sandbox')
  })

  it('shows each match beside the digest, and a wrong one is struck out by the second person', async () => {
    const id = await proposed()
    const { html } = await page(li, id)
    expect(html).toContain('清河要求在项目开工前十个工作日报送材料，逾期不予受理。')
    const [, clause = ''] = /name="clause" value="([^"]+)"/.exec(html) ?? []
    const [, passage = ''] = /name="passage" value="([^"]+)"/.exec(html) ?? []
    const struck = await li.post(`/console/texts/${id}/strike`, { revision: revisionIn(html), clause, passage })
    expect(struck.status).toBe(303)
    expect((await office.store.texts.open(id))?.carries[clause] ?? []).not.toContain(passage)
  })

  it('shows what a new edition changes, marked, and what it touches', async () => {
    const id = await proposed()
    await li.post(`/console/texts/${id}/publish`, { revision: revisionIn((await page(li, id)).html) })
    const text = (await office.store.texts.open(id))!.row.text!
    words = regulation(`应当在项目开工前${n}个工作日报送有关材料，逾期不予受理。`)
    const { html } = await page(li, await proposed({ ...said, of: text }))
    expect(html).toContain('<ins>有关</ins>')
    for (const touched of ['qinghe.filing.when', '事前备案', '备案怎么办', '原文改了']) expect(html).toContain(touched)
  })

  it('takes a text down, and says so', async () => {
    const id = await proposed()
    await li.post(`/console/texts/${id}/publish`, { revision: revisionIn((await page(li, id)).html) })
    const down = await zhang.post(`/console/texts/${id}/withdraw`, {
      revision: revisionIn((await page(zhang, id)).html),
    })
    expect(down.status).toBe(303)
    expect((await page(li, id)).html).toContain('已撤下')
    const again = await li.post(`/console/texts/${id}/publish`, { revision: '3' })
    expect(again.html).toContain('已经发布或者撤回')
  })
})

describe('an upload that is refused', () => {
  it.each([
    ['the same words again', true, undefined, 409, '已经有了'],
    ['nothing', false, { name: '空.txt', text: '' }, 400, '没有文字'],
    ['a kind that is not read', false, { name: '图.png', text: 'xx' }, 415, '读不了文字'],
    ['what is no docx', false, { name: '假.docx', text: 'PK坏' }, 400, '打不开'],
  ] as const)(
    '%s: is told in a sentence on the page, and nothing is kept',
    async (_, twice, file, status, sentence) => {
      if (twice) await proposed()
      const kept = (await office.store.texts.list()).length
      const refused = await upload(zhang, { ...said, of: 'new' }, file ?? { name: '办法.txt', text: words })
      expect([refused.status, refused.html.includes(sentence)], refused.html).toEqual([status, true])
      expect(refused.html).toContain('value="清河市纪委监委"')
      expect(await office.store.texts.list()).toHaveLength(kept)
    },
  )

  it('without a chosen file says so', async () => {
    const refused = await upload(zhang, {}, { name: '', text: '' })
    expect([refused.status, refused.html.includes('还没有选文件')]).toEqual([400, true])
  })

  it('too large is told, and the officer is heard out', async () => {
    const refused = await upload(zhang, {}, { name: '大.txt', text: new Uint8Array(21 * 1024 * 1024) })
    expect([refused.status, refused.html.includes('最多 20 MB')]).toEqual([413, true])
  })
})

describe('who has business here', () => {
  it('hides every page and deed from who works cases, as if it were not there', async () => {
    const id = await proposed()
    const absent = await worker.page('/console/nothing')
    for (const path of [
      '/console/texts',
      `/console/texts/${id}`,
      `/console/texts/${id}/file`,
      '/console/texts/p999999',
    ]) {
      const hidden = await worker.page(path)
      expect([path, hidden.status, hidden.html]).toEqual([path, 404, absent.html])
    }
    const before = await office.store.texts.list()
    expect((await upload(worker, { ...said, of: 'new' }, { name: 'a.txt', text: `${words}又一句。` })).status).toBe(404)
    for (const deed of ['says', 'strike', 'publish', 'withdraw'])
      expect(
        (await worker.post(`/console/texts/${id}/${deed}`, { revision: '1', clause: 'x', passage: 'y' })).status,
      ).toBe(404)
    expect((await worker.call('/api/v1/texts')).status).toBe(404)
    expect(await office.store.texts.list()).toEqual(before)
    expect((await worker.page('/console')).html).not.toContain('/console/texts')
  })

  it('keeps cases from who keeps texts', async () => {
    expect((await zhang.page('/console')).headers.get('location')).toBe('/console/texts')
    expect((await zhang.page('/console/cases/R-1001')).status).toBe(404)
    expect((await zhang.call('/api/v1/cases')).status).toBe(404)
  })

  it('lets 系统管理 look, and act only while there are not two of 政策', async () => {
    const chief = await seat(office, '系统管理')
    const id = await proposed()
    const { status, html } = await page(chief, id)
    expect([status, html.includes('由「政策」角色的同事发布')]).toEqual([200, true])
    expect((await chief.post(`/console/texts/${id}/publish`, { revision: '1' })).status).toBe(403)
    const small = await openOffice()
    const [one, two] = [await seat(small, '政策'), await seat(small, '系统管理')]
    expect((await one.page('/console/texts')).html).toContain('上传一份文件')
    expect((await two.page('/console/texts')).html).toContain('上传一份文件')
    await small.close()
  })

  it.each([
    ['no session', { cookie: '' }, {}, 401],
    ['another site', { 'sec-fetch-site': 'cross-site' }, {}, 403],
    ['no token', {}, { csrf: '' }, 403],
    ["somebody else's token", {}, { csrf: 'x'.repeat(43) }, 403],
  ])('turns an upload away with %s', async (_, headers, fields, status) => {
    const before = await office.store.texts.list()
    expect((await upload(zhang, { ...said, ...fields }, undefined, headers)).status).toBe(status)
    expect(await office.store.texts.list()).toEqual(before)
  })

  it.each(['says', 'strike', 'publish', 'withdraw'])('turns %s away without its token', async (deed) => {
    const id = await proposed()
    const before = await office.store.texts.open(id)
    expect((await li.post(`/console/texts/${id}/${deed}`, { csrf: 'x', revision: '1', ...said })).status).toBe(403)
    expect(await office.store.texts.open(id)).toEqual(before)
  })
})

describe('hostile names and words', () => {
  it('are shown as text', async () => {
    const evil = '<script>alert(1)</script>"\'&'
    const { at } = await upload(
      zhang,
      { ...said, of: 'new', title: evil, issuer: evil },
      { name: `../../${evil}\u202e.txt`, text: `${words}第九条 ${evil}\n` },
    )
    const { html } = await li.page(at)
    for (const each of [html, (await li.page('/console/texts')).html]) {
      expect(each).not.toContain('<script>alert')
      expect(each).not.toContain('\u202e')
    }
    expect(html).toContain('&lt;script&gt;alert(1)')
    expect(html).not.toContain('../')
    expect((await li.page(`${at.split('?')[0]}/file`)).headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"\r\n]*"/,
    )
  })
})

describe('the API of texts', () => {
  it('takes an upload, lists it, and lets another publish it', async () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...said, of: 'new' })) form.append(name, value)
    form.append('file', new Blob([words]), '办法.txt')
    const send = await fetch(`${office.url}/api/v1/texts`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${zhang.token}` },
    })
    expect(send.status).toBe(201)
    const { text } = (await send.json()) as { text: { id: string; revision: number } }
    const listed = await li.call<{ texts: { id: string }[] }>('/api/v1/texts')
    expect(listed.body.texts[0]).toMatchObject({ id: text.id, state: 'waiting', says: { region: '清河市' } })
    const publish = (desk: Desk) =>
      desk.call<Problem>(`/api/v1/texts/${text.id}/publish`, {
        method: 'POST',
        body: JSON.stringify({ revision: text.revision }),
      })
    expect((await publish(zhang)).body).toMatchObject({ status: 403, code: 'textSelf' })
    expect(await publish(li)).toMatchObject({ status: 200, body: { text: { state: 'published', edition: 1 } } })
    expect((await publish(li)).body).toMatchObject({ code: 'textOver' })
  })
})
