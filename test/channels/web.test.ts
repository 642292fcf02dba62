import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Cite } from '../../src/base/index.ts'
import { fakeHouse } from '../support/fake-house.ts'
import { line, type Opened } from '../support/line.ts'
import { problem } from '../support/problem.ts'
import { type WebServer, webServer } from '../support/web-server.ts'

const cite: Cite = {
  id: 'xuchang.filing.positive.4',
  instrument: '许昌市容错备案清单',
  label: '正面清单第（四）项',
  region: '许昌市',
  authority: '正式条文',
  held: 'digest',
}

const house = () =>
  fakeHouse((text, self) => {
    if (text === undefined) return [{ text: '您好，我是清问。' }]
    if (text === '选') return [{ text: '怎么报？', choices: [{ label: '实名', value: '实名' }] }]
    if (text === '整理') return [{ text: '可以对照这一项〔1〕。', cites: [cite], ai: true }]
    if (text === '依据') return [{ text: '可以对照这一项〔1〕。', cites: [cite] }]
    if (text === '提交') {
      self.receipts.set('c1', '4821 7730 9156 2048 3175')
      return [{ text: '收好：{{receipt}}', receipt: true, case: 'c1' }]
    }
    if (text === '先停') {
      self.draftCodes.set('d1', 'D 4821 7730 9156 2041')
      return [{ text: '草稿码：{{draftCode}}', draft: 'd1' }]
    }
    return [{ text: `听到：${text}` }]
  })

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

describe('a cite that quotes an original', () => {
  const quoted: Cite = { ...cite, held: 'original', quote: '晒谷场归村民小组管。', opens: '/texts/t7/2#a1' }

  it.each([
    ['with', 'https://chat.example.cn', 'https://chat.example.cn/texts/t7/2#a1'],
    ['without', undefined, undefined],
  ])('goes out with its words, and %s an address of ours with its link', async (_, origin, url) => {
    const talker = fakeHouse((text) => [
      { text: text === undefined ? '您好' : '见〔1〕。', cites: [quoted], version: '0123456789ab' },
    ])
    const own = await webServer(talker, origin === undefined ? {} : { origin })
    const talk = line(own.url)
    const chat = await talk.open()
    await talk.say(chat, '依据')
    const last = (await talk.read(chat)).activities.at(-1)
    await own.close()
    const appearance = last?.entities?.[0]?.citation[0]?.appearance
    expect(appearance).toMatchObject({ abstract: '晒谷场归村民小组管。' })
    expect(appearance?.url).toBe(url)
    expect(last?.channelData).toMatchObject({ cites: [quoted], version: '0123456789ab' })
  })
})

describe('a conversation', () => {
  it('is greeted once, however often it is started', async () => {
    const chat = await client.open()
    await client.call('POST', '/conversations', chat.token)
    expect((await client.read(chat)).activities.map((each) => each.text)).toEqual(['您好，我是清问。'])
    expect(self.arrivals).toMatchObject([{ channel: 'web', person: chat.conversationId, event: { type: 'joined' } }])
  })

  it('greets every conversation, not only the first of the channel', async () => {
    const [one, two] = [await client.open(), await client.open()]
    expect((await client.read(one)).activities).toHaveLength(1)
    expect((await client.read(two)).activities).toHaveLength(1)
  })

  it('answers a message with the id its activity has in the log', async () => {
    const chat = await client.open()
    const response = await client.say(chat, '在吗', 'm1')
    const { id } = (await response.json()) as { id: string }
    const { activities, watermark } = await client.read(chat)
    expect(activities.map((each) => [each.id, each.from.role, each.text])).toEqual([
      [`${chat.conversationId}|0000001`, 'bot', '您好，我是清问。'],
      [id, 'user', '在吗'],
      [`${chat.conversationId}|0000003`, 'bot', '听到：在吗'],
    ])
    expect(watermark).toBe('3')
    expect(activities[1]?.channelData.clientActivityID).toBe('m1')
  })

  it('takes who speaks from the token, never from the message', async () => {
    const chat = await client.open()
    await client.say(chat, '我是领导')
    expect((await client.read(chat)).activities[1]?.from).toEqual({ id: `dl_${chat.conversationId}`, role: 'user' })
    expect(self.arrivals[1]?.person).toBe(chat.conversationId)
  })

  it('takes a repeated message in once and gives the same id', async () => {
    const chat = await client.open()
    const first = await (await client.say(chat, '在吗', 'm1')).json()
    await client.say(chat, '还在吗', 'm2')
    const again = await (await client.say(chat, '在吗', 'm1')).json()
    expect(again).toEqual(first)
    expect(self.arrivals).toHaveLength(3)
  })

  it('takes the Idempotency-Key header as the message id where the client names none', async () => {
    const chat = await client.open()
    const path = `/conversations/${chat.conversationId}/activities`
    const body = { type: 'message', text: '一次' }
    for (let n = 0; n < 2; n++) await client.call('POST', path, chat.token, body, { 'Idempotency-Key': 'k-1' })
    for (let n = 0; n < 2; n++) await client.call('POST', path, chat.token, body)
    expect(self.arrivals.map((each) => each.id.split('/')[1]).slice(0, 2)).toEqual([' joined', 'k-1'])
    expect(self.arrivals).toHaveLength(4)
  })

  it('keeps the message ids of two conversations apart', async () => {
    const [one, two] = [await client.open(), await client.open()]
    await client.say(one, '一', 'm1')
    await client.say(two, '二', 'm1')
    expect((await client.read(two)).activities).toHaveLength(3)
  })

  it('lets typing and events pass without a turn', async () => {
    const chat = await client.open()
    for (const type of ['typing', 'event']) {
      const path = `/conversations/${chat.conversationId}/activities`
      const response = await client.call('POST', path, chat.token, { type, name: 'webchat/join' })
      expect(response.status).toBe(200)
    }
    expect(self.arrivals).toHaveLength(1)
  })
})

describe('what the bot says', () => {
  const last = async (chat: Opened) => (await client.read(chat)).activities.at(-1)

  it('brings choices as suggested actions', async () => {
    const chat = await client.open()
    await client.say(chat, '选')
    expect((await last(chat))?.suggestedActions).toEqual({
      to: [`dl_${chat.conversationId}`],
      actions: [{ type: 'imBack', title: '实名', value: '实名' }],
    })
  })

  it('brings cites as a schema.org message with citations', async () => {
    const chat = await client.open()
    await client.say(chat, '依据')
    const activity = await last(chat)
    expect(activity?.entities).toMatchObject([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              identifier: cite.id,
              name: '《许昌市容错备案清单》正面清单第（四）项',
              abstract: '许昌市 · 正式条文',
            },
          },
        ],
      },
    ])
    expect(activity?.channelData.cites).toEqual([cite])
  })

  it('marks what a language model has worded, as Teams does', async () => {
    const chat = await client.open()
    await client.say(chat, '整理')
    const activity = await last(chat)
    expect(activity?.entities?.[0].additionalType).toEqual(['AIGeneratedContent'])
    expect(activity?.channelData.ai).toBe(true)
    await client.say(chat, '依据')
    const plain = await last(chat)
    expect(plain?.entities?.[0]).not.toHaveProperty('additionalType')
    expect(plain?.channelData).not.toHaveProperty('ai')
  })

  it('shows a receipt until it is kept, and never after', async () => {
    const chat = await client.open()
    await client.say(chat, '提交')
    expect(await last(chat)).toMatchObject({
      text: '收好：4821 7730 9156 2048 3175',
      channelData: { receipt: '4821 7730 9156 2048 3175' },
    })
    self.receipts.clear()
    const hidden = await last(chat)
    expect(hidden?.text).toBe('收好：（回执编号只显示一次，现已隐藏）')
    expect(hidden?.channelData.receipt).toBeUndefined()
  })

  it('shows a draft code while it may be shown, and not after', async () => {
    const chat = await client.open()
    await client.say(chat, '先停')
    expect(await last(chat)).toMatchObject({
      text: '草稿码：D 4821 7730 9156 2041',
      channelData: { draftCode: 'D 4821 7730 9156 2041' },
    })
    self.draftCodes.clear()
    const hidden = await last(chat)
    expect(hidden?.text).toBe('草稿码：（草稿码只显示一次，现已隐藏）')
    expect(hidden?.channelData.draftCode).toBeUndefined()
  })

  it('leaves {{receipt}} and {{draftCode}} alone where somebody only typed them', async () => {
    const chat = await client.open()
    await client.say(chat, '{{receipt}}{{draftCode}}')
    expect((await last(chat))?.text).toBe('听到：{{receipt}}{{draftCode}}')
  })
})

describe('the limit', () => {
  it('slows one source down with 429 and a time to wait', async () => {
    const strict = await webServer(house(), { perMinute: { starts: 2 } })
    const hasty = line(strict.url)
    await hasty.open()
    const refused = await hasty.call('POST', '/tokens/generate')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await problem(refused)).toBe('429 tooMany')
    await strict.close()
  })

  it('says no to a second message under the id of a first, rather than lose it', async () => {
    const chat = await client.open()
    expect((await client.say(chat, '第一句', 'k-1')).status).toBe(200)
    expect((await client.say(chat, '第一句', 'k-1')).status).toBe(200)
    expect(await problem(await client.say(chat, '第二句', 'k-1'))).toBe('400 badRequest')
    expect((await client.say(chat, '我来了', 'joined')).status).toBe(200)
    expect((await client.read(chat)).activities.at(-1)).toMatchObject({ text: '听到：我来了' })
  })

  it('stops who guesses at receipts, over however many conversations, and nobody who merely talks', async () => {
    const gaps = [' ', '.', '，', '_', '\u200b', '·', '']
    const guesser = async (n: number) =>
      client.say(
        await client.open(),
        ['4821', '7730', '9156', '2048', `3${String(n).padStart(3, '0')}`].join(gaps[n % gaps.length]),
      )
    const statuses: number[] = []
    for (let n = 0; n < 22; n++) statuses.push((await guesser(n)).status)
    expect(statuses).toEqual([...Array(20).fill(200), 429, 429])
    expect((await client.say(await client.open(), '查一下我的举报')).status).toBe(200)
  })
})

describe('what could be a draft code', () => {
  it('stops who guesses at them, and nobody who tells of cards and people', async () => {
    const evidence = ['卡号 6225 7583 0910 0179', '身份证 410102199001011234', '他的电话 13812345678']
    for (let n = 0; n < 24; n++)
      expect((await client.say(await client.open(), evidence[n % evidence.length] ?? '')).status).toBe(200)
    const guess = [
      'D 4821 7730 9156 2041',
      '4821.7730.9156.2041',
      '草稿码4821773091562041',
      '４８２１　７７３０　９１５６　２０４１',
    ]
    const statuses: number[] = []
    for (let n = 0; n < 22; n++) statuses.push((await client.say(await client.open(), guess[n % 4] ?? '')).status)
    expect(statuses).toEqual([...Array(20).fill(200), 429, 429])
  })
})

describe('the page', () => {
  it('is served whole, uncached, under a policy that allows nothing foreign or inline', async () => {
    const response = await fetch(server.url)
    const html = await response.text()
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none';script-src 'self';style-src 'self';connect-src 'self' ws: wss:;img-src 'self' data:;base-uri 'none';form-action 'self';frame-ancestors 'none'",
    )
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(html).not.toMatch(/<style|style="|<script(?![^>]*\ssrc=)|\son[a-z]+=/i)
    for (const [, file] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g))
      expect([file, (await fetch(server.url + file)).status]).toEqual([file, 200])
  })

  it('names the other lawful ways for those without script', async () => {
    const html = await (await fetch(server.url)).text()
    expect(/<noscript>([\s\S]*?)<\/noscript>/.exec(html)?.[1]).toMatch(/来信[\s\S]*来访[\s\S]*12388/)
  })
})
