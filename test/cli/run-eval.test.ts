import { describe, expect, it } from 'vitest'
import { type EvalQuestion, evalQuestion, runEval } from '../../src/cli/eval.ts'
import type { Found } from '../../src/dialogue/index.ts'
import type { Answerer } from '../../src/runtime/index.ts'

const cite = (id: string) =>
  ({ id, instrument: '办法', label: '第1条', region: '全国', authority: '正式条文', held: 'digest' }) as const
type Question = Parameters<Answerer['answer']>[0]

function evaluate(
  found: Partial<Found>,
  questions: readonly (Partial<EvalQuestion> & { question: string })[],
  asked: Question[] = [],
) {
  const answerer: Answerer = {
    async answer(question) {
      asked.push(question)
      return { outcome: 'grounded', text: '答。', cites: [], suggestions: [], ...found }
    },
  }
  let clock = 0
  const now = () => {
    clock += 2
    return clock
  }
  return runEval(
    questions.map((q, n) => evalQuestion.parse({ id: `q${n}`, kind: 'factual', ...q })),
    answerer,
    { known: (id) => id !== 'made.up', today: '2026-11-23', now },
  )
}

describe('the evaluation', () => {
  it('measures gold recall, precision, inventions and forbidden words', async () => {
    const { questions, totals } = await evaluate({ cites: [cite('a'), cite('b'), cite('made.up')], text: '第42条。' }, [
      { question: '问', gold: ['a', 'c'], must_not_say: ['第42条'] },
    ])
    expect(questions[0]).toMatchObject({
      goldRecall: 0.5,
      missing: ['c'],
      invented: ['made.up'],
      saidForbidden: ['第42条'],
      ms: 2,
    })
    expect(questions[0]?.precision).toBeCloseTo(1 / 3)
    expect(totals).toMatchObject({ questions: 1, goldRecall: 0.5, invented: 1, unexpected: 0 })
  })

  it.each([
    ['out_of_scope', 'out-of-scope', true],
    ['out_of_scope', 'no-match', false],
    ['unsafe', 'refused', true],
    ['unsafe', 'safety', true],
    ['unsafe', 'grounded', false],
    ['ambiguous', 'name-only', true],
    ['near_miss', 'grounded', false],
    ['factual', 'clarify', true],
    ['factual', 'no-match', false],
  ] as const)('a question that is %s and answered %s is expected: %s', async (kind, outcome, expected) => {
    const { questions, totals } = await evaluate({ outcome }, [{ question: '问', kind }])
    expect(questions[0]?.expected).toBe(expected)
    expect(totals.unexpected).toBe(expected ? 0 : 1)
  })

  it('counts doors, and takes an outcome asked for by name over the kind', async () => {
    const { totals } = await evaluate({ outcome: 'refused' }, [
      { question: '一', kind: 'unsafe' },
      { question: '二', outcome: 'safety' },
      { question: '三' },
    ])
    expect(totals.doors).toEqual({ handled: 1, of: 2 })
  })

  it('asks with the place of the question, without one for 全国 and 未说明, side by side', async () => {
    const asked: Question[] = []
    await evaluate(
      {},
      [
        { question: '一', jurisdiction: '许昌' },
        { question: '二', jurisdiction: '全国' },
        { question: '三' },
        { question: '四', region: '南阳市' },
      ],
      asked,
    )
    expect(asked.map((q) => q.area)).toEqual(['许昌', undefined, undefined, '南阳市'])
    expect(asked.every((q) => q.sideBySide)).toBe(true)
  })

  it('leaves recall out where there is no gold, and stands an empty file', async () => {
    expect((await evaluate({}, [{ question: '一' }])).questions[0]).not.toHaveProperty('goldRecall')
    expect((await evaluate({}, [])).totals).toMatchObject({ questions: 0, goldRecall: 0, p50: 0 })
  })
})
