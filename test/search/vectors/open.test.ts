import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openVectors, type VectorOptions, type Vectors } from '../../../src/search/index.ts'
import { loadGraphKit } from '../../../src/search/vectors/graph.ts'
import { type Stub, stubServer, wellBehaved } from './stub-server.ts'

const matters = ['备案要书面申请', '诬告要追究责任', '澄清可以当面', '举报可以实名']
const clauses = Array.from({ length: 40 }, (_, n) => ({ id: `c.${n}`, text: `第${n + 1}项，${matters[n % 4]}` }))
const kit = await loadGraphKit(() => undefined)

let folder = ''
let told: { faults: string[]; notices: string[]; steps: string[] }
const stubs: Stub[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingwen-vectors-'))
  told = { faults: [], notices: [], steps: [] }
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  for (const stub of stubs.splice(0)) await stub.close()
})

const open = (options: Partial<VectorOptions> = {}) =>
  openVectors({
    clauses,
    folder,
    onFault: (fault) => told.faults.push(String(fault)),
    onNotice: (notice) => told.notices.push(notice),
    onProgress: ({ step }) => told.steps.push(step),
    ...options,
  })
async function first(vectors: Vectors, question: string): Promise<number> {
  const vector = await vectors.embed(question)
  return vector ? Number(vectors.ids[vectors.nearest(vector, 1)[0]?.row ?? 0]?.slice(2)) % 4 : -1
}
const kept = () => {
  const [name = ''] = readdirSync(folder)
  return join(folder, name)
}

describe('the vectors of a library', () => {
  it.each([
    ['事前备按怎么走', 0],
    ['诬告', 1],
    ['澄青的方式', 2],
    ['举抱', 3],
  ])('answer %s with a clause that speaks of it', async (question, matter) => {
    expect(await first(await open(), question)).toBe(matter)
    expect(told.faults).toEqual([])
  })

  it('are read back at the next start instead of being built', async () => {
    const built = await open()
    told.steps = []
    const again = await open()
    expect(told).toEqual({ faults: [], notices: [], steps: [] })
    const point = await built.embed('备案')
    expect(await again.embed('备案')).toEqual(point)
    expect(point && again.nearest(point, 9)).toEqual(point && built.nearest(point, 9))
  })

  it('are built anew when a text changes, and the old ones are cleared away', async () => {
    await open()
    const before = readdirSync(folder)
    await open({ clauses: [...clauses.slice(1), { id: 'c.0', text: '新的一项' }] })
    expect(readdirSync(folder)).toHaveLength(1)
    expect(readdirSync(folder)).not.toEqual(before)
  })

  it.each<[string, (file: string) => string, RegExp]>([
    ['another dimension', (m) => m.replace('"dimension": 256', '"dimension": 128'), /维数/],
    ['another metric', (m) => m.replace('"ip"', '"l2"'), /不完整/],
    ['another model', (m) => m.replace('qingwen-reflective', 'bge'), /模型/],
    ['another count', (m) => m.replace('"count": 40', '"count": 41'), /条数/],
    ['another corpus', (m) => m.replace(/"corpus": "../, '"corpus": "__'), /条款/],
    ['another checksum', (m) => m.replace(/"sha256": "../g, '"sha256": "__'), /对不上/],
    ['another size', (m) => m.replace('"bytes": 40960', '"bytes": 40961'), /大小/],
    ['no file', (m) => m.replace('"learned.bin"', '"other.bin"'), /没有 learned/],
    ['half a manifest', (m) => m.slice(0, 100), /JSON/],
  ])('are refused and built anew with %s in the manifest', async (_, change, says) => {
    await open()
    const file = join(kept(), 'manifest.json')
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, change(before))
    expect(await first(await open(), '备案')).toBe(0)
    expect(told.notices.join()).toMatch(says)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it.each(['rows.f32', 'learned.bin'])('are refused and built anew when a byte of %s has changed', async (name) => {
    await open()
    const file = join(kept(), name)
    const bytes = readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(50) ^ 1, 50)
    writeFileSync(file, bytes)
    await open()
    expect(told.notices.join()).toMatch(/对不上/)
    rmSync(file)
    await open()
    expect(told.notices).toHaveLength(2)
    await open()
    expect(told.notices).toHaveLength(2)
  })

  it('take away what a killed process left, and leave alone what another is writing', async () => {
    await open()
    const name = readdirSync(folder)[0] ?? ''
    writeFileSync(join(folder, `.${name}.old`), '')
    utimesSync(join(folder, `.${name}.old`), 0, 0)
    writeFileSync(join(folder, `.${name}.new`), '')
    writeFileSync(join(folder, 'notes.txt'), '')
    await open({ clauses: clauses.slice(1) })
    expect(
      readdirSync(folder)
        .filter((f) => f.startsWith('.') || f.endsWith('.txt'))
        .sort(),
    ).toEqual([`.${name}.new`, 'notes.txt'])
  })

  it('do without a place to be kept, and say so', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    for (const inThread of [0, 100]) {
      expect(await first(await open({ folder: join(file, 'no'), limits: { inThread } }), '备案')).toBe(0)
    }
    expect(told.faults.length).toBeGreaterThanOrEqual(2)
  })

  it('of nothing find nothing', async () => {
    const vectors = await open({ clauses: [] })
    expect(vectors.nearest(new Float32Array(256), 5)).toEqual([])
  })

  it('are the same from a thread as from here, with a graph where there is an add-on', async () => {
    const here = await open({ limits: { scan: 1000 } })
    rmSync(kept(), { recursive: true })
    told.steps = []
    const there = await open({ limits: { inThread: 0, scan: 10 } })
    expect(told.faults).toEqual([])
    expect(new Set(told.steps)).toEqual(new Set(kit ? ['learn', 'graph'] : ['learn']))
    expect(there.exact).toBe(!kit)
    const point = await here.embed('诬告')
    expect(await there.embed('诬告')).toEqual(point)
    const rows = (v: Vectors) => (point ? v.nearest(point, 40).map((n) => n.score.toFixed(4)) : [])
    expect(rows(there)).toEqual(rows(here))
    const again = await open({ limits: { inThread: 0, scan: 10 } })
    expect(rows(again)).toEqual(rows(here))
  })

  it('can be cancelled while the thread is at work, and leave nothing that passes for whole', async () => {
    const stop = new AbortController()
    const many = Array.from({ length: 3000 }, (_, n) => ({ id: `${n}`, text: `${matters[n % 4]}${n}` }))
    const opening = open({
      clauses: many,
      limits: { inThread: 0 },
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    })
    await expect(opening).rejects.toThrow('enough')
    expect(readdirSync(folder).filter((f) => !f.startsWith('.'))).toEqual([])
    await expect(open({ limits: { inThread: 0 }, signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow(
      'before',
    )
  })
})

describe('the vectors of a server', () => {
  async function endpoint(answering = wellBehaved) {
    const stub = await stubServer(answering)
    stubs.push(stub)
    return { stub, endpoint: { baseUrl: stub.baseUrl, apiKey: 'k', model: 'bge-m3' }, endpointSettings: { pauseMs: 0 } }
  }

  it('are asked for once, kept, and told from those of another model', async () => {
    const { stub, ...server } = await endpoint()
    expect(await first(await open(server), '澄清')).toBe(2)
    const asked = stub.asked.length
    const again = await open(server)
    expect(stub.asked).toHaveLength(asked)
    expect([again.dimension, again.embedder.model]).toEqual([4, 'bge-m3'])
    await open({ ...server, endpoint: { ...server.endpoint, model: 'qwen3' } })
    expect(stub.asked.length).toBeGreaterThan(asked)
    expect((await open()).embedder.model).toContain('qingwen')
  })

  it('give way to the built-in ones when the server fails', async () => {
    const { stub: _, ...server } = await endpoint((response) => void response.writeHead(500).end())
    const vectors = await open(server)
    expect(told.faults.join()).toContain('500')
    expect(vectors.embedder.model).toContain('qingwen')
    expect(await first(vectors, '举抱')).toBe(3)
  })

  it('are gone without for a question when the server changes its dimension or goes away', async () => {
    let wide = false
    const { stub, ...server } = await endpoint((response, asked, nth) =>
      wide ? void response.end('{"data":[{"embedding":[1,2,3,4,5]}]}') : wellBehaved(response, asked, nth),
    )
    const vectors = await open(server)
    wide = true
    expect(await vectors.embed('备案')).toBeUndefined()
    expect(told.faults.join()).toMatch(/5 维.*4 维/)
    await stub.close()
    expect(await vectors.embed('备案')).toBeUndefined()
    expect(told.faults.join()).toMatch(/连不上/)
    const faults = told.faults.length
    expect(await vectors.embed('备案', AbortSignal.abort())).toBeUndefined()
    expect(told.faults).toHaveLength(faults)
  })
})
