import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addOfficer } from '../../src/console/index.ts'
import { browser } from '../support/browser.ts'
import { faultsOf, type Hands, hands } from '../support/keyboard.ts'
import { file, type Office, openOffice, seat } from '../support/office.ts'
import { phone } from '../support/phone.ts'
import { unzipped } from '../support/unzipped.ts'

const password = '清泉石上流-1920'
let chromium: Browser
let office: Office
const complaints: string[] = []

beforeAll(async () => {
  chromium = await browser()
  office = await openOffice()
})
afterAll(async () => {
  await chromium.close()
  await office.close()
})

async function sitDown(account: string, name: string, role: string): Promise<{ page: Page; by: Hands }> {
  const added = await addOfficer(office.store, { account, name, role, password }, 'system', office.clock.at)
  if (added === 'taken') throw new Error('taken')
  const context = await chromium.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 860 } })
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const by = await hands(page)
  await page.goto(`${office.url}/console`)
  expect(await faultsOf(page)).toEqual([])
  await by.tabTo('账号')
  await by.type(account)
  await by.tabTo('密码')
  await by.type(password)
  await by.enter(/\/console\/code/)
  expect(await faultsOf(page)).toEqual([])
  const own = phone((await page.locator('.secret').textContent()) ?? '')
  await by.tabTo('验证码')
  await by.type(own.code(office.clock.at))
  await by.enter(/\/console(\?|$)/)
  if (office.holder) await office.keyring.admit(office.holder, 'local', added.id)
  return { page, by }
}

it('a report goes from the queue to a signed-off form without the mouse', async () => {
  // Somebody was here before and holds the unit's keys; the newcomer is given them.
  await seat(office, '受理、承办', '前任')
  const { number } = await file(office, { due: '2026-12-14', dueCite: 'nat.rule.realname.ack15' })
  await file(office)
  const { page, by } = await sitDown('wang', '王敏', '受理、承办')
  const checked = async (where: string) => expect(await faultsOf(page), where).toEqual([])
  await checked('queue')

  // What keys there are stands on a sheet that one leaves with Esc; the focus stays in it meanwhile.
  await by.press('?')
  await checked('help')
  for (let n = 0; n < 4; n++) {
    await by.press('Tab')
    expect(
      await page.evaluate(
        () => document.activeElement?.closest('dialog') !== null || document.activeElement === document.body,
      ),
    ).toBe(true)
  }
  await by.press('Escape')
  await by.press('j')
  expect(await by.at()).toBe(number)
  expect(await by.ringed()).toBe(true)
  await by.enter(new RegExp(`/cases/${number}$`))
  await checked('case, free')

  await by.press('a')
  await page.waitForURL(/done=claimed/)
  await checked('case, claimed')
  await by.press('m')
  expect(await by.at()).toBe('受理')
  await by.press('Enter')
  await by.tabTo('确定受理')
  await checked('case, accepting')
  await by.enter(/done=acted/)
  expect(await page.locator('.head .state').textContent()).toBe('已受理')

  await by.press('r')
  await by.type('材料收到了，正在看。')
  await by.tabTo('确定写给对方')
  await by.enter(/done=acted/)
  await by.press('n')
  await by.type('先找包工头核实，a 组去。')
  await by.tabTo('确定记一笔')
  await by.enter(/done=acted/)
  await checked('case, written to')

  await by.press('s')
  expect(await by.at()).toBe('检举控告登记表送复核')
  await by.enter(/\/sign-offs\/[\w-]+\?done=asked/)
  await checked('handed in')

  const second = await sitDown('chen', '陈立', '复核')
  expect(await faultsOf(second.page)).toEqual([])
  await second.by.tabTo(`${number} 检举控告登记表`)
  await second.by.enter(/\/sign-offs\//)
  expect(await second.page.locator('.draft').textContent()).toContain('把水泥拉回自己家')
  await second.by.press('s')
  expect(await second.by.at()).toBe('复核同意')
  await second.by.enter(/done=signed/)
  expect(await faultsOf(second.page)).toEqual([])
  expect(await second.by.pointed()).toBe(0)

  await by.press('g')
  await by.press('q')
  await page.waitForURL(`${office.url}/console`)
  await by.press('j')
  await by.enter(new RegExp(`/cases/${number}$`))
  await page.locator('.signs .state', { hasText: '已复核' }).waitFor()
  await by.tabTo('送复核')
  await by.press('Tab')
  await by.enter(/\/sign-offs\//)
  await checked('signed')
  await by.press('d')
  const [download] = await Promise.all([page.waitForEvent('download'), by.press('Enter')])
  const xml = (await unzipped(readFileSync(await download.path())))['word/document.xml'] ?? ''
  expect(xml).toContain('王敏　2026年11月23日')
  expect(xml).toContain('陈立　2026年11月23日')
  expect(xml).not.toContain('a 组去')
  await by.tabTo('看和打印')
  await by.enter(/\/print$/)
  await checked('print')
  expect(await page.locator('main').textContent()).toContain('陈立　2026年11月23日')
  expect(await by.pointed()).toBe(0)
  expect(complaints).toEqual([])
  const told = await office.holder?.case((await office.store.cases.byNumber(number))!) // filed above
  expect(told?.messages.map(({ text, internal }) => [text.includes('a 组'), internal === true])).toEqual([
    [false, false],
    [false, false],
    [true, true],
  ])
}, 180_000)
