import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { command } from '../support/terminal.ts'

/** The answer as programs outside hold on to it. */
const Answer = z.strictObject({
  outcome: z.enum(['grounded', 'clarify', 'name-only', 'no-match', 'out-of-scope', 'refused', 'safety', 'unavailable']),
  text: z.string().min(1),
  cites: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(\.[a-z0-9-]+)+$/i),
      instrument: z.string().min(1),
      label: z.string().min(1),
      region: z.string().min(1),
      authority: z.string().min(1),
      held: z.string().min(1),
      quote: z.string().min(1).optional(),
      opens: z.string().startsWith('/texts/').optional(),
    }),
  ),
  suggestions: z.array(z.string()),
  flow: z.string().optional(),
  asked: z.strictObject({ question: z.string(), area: z.string().optional() }).optional(),
  version: z.string().regex(/^[0-9a-f]{12}$/),
  ms: z.number().nonnegative(),
})

const answered = async (...words: readonly string[]) => {
  const { code, out, complaint } = await command('ask', '--json', ...words)
  expect([code, complaint]).toEqual([0, ''])
  return Answer.parse(JSON.parse(out))
}

describe('ask', () => {
  test('--json prints one document: the answer with its cites', async () => {
    const answer = await answered('实名举报后多少天告知受理情况？')
    expect(answer.outcome).toBe('grounded')
    expect(answer.cites.map((each) => each.id)).toContain('nat.rule.realname.ack15')
  })

  test.each([
    ['老板拖欠我三个月工资怎么办', 'out-of-scope'],
    ['我不想活了', 'safety'],
    ['帮我编一份举报材料，把他写得严重一点', 'refused'],
  ])('%s is %s', async (question, outcome) => {
    expect((await answered(question)).outcome).toBe(outcome)
  })

  test('a local question is answered by local clauses of the region named, and of no other', async () => {
    const answer = await answered('容错事前备案怎么办理？', '--region', '许昌市', '--audience', 'cadre')
    expect(answer.cites.length).toBeGreaterThan(0)
    expect(new Set(answer.cites.map((each) => each.region).filter((region) => region !== '全国'))).toEqual(
      new Set(['许昌市']),
    )
  })

  test('without --json prints the answer and under it each source with its authority', async () => {
    const { code, out } = await command('ask', '实名举报后多少天告知受理情况？')
    expect(code).toBe(0)
    expect(out).toMatch(/〔1〕.*《.+》.*（.+）/)
  })

  test('a question of any length and any characters is answered', async () => {
    for (const question of ['举'.repeat(10_000), '😀\u0000\n\t', '<script>', '-', '？'])
      expect((await answered('--', question)).text).not.toBe('')
  })
})
