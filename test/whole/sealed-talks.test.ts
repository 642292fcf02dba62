import { afterAll, expect, test } from 'vitest'
import { everythingIn, foundIn } from '../support/disguises.ts'
import { person, report } from '../support/house.ts'
import { listen } from '../support/line.ts'
import { type OwnProcess, serve } from '../support/own-process.ts'
import { scratchFolder } from '../support/scratch.ts'
import { activity, file, multipart, upload } from '../support/upload.ts'

const folder = scratchFolder()
afterAll(() => folder.remove())

/** Said in a report that is not handed in, and read back on its card. */
const words = ['欧阳建国', '把修村道的两车水泥拉到自己家盖房', '柳树村东头他家新房门口', '13937412345']

async function started(): Promise<{ house: OwnProcess; url: string }> {
  const house = serve({ PORT: '0', QINGWEN_DATA: folder.path })
  const [url = ''] = await house.until(/http:\/\/localhost:\d+/)
  return { house, url }
}

test('of a chat under way nobody finds a word in the files, the log or what is printed, and it goes on after a kill', async () => {
  const first = await started()
  const reporter = await person(first.url)
  const stream = await listen(reporter.chat.streamUrl)
  for (const text of [
    `我要匿名举报柳树镇柳树村村支书${words[0]}`,
    `去年8月他让人${words[1]}，我亲眼看见的`,
    words[2]!,
    `可以问老李，电话${words[3]}`,
  ])
    await reporter.say(text)
  const chat = await reporter.all()
  for (const text of words) expect(JSON.stringify(chat)).toContain(text)
  await stream.until(chat.length)
  const token = reporter.chat.token
  const ticket = new URL(reporter.chat.streamUrl).searchParams.get('t') ?? ''
  const secrets = [...words, token, ticket, reporter.chat.conversationId]
  const stolen = () => foundIn(everythingIn(folder.path, ['server.key']), secrets)
  expect(stolen()).toEqual([])
  first.house.kill('SIGKILL')
  const { out, complaint } = await first.house.ended
  expect(stolen()).toEqual([])
  expect(foundIn(Buffer.from(out + complaint), secrets)).toEqual([])

  const second = await started()
  const again = await person(second.url, reporter.chat)
  expect(await again.all()).toEqual(chat)
  await again.say('没有')
  expect((await again.all()).map((each) => each.text).join('\n')).toContain(words[1])
  second.house.kill('SIGTERM')
  expect((await second.house.ended).how).toBe(0)
  expect(stolen()).toEqual([])
}, 120_000)

/** Forty things nobody would write by chance. */
const planted = Array.from({ length: 40 }, (_, n) => `把第${n + 200}号库房的桐油拉给了外甥`)
const some = (from: number, to: number) => planted.slice(from, to).join('，')

test('of forty texts in forms, answers, a file, chats and a draft a thief finds none, in no disguise', async () => {
  const elsewhere = scratchFolder()
  const house = serve({ PORT: '0', QINGWEN_DATA: elsewhere.path })
  const [url = ''] = await house.until(/http:\/\/localhost:\d+/)
  const reports = async (things: string) => {
    const who = await person(url)
    const [first, , ...rest] = report
    for (const text of [first, `去年8月他让人${things}，我亲眼看见的`, ...rest]) await who.say(text)
    return who
  }
  const reporter = await reports(some(0, 10))
  const receipt = (await reporter.say('属实')).find((each) => each.receipt)?.receipt ?? ''
  expect(receipt).not.toBe('')
  await reporter.say(receipt.slice(-4))
  const note = file('经过.txt', planted.slice(10, 16).join('\n'), 'text/plain')
  expect((await upload(url, reporter.chat, multipart([activity(`我又想起来，${some(16, 20)}`), note]))).status).toBe(
    200,
  )
  const holder = await person(url)
  await holder.say(receipt)
  await holder.say(`我要补充：${some(20, 26)}`)
  const keeper = await reports(some(26, 33))
  await keeper.say('存草稿')
  expect((await keeper.all()).map(({ text }) => text).join('\n')).toMatch(/草稿码/)
  const chatting = await reports(some(33, 40))
  const read = JSON.stringify(await Promise.all([reporter, holder, keeper, chatting].map((each) => each.all())))
  const sent = planted.slice(10, 16)
  expect(planted.filter((text) => !sent.includes(text) && !read.includes(text))).toEqual([])
  const stolen = () => foundIn(everythingIn(elsewhere.path, ['server.key']), [...planted, receipt])
  expect(stolen()).toEqual([])
  house.kill('SIGKILL')
  const { out, complaint } = await house.ended
  expect(stolen()).toEqual([])
  expect(foundIn(Buffer.from(out + complaint), [...planted, receipt])).toEqual([])
  elsewhere.remove()
}, 120_000)

test('what is looked for would be found: the same search finds the door of the office', () => {
  expect(foundIn(Buffer.from(`x${Buffer.from(words[0]!).toString('hex')}x`), words)).toEqual([`hex ${words[0]}`])
  expect(foundIn(everythingIn(folder.path), ['conversations', 'kysely_migration'])).toContain('raw conversations')
})
