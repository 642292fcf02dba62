import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AtBench } from './bench.ts'
import { allText, says } from './steps.ts'

const receipts = /\d{4}(?: \d{4}){4}/g

export function receiptsContract(at: AtBench): void {
  describe('receipts', () => {
    test('the receipt of a form is shown once, and is written down nowhere', async () => {
      const bench = at()
      await says(bench, 'wang', '转人工')
      await says(bench, 'wang', '我想问公示期有几天')
      await says(bench, 'wang', '确认')
      const [receipt, ...more] = allText(await bench.sent('wang')).match(receipts) ?? []
      expect(receipt).toBeDefined()
      expect(more).toEqual([])
      for (const name of readdirSync(bench.scratch.folder)) {
        const bytes = readFileSync(join(bench.scratch.folder, name))
        expect(bytes.includes(receipt ?? '')).toBe(false)
        expect(bytes.includes((receipt ?? '').replaceAll(' ', ''))).toBe(false)
      }
      const id = await bench.house.receipts.idOf(receipt ?? '')
      expect(await bench.house.store.cases.byReceipt(id ?? '')).toMatchObject({ kind: 'hand-over' })
    })
  })
}
