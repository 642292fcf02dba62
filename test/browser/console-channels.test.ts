import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Channel } from '../../src/runtime/index.ts'
import { browser } from '../support/browser.ts'
import { type Office, openOffice, seat } from '../support/office.ts'
import { turn } from '../support/turns.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const both = ['WECOM_BOT_ID', 'WECOM_BOT_SECRET']
const setup = (name: string, title: string, needs: readonly string[], set: number) => ({
  name,
  title,
  needs: needs.map((variable, n) => ({ variable, set: n < set })),
})

let chromium: Browser
let office: Office
let page: Page
let answers: { ok: boolean; says: string; todo?: string }

beforeAll(async () => {
  chromium = await browser()
})
afterAll(() => chromium.close())
beforeEach(async () => {
  answers = { ok: false, says: '企业微信不认这一对机器人编号和密钥。', todo: '请核对 WECOM_BOT_SECRET。' }
  const bot: Channel = {
    name: 'wecom-bot',
    delivery: 'push',
    check: async () => answers,
    explain: (what) => (what === '60111' ? { says: '这个人已经不在通讯录里。' } : undefined),
  }
  office = await openOffice({
    channels: [
      setup('web', '网页', [], 0),
      setup('teams', 'Teams', ['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD'], 1),
      setup('wecom', '企业微信应用', ['WECOM_CORP_ID'], 0),
      setup('wecom-bot', '企业微信智能机器人', both, 2),
    ],
    plugs: new Map([['wecom-bot', bot]]),
  })
  page = await (
    await chromium.newContext({ bypassCSP: true, locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  ).newPage()
})
afterEach(async () => {
  await page.context().close()
  await office.close()
})

/** A reply nobody can be given any more. */
async function dead(): Promise<void> {
  const { conversations, outbox } = office.store
  const say = { key: 'wecom-bot/wangwu/m1/reply', from: 'bot', say: { type: 'say', text: '张三的事' } } as const
  await conversations.commit(turn({ channel: 'wecom-bot', person: 'wangwu' }, 'm1', 0, { push: true, log: [say] }))
  const [task] = await outbox.claim(1, 60)
  await outbox.retry(task!, 0, 'Undelivered 60111', true)
}

async function enter(): Promise<void> {
  const desk = await seat(office, '系统管理')
  await page.context().addCookies([{ name: 'qingwen-console', value: desk.token, url: office.url }])
  await page.goto(`${office.url}/console/channels`)
}

async function faults(): Promise<string[]> {
  await page.addScriptTag({ path: axe })
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof import('axe-core') } // put there by the script tag
    const { violations } = await checker.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
  })
}

describe('the page of channels', () => {
  it('says of each channel whether it is set up and what is missing, and names no person', async () => {
    await dead()
    await enter()
    const text = await page.locator('main').innerText()
    expect(text).toContain('还缺：MICROSOFT_APP_PASSWORD')
    expect(text).toContain('WECOM_CORP_ID')
    expect(text).toContain('这个人已经不在通讯录里。')
    expect(await page.content()).not.toMatch(/wangwu|张三/)
    expect(await faults()).toEqual([])
    const picture = process.env['QINGWEN_PICTURE']
    if (picture) await page.screenshot({ path: picture, fullPage: true })
  })

  it('checks a channel without a mouse, and says what to do', async () => {
    await enter()
    await page.getByRole('button', { name: '检查企业微信智能机器人' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('怎么办：请核对 WECOM_BOT_SECRET。')
    expect(await faults()).toEqual([])
    answers = { ok: true, says: '已经连上企业微信。' }
    await page.getByRole('button', { name: '检查企业微信智能机器人' }).press('Enter')
    await expect.poll(() => page.getByRole('status').innerText()).toContain('检查通过')
  })

  it('sends an undeliverable reply again or gives it up, and writes down who did', async () => {
    await dead()
    await enter()
    await page.getByRole('button', { name: '再发一次第 1 条' }).press('Enter')
    await expect.poll(() => page.getByRole('status').innerText()).toContain('马上再发')
    const [task] = await office.store.outbox.claim(1, 60)
    expect(task).toMatchObject({ person: 'wangwu', tries: 1 })
    await office.store.outbox.retry(task!, 0, 'Undelivered 60111', true)
    await page.goto(`${office.url}/console/channels`)
    await page.getByRole('button', { name: '不发了第 1 条' }).press('Enter')
    await expect.poll(() => page.getByRole('status').innerText()).toContain('不再发了')
    expect(await office.store.outbox.dead()).toEqual([])
    const { rows } = await office.store.audit.list({ limit: 10 })
    expect(rows.map(({ what, object }) => `${what} ${object}`)).toEqual([
      'reply.givenUp wecom-bot',
      'reply.sentAgain wecom-bot',
    ])
  })

  it('is there for 系统管理 alone', async () => {
    for (const role of ['受理', '政策'] as const) {
      const desk = await seat(office, role)
      expect((await desk.page('/console/channels')).status).toBe(404)
      expect((await desk.post('/console/channels/wecom-bot/check', {})).status).toBe(404)
    }
  })
})
