import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskCase } from '../../src/console/index.ts'
import { type Desk, file, type Office, openOffice, seat } from '../support/office.ts'
import { turn } from '../support/turns.ts'

let office: Office
let officer: Desk

beforeAll(async () => {
  office = await openOffice()
  officer = await seat(office)
})
afterAll(() => office.close())

const content = Buffer.from('<html><script>alert(1)</script></html>\0\xff', 'latin1')

/** A report with a photo and a document added to it afterwards. */
async function withFiles() {
  const made = await file(office)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const face = { size: content.length, sha256, at: office.clock.at }
  const to = await office.sealer.ofCase(made.id)
  const [photo, paper] = [randomUUID(), randomUUID()]
  await office.store.conversations.commit(
    turn(made.thread, `more ${made.id}`, 1, {
      log: [
        {
          key: `more/${made.id}`,
          from: 'person',
          text: '照片在这里',
          files: [{ name: '照片1.jpg', type: 'image/jpeg', size: content.length }],
        },
      ],
      attachments: [
        office.sealer.file(
          to,
          made.id,
          photo,
          { ...face, type: 'image/jpeg', extension: 'jpg', stripped: true },
          content,
        ),
        office.sealer.file(
          to,
          made.id,
          paper,
          { ...face, type: 'application/pdf', extension: 'pdf', stripped: false },
          content,
        ),
      ],
      audit: [{ who: 'person', what: 'file.added', object: made.id }],
    }),
  )
  return { ...made, photo, paper, sum: sha256 }
}

const raw = (path: string, desk: Desk | undefined) =>
  fetch(office.url + path, desk ? { headers: { authorization: `Bearer ${desk.token}` } } : {})

describe('files of a case', () => {
  it('are listed with the name made here, size, check sum and what was taken out', async () => {
    const { number, photo, sum } = await withFiles()
    const { html } = await officer.page(`/console/cases/${number}`)
    for (const shown of [
      `href="/console/cases/${number}/files/${photo}"`,
      '附件1.jpg',
      '附件2.pdf',
      '已去除拍摄信息',
      '文件自带信息未去除',
      `${content.length} 字节`,
      sum.slice(0, 12),
      '对方补充了文件',
    ])
      expect(html).toContain(shown)
    const { body } = await officer.call<DeskCase>(`/api/v1/cases/${number}`)
    expect(body.attachments).toMatchObject([
      { id: photo, name: '附件1.jpg', size: content.length, sha256: sum, stripped: true },
      { name: '附件2.pdf', stripped: false },
    ])
  })

  it('are nowhere on the page of a case that has none', async () => {
    const { number } = await file(office)
    expect((await officer.page(`/console/cases/${number}`)).html).not.toContain('附件')
  })

  it.each(['/console', '/api/v1'])('come byte for byte from %s, to be saved and never to act', async (door) => {
    const { number, photo } = await withFiles()
    const answer = await raw(`${door}/cases/${number}/files/${photo}`, officer)
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
    const head = (name: string) => answer.headers.get(name)
    expect(head('content-disposition')).toBe(
      `attachment; filename="${number}-??1.jpg"; filename*=UTF-8''${number}-%E9%99%84%E4%BB%B61.jpg`,
    )
    expect(head('content-type')).toBe('image/jpeg')
    expect(head('x-content-type-options')).toBe('nosniff')
    expect(head('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(head('cache-control')).toBe('no-store')
  })

  it('are not handed out unseen: each download is a line of the ledger', async () => {
    const { number, paper } = await withFiles()
    await raw(`/console/cases/${number}/files/${paper}`, officer)
    const { rows } = await office.store.audit.list({ object: number, limit: 1 })
    expect(rows).toMatchObject([
      { who: `officer:${officer.officer.id}`, what: 'file.viewed', object: number, note: '附件2.pdf' },
    ])
    const { html } = await officer.page(`/console/cases/${number}`)
    expect(html).toContain('下载附件')
  })

  it('are only for those who are signed in, and only through their own case', async () => {
    const [mine, other] = [await withFiles(), await withFiles()]
    const { rows } = await office.store.audit.list({ limit: 1 })
    expect((await raw(`/api/v1/cases/${mine.number}/files/${mine.photo}`, undefined)).status).toBe(401)
    expect(
      (await raw(`/console/cases/${mine.number}/files/${mine.photo}`, undefined)).headers.get('content-disposition'),
    ).toBeNull()
    const absent = [
      `cases/${other.number}/files/${mine.photo}`,
      `cases/${mine.number}/files/${randomUUID()}`,
      `cases/${mine.number}/files/1`,
      `cases/${mine.number}/files/..%2f..%2fqingwen.db`,
      `cases/R-999999/files/${mine.photo}`,
    ]
    const bodies = await Promise.all(
      absent.map(async (path) => {
        const answer = await raw(`/api/v1/${path}`, officer)
        return `${answer.status} ${await answer.text()}`
      }),
    )
    expect(new Set(bodies).size).toBe(1)
    expect(bodies[0]).toMatch(/^404 /)
    expect((await office.store.audit.list({ limit: 1 })).rows).toEqual(rows)
  })
})
