import { writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { handsIn, person, wholeHouse } from '../support/house.ts'
import { listen } from '../support/line.ts'
import { type OwnProcess, serve } from '../support/own-process.ts'
import { scratchFolder } from '../support/scratch.ts'

const folder = scratchFolder()
afterAll(folder.remove)

const free = { PORT: '0', QINGWEN_DATA: join(folder.path, 'own') }
const url = async (process: OwnProcess) => `http://127.0.0.1:${(await process.until(/localhost:(\d+)\//))[1]}`

/** A start that must not come about: exit code 2, a Chinese sentence for a person, no stack. */
async function refused(environment: Readonly<Record<string, string>>): Promise<string> {
  const { how, out, complaint } = await serve(environment).ended
  expect(how).toBe(2)
  expect(out).toBe('')
  expect(complaint).toMatch(/^没有启动：\n- [\w ]*\p{Script=Han}/u)
  expect(complaint).not.toMatch(/\n\s+at |Error:/)
  return complaint
}

describe('the house does not start and says why', () => {
  test('when a file stands where the data folder should be', async () => {
    const file = join(folder.path, 'a-file')
    writeFileSync(file, '')
    const why = await refused({ ...free, QINGWEN_DATA: file })
    expect(why).toContain(file)
    expect(why).toMatch(/写不进去|请检查目录权限/)
  })

  test('when the port is taken, naming the port and the variable', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, done))
    const { port } = other.address() as AddressInfo // A TCP server's address is never a string.
    expect(await refused({ ...free, PORT: String(port) })).toMatch(new RegExp(`端口 ${port} .*PORT`))
    await new Promise((done) => other.close(done))
  })

  test('when the configuration is wrong, naming every variable at once', async () => {
    const why = await refused({
      ...free,
      PORT: 'http',
      DATABASE_URL: 'mysql://localhost',
      QINGWEN_ROLE: 'everything',
      WECOM_BOT_ID: 'a',
      LLM_MODEL: 'a',
      QINGWEN_NOW: '2026-11-23T09:30:00+08:00',
    })
    for (const name of ['PORT', 'DATABASE_URL', 'QINGWEN_ROLE', 'WECOM_BOT_SECRET', 'LLM_BASE_URL', 'QINGWEN_NOW'])
      expect(why).toContain(name)
  })

  test('when the database it is to use does not answer', async () => {
    const why = await refused({ ...free, DATABASE_URL: 'postgres://nobody:geheim@127.0.0.1:1/none' })
    expect(why).toContain('DATABASE_URL')
    expect(why).not.toContain('geheim')
  })
})

test('a second process on the same data folder does not start, and the first one goes on', async () => {
  const first = serve(free)
  const at = await url(first)
  const why = await refused(free)
  expect(why).toContain('QINGWEN_DATA')
  expect((await fetch(`${at}/readyz`)).status).toBe(200)
  first.kill('SIGTERM')
  expect((await first.ended).how).toBe(0)
})

test('SIGTERM ends it with code 0, with chats open, and what was acknowledged is there afterwards', async () => {
  const data = join(folder.path, 'ended')
  const house = serve({ PORT: '0', QINGWEN_DATA: data })
  const at = await url(house)
  const reporter = await person(at)
  const stream = await listen(reporter.chat.streamUrl)
  const receipt = await handsIn(reporter)
  const waiting = [...Array(20).keys()].map((n) =>
    person(at).then((who) => who.post(`第 ${n} 个人问：匿名举报有人管吗`)),
  )
  // Some of the twenty are in the middle of something now; each is answered or turned away, none is left hanging.
  house.kill('SIGTERM')
  const answered = await Promise.allSettled(waiting)
  expect(await house.ended).toMatchObject({ how: 0, complaint: '' })
  await stream.closed

  const again = await wholeHouse({ QINGWEN_DATA: data })
  const after = await person(again.url, reporter.chat)
  expect((await after.all()).flatMap((each) => each.receipt ?? [])).toEqual([receipt])
  expect(answered.every((each) => each.status === 'rejected' || each.value.status < 600)).toBe(true)
  expect((await (await person(again.url)).say(receipt)).some((each) => each.text.includes('完整收到'))).toBe(true)
  await again.close()
})

test('SIGINT, which Ctrl-C sends, ends it the same way', async () => {
  const house = serve({ PORT: '0', QINGWEN_DATA: join(folder.path, 'interrupted') })
  await url(house)
  house.kill('SIGINT')
  expect((await house.ended).how).toBe(0)
})

test('the first start prints a link to set up the first account, and a later one does not', async () => {
  const house = await wholeHouse()
  const link = /http\S+\/console\/setup\?token=\S+/.exec(house.printed.join('\n'))?.[0] ?? ''
  const at = link.replace(/^http:\/\/[^/]+/, house.url)
  expect((await fetch(at)).status).toBe(200)
  expect((await fetch(at.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).status).toBe(404)
  await house.close()
})
