import { describe, expect, test } from 'vitest'
import { command } from '../support/terminal.ts'

interface Report {
  readonly questions: readonly {
    readonly id: string
    readonly outcome: string
    readonly expected: boolean
    readonly cites: readonly string[]
    readonly goldRecall?: number
    readonly precision?: number
    readonly missing: readonly string[]
  }[]
  readonly totals: Readonly<Record<string, unknown>> & {
    readonly doors: { readonly handled: number; readonly of: number }
  }
}

describe('eval', () => {
  test('--json gives each question its recall, precision and outcome, and the totals', async () => {
    const { code, out } = await command('eval', '--questions', 'test/cli/questions.jsonl', '--json')
    expect(code).toBe(0)
    const { questions, totals } = JSON.parse(out) as Report
    expect(questions.map((each) => each.id)).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Q5'])
    expect(questions[0]).toMatchObject({ outcome: 'grounded', expected: true, goldRecall: 1, missing: [] })
    expect(questions[0]!.precision).toBeCloseTo(1 / questions[0]!.cites.length) // Asserted to be there just above.
    expect(questions[2]).toMatchObject({ outcome: 'out-of-scope', expected: true })
    expect(questions[2]).not.toHaveProperty('goldRecall')
    expect(questions[3]).toMatchObject({ outcome: 'refused', expected: true })
    // The last is wrong on purpose: an answerable question that claims to be unsafe, with a clause that is not there.
    expect(questions[4]).toMatchObject({ expected: false, goldRecall: 0.5, missing: ['nat.no.such.clause'] })
    expect(totals).toMatchObject({ questions: 5, invented: 0, unexpected: 1, doors: { handled: 2, of: 3 } })
  })

  test('without --json marks what was unexpected and names what is missing', async () => {
    const { out } = await command('eval', 'test/cli/questions.jsonl')
    expect(out).toMatch(/^! Q5 .*\n\s+缺 nat\.no\.such\.clause/m)
    expect(out).toMatch(/^ {2}Q1 .*召回 1\.00/m)
    expect(out).toContain('共 5 题')
  })
})
