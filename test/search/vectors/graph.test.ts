import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { scanExact } from '../../../src/search/vectors/exact.ts'
import { emptyGraph, type Graph, loadGraphKit, readGraph } from '../../../src/search/vectors/graph.ts'
import { openIndex } from '../../../src/search/vectors/nearest.ts'
import { type Rows, rowOf } from '../../../src/search/vectors/rows.ts'
import { heaped } from './planted-rows.ts'

const kit = await loadGraphKit(() => undefined)
const folder = mkdtempSync(join(tmpdir(), 'qingwen-graph-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function grown(rows: Rows): Graph {
  if (!kit) throw new Error('no add-on')
  const graph = emptyGraph(kit, rows.dimension, rows.count)
  for (let row = 0; row < rows.count; row++) graph.add(rowOf(rows, row), row)
  return graph
}

// Without a compiler the add-on is not there, and the house goes on without it.
describe.skipIf(!kit)('the graph of neighbours', () => {
  const rows = heaped(3000, 48, 60)
  const graph = kit ? grown(rows) : undefined
  const open = () => graph ?? grown(rows)

  it('finds nearly all of what an exact scan finds, best first, with the same scores', () => {
    const asked = heaped(60, 48, 60, 2)
    let hits = 0
    for (let n = 0; n < asked.count; n++) {
      const exact = scanExact(rows, rowOf(asked, n), 10)
      const found = open().nearest(rowOf(asked, n), 10)
      const scores = found.map((each) => each.score)
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
      for (const { row, score } of found) {
        const same = exact.find((each) => each.row === row)
        if (!same) continue
        hits++
        expect(score).toBeCloseTo(same.score, 4)
      }
    }
    expect(hits / (10 * asked.count)).toBeGreaterThan(0.97)
  })

  it.each([
    ['null', null],
    ['text', 'x'],
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['a double too large for a float', 1e300],
    ['undefined', undefined],
    ['an object', {}],
  ])('refuses %s inside a vector, when adding and when searching', (_, wrong) => {
    const bad = Array.from({ length: 48 }, (__, j) => (j === 7 ? wrong : 0.1))
    const before = open().count()
    expect(() => open().add(bad, 0)).toThrow(/向量/)
    expect(() => open().nearest(bad, 5)).toThrow(/向量/)
    expect(open().count()).toBe(before)
  })

  it('refuses other lengths and rows there is no room for', () => {
    expect(() => open().nearest([1, 2, 3], 5)).toThrow(/维/)
    for (const row of [-1, 3000, 0.5, Number.NaN]) expect(() => open().add(rowOf(rows, 0), row)).toThrow(/位置/)
  })

  it('gives no more than there are, and nothing where nothing is asked for', () => {
    const small = grown(heaped(7, 16, 2))
    expect(small.nearest(rowOf(heaped(7, 16, 2), 0), 1000)).toHaveLength(7)
    for (const k of [0, -3, Number.NaN]) expect(small.nearest(rowOf(heaped(7, 16, 2), 0), k)).toEqual([])
    if (kit) expect(emptyGraph(kit, 16, 0).nearest(rowOf(heaped(7, 16, 2), 0), 5)).toEqual([])
  })

  it('is the same after it was written and read', async () => {
    if (!kit) return
    const file = join(folder, 'graph')
    open().write(file)
    const read = await readGraph(kit, file, 48, 3000)
    expect(read.nearest(rowOf(rows, 5), 20)).toEqual(open().nearest(rowOf(rows, 5), 20))
    await expect(readGraph(kit, file, 48, 2999)).rejects.toThrow(/条数/)
    truncateSync(file, 1000)
    await expect(readGraph(kit, file, 48, 3000)).rejects.toThrow(/读不出来/)
    await expect(readGraph(kit, join(folder, 'nowhere'), 48, 3000)).rejects.toThrow(/读不出来/)
  })

  it('keeps from the add-on what would end the process', () => {
    const module = (name: string) => new URL(`../../../src/search/vectors/${name}.ts`, import.meta.url).href
    const run = (script: string) =>
      spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        cwd: fileURLToPath(new URL('../../..', import.meta.url)),
        encoding: 'utf8',
      })
    const bare = run(`
      const { default: kit } = await import('hnswlib-node')
      const index = new kit.HierarchicalNSW('ip', 2); index.initIndex(2)
      try { index.addPoint([null, 1], 0) } catch {}
      console.log('alive')`)
    // If the add-on ever learns to throw, the guard may go.
    expect(bare.stdout).not.toContain('alive')
    const guarded = run(`
      const { emptyGraph, loadGraphKit } = await import('${module('graph')}')
      const graph = emptyGraph(await loadGraphKit(() => {}), 2, 2)
      let refused = 0
      for (const bad of [null, undefined, 'x', NaN, Infinity, {}, [], 1n, Symbol('x'), () => 1])
        for (const deed of [() => graph.add([bad, 1], 0), () => graph.nearest([1, bad], 1)])
          try { deed() } catch { refused++ }
      console.log('alive', refused, graph.count())`)
    expect(guarded.stdout.trim()).toBe('alive 20 0')
  })

  it('is not asked for a narrow choice, nor by a filter, and a wide choice gets what it asked for', () => {
    const asked: number[] = []
    const watched: Graph = {
      ...open(),
      nearest: (vector, k) => {
        asked.push(k)
        return open().nearest(vector, k)
      },
    }
    const index = openIndex(rows, watched, { scan: 100 })
    const point = rowOf(rows, 3)
    const choice = (every: number) => Array.from({ length: Math.floor(3000 / every) }, (_, n) => n * every)
    for (const every of [11, 40])
      expect(index.nearest(point, 10, choice(every))).toEqual(scanExact(rows, point, 10, choice(every)))
    expect(asked).toEqual([])
    const wide = index.nearest(point, 10, choice(3))
    expect(asked).toEqual([61])
    expect(wide).toHaveLength(10)
    for (const { row } of wide) expect(row % 3).toBe(0)
    // All that is near is outside the choice: the graph runs dry, so it is scanned.
    const far = choice(1).filter((row) => row % 60 !== 3 && row % 2 === 0)
    expect(index.nearest(point, 10, far)).toHaveLength(10)
    expect(index.nearest(point, 5000)).toHaveLength(3000)
  })
})

describe('an index without a graph', () => {
  it('is exact', () => {
    const rows = heaped(500, 16, 9)
    const index = openIndex(rows)
    expect(index.exact).toBe(true)
    expect(index.nearest(rowOf(rows, 9), 7)).toEqual(scanExact(rows, rowOf(rows, 9), 7))
    expect(() => index.nearest([1], 1)).toThrow(/维/)
  })
})
