import { describe, expect, test } from 'vitest'
import type { AtBench } from './bench.ts'
import { says } from './steps.ts'

export function verifyingContract(at: AtBench): void {
  describe('verifying', () => {
    test('a message that is not from the vendor is refused before any event exists', async () => {
      const bench = at()
      const statuses = await Promise.all(
        Object.entries(bench.forgeries).map(async ([name, send]) => `${name}: ${await send()}`),
      )
      expect(statuses.length).toBeGreaterThan(0)
      expect(statuses.filter((each) => !/: 4\d\d$/.test(each))).toEqual([])
      expect(bench.counts.writes).toBe(0)
      expect(bench.scratch.faults).toEqual([])
    })

    test('a good message is answered after all the bad ones', async () => {
      const bench = at()
      for (const send of Object.values(bench.forgeries)) await send()
      expect((await says(bench, 'wang', '你好')).length).toBeGreaterThan(0)
    })
  })
}
