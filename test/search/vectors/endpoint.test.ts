import { afterEach, describe, expect, it } from 'vitest'
import { Fault } from '../../../src/base/index.ts'
import { openBreaker } from '../../../src/search/vectors/breaker.ts'
import { type EndpointSettings, openEndpoint } from '../../../src/search/vectors/endpoint.ts'
import { readEmbeddings } from '../../../src/search/vectors/reply.ts'
import { type Answering, lettersOf, type Stub, stubServer, wellBehaved } from './stub-server.ts'

const open: Stub[] = []
afterEach(async () => {
  for (const stub of open.splice(0)) await stub.close()
})

async function server(answering: Answering, settings: EndpointSettings = {}) {
  const stub = await stubServer(answering)
  open.push(stub)
  const endpoint = { baseUrl: stub.baseUrl, apiKey: 'geheim-4711', model: 'bge-m3' }
  return { stub, embedder: openEndpoint(endpoint, { pauseMs: 0, ...settings }) }
}

const json =
  (value: unknown): Answering =>
  (response) =>
    void response.end(JSON.stringify(value))
const text =
  (body: string, status = 200, headers: Record<string, string> = {}): Answering =>
  (response) =>
    void response.writeHead(status, headers).end(body)

describe('an embedding server', () => {
  it('is asked as the protocol says, in batches, and its vectors come in the order of the texts', async () => {
    const { stub, embedder } = await server(
      (response, asked) =>
        void response.end(
          JSON.stringify({ data: asked.body.input.map((t, index) => ({ index, embedding: lettersOf(t) })).reverse() }),
        ),
      { batch: 2 },
    )
    const found = await embedder.texts(['备案', '诬告', '澄清'])
    expect(found.map((v) => [...v])).toEqual(['备案', '诬告', '澄清'].map((t) => [...Float32Array.from(lettersOf(t))]))
    expect(stub.asked.map((a) => a.body)).toEqual([
      { model: 'bge-m3', input: ['备案', '诬告'], encoding_format: 'float' },
      { model: 'bge-m3', input: ['澄清'], encoding_format: 'float' },
    ])
    expect(stub.asked[0]).toMatchObject({ path: '/v1/embeddings', authorization: 'Bearer geheim-4711' })
  })

  it.each<[string, Answering, RegExp, number]>([
    ['too few vectors', json({ data: [] }), /应有 1 个/, 1],
    ['too many vectors', json({ data: [{ embedding: [1] }, { embedding: [1] }] }), /应有 1 个/, 1],
    ['an HTML page', text('<html>登录</html>', 200, { 'content-type': 'text/html' }), /不是 JSON/, 1],
    ['JSON of another kind', json({ error: 'no' }), /没有向量/, 1],
    ['a number too large for a float', text('{"data":[{"embedding":[1e999,1]}]}'), /有限/, 1],
    ['NaN', text('{"data":[{"embedding":[NaN,1]}]}'), /不是 JSON/, 1],
    ['null inside a vector', json({ data: [{ embedding: [null, 1] }] }), /有限/, 1],
    ['text inside a vector', json({ data: [{ embedding: ['1', 1] }] }), /有限/, 1],
    ['base64 instead of numbers', json({ data: [{ embedding: 'AACAPw==' }] }), /没有向量/, 1],
    ['an empty vector', json({ data: [{ embedding: [] }] }), /没有向量/, 1],
    ['an index out of range', json({ data: [{ index: 7, embedding: [1] }] }), /序号/, 1],
    ['nothing', text(''), /不是 JSON/, 1],
    ['401', text('no', 401), /401/, 1],
    ['500, twice', text('no', 500), /500/, 2],
    ['429, twice', text('no', 429), /429/, 2],
    ['a redirect', text('', 307, { location: 'http://127.0.0.1:9/v1/embeddings' }), /连不上/, 2],
    ['a cut line', (response) => void response.destroy(), /连不上/, 2],
    [
      'half an answer',
      (response) => void response.writeHead(200, { 'content-length': '99' }).write('{"da', () => response.destroy()),
      /连不上/,
      2,
    ],
    [
      'more than anybody would read',
      (response) => {
        const part = 'x'.repeat(1 << 20)
        const more = () => {
          if (!response.destroyed) response.write(part, more)
        }
        more()
      },
      /太长/,
      1,
    ],
  ])('that answers with %s is a fault that names no text, no key and no address', async (_, answering, says, times) => {
    const { stub, embedder } = await server(answering)
    const fault = await embedder.question('张三的事').catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(Fault)
    // Just looked at.
    const { message } = fault as Fault
    expect(message).toMatch(says)
    expect(message).not.toMatch(/张三|geheim|127\.0\.0\.1/)
    expect(stub.asked).toHaveLength(times)
  })

  it('that hangs is given up', async () => {
    const { embedder } = await server(() => undefined, { questionMs: 30, batchMs: 20 })
    await expect(embedder.question('备案')).rejects.toThrow(/没有及时答复/)
    await expect(embedder.texts(['备案'])).rejects.toThrow(/没有及时答复/)
  })

  it('that is not there is a fault', async () => {
    const { stub, embedder } = await server(wellBehaved)
    await stub.close()
    await expect(embedder.question('备案')).rejects.toThrow(/连不上/)
  })

  it.each([500, 503, 429])('that answers %i once gets a second chance', async (status) => {
    const { stub, embedder } = await server((response, asked, nth) =>
      nth === 1 ? void response.writeHead(status).end() : wellBehaved(response, asked, nth),
    )
    expect(await embedder.question('备案')).toHaveLength(4)
    expect(stub.asked).toHaveLength(2)
  })

  it('is left alone after three failures, and tried once after a rest', async () => {
    let at = 0
    let well = false
    const { stub, embedder } = await server(
      (response, asked, nth) => (well ? wellBehaved(response, asked, nth) : void response.writeHead(400).end()),
      { now: () => at },
    )
    const ask = () =>
      embedder.question('备案').then(
        () => 'well',
        (fault: Fault) => fault.message,
      )
    for (let n = 0; n < 3; n++) expect(await ask()).toContain('400')
    expect(await ask()).toContain('停用')
    expect(stub.asked).toHaveLength(3)
    at = 30_000
    expect(await ask()).toContain('400')
    expect(await ask()).toContain('停用')
    well = true
    at = 60_000
    expect(await ask()).toBe('well')
    expect(await ask()).toBe('well')
    expect(stub.asked).toHaveLength(6)
  })

  it('is not blamed when the person stops waiting', async () => {
    const { embedder } = await server(() => undefined)
    for (let n = 0; n < 4; n++)
      await expect(embedder.question('备案', AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
  })
})

describe('the breaker', () => {
  it('lets one trial through at a time, and another if nobody tells how it ended', () => {
    let at = 0
    const breaker = openBreaker(() => at, { failures: 2, restMs: 10 })
    breaker.ended(false)
    expect(breaker.open()).toBe(true)
    breaker.ended(false)
    expect(breaker.open()).toBe(false)
    at = 10
    expect([breaker.open(), breaker.open()]).toEqual([true, false])
    at = 20
    expect(breaker.open()).toBe(true)
    breaker.ended(true)
    expect([breaker.open(), breaker.open()]).toEqual([true, true])
  })
})

describe('an answer of several vectors', () => {
  it.each([
    ['of two dimensions', '{"data":[{"embedding":[1,2]},{"embedding":[1]}]}', /维/],
    ['with one index twice', '{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}', /序号/],
  ])('%s is refused', (_, body, says) => {
    expect(() => readEmbeddings(body, 2)).toThrow(says)
  })
})
