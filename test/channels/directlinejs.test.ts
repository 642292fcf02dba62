import { ConnectionStatus, DirectLine, type Message } from 'botframework-directlinejs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { type FakeHouse, fakeHouse } from '../support/fake-house.ts'
import { line, type Opened } from '../support/line.ts'
import { type WebServer, webServer } from '../support/web-server.ts'
import { FetchXhr } from '../support/xhr.ts'

vi.stubGlobal('WebSocket', WebSocket)
vi.stubGlobal('XMLHttpRequest', FetchXhr)

const script = (text: string | undefined) => {
  if (text === undefined)
    return [{ text: '您好，想办什么事？', choices: [{ label: '我要检举控告', value: '检举控告' }] }]
  if (text === '检举控告') return [{ text: '什么时候的事？' }]
  return [{ text: `记下了：${text}` }, { text: '还有吗？' }]
}

let server: WebServer
let house: FakeHouse
let clients: DirectLine[]

beforeEach(async () => {
  house = fakeHouse(script)
  server = await webServer(house)
  clients = []
})
afterEach(async () => {
  for (const client of clients) client.end()
  await server.close()
})

/** The official client, with what it has received and a way to wait for a text. */
function official(options: ConstructorParameters<typeof DirectLine>[0]) {
  const client = new DirectLine({ domain: `${server.url}/v3/directline`, ...options })
  clients.push(client)
  const got: Message[] = []
  const waiting = new Map<string, () => void>()
  client.activity$.subscribe({
    next: (activity) => {
      if (activity.type !== 'message') return
      got.push(activity)
      waiting.get(activity.text ?? '')?.()
    },
    // `end()` throws unless somebody listens for it.
    error: () => undefined,
  })
  client.connectionStatus$.subscribe({ error: () => undefined })
  return {
    client,
    got,
    heard: (text: string) =>
      new Promise<void>((done) => {
        if (got.some((each) => each.text === text)) done()
        else waiting.set(text, done)
      }),
    say: (text: string) =>
      new Promise<string>((done, fail) => {
        client.postActivity({ type: 'message', from: { id: 'me' }, text }).subscribe(done, fail)
      }),
  }
}

async function token(): Promise<string> {
  const response = await line(server.url).call('POST', '/tokens/generate')
  return ((await response.json()) as Opened).token
}

describe.each([
  ['a websocket', { webSocket: true }],
  ['polling', { webSocket: false, pollingInterval: 200 }],
])('the official Direct Line client over %s', (_, how) => {
  it('holds a whole conversation, every message once and in order', async () => {
    const me = official({ token: await token(), ...how })
    await me.heard('您好，想办什么事？')
    const [offer] = me.got[0]?.suggestedActions?.actions ?? []
    const id = await me.say(String(offer?.type === 'imBack' ? offer.value : ''))
    await me.heard('什么时候的事？')
    await me.say('去年八月')
    await me.heard('还有吗？')
    expect(me.got.map((each) => each.text)).toEqual([
      '您好，想办什么事？',
      '检举控告',
      '什么时候的事？',
      '去年八月',
      '记下了：去年八月',
      '还有吗？',
    ])
    expect(me.got[1]?.id).toBe(id)
    expect(me.client.connectionStatus$.getValue()).toBe(ConnectionStatus.Online)
  })

  it('comes back to its conversation by token, id and watermark', async () => {
    const first = official({ token: await token(), ...how })
    await first.heard('您好，想办什么事？')
    await first.say('检举控告')
    await first.heard('什么时候的事？')
    const [conversationId, watermark] = [first.got[0]?.conversation?.id ?? '', '3']
    const chat = { conversationId, token: (first.client as unknown as { token: string }).token } // private, but what a page would have stored
    first.client.end()
    await line(server.url).say({ ...chat, streamUrl: '' }, '去年八月')
    const second = official({ ...chat, watermark, ...how })
    await second.heard('还有吗？')
    expect(second.got.map((each) => each.text)).toEqual(['去年八月', '记下了：去年八月', '还有吗？'])
  })

  it('sends files with a text, and without one', async () => {
    const me = official({ token: await token(), ...how })
    await me.heard('您好，想办什么事？')
    const jpg = Buffer.from([0xff, 0xd8, 1, 2, 3])
    const attachments = [
      { contentType: 'image/jpeg', contentUrl: `data:image/jpeg;base64,${jpg.toString('base64')}`, name: '村道.jpg' },
      { contentType: 'text/plain', contentUrl: 'data:text/plain,abc', name: '村道.jpg' },
    ]
    const post = (text: string, files: typeof attachments) =>
      new Promise<string>((done, fail) => {
        me.client.postActivity({ type: 'message', from: { id: 'me' }, text, attachments: files }).subscribe(done, fail)
      })
    const id = await post('照片在这里', attachments)
    await me.heard('记下了：照片在这里')
    await post('', attachments.slice(0, 1))
    await me.heard('记下了：')
    const came = house.arrivals.flatMap(({ event }) => (event.type === 'said' ? [event] : []))
    expect(came.map(({ text, files }) => [text, files?.map((file) => [file.type, file.bytes.length])])).toEqual([
      [
        '照片在这里',
        [
          ['image/jpeg', 5],
          ['text/plain', 3],
        ],
      ],
      ['', [['image/jpeg', 5]]],
    ])
    expect(Buffer.from(came[0]?.files?.[0]?.bytes ?? []).equals(jpg)).toBe(true)
    const own = me.got.find((each) => each.id === id)
    expect(own?.attachments).toMatchObject([{ contentType: 'image/jpeg' }, { contentType: 'text/plain' }])
  })

  it('is told when its token is no good', async () => {
    const me = official({ token: 'nonsense', ...how })
    await new Promise<void>((done) => {
      me.client.connectionStatus$.subscribe({
        next: (status) => {
          if (status === ConnectionStatus.FailedToConnect) done()
        },
      })
    })
    expect(me.got).toEqual([])
  })
})
