import { decrypt, encrypt, getSignature } from '@wecom/crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { envelope } from '../../src/channels/wecom/index.ts'
import * as xml from '../../src/channels/wecom/xml.ts'
import { type ScratchHouse, scratchHouse } from '../support/scratch-house.ts'
import { callbackOf, outerOf, pathOf, postTo, recorded, seal, textOf } from '../support/wecom-caller.ts'
import { forgedCallbacks } from '../support/wecom-forged.ts'
import { type OpenWecom, openWecom, seconds } from '../support/wecom-subject.ts'

/** The samples WeCom publishes: https://developer.work.weixin.qq.com/document/path/90968 */
const samples = {
  echo: {
    encrypted: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
    signed: { signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3', timestamp: '1409659589', nonce: '263014780' },
  },
  message: {
    encrypted:
      'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==',
    signed: { signature: '477715d11cdb4164915debcba66cb864d751f3e6', timestamp: '1409659813', nonce: '1372623149' },
  },
} as const
const ours = envelope(seal)

describe('the envelope', () => {
  test('opens the samples WeCom publishes', () => {
    const { echo, message } = samples
    expect(ours.open(echo.encrypted, echo.signed, 1409659589)).toBe('1616140317555161061')
    const fields = xml.readXml(ours.open(message.encrypted, message.signed, 1409659813))
    expect(fields).toMatchObject({ Content: 'hello', MsgId: '4561255354251345929' })
  })

  test('opens what the vendor’s library seals, and the other way round', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 1, max: 2e9 }), (text, at) => {
        const theirs = encrypt(seal.aesKey, text, seal.receiver)
        const signature = getSignature(seal.token, String(at), 'n', theirs)
        expect(ours.open(theirs, { signature, timestamp: String(at), nonce: 'n' }, at)).toBe(text)
        const sealed = ours.seal(text, { timestamp: String(at), nonce: 'n' })
        expect(decrypt(seal.aesKey, sealed.encrypted)).toMatchObject({ message: text, id: seal.receiver })
        expect(sealed.signature).toBe(getSignature(seal.token, String(at), 'n', sealed.encrypted))
      }),
      { numRuns: 310 },
    )
  })
})

let scratch: ScratchHouse
let open: OpenWecom
const stored: unknown[] = []
beforeEach(async () => {
  scratch = await scratchHouse([])
  stored.length = 0
  open = await openWecom(scratch.house, undefined, {
    async receive(arrival) {
      stored.push(arrival)
    },
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await open.close()
  await scratch.close()
})
const now = () => seconds(scratch.house)
const post = (inner: string) => postTo(open.url, callbackOf(inner, now()))

describe('the callback', () => {
  test('more than twenty forged messages are refused, each without one look within', async () => {
    const opens = vi.spyOn(Buffer.prototype, 'toString')
    const forged = Object.entries(forgedCallbacks(open.url, now())).filter(
      ([name]) => !name.startsWith('a signed message'),
    )
    expect(forged.length).toBeGreaterThanOrEqual(20)
    for (const [name, send] of forged) {
      opens.mockClear()
      expect([name, Math.floor((await send()) / 100)]).toEqual([name, 4])
      // The text within is made by one call only, after all checks: toString('utf8', 20, …).
      expect([name, opens.mock.calls.filter(([, start]) => start === 20)]).toEqual([name, []])
    }
    expect(stored).toEqual([])
    expect(scratch.faults).toEqual([])
    expect((await post(textOf('wang', '1', '你好'))).status).toBe(200)
    expect(opens.mock.calls.filter(([, start]) => start === 20)).toHaveLength(1)
  })

  test('the address is verified by giving back the echo', async () => {
    const echo = encrypt(seal.aesKey, '1616140317555161061', seal.receiver)
    const signature = getSignature(seal.token, now(), 'n', echo)
    const answer = await fetch(`${open.url}${pathOf(signature, now(), 'n', `&echostr=${encodeURIComponent(echo)}`)}`)
    expect([answer.status, await answer.text()]).toEqual([200, '1616140317555161061'])
  })

  const bombs: Readonly<Record<string, string>> = {
    'an external entity': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><Content>&a;</Content></xml>',
    'entities that grow': `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${`&a${n - 1};`.repeat(10)}">`).join('')}]><xml><Content>&a8;</Content></xml>`,
    'ten thousand elements deep': `<xml>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</xml>`,
    'ten thousand elements': `<xml>${'<a>1</a>'.repeat(10_000)}</xml>`,
    'CDATA that never ends': `<xml>${'<![CDATA['.repeat(20_000)}</xml>`,
    'brackets only': '<'.repeat(250_000),
    'a stylesheet':
      '<?xml version="1.0"?><?xml-stylesheet href="http://evil.example/x"?><xml><Content>1</Content></xml>',
    'a prototype': '<xml><__proto__><polluted>1</polluted></__proto__></xml>',
  }
  test.each(Object.entries(bombs))('%s is refused outside and within, and memory stays flat', async (_name, bomb) => {
    const before = process.memoryUsage().rss
    for (let n = 0; n < 5; n++) {
      const outer = await fetch(`${open.url}${pathOf('0'.repeat(40), now(), 'n')}`, { method: 'POST', body: bomb })
      expect(outer.status).toBe(400)
      const { status } = await post(bomb)
      expect(Math.floor(status / 100)).toBe(4)
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6)
    expect(Object.prototype).not.toHaveProperty('polluted')
    expect(stored).toEqual([])
    expect(scratch.faults).toEqual([])
  })

  test('what a person typed may look like anything', async () => {
    const typed = '<!DOCTYPE x [<!ENTITY a "b">]> <a><b>&lt;&amp;'
    await post(textOf('wang', '4561255354251345929', typed))
    expect(stored).toMatchObject([{ id: '4561255354251345929', event: { type: 'said', text: typed } }])
  })

  test('a voice is heard as spoken; what has no words is told apart; who opens the application is greeted once', async () => {
    await post(recorded('voice', { FROM: 'wang', ID: '1', TEXT: '匿名举报有人管吗' }))
    await post(recorded('voice-unread', { FROM: 'wang', ID: '2' }))
    await post(recorded('image', { FROM: 'wang', ID: '3' }))
    await post(recorded('location', { FROM: 'wang', ID: '4' }))
    await post(recorded('subscribe', { FROM: 'wang' }))
    for (const AT of ['1', '2']) await post(recorded('enter-agent', { FROM: 'wang', AT }))
    const events = stored.map((each) => (each as { event: { type: string; what?: string } }).event) // arrivals, as received
    expect(events[0]).toEqual({ type: 'said', text: '匿名举报有人管吗', spoken: true })
    expect(events.slice(1, 4).map(({ what }) => what)).toEqual(['voice', 'picture', 'other'])
    expect(events.slice(4).map(({ type }) => type)).toEqual(['joined', 'joined', 'joined'])
    expect(new Set(stored.slice(4).map((each) => (each as { id: string }).id)).size).toBe(1) // as above
  })

  test('what cannot be stored is not acknowledged, so that it comes again', async () => {
    await open.close()
    open = await openWecom(scratch.house, undefined, { receive: () => Promise.reject(new Error('disk')) })
    expect((await post(textOf('wang', '1', '你好'))).status).toBe(500)
    expect(outerOf('x')).not.toContain('wang')
  })
})
