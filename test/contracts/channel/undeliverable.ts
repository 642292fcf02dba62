import { describe, expect, test } from 'vitest'
import type { AtBench } from './bench.ts'
import { allText, bare, heard, log, says, soon, tells } from './steps.ts'

export function undeliverableContract(at: AtBench): void {
  describe('undeliverable', () => {
    test('with the vendor down for a minute every committed reply is delivered afterwards, in order', async () => {
      const bench = at()
      for (const person of ['wang', 'li']) await says(bench, person, '你好')
      const before = (await bench.sent('wang')).length
      bench.fail?.('down')
      let down = 0
      bench.onWait = (task) => {
        // As the first reply's waits add up to a minute, the vendor comes back.
        if (task.person === bench.thread('wang').person) down += bench.waits.at(-1) ?? 0
        if (down >= 60) bench.heal?.()
      }
      for (const n of [1, 2, 3]) {
        await tells(bench, 'wang', `停的时候说的第${n}句`)
        await tells(bench, 'li', `停的时候说的第${n}句`)
      }
      for (const person of ['wang', 'li']) {
        await soon(async () => allText(await bench.sent(person)).includes('第3句'))
        await heard(bench, person)
      }
      expect(down).toBeGreaterThanOrEqual(60)
      const since = allText((await bench.sent('wang')).slice(before))
      expect([...since.matchAll(/第(\d)句/g)].map((each) => each[1])).toEqual(['1', '2', '3'])
      expect(await bench.house.store.outbox.dead()).toEqual([])
    })

    test('a vendor that asks for patience is given it', async () => {
      const bench = at()
      await says(bench, 'wang', '你好')
      bench.fail?.('busy')
      bench.onWait = () => bench.heal?.()
      await says(bench, 'wang', '谢谢')
      expect(bench.waits[0]).toBeGreaterThanOrEqual(7)
    })

    test('a vendor that does not answer is given up on and tried again', async () => {
      const bench = at()
      await says(bench, 'wang', '你好')
      bench.fail?.('stalled')
      bench.onWait = () => bench.heal?.()
      await says(bench, 'wang', '谢谢')
      expect(bench.waits.length).toBeGreaterThan(0)
    })

    test('what cannot be delivered to somebody who left is seen at once, and others go on being served', async () => {
      const bench = at()
      for (const person of ['wang', 'li']) await says(bench, person, '你好')
      bench.fail?.('left')
      await bench.send('谢谢', { id: 'gone', person: 'wang' })
      await soon(async () => (await bench.house.store.outbox.dead()).length === 1)
      const [dead] = await bench.house.store.outbox.dead()
      expect(dead).toMatchObject({ ...bench.thread('wang'), tries: 1 })
      expect(bench.waits).toEqual([])
      bench.heal?.()
      const reply = await says(bench, 'li', '谢谢')
      expect(bare(allText(reply))).not.toBe('')
      await heard(bench, 'wang')
      expect((await log(bench, 'wang')).at(-1)?.from).toBe('bot')
    })
  })
}
