import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browser } from '../support/browser.ts'
import { type Office, openOffice, seat } from '../support/office.ts'
import { phone } from '../support/phone.ts'
import { password } from '../support/word.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
let chromium: Browser
let office: Office
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  chromium = await browser()
  office = await openOffice()
  // For axe, which is put into the page; that the pages keep their policy is seen in console.test.ts.
  const context = await chromium.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 900 },
    bypassCSP: true,
  })
  page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 4')) complaints.push(message.text())
  })
}, 60_000)
afterAll(async () => {
  await chromium.close()
  await office.close()
})

/** Looks at the page as axe does; a picture is kept where one is asked for. */
async function clean(name: string) {
  const folder = process.env['QINGWEN_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  await page.addScriptTag({ path: axe })
  const faults = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof import('axe-core') } // put there by the script tag
    const { violations } = await checker.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
  })
  expect([name, faults]).toEqual([name, []])
}

const tick = () => {
  office.clock.at = new Date(Date.parse(office.clock.at) + 60_000).toISOString()
}

// In order: one person opens an office.
describe('an office of one, by keyboard alone', () => {
  let own: ReturnType<typeof phone>

  it('is set up, and the phone is bound at the first sign-in', async () => {
    await page.goto((await office.setup.link(office.url)) ?? '')
    await clean('setup')
    for (const text of ['wang', '王敏', password, password]) {
      await page.keyboard.insertText(text)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.waitForURL('**/console/sign-in**')
    expect(await page.getByRole('status').textContent()).toContain('还缺哪几个岗位')
    await clean('sign-in')
    for (const text of ['wang', password]) {
      await page.keyboard.insertText(text)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.waitForURL('**/console/code**')
    await clean('code')
    own = phone((await page.locator('.secret').textContent()) ?? '')
    await page.keyboard.insertText(own.code(office.clock.at))
    await page.keyboard.press('Enter')
    await page.waitForURL(`${office.url}/console`)
    expect(await page.getByRole('heading', { name: '还缺这些人手' }).isVisible()).toBe(true)
    await clean('queue')
    expect(complaints).toEqual([])
  })

  it('shows what is missing on the page of accounts, and a colleague is added there', async () => {
    await page.goto(`${office.url}/console/officers`)
    expect(await page.locator('main').textContent()).toContain('还没有复核人员')
    await page.getByLabel('账号', { exact: false }).first().fill('fuhe')
    await page.getByLabel('姓名').fill('赵前')
    await page.locator('section').getByLabel('复核').last().press('Space')
    await page.getByLabel('初始密码', { exact: false }).fill(password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**?done=added')
    await clean('officers')
    expect(await office.store.officers.byAccount('fuhe')).toMatchObject({ role: '复核' })
  })

  it('asks for password and code before a request, and a second person agrees to it', async () => {
    await page.goto(`${office.url}/console/approvals?kind=identity&object=R-1001`)
    await clean('approvals')
    await page.getByLabel('理由', { exact: false }).fill('要当面核实情况')
    await page.getByRole('button', { name: '提出' }).press('Enter')
    await page.getByRole('link', { name: '输入密码和验证码' }).press('Enter')
    await page.waitForURL('**/console/confirm**')
    await clean('confirm')
    tick()
    await page.getByLabel('密码').fill(password)
    await page.getByLabel('验证码', { exact: false }).fill(own.code(office.clock.at))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/console/approvals**')
    await page.getByLabel('对象', { exact: false }).fill('R-1001')
    await page.getByLabel('要做什么').selectOption('identity')
    await page.getByLabel('理由', { exact: false }).fill('要当面核实情况')
    await page.getByRole('button', { name: '提出' }).press('Enter')
    await page.waitForURL('**?done=asked')
    expect(await page.locator('tbody').textContent()).toContain('等人同意')
    const second = await seat(office, '复核', '复核人', { fresh: true })
    await page.context().clearCookies()
    await page.context().addCookies([{ name: 'qingwen-console', value: second.token, url: office.url }])
    await page.goto(`${office.url}/console/approvals`)
    await page.getByRole('button', { name: /^同意/ }).press('Enter')
    await page.waitForURL('**?done=agree')
    await clean('agreed')
    const [kept] = await office.store.approvals.list('local')
    expect(kept).toMatchObject({ state: 'agreed', kind: 'identity', object: 'R-1001' })
    expect(kept!.reason).not.toContain('核实')
  })
})
