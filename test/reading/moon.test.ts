import { expect, it } from 'vitest'
import { moons } from '../../src/reading/lunar.ts'

it('every year of the moon begins with its first month, between 20 January and 21 February, and has no hole', () => {
  for (let year = 1950; year <= 2060; year++) {
    const months = moons(year)
    expect(months[0], `${year}`).toMatchObject({ month: 1, leap: false })
    const first = months[0]?.from ?? ''
    expect(first >= `${year}-01-20` && first <= `${year}-02-21`, `${year} begins on ${first}`).toBe(true)
    expect([12, 13]).toContain(months.length)
    for (const [n, month] of months.entries())
      expect(n === 0 || (months[n - 1]?.to ?? '') < month.from, `${year} month ${month.month}`).toBe(true)
  }
})
