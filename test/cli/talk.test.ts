import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { command } from '../support/terminal.ts'

/** The report as programs outside hold on to it; more may stand in it. */
const Report = z.strictObject({
  conversations: z.array(
    z.looseObject({
      id: z.string(),
      passed: z.boolean(),
      turns: z.array(
        z.looseObject({
          u: z.string(),
          replies: z.array(z.string()),
          ask: z.string().optional(),
          fields: z.record(z.string(), z.unknown()),
          cites: z.array(z.string()),
          events: z.array(z.string()),
          failures: z.array(z.string()),
        }),
      ),
    }),
  ),
})

const talked = async (...words: readonly string[]) => {
  const { code, out } = await command('talk', ...words, '--json')
  return { code, ...Report.parse(JSON.parse(out)) }
}

describe('talk', () => {
  test('walks through conversations and finds every expectation met', async () => {
    const { code, conversations } = await talked('test/cli/talks.md')
    expect(
      conversations.flatMap(({ id, turns }) => turns.flatMap(({ u, failures }) => failures.map((f) => [id, u, f]))),
    ).toEqual([])
    expect(conversations.map(({ id, passed }) => [id, passed])).toEqual([
      ['T01', true],
      ['T02', true],
      ['T03', true],
    ])
    expect(code).toBe(0)
  })

  test.each(['test/cli/talks-care.md', 'test/cli/talks-filing.md', 'test/cli/talks-desk.md'])(
    'walks through %s and finds every expectation met',
    async (file) => {
      const { code, conversations } = await talked(file)
      expect(
        conversations.flatMap(({ id, turns }) => turns.flatMap(({ u, failures }) => failures.map((f) => [id, u, f]))),
      ).toEqual([])
      expect(conversations.length).toBeGreaterThan(2)
      expect(code).toBe(0)
    },
  )

  test('--only walks through those alone', async () => {
    const { conversations } = await talked('test/cli/talks.md', '--only', 'T03, T02')
    expect(conversations.map(({ id }) => id)).toEqual(['T02', 'T03'])
  })

  test('shows a receipt once and never again', async () => {
    const { conversations } = await talked('test/cli/talks.md', '--only', 'T01')
    const replies = conversations[0]?.turns.flatMap((turn) => turn.replies) ?? []
    expect(replies.filter((text) => /\d{4}( \d{4}){4}/.test(text))).toHaveLength(1)
  })

  test('says of each wrong expectation what is wrong, and ends with code 1', async () => {
    const { code, conversations } = await talked('test/cli/wrong-talks.md')
    expect(code).toBe(1)
    expect(conversations.map(({ id, passed }) => [id, passed])).toEqual(conversations.map(({ id }) => [id, false]))
    const failures = Object.fromEntries(
      conversations.map(({ id, turns }) => [id, turns.flatMap((turn) => turn.failures)]),
    )
    expect(failures).toEqual({
      'W-set': [expect.stringMatching(/^mode：.*实名.*匿名/)],
      'W-set-list': [expect.stringContaining('respondents[1]')],
      'W-set-empty': [expect.stringMatching(/^mode：应为空/)],
      'W-keep': [expect.stringMatching(/没有保住 respondents\[0\]\.name/)],
      'W-ask': ['应问 evidence，实问 facts'],
      'W-cite': ['没有引 nat.pet.47'],
      'W-event': ['没有发生 flow_started:false-accusation'],
      'W-must-not': ['不该发生 flow_started:report'],
      'W-form': ['表应为 tolerance-check，实为 report'],
      'W-no-form': [expect.stringContaining('不该开表')],
      'W-fields': [expect.stringMatching(/^mode：/)],
    })
  })

  test('without --json prints what was said, and a conversation that fails as failed', async () => {
    const { code, out } = await command('talk', 'test/cli/wrong-talks.md', '--only', 'W-ask')
    expect(code).toBe(1)
    expect(out).toContain('W-ask 不通过')
    expect(out).toContain('✗ 应问 evidence，实问 facts')
  })
})
