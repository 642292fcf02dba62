import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { browser } from './browser.ts'
import { type FakeHouse, fakeHouse } from './fake-house.ts'
import { receipt, scriptedBot } from './scripted-bot.ts'
import { type WebServer, webServer } from './web-server.ts'

export const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }

export interface Chat {
  readonly house: FakeHouse
  readonly server: WebServer
  readonly context: BrowserContext
  readonly page: Page
  /** Errors and policy violations the page reported; must stay empty. */
  readonly complaints: string[]
  /** The field one writes in. */
  words(): ReturnType<Page['locator']>
  /** The newest button of the conversation with this name. */
  choice(name: string): ReturnType<Page['locator']>
  /** The texts of all messages in order. */
  texts(): Promise<string[]>
  /** What the house was told. */
  said(): string[]
  say(text: string): Promise<void>
  untilSaid(count: number): Promise<void>
  /** Goes through a whole report until the receipt stands there. */
  toReceipt(): Promise<void>
}

/** A chat page in a real browser against a scripted bot, made anew for each test of the suite that calls this. */
export function chatPages(): (options?: BrowserContextOptions & { at?: string }) => Promise<Chat> {
  let chromium: Browser | undefined
  const ends: (() => Promise<void>)[] = []
  beforeAll(async () => {
    chromium = await browser()
  })
  afterAll(() => chromium?.close())
  beforeEach(() => {
    ends.length = 0
  })
  afterEach(async () => {
    for (const end of ends.reverse()) await end()
  })
  return async ({ at = '/', ...options } = {}) => {
    const house = fakeHouse(scriptedBot)
    const server = await webServer(house)
    ends.push(() => server.close())
    const context = await chromium!.newContext({ locale: 'zh-CN', ...options }) // beforeAll made it or failed
    ends.push(() => context.close())
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    const words = () => page.getByLabel('写下您想说的话')
    const choice = (name: string) => page.locator('#log').getByRole('button', { name, exact: true }).last()
    const said = () => house.arrivals.flatMap(({ event }) => (event.type === 'said' ? [event.text] : []))
    const say = async (text: string) => {
      await words().fill(text)
      await words().press('Enter')
    }
    if (at !== '') await page.goto(server.url + at)
    return {
      house,
      server,
      context,
      page,
      complaints,
      words,
      choice,
      texts: () => page.locator('.message .text').allTextContents(),
      said,
      say,
      async untilSaid(count) {
        await expect.poll(() => said().length).toBe(count)
      },
      async toReceipt() {
        await choice('我要检举控告').click()
        await choice('匿名').click()
        await say('去年八月')
        await choice('提交').click()
        await page.getByRole('region', { name: '回执编号' }).waitFor()
      },
    }
  }
}

export { receipt }
