import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishedText } from '../../src/knowledge/index.ts'
import { fakeHouse } from '../support/fake-house.ts'
import { original } from '../support/originals.ts'
import { type WebServer, webServer } from '../support/web-server.ts'

const rule = { title: '青禾晒谷规定<b>', issuer: '青禾市人民政府', region: '青禾市' }
const originals = [
  original(['第一条　归队长管。'], { ...rule, from: '2001-01-01', until: '2019-12-31' }),
  original(['第一章　总则', '第一条　归村民小组管。', '第二条　<script>alert(1)</script>&amp;"引号"\u202e倒\u0007'], {
    ...rule,
    edition: 2,
    from: '2020-01-01',
  }),
  original(['第一条　以后再说。'], { ...rule, edition: 3, from: '2027-01-01' }),
  original(['第一条　磨坊停用。'], {
    ...rule,
    id: 't2',
    title: '磨坊通知',
    authority: '新闻报道',
    until: '2020-12-31',
  }),
]
let server: WebServer
const page = (path: string) => fetch(`${server.url}${path}`)

beforeAll(async () => {
  server = await webServer(
    fakeHouse(() => []),
    { text: (id, edition) => publishedText(originals, id, edition, '2026-11-23') },
  )
})
afterAll(() => server.close())

describe('the page of an original', () => {
  it('shows the whole text with what it is, each passage at its anchor', async () => {
    const response = await page('/texts/t1/2')
    expect(response.status).toBe(200)
    const html = await response.text()
    for (const part of [
      '青禾晒谷规定',
      '正式条文',
      '青禾市人民政府',
      '2020年1月1日起',
      '第一章　总则',
      '归村民小组管。',
    ])
      expect(html).toContain(part)
    expect(html).toMatch(/<section id="a1" tabindex="-1" aria-label="第1条"><p>第一条　归村民小组管。<\/p><\/section>/)
    expect(html).not.toContain('class="notice"')
  })

  it('takes nothing of a text for markup, and shows what is not seen as a box', async () => {
    const html = await (await page('/texts/t1/2')).text()
    for (const raw of ['<script', '<b>', '\u202e', '\u0007']) expect(html).not.toContain(raw)
    expect(html).toContain('&#60;script&#62;alert(1)&#60;/script&#62;&#38;amp;&#34;引号&#34;□倒□')
  })

  it('needs no script, comes from nowhere else, leaves no trace and is found by no search engine', async () => {
    const response = await page('/texts/t1/2')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toBe((await page('/')).headers.get('content-security-policy'))
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(await response.text()).toMatch(/name="robots" content="noindex"/)
  })

  it.each([
    ['/texts/t1/1', '这是以前的版本，已经被新的版本取代', '<a href="/texts/t1/2">看现行的版本</a>'],
    ['/texts/t1/3', '这一版还没有开始施行', '<a href="/texts/t1/2">看现行的版本</a>'],
    ['/texts/t2/1', '这份文件已经不再施行', '这份材料不是正式条文'],
  ])('%s says where it stands', async (path, ...says) => {
    const html = await (await page(path)).text()
    for (const part of says) expect(html).toContain(part)
  })

  it.each([
    '/texts/t1/4',
    '/texts/t9/1',
    '/texts/t1',
    '/texts/t1/2/',
    '/texts/t1/0',
    '/texts/t1/2x',
    '/texts/T1/2',
    '/texts/%2e%2e/1',
    '/texts/t1/99999999',
  ])('%s is not there, as anything else that is not', async (path) => {
    const response = await page(path)
    expect(response.status).toBe(404)
  })

  it('is read only', async () => {
    const response = await fetch(`${server.url}/texts/t1/2`, { method: 'POST' })
    expect(response.status).toBe(404)
  })
})
