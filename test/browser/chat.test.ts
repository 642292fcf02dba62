import { describe, expect, it } from 'vitest'
import { chatPages } from '../support/chat-page.ts'

const open = chatPages()

describe('the chat page', () => {
  it('comes with everything in under 100 kB, from nowhere else, and breaks no rule of its own policy', async () => {
    const { server, page, complaints, choice } = await open({ at: '' })
    const sizes: number[] = []
    page.on('response', async (response) => sizes.push((await response.body()).length))
    const foreign: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) foreign.push(request.url())
    })
    await page.goto(server.url)
    await choice('问规定').click()
    await page.getByText('依据 2 条').click()
    expect(sizes.length).toBeGreaterThan(10)
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(100_000)
    expect([foreign, complaints]).toEqual([[], []])
  })

  it('leaves no word anywhere in the browser but the token, and never changes its address', async () => {
    const { server, context, page, complaints, choice, say } = await open()
    await choice('我要检举控告').click()
    await say('去年八月')
    await page.getByRole('table').waitFor()
    await page.getByRole('button', { name: '大字' }).click()
    const kept = await page.evaluate(() => ({ local: { ...localStorage }, session: { ...sessionStorage } }))
    expect(kept).toEqual({
      local: {},
      session: { 'qingwen.token': expect.stringMatching(/^[\w-]{22}\.chat\.\d+\.[\w-]{80}$/), 'qingwen.large': 'yes' },
    })
    expect([page.url(), await page.title(), (await context.cookies()).length]).toEqual([`${server.url}/`, '清问', 0])
    expect(complaints).toEqual([])
  })

  it('shows what people write as they wrote it, line breaks and all, and runs none of it', async () => {
    const { page, complaints, words, choice, texts, say } = await open()
    const nasty = '<b onclick=x>一</b>\n<script>alert(1)</script>\n{{receipt}} 〔1〕 &lt;'
    await words().fill(nasty)
    await page.getByRole('button', { name: '发送' }).click()
    await choice('提交').waitFor()
    await say('多行')
    await expect.poll(texts).toContain('第一行\n第二行 <img src=x onerror=alert(1)> **不加粗**')
    expect(await texts()).toContain(nasty)
    expect(await page.locator('#log img, #log script, #log b').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('tells those without script how else they may speak', async () => {
    const { page } = await open({ javaScriptEnabled: false })
    for (const way of ['来信：', '来访：', '电话：打 12388']) await page.getByText(way).waitFor()
  })
})

describe('writing', () => {
  it('sends with Enter, breaks the line with Shift+Enter, and sends nothing empty', async () => {
    const { words, said, untilSaid } = await open()
    await words().press('Enter')
    await words().fill('  ')
    await words().press('Enter')
    await words().fill('一')
    await words().press('Shift+Enter')
    await words().pressSequentially('二')
    const tall = await words().evaluate((field) => field.clientHeight)
    await words().press('Enter')
    await untilSaid(1)
    expect(said()).toEqual(['一\n二'])
    expect(await words().evaluate((field) => field.clientHeight)).toBeLessThan(tall)
  })

  it('does not send when Enter only picks a word in the input method', async () => {
    const { context, page, words, said, untilSaid } = await open()
    await words().focus()
    const keyboard = await context.newCDPSession(page)
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
    await keyboard.send('Input.imeSetComposition', { text: 'shuini', selectionStart: 6, selectionEnd: 6 })
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
    await keyboard.send('Input.insertText', { text: '水泥' })
    // Safari: the composition has ended by the time the key is told, and only the old code gives it away.
    await words().dispatchEvent('keydown', { key: 'Enter', keyCode: 229, texts: true })
    expect([await words().inputValue(), said()]).toEqual(['水泥', []])
    await words().press('Enter')
    await untilSaid(1)
    expect(said()).toEqual(['水泥'])
  })

  it('says when a message grows too long instead of cutting it', async () => {
    const { page, words, untilSaid } = await open()
    await words().fill('字'.repeat(4001))
    expect(await page.getByText('一条最多 4000 字').isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: '发送' }).isDisabled()).toBe(true)
    await words().press('Enter')
    expect(await words().inputValue()).toHaveLength(4001)
    await words().fill('字'.repeat(4000))
    await words().press('Enter')
    await untilSaid(1)
  })
})

describe('choices', () => {
  it('are answered by a click, stay to be read, and are off from then on', async () => {
    const { page, choice, said } = await open()
    await choice('我要检举控告').click()
    await choice('匿名').waitFor()
    expect(await page.getByRole('button', { name: '我要检举控告' }).isDisabled()).toBe(true)
    expect(await page.getByRole('button', { name: '我要检举控告' }).getAttribute('aria-pressed')).toBe('true')
    expect(await page.getByRole('button', { name: '查进度' }).isDisabled()).toBe(true)
    expect(said()).toEqual(['我要检举控告'])
  })

  it('are answered by keyboard alone, and the focus then waits where one writes', async () => {
    const { page, words, choice, said } = await open()
    await choice('我要检举控告').focus()
    await page.keyboard.press('Enter')
    await choice('匿名').waitFor()
    expect(await words().evaluate((field) => field === document.activeElement)).toBe(true)
    for (let n = 0; n < 5; n++) {
      await page.keyboard.press('Shift+Tab')
      if ((await page.evaluate(() => document.activeElement?.textContent)) === '匿名') break
    }
    await page.keyboard.press('Space')
    await page.getByText('是什么时候的事').waitFor()
    expect(said()).toEqual(['我要检举控告', '匿名'])
  })

  it('are answered by typing as well', async () => {
    const { page, choice, say } = await open()
    await choice('查进度').waitFor()
    await say('我要检举控告')
    await choice('匿名').waitFor()
    expect(await page.getByRole('button', { name: '查进度' }).isDisabled()).toBe(true)
  })

  it('send once, however fast they are pressed', async () => {
    const { choice, said } = await open()
    await choice('我要检举控告').dblclick()
    await choice('匿名').waitFor()
    expect(said()).toEqual(['我要检举控告'])
  })
})

describe('an answer with cites', () => {
  it('folds them, with authority and region, and a mark in the text opens its own', async () => {
    const { page, choice } = await open()
    await choice('问规定').click()
    await page.getByText('依据 2 条').waitFor()
    const second = page.getByText('第二百四十三条第三款')
    expect(await second.isVisible()).toBe(false)
    await page.getByRole('button', { name: '看依据第2条' }).click()
    expect(await second.isVisible()).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('不是有意诬陷，而是错告')
    const tags = await page.locator('.cites .tag').allTextContents()
    expect(tags).toEqual(['正式条文', '许昌市', '正式条文', '全国'])
  })
})
