import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bot, type Conversation, fresh, openOf, step } from '../../src/dialogue/index.ts'
import { type Answers, defineFlow } from '../../src/flow/index.ts'
import { bot as real } from '../support/bot.ts'
import { honest } from '../support/honest-answers.ts'
import { otherThanAnswers, questions } from '../support/not-answers.ts'
import { everyQuestion } from '../support/places-in-forms.ts'
import { AT, tell, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

/** A form in which every answer can be said and corrected in one unmistakable way. */
const asked = { why: '为了试。', example: '例子' } as const
const trial = defineFlow({
  id: 'trial',
  edition: '2026-01-01',
  title: '试填',
  opening: '开始。',
  opensOn: [[['试填表']]],
  closing: '完了。',
  steps: [
    {
      ask: {
        id: 'colour',
        kind: 'choice',
        label: '颜色',
        ask: '什么颜色',
        ...asked,
        options: {
          red: { label: '红的', words: [] },
          green: { label: '绿的', words: [] },
          blue: { label: '蓝的', words: [] },
        },
      },
    },
    { ask: { id: 'rain', kind: 'yesNo', label: '下雨', ask: '下雨了没有', ...asked, yes: ['下了'], no: ['没下'] } },
    { ask: { id: 'day', kind: 'period', label: '日子', ask: '哪一天', ...asked } },
    { ask: { id: 'sum', kind: 'amount', label: '数目', ask: '多少钱', ...asked } },
    {
      ask: {
        id: 'fruit',
        kind: 'choice',
        label: '水果',
        ask: '什么水果',
        ...asked,
        options: { pear: { label: '鸭梨', words: [] }, plum: { label: '李子', words: [] } },
      },
    },
    { ask: { id: 'sure', kind: 'statement', label: '确认', ask: '回复属实', ...asked } },
    { submit: { kind: 'trial' } },
  ],
})
const bot: Bot = { ...real, flows: [trial], rules: [], doors: [] }

const said: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  colour: { 红的: 'red', 绿的: 'green', 蓝的: 'blue' },
  rain: { 下了: 'yes', 没下: 'no' },
  day: { '2024年3月5号': '2024-03-05', '2025年6月1号': '2025-06-01', '2023年12月9号': '2023-12-09' },
  sum: { 三万元: 30_000, 五百元: 500, 八千元: 8000 },
  fruit: { 鸭梨: 'pear', 李子: 'plum' },
}
const fields = Object.keys(said)
const labels: Readonly<Record<string, string>> = {
  colour: '颜色',
  rain: '下雨',
  day: '日子',
  sum: '数目',
  fruit: '水果',
}

type Move =
  | { readonly type: 'answer' | 'undo' | 'keep' | 'ask' | 'restore' | 'away'; readonly pick: number }
  | { readonly type: 'correct'; readonly field: string; readonly pick: number }

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('answer' as const), pick: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('correct' as const), field: fc.constantFrom(...fields), pick: fc.nat(9) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom('undo' as const, 'keep' as const, 'ask' as const, 'restore' as const, 'away' as const),
      pick: fc.nat(9),
    }),
  },
)

/** What a patient clerk would have on paper: the last word on each question, and what was taken back. */
interface Paper {
  readonly now: Map<string, { words: string; turn: number }>
  readonly taken: Map<string, string>
  changed: { field: string; words: string; turn: number } | undefined
}

const wordsOf = (field: string, pick: number): string =>
  Object.keys(said[field] ?? {})[pick % Object.keys(said[field] ?? {}).length] ?? ''
const openField = (paper: Paper) => fields.find((f) => !paper.now.has(f))

/** Carries a move out on paper. @returns what the person says for it, one message after another, or nothing where it makes no sense now. */
function clerk(paper: Paper, move: Move, turn: number): string | undefined {
  const open = openField(paper)
  if (move.type === 'ask') return '举报以后多久有结果？'
  // A form nobody has written in is not kept, so there is nothing to come back to.
  if (move.type === 'away') return paper.now.size + paper.taken.size > 0 ? '我先下班了\n继续' : undefined
  if (move.type === 'answer') {
    if (open === undefined) return undefined
    const words = wordsOf(open, move.pick)
    paper.now.set(open, { words, turn })
    paper.taken.delete(open)
    paper.changed = undefined
    return words
  }
  if (move.type === 'keep') {
    const old = open === undefined ? undefined : paper.taken.get(open)
    if (open === undefined || old === undefined) return undefined
    paper.now.set(open, { words: old, turn })
    paper.taken.delete(open)
    paper.changed = undefined
    return '不变'
  }
  if (move.type === 'correct') {
    const old = paper.now.get(move.field)
    const words = wordsOf(move.field, move.pick)
    if (!old || old.words === words) return undefined
    paper.now.set(move.field, { words, turn: old.turn })
    paper.changed = { field: move.field, ...old }
    return `把${labels[move.field]}改成${words}`
  }
  if (move.type === 'restore') {
    if (!paper.changed || (open !== undefined && paper.taken.has(open))) return undefined
    paper.now.set(paper.changed.field, { words: paper.changed.words, turn: paper.changed.turn })
    paper.changed = undefined
    return '改回去'
  }
  const last = [...paper.now].sort(([, a], [, b]) => b.turn - a.turn)[0]
  if (!last) return undefined
  paper.now.delete(last[0])
  paper.taken.set(last[0], last[1].words)
  return '上一步'
}

function values(answers: Answers): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([path, a]) => {
      if (a.is !== 'given') return []
      const value = a.value as string | { from?: string; min?: number }
      return [[path, typeof value === 'object' ? (value.from ?? value.min) : value]]
    }),
  )
}

describe('whatever order a form is filled in', () => {
  it('it ends with the answers confirmed last, through corrections, steps back, questions and restarts', () => {
    fc.assert(
      fc.property(fc.array(move, { minLength: 15, maxLength: 40 }), (moves) => {
        const paper: Paper = { now: new Map(), taken: new Map(), changed: undefined }
        let { state } = tell(bot, fresh, '试填表')
        for (const m of moves) {
          const words = clerk(paper, m, state.turn + 1)
          if (words === undefined) continue
          for (const line of words.split('\n')) state = tell(bot, state, line).state
          const wanted = Object.fromEntries([...paper.now].map(([field, { words }]) => [field, said[field]?.[words]]))
          expect(values(state.frame?.answers ?? {}), `after ${words}`).toEqual(wanted)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('every flow comes to its end, however a person passes over it', () => {
    const replies = ['跳过', '不知道', '不想说']
    fc.assert(
      fc.property(
        fc.constantFrom(...real.flows),
        fc.array(fc.nat(40), { minLength: 80, maxLength: 80 }),
        (flow, picks) => {
          let state: Conversation = {
            ...fresh,
            frame: { flow: flow.id, edition: flow.edition, answers: {}, reopened: {}, startedAt: AT },
          }
          for (const pick of picks) {
            const open = openOf(real, state)
            if (!open || state.frame?.flow !== flow.id) break
            const own = honest[`${flow.id} ${open.path.replace(/\[\d+\]/, '[0]')}`] ?? []
            const text =
              open.field.kind === 'statement'
                ? '属实'
                : pick % 3 === 0 || own.length === 0
                  ? replies[pick % replies.length]
                  : own[pick % own.length]
            state = tell(real, state, text ?? '跳过').state
          }
          expect(state.frame?.flow).not.toBe(flow.id)
        },
      ),
      { numRuns: 120 },
    )
  })
})

describe('whatever is typed', () => {
  const places = everyQuestion(real)
  const once = (state: Conversation, text: string) =>
    step(real, state, { type: 'said', text, at: AT, newCase: 'case-1' })

  it('any characters at all get a reply, at any question', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.oneof(fc.string({ unit: 'binary', maxLength: 4000 }), fc.string({ unit: 'grapheme', maxLength: 200 })),
        (at, text) => {
          const { state, effects } = once(at.state, text)
          expect(effects.length).toBeGreaterThan(0)
          expect(JSON.parse(JSON.stringify(state))).toEqual(state)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('same words, same state, same reply', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom(...questions, ...otherThanAnswers, ...Object.values(honest).flat()),
        (at, text) => {
          expect(once(at.state, text)).toEqual(once(at.state, text))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('of a hundred thousand characters four thousand are read', () => {
    for (const unit of ['我', '好的', '改成', ' ', '听说', 'ﷺ', '1']) {
      const [at] = places.filter((p) => p.path === 'facts[0].what')
      const text = unit.repeat(Math.ceil(100_000 / unit.length))
      expect(at && once(at.state, text)).toEqual(at && once(at.state, text.slice(0, 4000)))
    }
  })
})
