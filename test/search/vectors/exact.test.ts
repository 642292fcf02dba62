import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanExact } from '../../../src/search/vectors/exact.ts'
import { finiteVector, layRows, rowOf, toUnit } from '../../../src/search/vectors/rows.ts'
import { heaped } from './planted-rows.ts'

describe('the exact scan', () => {
  const vector = (n: number) => fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n })

  it('finds what sorting all rows finds, for any rows, any k and any choice of rows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }).chain((n) => fc.tuple(fc.array(vector(n), { maxLength: 40 }), vector(n))),
        fc.integer({ min: -1, max: 50 }),
        fc.option(fc.uniqueArray(fc.nat(39))),
        ([list, asked], k, chosen) => {
          const dimension = asked.length
          const rows = layRows(list, dimension)
          const point = finiteVector(asked, dimension)
          const within = chosen?.filter((row) => row < list.length)
          const score = (row: number) => rowOf(rows, row).reduce((sum, x, j) => sum + x * (point[j] ?? 0), 0)
          const sorted = (within ?? list.map((_, n) => n)).map(score).sort((a, b) => b - a)
          const found = scanExact(rows, point, k, within)
          expect(found.map((n) => n.score.toFixed(4).replace('-0.0000', '0.0000'))).toEqual(
            sorted.slice(0, Math.max(0, k)).map((v) => v.toFixed(4).replace('-0.0000', '0.0000')),
          )
          expect(new Set(found.map((n) => n.row)).size).toBe(found.length)
          if (within) for (const { row } of found) expect(within).toContain(row)
        },
      ),
    )
  })

  it('puts a row itself first', () => {
    const rows = heaped(200, 32, 8)
    for (const row of [0, 77, 199]) expect(scanExact(rows, rowOf(rows, row), 1)[0]?.row).toBe(row)
  })
})

describe('a vector from outside', () => {
  it.each([
    ['NaN', [1, Number.NaN]],
    ['Infinity', [Number.POSITIVE_INFINITY, 0]],
    ['a double too large for a float', [1e300, 0]],
    ['null', [null, 1]],
    ['text', ['1', 1]],
    ['a hole', new Array(2)],
    ['too short', [1]],
    ['too long', [1, 2, 3]],
  ])('is refused when it holds %s', (_, vector) => {
    expect(() => finiteVector(vector, 2)).toThrow(/向量/)
  })

  it('is made one long, and one of nothing stays nothing', () => {
    expect([...toUnit(Float32Array.of(3, 4))]).toEqual([expect.closeTo(0.6), expect.closeTo(0.8)])
    expect([...toUnit(Float32Array.of(0, 0))]).toEqual([0, 0])
  })
})
