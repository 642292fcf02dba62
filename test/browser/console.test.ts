import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { browser } from '../support/browser.ts'
import { type Desk, file, type Office, openOffice, seat } from '../support/office.ts'
import { phone } from '../support/phone.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const password = '清泉石上流-1920'

let chromium: Browser
let office: Office
let page: Page
/** What the browser complained of: errors, broken policies, requests that left the office. */
let complaints: string[]

beforeAll(async () => {
  chromium = await browser()
})
afterAll(() => chromium.close())
beforeEach(async () => {
  office = await openOffice()
  page = await fresh()
})
afterEach(async () => {
  await page.context().close()
  await office.close()
})

async function fresh(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await chromium.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 860 }, ...options })
  const opened = await context.newPage()
  complaints = []
  opened.on('pageerror', (error) => complaints.push(error.message))
  opened.on('console', (message) => {
    // A refused form is a 4xx page; Chromium logs it and shows it.
    if (message.type() === 'error' && !message.text().includes('status of 4')) complaints.push(message.text())
  })
  opened.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  opened.on('request', (request) => {
    if (!request.url().startsWith(office.url)) complaints.push(`left the office: ${request.url()}`)
  })
  return opened
}

const enter = async (desk: Desk) => {
  await page.context().addCookies([{ name: 'qingwen-console', value: desk.token, url: office.url }])
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

describe('an officer at the desk', () => {
  it('sets the office up, signs in, claims a report, asks, decides and signs out', async () => {
    const { number } = await file(office, { due: '2026-12-14', dueCite: 'nat.rule.realname.ack15' })
    await page.goto((await office.setup.link(office.url)) ?? '')
    await page.getByLabel('账号', { exact: false }).first().fill('wang')
    await page.getByLabel('姓名').fill('王敏')
    await page.getByLabel('密码', { exact: false }).first().fill(password)
    await page.getByLabel('再输一次密码').fill(password)
    await page.getByRole('button', { name: '设置' }).click()
    await page.getByLabel('账号').fill('wang')
    await page.getByLabel('密码').fill(password)
    await page.getByRole('button', { name: '登录' }).click()
    const own = phone((await page.locator('.secret').textContent()) ?? '')
    await page.getByLabel('验证码').fill(own.code(office.clock.at))
    await page.getByRole('button', { name: '绑定并登录' }).click()

    await page.getByRole('link', { name: number }).click()
    await page.getByRole('button', { name: '认领' }).click()
    await page.getByText('请对方补充', { exact: true }).click()
    await page.locator('details[open] textarea').fill('大概几袋？')
    await page.getByRole('button', { name: '发给对方' }).click()
    expect(await page.getByRole('status').textContent()).toContain('已经告诉了')
    expect(await page.locator('.messages').textContent()).toContain('大概几袋？')
    await page.getByText('受理', { exact: true }).click()
    await page.getByRole('button', { name: '确定受理' }).click()
    expect(await page.locator('.head .state').textContent()).toBe('已受理')
    expect((await office.store.cases.byNumber(number))?.state).toBe('已受理')

    await page.getByRole('button', { name: '退出', exact: true }).click()
    await page.waitForURL('**/console/sign-in**')
    await page.goto(`${office.url}/console/cases/${number}`)
    expect(page.url()).toContain('/console/sign-in')
    expect(complaints).toEqual([])
  })

  it('follows a field to the sentence it comes from', async () => {
    const { number } = await file(office, { heard: ['水泥拉自己家去了', '我实名', '我叫李秀英'] })
    await enter(await seat(office))
    await page.goto(`${office.url}/console/cases/${number}`)
    await page.getByRole('row', { name: '姓名' }).getByRole('link').click()
    const line = page.locator('#turn-3')
    expect(await line.isVisible()).toBe(true)
    expect(await line.textContent()).toContain('我叫李秀英')
  })

  it('can do all of it in a browser without script', async () => {
    await page.context().close()
    page = await fresh({ javaScriptEnabled: false })
    const { number } = await file(office)
    await enter(await seat(office))
    await page.goto(`${office.url}/console`)
    await page.getByLabel('件号，或者件里写的话').fill(number)
    await page.getByRole('button', { name: '筛选' }).click()
    await page.getByRole('link', { name: number }).click()
    await page.getByRole('button', { name: '认领' }).click()
    await page.getByText('不予受理', { exact: true }).click()
    await page.locator('details[open] textarea').fill('属于合同纠纷，请向法院起诉。')
    await page.getByRole('button', { name: '确定不予受理' }).click()
    expect((await office.store.cases.byNumber(number))?.closed).toBe(true)
  })
})

describe('from the keyboard', () => {
  it('j and k walk the queue, Enter opens, a claims, m, r and n reach the work, g q goes back, / searches, ? helps', async () => {
    const numbers = [await file(office), await file(office), await file(office)].map(({ number }) => number)
    await enter(await seat(office))
    await page.goto(`${office.url}/console`)
    const at = () => page.evaluate(() => document.activeElement?.textContent?.trim())
    for (const [key, number] of [
      ['j', 0],
      ['j', 1],
      ['j', 2],
      ['j', 2],
      ['k', 1],
    ] as const) {
      await page.keyboard.press(key)
      expect(await at()).toBe(numbers[number])
    }
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog').isVisible()).toBe(true)
    await page.keyboard.press('j')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').isVisible()).toBe(false)
    expect(await at()).toBe(numbers[1])

    await page.keyboard.press('/')
    await page.keyboard.type('jk?')
    expect(await page.getByLabel('件号，或者件里写的话').inputValue()).toBe('jk?')
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/console/cases/${numbers[1]}`)

    await page.keyboard.press('r')
    expect(await at()).toContain('先认领，再办理')
    await page.keyboard.press('a')
    await page.waitForURL('**?done=claimed')
    expect(await at()).toContain('认领好了')
    await page.keyboard.press('m')
    expect(await at()).toBe('受理')
    await page.keyboard.press('Enter')
    expect(await page.locator('details[open] textarea').isVisible()).toBe(true)
    await page.keyboard.press('n')
    await page.keyboard.type('a/?')
    expect(await page.locator('details[open] textarea').inputValue()).toBe('a/?')
    await page.keyboard.press('Tab')
    await page.keyboard.press('g')
    await page.keyboard.press('q')
    await page.waitForURL(`${office.url}/console`)
    expect(complaints).toEqual([])
  })

  it('keys that belong to an input method or a shortcut of the browser are left alone', async () => {
    await file(office)
    await enter(await seat(office))
    await page.goto(`${office.url}/console`)
    await page.evaluate(() => {
      for (const more of [{ isComposing: true }, { ctrlKey: true }, { metaKey: true }])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, ...more }))
    })
    expect(await page.locator('tr.at').count()).toBe(0)
  })
})

describe('what changes meanwhile', () => {
  it('is told where it is heard, without moving the focus, and stops when the session ends', async () => {
    const { number } = await file(office)
    const desk = await seat(office)
    await enter(desk)
    await page.clock.install()
    await page.goto(`${office.url}/console`)
    await page.keyboard.press('j')
    await desk.call(`/api/v1/cases/${number}/claim`, { method: 'POST' })
    await page.clock.runFor(21_000)
    await page.getByText('办件列表有变化').waitFor()
    expect(await page.locator('#live').getAttribute('role')).toBe('status')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(number)
    await page.getByRole('link', { name: '看新的' }).click()
    await page.locator('tr.mine').waitFor()
    await office.store.officers.closeSessionsOf(desk.officer.id)
    await page.clock.runFor(21_000)
    await page.getByText('登录已经过期').waitFor()
    expect(complaints).toEqual([])
  })
})

describe('for everybody', () => {
  const paths = (number: string) => ['', `/cases/${number}`, '/audit', '/gaps', '/officers', '/nothing']

  it.each([
    ['on a desk', {}],
    ['on a phone', { viewport: { width: 360, height: 740 } }],
  ])('axe finds nothing to mend %s, and no page is wider than the screen', async (_, options) => {
    await page.context().close()
    page = await fresh({ bypassCSP: true, ...options })
    const mark = { cite: 'nat.rule.realname.def', says: '有明令禁止', side: 'negative', mark: '不符合' } as const
    const finding = { rule: 'x', verdict: '信息不足', decidedBy: '市纪委常委会', marks: [mark], notes: [] } as const
    const { number } = await file(office, {
      due: '2026-11-20',
      dueCite: 'nat.rule.realname.ack15',
      findings: [finding],
    })
    await page.goto(`${office.url}/console/sign-in`)
    expect(await faults()).toEqual([])
    const keeper = await seat(office, '系统管理、受理、承办')
    await enter(keeper)
    await keeper.post(`/console/cases/${number}/claim`, {})
    for (const path of paths(number)) {
      await page.goto(`${office.url}/console${path}`)
      for (const folded of await page.locator('details').all()) await folded.evaluate((d) => d.setAttribute('open', ''))
      expect(await faults(), path).toEqual([])
      const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
      expect(wide, path).toBeLessThanOrEqual(screen ?? 0)
    }
  })

  it('prints the form with its clauses, and none of the desk around it', async () => {
    const { number } = await file(office)
    await enter(await seat(office))
    await page.goto(`${office.url}/console/cases/${number}`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('李秀英', { exact: true }).isVisible()).toBe(true)
    expect(await page.getByText('用真名并留下联系方式的是实名。').first().isVisible()).toBe(true)
    for (const hidden of ['.top', '.work', '.talk']) expect(await page.locator(hidden).isVisible(), hidden).toBe(false)
  })
})

it('runs no text a person, an officer or a clause brings, on any page', async () => {
  const payload = '"><script>alert(1)</script><img src=//elsewhere.example/x onerror=alert(1)>'
  const answers = { mode: { is: 'given', value: payload, said: payload, turn: 1 } } as const
  const { number } = await file(office, { answers, heard: [payload], area: payload })
  const desk = await seat(office, '系统管理、受理、承办', payload)
  await desk.call(`/api/v1/cases/${number}/claim`, { method: 'POST' })
  const body = JSON.stringify({ action: 'ask', reason: payload })
  await desk.call(`/api/v1/cases/${number}/actions`, { method: 'POST', body })
  await enter(desk)
  for (const path of ['', `/cases/${number}`, `?q=${encodeURIComponent(payload.slice(0, 50))}`, '/audit', '/officers'])
    await page.goto(`${office.url}/console${path}`)
  expect(complaints).toEqual([])
})
