import { describe, expect, it } from 'vitest'
import { chatPages } from '../support/chat-page.ts'

const open = chatPages()

describe('the line', () => {
  it('resumes the same conversation after a reload', async () => {
    const { house, page, choice, texts } = await open()
    await choice('我要检举控告').click()
    await choice('匿名').waitFor()
    const before = await texts()
    await page.reload()
    await choice('匿名').click()
    await page.getByText('是什么时候的事').waitFor()
    expect((await texts()).slice(0, before.length)).toEqual(before)
    expect(house.arrivals.filter(({ event }) => event.type === 'joined')).toHaveLength(1)
    expect(new Set(house.arrivals.map(({ person }) => person)).size).toBe(1)
  })

  it('comes back after a break and misses and doubles nothing', async () => {
    const { house, server, page, choice, texts } = await open()
    await choice('我要检举控告').waitFor()
    const thread = { channel: 'web', person: house.arrivals[0]?.person ?? '' }
    server.cut()
    house.tell(thread, { text: '断线时来的' })
    await page.getByText('断线时来的').waitFor()
    house.tell(thread, { text: '连上以后来的' })
    await page.getByText('连上以后来的').waitFor()
    expect((await texts()).slice(1)).toEqual(['断线时来的', '连上以后来的'])
  })

  it('shows once what comes both ways at the same time', async () => {
    const { house, page, choice, texts } = await open()
    await choice('我要检举控告').waitFor()
    const thread = { channel: 'web', person: house.arrivals[0]?.person ?? '' }
    // The page looks for itself; before its look comes back, the stream has brought the same.
    await page.route('**/activities?watermark=1', async (route) => {
      house.tell(thread, { text: '两路都来的' })
      const response = await route.fetch()
      await page.getByText('两路都来的').waitFor()
      await route.fulfill({ response })
    })
    const looked = page.waitForResponse('**/activities?watermark=1')
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await (await looked).finished()
    await page.evaluate(() => new Promise((done) => setTimeout(done)))
    expect((await texts()).slice(1)).toEqual(['两路都来的'])
  })

  it('says that it is broken, keeps what was written, and sends it once when it is whole again', async () => {
    const { server, context, page, choice, said, say } = await open()
    await choice('我要检举控告').waitFor()
    await context.setOffline(true)
    server.cut()
    await page.getByText('已断开，正在重连').waitFor()
    await say('我要检举控告')
    await page.getByText('还没发出去，正在再试').waitFor()
    await context.setOffline(false)
    await choice('匿名').waitFor()
    expect(said()).toEqual(['我要检举控告'])
    expect(await page.locator('.pending').count()).toBe(0)
    await expect.poll(() => page.locator('#state').textContent()).toBe('')
  })

  it('sends again under the same id when the answer was lost, so nothing is said twice', async () => {
    const { page, choice, texts, said, say } = await open()
    await choice('我要检举控告').waitFor()
    const ids: string[] = []
    await page.route('**/activities', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      ids.push(
        (route.request().postDataJSON() as { channelData: { clientActivityID: string } }).channelData.clientActivityID,
      )
      if (ids.length > 1) return route.continue()
      await route.fetch()
      return route.abort()
    })
    await say('我要检举控告')
    await choice('匿名').waitFor()
    await expect.poll(() => ids.length).toBe(2)
    expect(ids[1]).toBe(ids[0])
    expect(said()).toEqual(['我要检举控告'])
    expect((await texts()).filter((text) => text === '我要检举控告')).toHaveLength(1)
  })

  it('gives the server’s own sentence when a message is refused, and the words back to be put right', async () => {
    const { page, words, choice, say } = await open()
    await choice('我要检举控告').waitFor()
    const problem = { status: 413, title: '内容太长了，请分成几条发，每条不超过 4000 字。', code: 'tooLong' }
    await page.route('**/activities', (route) =>
      route.request().method() === 'POST' ? route.fulfill({ status: 413, json: problem }) : route.continue(),
    )
    await say('很长的话')
    await page.getByText(problem.title).waitFor()
    await page.getByRole('button', { name: '改一改再发' }).click()
    expect(await words().inputValue()).toBe('很长的话')
    expect(await page.locator('.pending').count()).toBe(0)
  })

  it('works by polling where websockets do not get through', async () => {
    const { house, server, page, choice, texts } = await open({ at: '' })
    server.server.removeAllListeners('upgrade')
    server.server.on('upgrade', (_request, socket) => socket.destroy())
    await page.goto(server.url)
    await choice('我要检举控告').click()
    await choice('匿名').waitFor()
    const thread = { channel: 'web', person: house.arrivals[0]?.person ?? '' }
    house.tell(thread, { text: '办案人员有话问您' })
    await page.getByText('办案人员有话问您').waitFor()
    await expect.poll(() => page.locator('#state').textContent()).toBe('')
    expect((await texts()).filter((text) => text === '我要检举控告')).toHaveLength(1)
  })

  it('opens a new conversation, and says so, when the old one is over', async () => {
    const { house, page, choice } = await open()
    await choice('我要检举控告').waitFor()
    house.at = '2026-11-23T08:00:00+08:00'
    await page.reload()
    await page.getByText('上次的对话已经结束').waitFor()
    await choice('我要检举控告').click()
    await choice('匿名').waitFor()
    expect(new Set(house.arrivals.map(({ person }) => person)).size).toBe(2)
  })

  it('is left at once by 快速离开: nothing stays on the page, in the storage, or behind the back button', async () => {
    const { server, page, choice, toReceipt } = await open()
    await toReceipt()
    await page.route('https://www.weather.com.cn/**', (route) => route.fulfill({ body: 'weather' }))
    await page.getByRole('button', { name: '大字' }).click()
    const length = await page.evaluate(() => history.length)
    await page.getByRole('button', { name: '快速离开' }).click()
    await page.waitForURL('https://www.weather.com.cn/**')
    expect(await page.evaluate(() => history.length)).toBe(length)
    await page.goto(server.url)
    await choice('我要检举控告').waitFor()
    expect(await page.locator('body').textContent()).not.toContain('9156')
    expect(await page.getByRole('button', { name: '大字' }).getAttribute('aria-pressed')).toBe('false')
  })
})
