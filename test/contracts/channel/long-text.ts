import { describe, expect, test } from 'vitest'
import type { AtBench } from './bench.ts'
import { allText, heard, log, says, soon, tells } from './steps.ts'
import type { ChannelSubject } from './subject.ts'

/** Numbered, so that what is lost or doubled shows; with characters of two halves and of several parts at every turn. */
const long = Array.from({ length: 300 }, (_, n) => `${n}𠮷👨‍👩‍👧é的事情说明`).join('')

export function longTextContract(at: AtBench, { limit }: ChannelSubject): void {
  describe('long text', () => {
    test('all of it is shown, in order, and no character is cut in two', async () => {
      const bench = at()
      await says(bench, 'wang', '你好')
      const before = (await bench.sent('wang')).length
      await tells(bench, 'wang', long)
      await soon(async () =>
        (await log(bench, 'wang')).some((row) => row.from === 'bot' && row.say.text.includes('299𠮷')),
      )
      await heard(bench, 'wang')
      const shown = (await bench.sent('wang')).slice(before)
      expect(allText(shown).replaceAll('\n', '')).toContain(long)
      for (const { text } of shown) {
        expect(text).not.toMatch(/\p{Surrogate}/u)
        expect(text).not.toMatch(/^[\u200d\u0301\ufe0f]/)
        if (limit) expect(limit.of(text)).toBeLessThanOrEqual(limit.most)
      }
    })
  })
}
