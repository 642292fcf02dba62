import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeHouse, full } from '../support/fake-house.ts'
import { line, listen, type Opened } from '../support/line.ts'
import { problem } from '../support/problem.ts'
import { type WebServer, webServer } from '../support/web-server.ts'

const house = () => fakeHouse((text) => [{ text: text === undefined ? '您好，我是清问。' : `听到：${text}` }])

let self: ReturnType<typeof house>
let server: WebServer
let client: ReturnType<typeof line>
let faults: unknown[]

beforeEach(async () => {
  self = house()
  faults = []
  server = await webServer(self, { onFault: (error) => faults.push(error) })
  client = line(server.url)
})
afterEach(() => server.close())

describe('tokens', () => {
  const activities = (chat: Opened, token: string | undefined) =>
    client.call('GET', `/conversations/${chat.conversationId}/activities`, token)

  it('are asked for everywhere but at tokens/generate', async () => {
    const chat = await client.open()
    const doors = [
      ['POST', '/tokens/refresh'],
      ['POST', '/conversations'],
      ['GET', `/conversations/${chat.conversationId}`],
      ['GET', `/conversations/${chat.conversationId}/activities`],
      ['POST', `/conversations/${chat.conversationId}/activities`],
      ['POST', `/conversations/${chat.conversationId}/upload`],
    ] as const
    for (const [method, path] of doors) {
      expect(await problem(await client.call(method, path))).toBe('401 noToken')
      expect(await problem(await client.call(method, path, 'nonsense'))).toBe('401 badToken')
    }
  })

  it('are refused when a single letter was changed', async () => {
    const chat = await client.open()
    const flipped = [...chat.token].map((letter, n) => {
      const other = letter === 'A' ? 'B' : letter === '1' ? '2' : 'A'
      return chat.token.slice(0, n) + other + chat.token.slice(n + 1)
    })
    for (const token of flipped.filter((each) => each !== chat.token))
      expect((await activities(chat, token)).status).toBe(401)
  })

  it('open no other conversation', async () => {
    const [mine, theirs] = [await client.open(), await client.open()]
    expect(await problem(await activities(theirs, mine.token))).toBe('403 forbidden')
  })

  it('expire to the second, and a refreshed one goes on', async () => {
    const chat = await client.open()
    self.at = '2026-11-22T09:29:59+08:00'
    const fresh = (await (await client.call('POST', '/tokens/refresh', chat.token)).json()) as Opened
    expect((await activities(chat, chat.token)).status).toBe(200)
    self.at = '2026-11-22T09:30:00+08:00'
    expect(await problem(await activities(chat, chat.token))).toBe('401 badToken')
    expect(await problem(await client.call('POST', '/tokens/refresh', chat.token))).toBe('401 badToken')
    expect((await activities(chat, fresh.token)).status).toBe(200)
  })

  it('of the stream are no use for anything else', async () => {
    const chat = await client.open()
    const ticket = new URL(chat.streamUrl).searchParams.get('t') ?? ''
    expect(await problem(await activities(chat, ticket))).toBe('401 badToken')
    await expect(listen(chat.streamUrl.replace(ticket, chat.token))).rejects.toThrow('status 401')
  })

  it('are not taken by a server with another key', async () => {
    const chat = await client.open()
    const other = await webServer(self, { secret: Buffer.alloc(32, 8) })
    const response = await line(other.url).call('POST', '/tokens/refresh', chat.token)
    expect(await problem(response)).toBe('401 badToken')
    await other.close()
  })
})

describe('watermarks', () => {
  it('may be absent or empty, and then mean everything', async () => {
    const chat = await client.open()
    await client.say(chat, '一')
    for (const query of ['', '?watermark=', '?watermark=0', '?watermark=-']) {
      const path = `/conversations/${chat.conversationId}/activities${query}`
      const body = (await (await client.call('GET', path, chat.token)).json()) as { activities: unknown[] }
      expect(body.activities).toHaveLength(3)
    }
  })

  it('give only what came after them, and stay where nothing came', async () => {
    const chat = await client.open()
    await client.say(chat, '一')
    expect((await client.read(chat, '2')).activities.map((each) => each.text)).toEqual(['听到：一'])
    expect(await client.read(chat, '3')).toEqual({ activities: [], watermark: '3' })
  })

  it('are refused when they are no number', async () => {
    const chat = await client.open()
    for (const query of ['-1', '1.5', '1e3', 'abc', '%00', '9'.repeat(40), '1&watermark=2']) {
      const path = `/conversations/${chat.conversationId}/activities?watermark=${query}`
      expect(await problem(await client.call('GET', path, chat.token))).toBe('400 badRequest')
    }
  })

  it('carry a reader through a long conversation page by page', async () => {
    const chat = await client.open()
    for (let n = 0; n < 120; n++) self.tell({ channel: 'web', person: chat.conversationId }, { text: `第${n}条` })
    const first = await client.read(chat)
    const rest = await client.read(chat, first.watermark)
    expect([first.activities.length, rest.activities.length]).toEqual([100, 21])
  })
})

describe('bad input', () => {
  const post = (chat: Opened, body: unknown, headers?: Record<string, string>) =>
    client.call('POST', `/conversations/${chat.conversationId}/activities`, chat.token, body, headers)

  it('is refused with a sentence and a stable code, and nothing is taken in', async () => {
    const chat = await client.open()
    const cases: readonly (readonly [unknown, string, Record<string, string>?])[] = [
      ['{"type":"message","text":', '400 badJson'],
      ['{"type":"message",text:"x"}', '400 badJson'],
      ['not json', '400 badJson'],
      ['[]', '400 badRequest'],
      ['"text"', '400 badJson'],
      ['null', '400 badJson'],
      ['{}', '400 badRequest'],
      [{ type: 7, text: 'x' }, '400 badRequest'],
      [{ type: 'message', text: 7 }, '400 badRequest'],
      [{ type: 'message', text: ['x'] }, '400 badRequest'],
      [{ type: 'message', text: { toString: 'x' } }, '400 badRequest'],
      [{ type: 'message', text: 'x', channelData: { clientActivityID: 7 } }, '400 badRequest'],
      [{ type: 'message', text: 'x', channelData: { clientActivityID: '' } }, '400 badRequest'],
      [{ type: 'message', text: 'x', channelData: { clientActivityID: 'x'.repeat(129) } }, '400 badRequest'],
      [{ type: 'message', text: 'x', attachments: 'no list' }, '400 badRequest'],
      [{ type: 'message', text: 'x', attachments: [{ contentUrl: 'http://x' }] }, '501 notImplemented'],
      [{ type: 'message' }, '400 emptyMessage'],
      [{ type: 'message', text: null }, '400 emptyMessage'],
      [{ type: 'message', text: ' \n\t ' }, '400 emptyMessage'],
      [{ type: 'message', text: '\u0000\u0007\u202e' }, '400 emptyMessage'],
      [{ type: 'message', text: '字'.repeat(4001) }, '413 tooLong'],
      [{ type: 'message', text: '字'.repeat(100_000) }, '413 tooLong'],
      [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, '400 badRequest'],
      [{ type: 'message', text: 'x' }, '415 unsupported', { 'Content-Type': 'text/plain' }],
      [{ type: 'message', text: 'x' }, '415 unsupported', { 'Content-Type': 'application/json; charset=gbk' }],
      [{ type: 'message', text: 'x' }, '415 unsupported', { 'Content-Encoding': 'gzip' }],
      [{ type: 'message', text: 'x' }, '400 badRequest', { 'Idempotency-Key': 'a b' }],
    ]
    for (const [body, expected, headers] of cases)
      expect([body, await problem(await post(chat, body, headers))]).toEqual([body, expected])
    expect(self.arrivals).toHaveLength(1)
    expect(faults).toEqual([])
  })

  it('takes channelData of any other type for what it is: none of our business', async () => {
    const chat = await client.open()
    for (const channelData of [null, 7, 'x', [1], { __proto__: { clientActivityID: 'x' } }])
      expect((await post(chat, { type: 'message', text: '好', channelData })).status).toBe(200)
  })

  it('takes 4,000 characters whole, counted as people count', async () => {
    const chat = await client.open()
    expect((await post(chat, { type: 'message', text: '😀'.repeat(4000) })).status).toBe(200)
    expect(await problem(await post(chat, { type: 'message', text: '😀'.repeat(4001) }))).toBe('413 tooLong')
  })

  it('takes out control characters and keeps line breaks', async () => {
    const chat = await client.open()
    await client.say(chat, '\ufeff一\u0000\u001b[31m二\r\n三\u202e四\ud800五\u2028六')
    expect(self.arrivals[1]?.event).toEqual({ type: 'said', text: '一[31m二\n三四\ufffd五\n六' })
  })

  it('says 404 for conversations and addresses that are not, and 405 for wrong methods', async () => {
    const chat = await client.open()
    const { token, conversationId } = (await (await client.call('POST', '/tokens/generate')).json()) as Opened
    const cases = [
      ['GET', `/conversations/${conversationId}/activities`, token, '404 notFound'],
      ['POST', `/conversations/${conversationId}/activities`, token, '404 notFound'],
      ['GET', '/conversations/nobody/activities', chat.token, '404 notFound'],
      ['GET', '/conversations/%E0%A4%A/activities', chat.token, '400 badRequest'],
      ['GET', '/nothing', chat.token, '404 notFound'],
      ['GET', '/tokens/generate', chat.token, '405 methodNotAllowed'],
      ['DELETE', `/conversations/${chat.conversationId}`, chat.token, '405 methodNotAllowed'],
      ['PUT', `/conversations/${chat.conversationId}/activities`, chat.token, '405 methodNotAllowed'],
      ['POST', `/conversations/${chat.conversationId}/upload?userId=x`, chat.token, '415 unsupported'],
    ] as const
    for (const [method, path, pass, expected] of cases)
      expect([path, await problem(await client.call(method, path, pass))]).toEqual([path, expected])
  })

  it('says that nothing was saved when nothing was, and the same message goes through later', async () => {
    const chat = await client.open()
    self.refuse = full()
    const refused = await client.say(chat, '在吗', 'm1')
    expect(refused.headers.get('retry-after')).toBe('5')
    expect(await problem(refused)).toBe('503 notSaved')
    self.refuse = undefined
    expect((await client.say(chat, '在吗', 'm1')).status).toBe(200)
    expect((await client.read(chat)).activities).toHaveLength(3)
  })

  it('tells the house of a fault and the client nothing of it', async () => {
    const chat = await client.open()
    self.refuse = new Error('secret of the house')
    const response = await client.say(chat, '在吗')
    const body = await response.text()
    expect([response.status, body.includes('secret')]).toEqual([500, false])
    expect(faults).toEqual([self.refuse])
  })
})
