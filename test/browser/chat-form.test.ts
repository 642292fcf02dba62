import { describe, expect, it } from 'vitest'
import { chatPages, receipt } from '../support/chat-page.ts'

const open = chatPages()

describe('the review card', () => {
  it('is a table with a button for each row that asks to put it right', async () => {
    const { page, said, say } = await open()
    await say('去年八月')
    const table = page.getByRole('table', { name: '请您看一遍，对不对' })
    await table.waitFor()
    expect(await table.getByRole('rowheader').allTextContents()).toEqual(['方式', '时间', '地点', '什么事'])
    await page.getByText('您的原话：「去年八月份修村道那阵」').waitFor()
    await table.getByRole('button', { name: '改时间' }).click()
    await page.getByText('好，「时间」应该是什么？').waitFor()
    expect(said()).toEqual(['去年八月', '改时间'])
    expect(await table.getByRole('button', { name: '改地点' }).isDisabled()).toBe(true)
  })
})

describe('the receipt', () => {
  it('is shown once, to be copied and printed, and is gone when it is known to be kept', async () => {
    const { page, say, toReceipt } = await open({ permissions: ['clipboard-read', 'clipboard-write'] })
    await toReceipt()
    const block = page.getByRole('region', { name: '回执编号' })
    expect(await block.locator('.number span').allTextContents()).toEqual(receipt.split(' '))
    await block.getByRole('button', { name: '复制' }).click()
    await block.getByText('已复制').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(receipt)
    await say(receipt.slice(-4))
    await block.getByText('这里不再显示').waitFor()
    expect(await page.locator('body').textContent()).not.toContain('9156')
    await page.reload()
    await page.getByText('对上了').waitFor()
    expect(await page.locator('body').textContent()).toContain('（回执编号只显示一次，现已隐藏）')
    expect(await page.locator('body').textContent()).not.toContain('9156')
  })

  it('can be copied where the page did not come over HTTPS', async () => {
    const { page, words, toReceipt } = await open()
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await toReceipt()
    await page.getByRole('button', { name: '复制' }).click()
    await page.getByText('已复制').waitFor()
    await words().fill('')
    await words().press('Control+v')
    expect(await words().inputValue()).toBe(receipt)
  })

  it('is printed alone, without a word of the conversation', async () => {
    const { page, toReceipt } = await open()
    await toReceipt()
    await page.evaluate(() => {
      window.print = () => {
        const seen = (node: Element) => getComputedStyle(node).display !== 'none'
        const shown = [...document.querySelectorAll('.message, #log > p, .choices, .top, form')].filter(seen)
        document.title = shown.map((node) => node.className).join()
      }
    })
    await page.emulateMedia({ media: 'print' })
    await page.getByRole('region', { name: '回执编号' }).getByText('打印').dispatchEvent('click')
    expect(await page.title()).toBe('message bot wide printing')
  })
})
