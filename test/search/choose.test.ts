import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openChooser } from '../../src/search/lexical/choose.ts'

const score = fc.constantFrom<number[]>(0, 0, 1, 1, 2, 3.5, 7)
const instrument = fc.record({
  rows: fc.array(score, { maxLength: 12 }),
  whole: fc.constantFrom(0, 0.5, 4),
  factor: fc.constantFrom(0.7, 1, 1.1),
  skipped: fc.boolean(),
})

it('chooses what looking into every instrument would choose, the earlier row among equals', () => {
  fc.assert(
    fc.property(fc.array(instrument, { maxLength: 12 }), fc.integer({ min: 1, max: 15 }), (all, k) => {
      const from = Uint32Array.from([0, ...all.map((_, n) => all.slice(0, n + 1).flatMap(({ rows }) => rows).length)])
      const of = <T>(value: (each: (typeof all)[number]) => T) => all.map(value)
      const choose = openChooser(from, Float32Array.from(of(({ factor }) => factor)), { best: 0.2 })
      const scores = Float32Array.from(all.flatMap(({ rows }) => rows))
      const wholes = Float32Array.from(of(({ whole }) => whole))
      const skip = (i: number) => all[i]?.skipped ?? false

      const found = all.flatMap(({ rows, whole, factor, skipped }, i) => {
        const five = [...rows].sort((a, b) => b - a).slice(0, 5)
        const bonus = (five.reduce((sum, each) => sum + each, 0) / 5) * 0.2 + whole
        return rows.flatMap((each, n) =>
          each === 0 || skipped
            ? []
            : [{ row: (from[i] ?? 0) + n, score: Math.fround(Math.fround(factor) * (each + bonus)) }],
        )
      })
      found.sort((a, b) => b.score - a.score || a.row - b.row)
      // Asked twice: nothing of the first question is left for the second.
      choose(scores, wholes, 3)
      expect(choose(scores, wholes, k, skip)).toEqual(found.slice(0, k))
    }),
    { numRuns: 300 },
  )
})
