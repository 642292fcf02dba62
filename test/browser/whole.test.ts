import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { type Running, start } from '../../src/main.ts'
import { browser } from '../support/browser.ts'
import { phone as authenticator } from '../support/phone.ts'

const phone = { viewport: { width: 390, height: 760 }, hasTouch: true, isMobile: true, locale: 'zh-CN' }
const password = '清泉石上流-1920'

let chromium: Browser
let running: Running
let folder: string
let printed: string[]
let url: string

beforeAll(async () => {
  chromium = await browser()
  folder = mkdtempSync(join(tmpdir(), 'qingwen-whole-'))
  printed = []
  running = await start(readConfig({ PORT: '0', QINGWEN_DATA: folder }), (line) => printed.push(line))
  url = `http://localhost:${running.port}`
})
afterAll(async () => {
  await chromium.close()
  await running.stop()
  rmSync(folder, { recursive: true, force: true })
})

const words = (page: Page) => page.getByLabel('写下您想说的话')

async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('.message').first().waitFor()
  return page
}

/** Says one thing and waits for the bot's next message. */
async function say(page: Page, text: string): Promise<string> {
  const answers = page.locator('.message.bot .text')
  const before = await answers.count()
  await words(page).fill(text)
  await words(page).press('Enter')
  await expect.poll(() => answers.count(), { timeout: 10_000 }).toBeGreaterThan(before)
  return (await answers.last().textContent()) ?? ''
}

it('a report typed on a phone reaches the console, is claimed and asked about, and the answer comes back by receipt', async () => {
  const citizen = await chromium.newContext(phone)
  const chat = await open(citizen)
  await say(chat, '我要匿名举报柳树镇财政所所长周明收红包')
  await say(chat, '去年8月')
  await say(chat, '他给村里批修路款的时候，包工头在他办公室塞给他一个信封')
  await say(chat, '亲眼看见的')
  await say(chat, '两三万')
  await say(chat, '没有')
  const review = (await chat.locator('.message.bot').last().textContent()) ?? ''
  // Once as a value and once as the person's own words, and not a third time as the card's text twin.
  expect(review.split('塞给他一个信封').length - 1).toBeLessThanOrEqual(2)
  await say(chat, '属实')
  const receipt = ((await chat.getByRole('region', { name: '回执编号' }).textContent()) ?? '')
    .replace(/\D/g, '')
    .slice(0, 20)
  expect(receipt).toMatch(/^\d{20}$/)
  await say(chat, receipt.slice(-4))

  const desk = await chromium.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 860 } })
  const page = await desk.newPage()
  await page.goto(/http\S+setup\S+/.exec(printed.join('\n'))?.[0] ?? '')
  await page.getByLabel('账号', { exact: false }).first().fill('wang')
  await page.getByLabel('姓名').fill('王敏')
  await page.getByLabel('密码', { exact: false }).first().fill(password)
  await page.getByLabel('再输一次密码').fill(password)
  await page.getByRole('button', { name: '设置' }).click()
  await page.getByLabel('账号').fill('wang')
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  const own = authenticator((await page.locator('.secret').textContent()) ?? '')
  await page.getByLabel('验证码').fill(own.code())
  await page.getByRole('button', { name: '绑定并登录' }).click()
  const row = page.getByRole('link', { name: 'R-1001' })
  await row.waitFor()
  expect(await page.locator('body').textContent()).not.toContain('周明')
  await row.click()
  expect(await page.locator('body').textContent()).toContain('塞给他一个信封')
  // Nobody gave a name here, so what else was said in the chat is not the officer's to read.
  expect(await page.locator('body').textContent()).toContain('没有署名的件都不带')
  await page.getByRole('button', { name: '认领' }).click()
  await page.getByText('请对方补充', { exact: true }).click()
  await page.locator('details[open] textarea').fill('当时办公室里还有谁在场？')
  await page.getByRole('button', { name: '发给对方' }).click()
  await expect.poll(() => chat.locator('#log').textContent(), { timeout: 10_000 }).toContain('当时办公室里还有谁在场')

  // Another day, another phone: only the receipt leads back.
  await citizen.close()
  const later = await chromium.newContext(phone)
  const again = await open(later)
  await say(again, '查一下我的举报')
  expect(await say(again, receipt)).toContain('当时办公室里还有谁在场')
  await say(again, '还有会计小刘在场')
  expect(await again.locator('#log').textContent()).not.toContain(receipt.slice(0, 16))

  await page.reload()
  expect(await page.locator('body').textContent()).toContain('还有会计小刘在场')
  await later.close()
  await desk.close()
})
