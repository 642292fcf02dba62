import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { Refused } from '../../src/base/index.ts'
import { openHands } from '../../src/http/index.ts'
import { fileBounds } from '../../src/runtime/index.ts'
import { type FakeHouse, fakeHouse } from '../support/fake-house.ts'
import { line, type Opened } from '../support/line.ts'
import { problem } from '../support/problem.ts'
import { activity, file, formType, multipart, type Part, upload, uploadInPieces } from '../support/upload.ts'
import { type WebServer, webServer } from '../support/web-server.ts'

let house: FakeHouse
let server: WebServer
let chat: Opened
let faults: unknown[]

beforeEach(async () => {
  house = fakeHouse((text) => [{ text: text === undefined ? '您好，我是清问。' : `听到：${text}` }])
  faults = []
  server = await webServer(house, { onFault: (error) => faults.push(error) })
  chat = await line(server.url).open()
})
afterEach(async () => {
  await server.close()
  expect(faults).toEqual([])
})

const send = (...parts: Part[]) => upload(server.url, chat, multipart(parts))
const came = () =>
  house.arrivals.flatMap(({ event }) =>
    event.type === 'said' ? [[event.text, ...(event.files ?? []).map((each) => [each.name, each.bytes.length])]] : [],
  )

describe('an upload', () => {
  it('brings text and files as one message', async () => {
    const answer = await send(activity('照片'), file('村道.jpg', Buffer.alloc(3)), file('b.pdf', Buffer.alloc(4)))
    expect(answer.status).toBe(200)
    expect(((await answer.json()) as { id: string }).id).toBe(`${chat.conversationId}|0000002`)
    expect(came()).toEqual([['照片', ['村道.jpg', 3], ['b.pdf', 4]]])
  })

  it('may bring files alone, without an activity or with an empty text, and text alone', async () => {
    await send(file('a.jpg', 'xyz'))
    await send(activity(''), file('a.jpg', 'xyz'))
    await send(activity('只有字'))
    await send({ name: 'activity', content: JSON.stringify({ type: 'message', text: '字段' }) }, file('a.jpg', 'x'))
    expect(came()).toEqual([['', ['a.jpg', 3]], ['', ['a.jpg', 3]], ['只有字'], ['字段', ['a.jpg', 1]]])
  })

  it('shows the person’s own message with the names the house gave', async () => {
    await send(activity('看', 'x1'), file('我的身份证.jpg', 'xyz'))
    const { activities } = await line(server.url).read(chat, '1')
    expect(activities[0]).toMatchObject({
      text: '看',
      attachments: [{ contentType: 'image/jpeg', name: '照片1.jpg' }],
      channelData: { clientActivityID: 'x1' },
    })
    expect(JSON.stringify(activities)).not.toContain('我的身份证')
  })

  it('that comes again under its id is taken once; another one under the same id is told so', async () => {
    const first = await (await send(activity('照片', 'x1'), file('a.jpg', 'xyz'))).json()
    expect(await (await send(activity('照片', 'x1'), file('a.jpg', 'xyz'))).json()).toEqual(first)
    expect(await problem(await send(activity('照片', 'x1'), file('a.jpg', 'xyz'), file('b.jpg', 'x')))).toBe(
      '400 badRequest',
    )
    expect(came()).toHaveLength(1)
  })

  it('of the largest size allowed comes through', async () => {
    const half = Buffer.alloc(fileBounds.each)
    expect((await send(activity('两个大的'), file('a.jpg', half), file('b.jpg', half))).status).toBe(200)
    expect(came()).toEqual([['两个大的', ['a.jpg', fileBounds.each], ['b.jpg', fileBounds.each]]])
  })

  it('is refused in the words of whoever looked at the file', async () => {
    house.refuse = new Refused('fileMismatch')
    const answer = await send(activity('x'), file('a.jpg', '<html>'))
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([415, 'fileMismatch'])
  })
})

test('uploads under way hold no more together than they may, and let go of it when they are answered', () => {
  const hands = openHands(1000)
  const [one, two] = [hands(), hands()]
  expect([one.hold(600), two.hold(300), two.hold(200)]).toEqual([true, true, false])
  two.letGo()
  two.letGo()
  expect([hands().hold(400), hands().hold(1)]).toEqual([true, false])
})

describe('an upload that cannot be taken', () => {
  const many = Array.from({ length: fileBounds.count + 1 }, (_, n) => file(`${n}.jpg`, 'x'))
  const third = Buffer.alloc(fileBounds.each - 1000)
  const outcomes: readonly (readonly [what: string, parts: readonly Part[], outcome: string])[] = [
    ['one file too large by a byte', [file('a.jpg', Buffer.alloc(fileBounds.each + 1))], '413 fileTooLarge'],
    ['files too large together', ['a', 'b', 'c'].map((name) => file(name, third)), '413 fileTooLarge'],
    ['one file too many', many, '413 fileTooMany'],
    ['a thousand parts', Array.from({ length: 1000 }, () => file('a.jpg', 'x')), '413 fileTooMany'],
    ['nothing in it', [], '400 emptyMessage'],
    ['an activity that is not JSON', [{ name: 'activity', content: '{' }, file('a.jpg', 'x')], '400 badJson'],
    ['an activity that is a list', [{ name: 'activity', content: '[]' }, file('a.jpg', 'x')], '400 badRequest'],
    ['an activity of another kind', [activity('', undefined, { type: 'event' }), file('a.jpg', 'x')], '400 badRequest'],
    ['an activity too large', [activity('长'.repeat(200_000)), file('a.jpg', 'x')], '413 tooLong'],
    ['a field too large', [{ name: 'activity', content: 'x'.repeat(300_000) }], '413 tooLong'],
    ['a text too long', [activity('长'.repeat(4001)), file('a.jpg', 'x')], '413 tooLong'],
  ]
  it.each(outcomes)('%s', async (_what, parts, outcome) => {
    expect(await problem(await upload(server.url, chat, multipart(parts)))).toBe(outcome)
    expect(came()).toEqual([])
    expect((await send(activity('还在'))).status).toBe(200)
  })

  const whole = multipart([activity('x'), file('a.jpg', 'xyz')])
  const bodies: readonly (readonly [what: string, body: Buffer, headers: Record<string, string>, outcome: string])[] = [
    ['JSON', Buffer.from('{}'), { 'content-type': 'application/json' }, '415 unsupported'],
    ['bare bytes', Buffer.from('xyz'), { 'content-type': 'image/jpeg' }, '415 unsupported'],
    ['no boundary', whole, { 'content-type': 'multipart/form-data; charset=utf-8' }, '400 uploadBroken'],
    ['another boundary', whole, { 'content-type': 'multipart/form-data; boundary=other' }, '400 uploadBroken'],
    ['no end', multipart([file('a.jpg', 'xyz')], ''), {}, '400 uploadBroken'],
    ['cut in a part’s head', Buffer.from(`--${formType.split('=')[1]}\r\nContent-Dispo`), {}, '400 uploadBroken'],
  ]
  it.each(bodies)('%s', async (_what, body, headers, outcome) => {
    expect(await problem(await upload(server.url, chat, body, headers))).toBe(outcome)
    expect(came()).toEqual([])
  })

  it('has no end: it is told so at the bound and not read on', async () => {
    function* endless() {
      yield multipart([{ ...file('a.jpg', '') }], '').subarray(0, -2)
      for (;;) yield Buffer.alloc(1024 * 1024)
    }
    expect(await uploadInPieces(server.url, chat, endless())).toMatch(/^(413 fileTooLarge|cut)$/)
    expect((await send(activity('还在'))).status).toBe(200)
    expect(came()).toEqual([['还在']])
  })

  it('breaks off in the middle: nothing of it is kept', async () => {
    const body = multipart([activity('x'), file('a.jpg', Buffer.alloc(3_000_000))])
    const pieces = Array.from({ length: 30 }, (_, n) => body.subarray(n * 100_000, (n + 1) * 100_000))
    expect(await uploadInPieces(server.url, chat, pieces, 1_000_000)).toBe('cut')
    expect((await send(activity('还在'))).status).toBe(200)
    expect(came()).toEqual([['还在']])
  })

  it('belongs to another conversation', async () => {
    const other = await line(server.url).open()
    const stolen = { ...chat, token: other.token }
    expect(await problem(await upload(server.url, stolen, multipart([file('a.jpg', 'x')])))).toBe('403 forbidden')
  })

  it('hides a receipt guess in a part: guesses are counted there, too', async () => {
    await server.close()
    server = await webServer(house, { perMinute: { receipts: 2 } })
    chat = await line(server.url).open()
    const guess = () => send(activity('4821 7730 9156 2048 3175'), file('a.jpg', 'x'))
    expect([(await guess()).status, (await guess()).status, (await guess()).status]).toEqual([200, 200, 429])
  })
})
