import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handsIn, officer, type Person, person, type WholeHouse, wholeHouse } from '../support/house.ts'
import { runSql } from '../support/sqlite.ts'

let house: WholeHouse
let who: Person
beforeAll(async () => {
  house = await wholeHouse()
  who = await person(house.url)
  await who.say('我要匿名举报柳树镇柳树村村支书周明')
}, 60_000)
afterAll(() => house.close())

interface Request {
  readonly method?: string
  readonly path?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

const json = { 'content-type': 'application/json' }
const message = (text: unknown, more: object = {}) => JSON.stringify({ type: 'message', text, ...more })

/** What comes in, and the status and stable code it is answered with. */
const refusals: readonly (readonly [what: string, request: Request, status: number, code: string])[] = [
  ['an empty body', { body: '' }, 400, 'badRequest'],
  ['an empty message', { body: message('') }, 400, 'emptyMessage'],
  ['a message of spaces and control characters', { body: message(' \u0000\n\u0007 ') }, 400, 'emptyMessage'],
  ['a message of 100 kB', { body: message('举'.repeat(33_400)) }, 413, 'tooLong'],
  ['a body of 300 kB', { body: message('a'.repeat(300_000)) }, 413, 'tooLong'],
  ['broken JSON', { body: '{"type":"message","text":"我' }, 400, 'badJson'],
  ['JSON that is no object', { body: '"我要举报"' }, 400, 'badJson'],
  ['a list', { body: '[]' }, 400, 'badRequest'],
  ['text of the wrong type', { body: message({ 举报: true }) }, 400, 'badRequest'],
  ['a number for text', { body: message(7) }, 400, 'badRequest'],
  ['an id of the wrong type', { body: message('在吗', { channelData: { clientActivityID: 7 } }) }, 400, 'badRequest'],
  [
    'an id with a line break',
    { body: message('在吗', { channelData: { clientActivityID: 'a\nb' } }) },
    400,
    'badRequest',
  ],
  ['a form instead of JSON', { body: 'text=a', headers: { 'content-type': 'text/plain' } }, 415, 'unsupported'],
  ['JSON in an unknown coding', { body: message('在吗'), headers: { 'content-encoding': 'br' } }, 415, 'unsupported'],
  ['a file', { body: message('看图', { attachments: [{ contentUrl: 'data:,a' }] }) }, 501, 'notImplemented'],
  ['no token', { body: message('在吗'), headers: { authorization: '' } }, 401, 'noToken'],
  ['a token that is none', { body: message('在吗'), headers: { authorization: 'Bearer x' } }, 401, 'badToken'],
  ['another method', { method: 'PUT', body: message('在吗') }, 405, 'methodNotAllowed'],
  [
    'a conversation that is not one',
    { path: '/v3/directline/conversations/unknown/activities', body: message('在吗') },
    404,
    'notFound',
  ],
  [
    'a conversation of somebody else',
    { path: `/v3/directline/conversations/${'A'.repeat(22)}/activities`, body: message('在吗') },
    403,
    'forbidden',
  ],
  ['a watermark that is no number', { method: 'GET', path: '@?watermark=-1' }, 400, 'badRequest'],
  [
    'an address that cannot be decoded',
    { method: 'GET', path: '/v3/directline/conversations/%E0%A4%A' },
    400,
    'badRequest',
  ],
  ['an address nobody knows', { method: 'GET', path: '/wp-login.php' }, 404, 'notFound'],
  ['a case without a session', { method: 'GET', path: '/api/v1/cases' }, 401, 'noToken'],
  ['a broken sign-in', { path: '/api/v1/session', body: '{' }, 400, 'badJson'],
  ['a sign-in of the wrong shape', { path: '/api/v1/session', body: '{"account":1}' }, 400, 'badRequest'],
  [
    'a body for the API of 100 kB',
    { path: '/api/v1/session', body: JSON.stringify({ account: 'a'.repeat(100_000) }) },
    413,
    'tooLong',
  ],
]

describe('what is sent wrongly is refused by its code, in Chinese, and changes nothing', () => {
  test.each(refusals)('%s', async (_what, { method = 'POST', path = '@', body, headers }, status, code) => {
    const before = await who.all()
    const own = `/v3/directline/conversations/${who.chat.conversationId}/activities`
    const answer = await fetch(house.url + path.replace('@', own), {
      method,
      headers: { authorization: `Bearer ${who.chat.token}`, ...json, ...headers },
      ...(body === undefined ? {} : { body }),
    })
    const problem = (await answer.json()) as Record<string, unknown>
    expect({ status: answer.status, code: problem['code'] }).toEqual({ status, code })
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(problem).toMatchObject({
      type: `urn:qingwen:problem:${code}`,
      status,
      title: expect.stringMatching(/\p{Script=Han}/u),
    })
    expect(JSON.stringify(problem)).not.toMatch(/举|Error|node_modules|\bat /)
    expect(await who.all()).toEqual(before)
  })

  test('a token that ran out, which a day brings about', async () => {
    const late = await wholeHouse({ NODE_ENV: 'test', QINGWEN_NOW: '2026-11-23T09:30:00+08:00' })
    const visitor = await person(late.url)
    const day = await late.again({ QINGWEN_NOW: '2026-11-24T09:30:01+08:00' })
    const answer = await (await person(day.url, visitor.chat)).post('在吗')
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'badToken'])
    await day.close()
  })

  test('headers of 100 kB, a request line that is none, and a connection that says nothing more', async () => {
    const huge = `GET / HTTP/1.1\r\nHost: a\r\nX-Huge: ${'a'.repeat(100_000)}\r\n\r\n`
    expect(await raw(huge)).toMatch(/^HTTP\/1\.1 431 /)
    expect(await raw('举报\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
    expect(await raw('POST /v3/directline/tokens/generate HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 /,
    )
    const upgrade = 'Host: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n'
    expect(
      await raw(`GET /elsewhere HTTP/1.1\r\n${upgrade}Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`),
    ).toMatch(/^HTTP\/1\.1 404 /)
    expect((await fetch(`${house.url}/healthz`)).status).toBe(200)
  })
})

test('after all of this the process is up, takes writes, and the conversation goes on where it was', async () => {
  expect((await fetch(`${house.url}/readyz`)).status).toBe(200)
  await who.say('去年8月他让人把修村道的两车水泥拉到自己家盖房，我亲眼看见的')
  await who.say('柳树村东头他家新房')
  expect((await who.say('没有')).at(-1)?.text).toContain('周明')
})

test('control characters and marks that turn the writing are taken out, and the rest is kept as it was written', async () => {
  const visitor = await person(house.url)
  await visitor.say('在\u0000吗\u202e？\u0007')
  expect((await visitor.all()).find((each) => each.from === 'person')?.text).toBe('在吗？')
})

test('markup stays text', async () => {
  const visitor = await person(house.url)
  const words = '<img src=x onerror=alert(1)> {{receipt}} $& $1'
  await visitor.say(words)
  expect((await visitor.all()).find((each) => each.from === 'person')?.text).toBe(words)
})

test('a draft of an edition that is gone goes on with the newest one, and keeps its answers', async () => {
  const visitor = await person(house.url)
  await visitor.say('我要匿名举报柳树镇柳树村村支书周明')
  await visitor.say('去年8月他让人把修村道的两车水泥拉到自己家盖房，我亲眼看见的')
  await runSql(
    house.folder,
    `update conversations set state = json_set(state, '$.frame.edition', '1999-01-01') where person = '${visitor.chat.conversationId}'`,
  )
  await visitor.say('柳树村东头他家新房')
  const card = (await visitor.say('没有')).at(-1)?.text
  for (const kept of ['匿名', '周明', '水泥', '柳树村东头', '亲眼看见']) expect(card).toContain(kept)
  expect((await visitor.say('属实')).some((each) => each.receipt)).toBe(true)
  const desk = await officer(house)
  const { cases } = await desk.get<{ cases: readonly { number: string }[] }>('/cases')
  expect(JSON.stringify(await desk.get(`/cases/${cases.at(-1)?.number}`))).toContain('柳树村东头')
})

test('a report can be handed in by the next person as before', async () => {
  expect(await handsIn(await person(house.url))).toMatch(/^(\d{4} ){4}\d{4}$/)
})

/** Sends bytes as they are. @returns what came back until the server closed. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(house.running.port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (more) => {
      heard += more
    })
    // The rest of what was sent may be turned away with a reset; what was answered before it counts.
    socket.on('error', () => undefined)
    socket.on('close', () => (heard === '' ? reject(new Error('closed without a word')) : resolve(heard)))
  })
}
