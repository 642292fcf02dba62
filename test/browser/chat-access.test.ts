import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { chatPages, phone, receipt } from '../support/chat-page.ts'

const open = chatPages()
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

describe('for everybody', () => {
  const faults = async (page: Page) => {
    await page.addScriptTag({ path: axe })
    return page.evaluate(async () => {
      // What is still fading in has no contrast of its own yet.
      await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined)))
      const { axe: checker } = window as unknown as { axe: typeof import('axe-core') } // put there by the script tag
      const { violations } = await checker.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
      })
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
    })
  }

  it.each([
    ['in daylight', {}],
    ['in the dark', { colorScheme: 'dark' as const }],
    ['on a phone', phone],
  ])('axe finds nothing to mend %s, from greeting to receipt, in small and large letters', async (_, options) => {
    const { page, choice, toReceipt } = await open({ ...options, bypassCSP: true })
    await choice('问规定').click()
    await page.getByText('依据 2 条').click()
    expect(await faults(page)).toEqual([])
    await toReceipt()
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: '大字' }).click()
    expect(await faults(page)).toEqual([])
  })

  it('has letters of at least 18 pt and targets of at least 60 px in 大字, which a reload keeps', async () => {
    const { page, choice, toReceipt } = await open(phone)
    await page.getByRole('button', { name: '大字' }).click()
    await page.reload()
    await choice('问规定').click()
    await page.getByText('依据 2 条').click()
    await toReceipt()
    const [letters, targets] = await page.evaluate(() => {
      const seen = (node: Element) => !node.closest('.unseen') && node.getClientRects().length > 0
      const all = [...document.querySelectorAll('body *')].filter(seen)
      const withText = all.filter((node) =>
        [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim()),
      )
      const pressed = all.filter((node) => node.matches('button:not(.mark), textarea, summary'))
      return [
        withText.map((node) => Number.parseFloat(getComputedStyle(node).fontSize)),
        pressed.map((node) => node.getBoundingClientRect()).flatMap(({ width, height }) => [width, height]),
      ]
    })
    expect(letters.length).toBeGreaterThan(20)
    expect(Math.min(...letters)).toBeGreaterThanOrEqual(24)
    expect(Math.min(...targets)).toBeGreaterThanOrEqual(60)
  })

  it.each([
    ['a phone 360 px wide', 360, 640],
    ['a phone with its keyboard up', 360, 300],
    ['a wide screen at 400 %', 320, 230],
  ])('fits %s without scrolling sideways, and the place to write can be reached', async (_, width, height) => {
    const { page, words, choice, say, toReceipt } = await open({ viewport: { width, height } })
    for (const letters of ['small', 'large']) {
      if (letters === 'large') await page.getByRole('button', { name: '大字' }).click()
      await choice('问规定').waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
    await toReceipt()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await words().click()
    await say(receipt.slice(-4))
    await page.getByText('对上了').waitFor()
  })

  it('points to what lies below the edge, and turns a page at a time', async () => {
    const { page, choice, words } = await open(phone)
    const more = page.getByRole('button', { name: '下面还有' })
    await choice('问规定').click()
    await page.getByText('依据 2 条').click()
    await more.click()
    await expect
      .poll(() => page.getByText('不适用前两款').evaluate((node) => node.getBoundingClientRect().top))
      .toBeGreaterThan(0)
    for (let n = 0; n < 5 && (await more.isVisible()); n++) await more.click()
    await more.waitFor({ state: 'hidden' })
    expect(await choice('我要检举控告').isVisible()).toBe(true)
    expect(await words().isVisible()).toBe(true)
  })

  it('moves nothing where less motion is asked for', async () => {
    const { page, choice } = await open({ reducedMotion: 'reduce' })
    await choice('问规定').waitFor()
    expect(
      await page
        .locator('.message')
        .first()
        .evaluate((node) => getComputedStyle(node).animationName),
    ).toBe('none')
  })

  it('tells a screen reader who speaks, in a log it reads out', async () => {
    const { page, choice } = await open()
    await choice('我要检举控告').click()
    await choice('匿名').waitFor()
    const log = page.getByRole('log', { name: '对话' })
    expect(await log.getAttribute('aria-live')).toBe('polite')
    expect(await log.getByRole('article').first().textContent()).toMatch(/^清问：/)
    expect(await log.getByRole('article').nth(1).textContent()).toBe('您：我要检举控告')
  })
})
