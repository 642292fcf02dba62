import { describe, expect, it } from 'vitest'
import { fresh } from '../../src/dialogue/index.ts'
import { bot } from '../support/bot.ts'
import { linesOf } from '../support/lines.ts'
import { tell, tellAll, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

const missed = { outcome: 'no-match', text: '（没有）', cites: [], suggestions: [] } as const
const cite = {
  id: 'nat.updown',
  instrument: '推进领导干部能上能下规定',
  label: '版本信息',
  region: '全国',
  authority: '正式条文',
  held: 'name-only',
} as const

describe('the gap ledger hears of a question', () => {
  it('that nothing answered, with where it was looked for', () => {
    const { effects, events } = tell(bot, fresh, '病假工资怎么算', {
      ...missed,
      asked: { question: '病假工资怎么算', area: '许昌市' },
    })
    expect(effects).toContainEqual({ type: 'gap', question: '病假工资怎么算', why: 'no-match', place: '许昌市' })
    expect(events).toContain('gap_logged')
  })

  it('that hit a name only, with what is held so', () => {
    const named = { ...missed, outcome: 'name-only', cites: [cite] } as const
    const { effects } = tell(bot, fresh, '能上能下规定怎么说', named)
    expect(effects).toContainEqual({
      type: 'gap',
      question: '能上能下规定怎么说',
      why: 'name-only',
      about: 'nat.updown',
    })
  })
})

describe('the gap ledger never hears', () => {
  it.each(linesOf('test/reading/tables/could-name.txt'))('who is named: %s', (said) => {
    const at = tell(bot, fresh, said, { ...missed, asked: { question: said } })
    const thumbed = tellAll(bot, ['👎', '没答到点上'], at.state)
    expect([...at.effects, ...thumbed.effects].filter(({ type }) => type === 'gap')).toEqual([])
  })

  it('what is said where a case is open: it may be part of it', () => {
    const { effects, events } = tell(bot, { ...fresh, case: 'c1' }, '这种红砖的收据怎么认', missed)
    expect(events).not.toContain('gap_logged')
    expect(effects.filter(({ type }) => type === 'gap')).toEqual([])
  })

  it('what is asked inside a report, nor what is thought of the answer, not even after the form is left', () => {
    const inForm = tellAll(bot, ['我要匿名举报'])
    const found = { ...missed, outcome: 'grounded', asked: { question: '匿名举报有人管吗' } } as const
    const asked = tell(bot, inForm.state, '匿名举报有人管吗？', found)
    expect(asked.state.last).toMatchObject({ question: '匿名举报有人管吗', quiet: true })
    const { frame: _, ...left } = asked.state
    const thumbed = tellAll(bot, ['👍'], left)
    expect(thumbed.events).toContain('feedback:up')
    expect(thumbed.effects.filter(({ type }) => type === 'gap')).toEqual([])
  })
})
