import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LogRow } from '../../src/runtime/index.ts'
import { fakeHouse } from '../support/fake-house.ts'
import { line, listen, type Opened } from '../support/line.ts'
import { type WebServer, webServer } from '../support/web-server.ts'

const house = () => fakeHouse((text) => [{ text: text === undefined ? '您好。' : `听到：${text}` }])

let self: ReturnType<typeof house>
let server: WebServer
let client: ReturnType<typeof line>
let chat: Opened
let faults: unknown[]

beforeEach(async () => {
  self = house()
  faults = []
  server = await webServer(self, { onFault: (error) => faults.push(error) })
  client = line(server.url)
  chat = await client.open()
})
afterEach(() => server.close())

const seqs = (activities: readonly { id: string }[]) => activities.map((each) => Number(each.id.split('|')[1]))
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)

describe('the stream', () => {
  it('gives the greeting that was said before anybody listened', async () => {
    const stream = await listen(chat.streamUrl)
    expect((await stream.until(1)).map((each) => each.text)).toEqual(['您好。'])
  })

  it('gives what is said while it is open, to every listener of this conversation and to no other', async () => {
    const other = await client.open()
    const [one, two, foreign] = [
      await listen(chat.streamUrl),
      await listen(chat.streamUrl),
      await listen(other.streamUrl),
    ]
    await client.say(chat, '在吗')
    expect((await one.until(3)).map((each) => each.text)).toEqual(['您好。', '在吗', '听到：在吗'])
    expect(seqs(await two.until(3))).toEqual([1, 2, 3])
    expect(seqs(await foreign.until(1))).toEqual([1])
  })

  it('goes on from the watermark it was opened with', async () => {
    await client.say(chat, '一')
    const path = `/conversations/${chat.conversationId}?watermark=2`
    const again = (await (await client.call('GET', path, chat.token)).json()) as Opened
    const stream = await listen(again.streamUrl)
    await client.say(chat, '二')
    expect(seqs(await stream.until(3))).toEqual([3, 4, 5])
  })

  it('gives every row once and in order while rows are committed in the middle of connecting and reading', async () => {
    const thread = { channel: 'web', person: chat.conversationId }
    const log = self.log
    let written = 1
    // Each read finds new rows already there after it looked: the worst moment for one to be lost or doubled.
    self.log = async (whose, after, limit): Promise<readonly LogRow[]> => {
      const rows = await log(whose, after, limit)
      if (whose.person === thread.person && written < 400)
        for (let n = 0; n < 37; n++, written++) self.tell(thread, { text: `第${written}条` })
      return rows
    }
    const streams = await Promise.all([listen(chat.streamUrl), listen(chat.streamUrl), listen(chat.streamUrl)])
    for (const stream of streams) await stream.until(400)
    for (const stream of streams) expect(seqs(stream.activities)).toEqual(upTo(stream.activities.length))
  })

  it('sees what was committed between a read of the log and its end', async () => {
    const log = self.log
    let late = true
    self.log = async (whose, after, limit) => {
      const rows = await log(whose, after, limit)
      if (limit > 1 && late) {
        late = false
        self.tell({ channel: 'web', person: chat.conversationId }, { text: '刚好错过' })
      }
      return rows
    }
    const stream = await listen(chat.streamUrl)
    expect((await stream.until(2)).map((each) => each.text)).toEqual(['您好。', '刚好错过'])
  })

  it('loses and doubles nothing over a broken line, reconnected by watermark', async () => {
    const got: number[] = []
    for (let round = 0; round < 5; round++) {
      const path = `/conversations/${chat.conversationId}?watermark=${got.at(-1) ?? ''}`
      const { streamUrl } = (await (await client.call('GET', path, chat.token)).json()) as Opened
      const stream = await listen(streamUrl)
      await client.say(chat, `第${round}回`)
      await stream.until(1)
      server.cut()
      await stream.closed
      got.push(...seqs(stream.activities))
      await client.say(chat, `断线后第${round}回`)
    }
    const rest = await client.read(chat, String(got.at(-1)))
    expect([...got, ...seqs(rest.activities)]).toEqual(upTo(21))
  })

  it('turns away a missing, forged, foreign, used-up or misdirected ticket, and an unknown conversation', async () => {
    const other = await client.open()
    const ticket = new URL(other.streamUrl).searchParams.get('t') ?? ''
    const mine = new URL(chat.streamUrl).searchParams.get('t') ?? ''
    await expect(listen(chat.streamUrl.replace(/t=.*/, ''))).rejects.toThrow('status 401')
    await expect(listen(`${chat.streamUrl}x`)).rejects.toThrow('status 401')
    await expect(listen(chat.streamUrl.replace(mine, ticket))).rejects.toThrow('status 403')
    await expect(listen(chat.streamUrl.replace('watermark=0', 'watermark=x'))).rejects.toThrow('status 400')
    self.at = '2026-11-21T09:32:00+08:00'
    await expect(listen(chat.streamUrl)).rejects.toThrow('status 401')
    expect(faults).toEqual([])
  })

  it('leaves upgrades of other addresses to others', () => {
    const request = { url: '/console/live' } as Parameters<WebServer['web']['upgrade']>[0] // only the address is read
    const socket = undefined as unknown as Parameters<WebServer['web']['upgrade']>[1] // and nothing else touched
    expect(server.web.upgrade(request, socket, Buffer.alloc(0))).toBe(false)
  })

  it('bears whatever a client sends', async () => {
    const stream = await listen(chat.streamUrl)
    for (const ping of ['', '{}', 'nonsense']) stream.socket.send(ping)
    await client.say(chat, '在吗')
    await stream.until(3)
    stream.socket.send('x'.repeat(5000))
    expect(await stream.closed).toBe(1009)
    expect((await client.say(chat, '还在')).status).toBe(200)
  })

  it('closes with 1011 when the log cannot be read, so that the client comes back', async () => {
    const stream = await listen(chat.streamUrl)
    await stream.until(1)
    self.log = async () => Promise.reject(new Error('database away'))
    server.web.channel.committed?.({ channel: 'web', person: chat.conversationId })
    expect(await stream.closed).toBe(1011)
    expect(faults).toHaveLength(1)
  })

  it('drops the oldest of too many listeners of one conversation', async () => {
    const oldest = await listen(chat.streamUrl)
    for (let n = 0; n < 8; n++) await listen(chat.streamUrl)
    await oldest.closed
    await client.say(chat, '在吗')
    expect((await client.read(chat)).activities).toHaveLength(3)
  })

  it('says goodbye with 1001 when the server closes', async () => {
    const stream = await listen(chat.streamUrl)
    server.web.close()
    expect(await stream.closed).toBe(1001)
  })
})
