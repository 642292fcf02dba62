import { describe, expect, it } from 'vitest'
import { type Conversation, fresh, type Say, step, type Turn } from '../../src/dialogue/index.ts'
import { bot } from '../support/bot.ts'
import { AT, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

const said = (state: Conversation, text: string, spoken = false): Turn =>
  step(bot, state, { type: 'said', text, at: AT, newCase: 'case-1', ...(spoken ? { spoken } : {}) })
const replies = ({ effects }: Turn): Say =>
  effects.findLast((effect): effect is Say => effect.type === 'say') ?? { type: 'say', text: '' }
/** A risk filing with its first question open. */
const inForm = ['容错自查', '许昌'].reduce((state, text) => said(state, text).state, fresh)
const answersOf = (state: Conversation) => state.frame?.answers

const values = (state: Conversation) =>
  Object.entries(answersOf(state) ?? {}).map(([path, answer]) => [
    path,
    answer.is === 'given' ? answer.value : answer.is,
  ])

describe('what was spoken', () => {
  it('is shown first, and nothing of it is stored as an answer', () => {
    const turn = said(inForm, '正在做', true)
    expect(replies(turn).text).toContain('“正在做”')
    expect(replies(turn).choices?.map(({ value }) => value)).toEqual(['对', '不对'])
    expect(answersOf(turn.state)).toEqual(answersOf(inForm))
    expect(turn.effects.filter(({ type }) => type !== 'say')).toEqual([])
  })

  it.each(['对', '对的', '没错', '是的', '1', '嗯'])('counts as if typed after %s', (yes) => {
    const typed = said(inForm, '正在做').state
    const confirmed = said(said(inForm, '正在做', true).state, yes).state
    expect(values(confirmed)).toEqual(values(typed))
    expect(confirmed.voice).toBeUndefined()
  })

  it.each(['不对', '错了', '不是', '2', '不'])('is dropped after %s, and the question stands', (no) => {
    const turn = said(said(inForm, '正在做', true).state, no)
    expect(turn.state.voice).toBeUndefined()
    expect(answersOf(turn.state)).toEqual(answersOf(inForm))
    expect(replies(turn).text).toContain('正在做，还是已经做完')
  })

  it.each(['不对，还没做', '还没做'])('is corrected by typing: %s', (typed) => {
    const { state } = said(said(inForm, '正在做', true).state, typed)
    expect(values(state)).toEqual(values(said(inForm, '还没做').state))
    expect(state.voice).toBeUndefined()
  })

  it('keeps what is added behind the yes', () => {
    const turn = said(said(fresh, '我要实名举报', true).state, '对，柳树村支书周明')
    expect(JSON.stringify(answersOf(turn.state))).toContain('周明')
  })

  it('a second voice takes the place of the first', () => {
    const { state } = said(said(inForm, '正在做', true).state, '还没做', true)
    expect(state.voice).toBe('还没做')
    expect(answersOf(state)).toEqual(answersOf(inForm))
  })

  it('of danger is answered at once', () => {
    const spoken = said(fresh, '我不想活了', true)
    const typed = said(fresh, '我不想活了')
    expect(replies(spoken).text).toContain(replies(typed).text.slice(0, 40))
  })

  it('of a receipt is never shown back, and never kept', () => {
    const digits = '1234 5678 9012 3456 7890'
    const turn = said(fresh, `我的回执是${digits}`, true)
    expect(turn.state.voice?.replace(/\D/g, '') ?? '').not.toContain('12345678')
    expect(replies(turn).text.replace(/\D/g, '')).not.toContain('12345678')
  })

  it('is a question only when it is confirmed', () => {
    const first = said(fresh, '匿名举报有人管吗', true)
    expect(first.effects.some(({ type }) => type === 'search')).toBe(false)
    expect(said(first.state, '对').effects.some(({ type }) => type === 'search')).toBe(true)
  })

  it('leaves an officer’s question or a receipt that waits where they were', () => {
    const waiting: Conversation = { ...fresh, turn: 1, aside: { id: 'officer_question', about: 'c1' }, case: 'c1' }
    const shown = said(waiting, '那天我在场', true)
    expect(shown.effects.some(({ type }) => type === 'reply')).toBe(false)
    const confirmed = said(shown.state, '对')
    expect(confirmed.effects).toContainEqual({ type: 'reply', case: 'c1', text: '那天我在场' })
  })
})

describe('what has no words', () => {
  it.each(['voice', 'picture', 'file', 'other'] as const)(
    'a %s is declined kindly, and the question stands',
    (what) => {
      const turn = step(
        bot,
        inForm,
        { type: 'unheard', what, at: AT },
        { knownBy: '企业微信', web: 'https://web.example' },
      )
      expect(answersOf(turn.state)).toEqual(answersOf(inForm))
      expect(replies(turn).text).toContain('正在做，还是已经做完')
      if (what === 'picture' || what === 'file') expect(replies(turn).text).toContain('https://web.example')
    },
  )
})
