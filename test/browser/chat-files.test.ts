import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { Refused } from '../../src/base/index.ts'
import { type Chat, chatPages, phone } from '../support/chat-page.ts'

const open = chatPages()
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const jpg = (name: string, size = 2000) => ({ name, mimeType: 'image/jpeg', buffer: Buffer.alloc(size, 1) })
const attach = ({ page }: Chat) => page.getByRole('button', { name: '传照片' })
const choose = ({ page }: Chat) => page.getByRole('button', { name: '知道了，选照片或文件' })
const picker = ({ page }: Chat) => page.locator('#picker')
const came = ({ house }: Chat) =>
  house.arrivals.flatMap(({ event }) =>
    event.type === 'said' ? [[event.text, ...(event.files ?? []).map((each) => [each.name, each.bytes.length])]] : [],
  )

describe('photos and documents', () => {
  it('are asked for only after it was told what is taken out of them and what is not', async () => {
    const chat = await open()
    const { page, complaints } = chat
    await attach(chat).click()
    for (const told of ['拍摄时间、地点和手机型号，收下前会去掉', '人脸、车牌、招牌', '录音和视频自带的信息去不掉'])
      await page.getByText(told).waitFor()
    const [asked] = await Promise.all([page.waitForEvent('filechooser'), choose(chat).click()])
    expect(asked.isMultiple()).toBe(true)
    await asked.setFiles([jpg('村道.jpg')])
    // Told once; from now on the button opens the phone's own choice at once.
    await Promise.all([page.waitForEvent('filechooser'), attach(chat).click()])
    expect(await page.getByText('收下前会去掉').isVisible()).toBe(false)
    expect(complaints).toEqual([])
  })

  it('go out with the text or without one, and stand in the talk under the names the house gave', async () => {
    const chat = await open()
    const { page, words, texts, complaints } = chat
    await picker(chat).setInputFiles([jpg('村道.jpg'), jpg('界碑.jpg', 3000)])
    await page.getByText('界碑.jpg（3 KB）').waitFor()
    await words().fill('这是那天拍的')
    await words().press('Enter')
    await expect.poll(() => came(chat)).toEqual([['这是那天拍的', ['村道.jpg', 2000], ['界碑.jpg', 3000]]])
    await expect
      .poll(() => page.locator('.message.person:not(.pending) .file').allTextContents())
      .toEqual(['附件：照片1.jpg', '附件：照片2.jpg'])
    expect(await texts()).toContain('这是那天拍的')
    expect(await page.getByRole('list', { name: '要发的文件' }).isVisible()).toBe(false)
    await picker(chat).setInputFiles([jpg('a.jpg')])
    await page.getByRole('button', { name: '发送' }).click()
    await expect.poll(() => came(chat).at(-1)).toEqual(['', ['a.jpg', 2000]])
    expect(complaints).toEqual([])
  })

  it('can be taken back before they go, with the keyboard alone', async () => {
    const chat = await open()
    const { page, words } = chat
    await picker(chat).setInputFiles([jpg('a.jpg'), jpg('b.jpg')])
    await page.getByRole('button', { name: '不发a.jpg' }).press('Enter')
    expect(
      await page.getByRole('button', { name: '不发b.jpg' }).evaluate((each) => each === document.activeElement),
    ).toBe(true)
    await words().press('Enter')
    await expect.poll(() => came(chat)).toEqual([['', ['b.jpg', 2000]]])
  })

  it.each([
    ['too large', [jpg('大.jpg', 10 * 1024 * 1024 + 1)], '「大.jpg」有 10.0 MB，太大了，一个最多 10 MB'],
    ['empty', [jpg('空.jpg', 0)], '「空.jpg」是空的'],
    ['an iPhone’s own format', [jpg('IMG_1.HEIC')], '「IMG_1.HEIC」是 HEIC 格式，里面的拍摄地点去不掉'],
    ['of a kind that is not taken', [jpg('a.exe')], '「a.exe」这种文件收不了'],
    ['too many', [1, 2, 3, 4, 5, 6].map((n) => jpg(`${n}.jpg`)), '一次最多发 5 个，「6.jpg」请下一次再发'],
  ])('that are %s are told so at once, in words and by name', async (_, files, says) => {
    const chat = await open()
    await picker(chat).setInputFiles(files)
    await chat.page.getByRole('alert').getByText(says).waitFor()
    expect(await chat.page.locator('#chosen li').count()).toBe(files.length > 1 ? 5 : 0)
  })

  it('that the house will not take come back to be chosen anew, with the text', async () => {
    const chat = await open()
    const { page, house, words } = chat
    await chat.choice('问规定').waitFor()
    house.refuse = new Refused('fileMismatch')
    await picker(chat).setInputFiles([jpg('a.jpg')])
    await words().fill('看这个')
    await words().press('Enter')
    await page.getByText('文件的内容和后缀名对不上').waitFor()
    await page.getByRole('button', { name: '改一改再发' }).click()
    expect(await words().inputValue()).toBe('看这个')
    await page.getByText('a.jpg（2 KB）').waitFor()
    house.refuse = undefined
    await words().press('Enter')
    await expect.poll(() => came(chat)).toEqual([['看这个', ['a.jpg', 2000]]])
  })

  it('show how far they are, and go out once however often the line breaks', async () => {
    const chat = await open()
    const { page } = chat
    let tries = 0
    await page.route('**/upload', async (route) => {
      tries++
      if (tries === 1) return route.abort()
      return route.continue()
    })
    await picker(chat).setInputFiles([jpg('a.jpg', 4_000_000)])
    await page.getByRole('button', { name: '发送' }).click()
    await page.getByText('还没发出去，正在再试').waitFor()
    await expect.poll(() => came(chat), { timeout: 10_000 }).toEqual([['', ['a.jpg', 4_000_000]]])
    expect(tries).toBe(2)
  })

  it.each([
    ['on a screen', {}],
    ['on a phone', phone],
  ])('can be chosen by everybody %s: axe finds nothing to mend, small and large', async (_, options) => {
    const chat = await open({ ...options, bypassCSP: true })
    const { page, words } = chat
    await attach(chat).click()
    await picker(chat).setInputFiles([jpg(`${'很长的名字'.repeat(20)}.jpg`), jpg('b.exe')])
    for (const letters of ['small', 'large']) {
      if (letters === 'large') await page.getByRole('button', { name: '大字' }).click()
      await page.addScriptTag({ path: axe })
      const found = await page.evaluate(async () => {
        await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined)))
        const { axe: checker } = window as unknown as { axe: typeof import('axe-core') } // put there by the script tag
        const { violations } = await checker.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })
        return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
      })
      expect(found).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      await words().scrollIntoViewIfNeeded()
      expect(await words().isVisible()).toBe(true)
    }
  })
})
