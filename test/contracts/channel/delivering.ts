import { describe, expect, test } from 'vitest'
import type { AtBench } from './bench.ts'
import { allText, bare, heard, log, says, tells } from './steps.ts'

const people = ['wang', 'li', 'zhao'] as const

export function deliveringContract(at: AtBench): void {
  describe('delivering', () => {
    test('what is said to one person comes in the order it was said, whoever else is spoken to', async () => {
      const bench = at()
      for (const person of people) await says(bench, person, '你好')
      const numbers = Array.from({ length: 6 }, (_, n) => n + 1)
      for (const n of numbers) for (const person of people) await tells(bench, person, `给${person}的第${n}句话`)
      for (const person of people) {
        await allTold(at, person, numbers.length)
        const told = [...allText(await bench.sent(person)).matchAll(/给(\w+)的第(\d)句话/g)]
        expect(told.map((each) => `${each[1]} ${each[2]}`)).toEqual(numbers.map((n) => `${person} ${n}`))
      }
    })

    test('every word of a reply is shown, and what somebody typed is never read as markup', async () => {
      const bench = at()
      await says(bench, 'wang', '你好')
      const typed = '**加粗** _斜_ [点我](http://example.cn) <b>粗</b> `码` # 标题 1. 列 > 引 ~~删~~ | 表 | & < at'
      await tells(bench, 'wang', typed)
      await allTold(at, 'wang', 1)
      expect(allText(await bench.sent('wang')).replace(/\s+/g, ' ')).toContain(typed)
    })

    test('an answer is shown with where it stands written', async () => {
      const bench = at()
      await says(bench, 'wang', '你好')
      const before = (await bench.sent('wang')).length
      await says(bench, 'wang', '许昌的容错事前备案要公示几天')
      const reply = (await log(bench, 'wang')).findLast((row) => row.from === 'bot')
      const cites = reply?.from === 'bot' ? (reply.say.cites ?? []) : []
      expect(cites.length).toBeGreaterThan(0)
      const shown = bare(JSON.stringify((await bench.sent('wang')).slice(before)))
      for (const { instrument } of cites) expect(shown).toContain(bare(instrument))
    })
  })
}

/** Waits until an officer's words, this many of them, were taken in and delivered. */
async function allTold(at: AtBench, person: string, count: number): Promise<void> {
  const bench = at()
  await expect
    .poll(
      async () => {
        await heard(bench, person)
        const rows = await log(bench, person)
        return rows.filter((row) => row.from === 'bot' && row.say.text.startsWith('工作人员有话转给您')).length
      },
      { timeout: 30_000, interval: 5 },
    )
    .toBe(count)
  await heard(bench, person)
}
