import { describe, expect, test } from 'vitest'
import type { AtBench } from './bench.ts'
import { heard, log, says } from './steps.ts'

const people = ['wang', 'li', 'zhao'] as const

export function arrivingContract(at: AtBench): void {
  describe('arriving', () => {
    test('a message delivered one to five times, out of order, is one turn', async () => {
      const bench = at()
      for (const person of people) await says(bench, person, '你好')
      const messages = people.flatMap((person) => [1, 2, 3, 4].map((n) => ({ person, id: `${person}-${n}` })))
      const copies = messages.flatMap((each, n) => Array.from({ length: 1 + (n % 5) }, () => each))
      await Promise.all(shuffled(copies).map(({ person, id }) => bench.send(`谢谢 ${id}`, { person, id })))
      for (const person of people) {
        await heard(bench, person)
        const rows = await log(bench, person)
        const texts = rows.flatMap((row) => (row.from === 'person' ? [row.text] : []))
        expect(texts.slice(1).sort()).toEqual([1, 2, 3, 4].map((n) => `谢谢 ${person}-${n}`))
        expect(rows.filter((row) => row.from === 'bot').length).toBeGreaterThanOrEqual(5)
      }
    })

    test('the same message again, after it was answered, is answered no second time', async () => {
      const bench = at()
      await bench.send('你好', { id: 'once', person: 'wang' })
      await heard(bench, 'wang')
      const shown = await bench.sent('wang')
      await bench.send('你好', { id: 'once', person: 'wang' })
      await says(bench, 'wang', '谢谢')
      expect(await bench.sent('wang')).toHaveLength(shown.length + 1)
    })

    test('what one person says is answered to nobody else', async () => {
      const bench = at()
      await says(bench, 'wang', '你好')
      await says(bench, 'li', '你好')
      const before = (await bench.sent('li')).length
      await says(bench, 'wang', '容错自查')
      expect(await bench.sent('li')).toHaveLength(before)
      expect((await log(bench, 'li')).filter((row) => row.from === 'person')).toHaveLength(1)
    })
  })
}

/** The same order each time, and none that was thought of. */
function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  let seed = 20261130
  const next = () => {
    seed = (seed * 48271) % 2147483647
    return seed
  }
  return items
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
