import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { told } from '../intake/alike-pairs.ts'
import { browser } from '../support/browser.ts'
import { type Office, seat } from '../support/office.ts'
import { fileReport, openReports } from '../support/reports.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let chromium: Browser
let office: Office
beforeAll(async () => {
  chromium = await browser()
  office = await openReports()
})
afterAll(async () => {
  await chromium.close()
  await office.close()
})

async function faults(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe })
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof import('axe-core') } // put there by the script tag
    const { violations } = await checker.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
  })
}

test('an officer puts a duplicate to the earlier report and takes it back without the mouse', async () => {
  const first = await fileReport(office, told('赵德顺/柳树村/村支书', '修村道的水泥拉回自己家|2025-08|柳树村'))
  const second = await fileReport(
    office,
    told('赵德顺/柳树村/书记', '村里铺路的水泥他拉回家了|2025-08-10', '卖了三十棵杨树钱没入账|2025-11||15000'),
  )
  const desk = await seat(office)
  await desk.call(`/api/v1/cases/${second.number}/claim`, { method: 'POST' })
  const context = await chromium.newContext({ locale: 'zh-CN', bypassCSP: true })
  await context.addCookies([{ name: 'qingwen-console', value: desk.token, url: office.url }])
  const page = await context.newPage()

  await page.goto(`${office.url}/console/ledger`)
  expect(await faults(page)).toEqual([])
  await page.getByRole('link', { name: second.number }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/console/cases/${second.number}#alike`)
  expect(await faults(page)).toEqual([])

  /** Goes on with Tab until the button is reached, as somebody without a mouse does. */
  const reach = async (name: string) => {
    const at = () => page.evaluate(() => document.activeElement?.textContent?.trim())
    for (let n = 0; n < 80 && (await at()) !== name; n++) await page.keyboard.press('Tab')
    expect(await at()).toBe(name)
    await page.keyboard.press('Enter')
  }
  await reach(`并到 ${first.number}`)
  await page.waitForURL('**done=linked**')
  expect(await page.getByRole('status').textContent()).toContain('随时可以撤销')
  expect(await page.locator('.linked').textContent()).toContain('卖了三十棵杨树钱没入账')
  expect(await faults(page)).toEqual([])
  await reach('撤销并案')
  await page.waitForURL('**done=unlinked**')
  expect((await office.store.links.list({ limit: 9 })).rows).toMatchObject([{ revoked: { by: desk.officer.id } }])
  await page.goto(`${office.url}/console/ledger?show=revoked`)
  expect(await faults(page)).toEqual([])
  await context.close()
})
