import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shownAlone, shownOf } from '../../src/intake/index.ts'

describe('counts of a breakdown with its total', () => {
  test.each([
    [
      [12, 30, 0],
      [12, 30, 0],
    ],
    [
      [30, 3, 12, 8, 0],
      [30, 'few', 12, 'withheld', 0],
    ],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
  ] as const)('%j are shown as %j', (counts, shown) => {
    expect(shownOf(counts)).toEqual(shown)
  })

  test('one that is small alone, or two that can only be what they are, are not shown by any total', () => {
    for (const counts of [[3], [3, 0], [1, 1], [4, 4, 0], [1, 5]]) expect(shownOf(counts)).toBeUndefined()
  })

  test('whoever knows the rules and tries every table that looks the same can tell no small count', () => {
    // Every table of up to four parts and fourteen cases: what looks alike to a reader is gathered.
    const most = 14
    const seen = new Map<string, (readonly number[])[]>()
    const tables = (parts: number, left: number): number[][] =>
      parts === 0
        ? [[]]
        : Array.from({ length: left + 1 }, (_, n) => n).flatMap((n) =>
            tables(parts - 1, left - n).map((rest) => [n, ...rest]),
          )
    for (const parts of [1, 2, 3, 4])
      for (const counts of tables(parts, most)) {
        const shown = shownOf(counts)
        if (!shown?.includes('few')) continue
        const key = JSON.stringify([counts.reduce((sum, each) => sum + each, 0), shown])
        seen.set(key, [...(seen.get(key) ?? []), counts])
      }
    const told = [...seen].flatMap(([key, alike]) => {
      const [, shown] = JSON.parse(key)
      return alike[0]!.flatMap((_, n) =>
        shown[n] === 'few' && new Set(alike.map((each) => each[n])).size < 2 ? [key] : [],
      )
    })
    expect(seen.size).toBeGreaterThan(100)
    expect(told).toEqual([])
  })

  test('a small count is never among those shown, and a shown one is the true one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 12 }), (counts) => {
        for (const shown of [shownOf(counts), shownAlone(counts)])
          for (const [n, each] of (shown ?? []).entries()) {
            if (typeof each === 'number') expect([each, each > 0 && each < 5]).toEqual([counts[n], false])
            if (each === 'few') expect(counts[n]).toBeLessThan(5)
          }
      }),
    )
  })

  test('the shown ones and the total leave every hidden one a choice', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 10 }), (counts) => {
        const shown = shownOf(counts)
        if (!shown?.includes('few')) return
        expect(shown.filter((each) => typeof each !== 'number').length).toBeGreaterThan(1)
      }),
    )
  })
})
