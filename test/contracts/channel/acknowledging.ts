import { describe, expect, test } from 'vitest'
import type { AtBench } from './bench.ts'
import { bare, heard, log, says, soon } from './steps.ts'
import type { ChannelSubject } from './subject.ts'

const question = '许昌的容错事前备案要公示几天'

export function acknowledgingContract(at: AtBench, { acknowledges, delivery }: ChannelSubject): void {
  describe('acknowledging', () => {
    test('an acknowledged message is stored, whatever happens next', async () => {
      const bench = at()
      await bench.send('你好', { id: 'm1', person: 'wang' })
      expect(bench.counts.writes).toBeGreaterThan(0)
      await heard(bench, 'wang')
      expect((await log(bench, 'wang')).map((row) => row.from)).toContain('person')
    })

    if (acknowledges === 'when committed') return

    test('a message is acknowledged while its answer is still being looked for', async () => {
      const bench = at()
      await says(bench, 'wang', '你好')
      const shown = (await bench.sent('wang')).length
      const release = bench.holdAnswers()
      await bench.send(question, { id: 'q', person: 'wang' })
      expect(await bench.sent('wang')).toHaveLength(shown)
      expect((await log(bench, 'wang')).some((row) => row.from === 'person' && row.text === question)).toBe(false)
      release()
      await soon(async () => (await log(bench, 'wang')).some((row) => row.from === 'person' && row.text === question))
      await heard(bench, 'wang')
      expect((await bench.sent('wang')).length).toBeGreaterThan(shown)
    })

    test('one person who waits for an answer keeps nobody else from being acknowledged', async () => {
      const bench = at()
      await says(bench, 'wang', '你好')
      const release = bench.holdAnswers()
      await bench.send(question, { id: 'q', person: 'wang' })
      for (let n = 0; n < 20; n++) await bench.send('你好', { id: `li${n}`, person: `li${n}` })
      release()
      for (let n = 0; n < 20; n++) await heard(bench, `li${n}`)
    })

    if (delivery !== 'push') return

    test('messages are acknowledged and taken in while the vendor does not take our replies', async () => {
      const bench = at()
      await says(bench, 'wang', '你好')
      bench.fail?.('stalled')
      await bench.send('谢谢', { id: 'w2', person: 'wang' })
      await bench.send('容错自查', { id: 'w3', person: 'wang' })
      await soon(async () => {
        const rows = await log(bench, 'wang')
        return bare(rows.map((row) => (row.from === 'person' ? row.text : '')).join('')) === '你好谢谢容错自查'
      })
      bench.heal?.()
      await heard(bench, 'wang')
    })
  })
}
