import { describe, expect, it } from 'vitest'
import { cases } from '../../bot/cases/index.ts'
import { defineCaseKind } from '../../src/intake/index.ts'

const states = [
  { id: '待办', says: '已经收到，等着办理。' },
  { id: '办结', says: '已经办结，请看说明。', closed: true },
]
const move = {
  action: 'close',
  title: '办结',
  from: ['待办'],
  to: '办结',
  prompt: '写下原因',
  tells: '办结了：{reason}',
}
const kind = { id: 'thing', title: '某事', letter: 'X', states, moves: [move] }
const fault = (changed: object) => () => defineCaseKind({ ...kind, ...changed })

describe('defineCaseKind', () => {
  it('takes a sound kind', () => {
    expect(defineCaseKind(kind).states[0]?.closed).toBe(false)
  })

  it.each([
    ['a move from a state that is not there', { moves: [{ ...move, from: ['没有'] }] }, /没有 is not a state/],
    ['a move to a state that is not there', { moves: [{ ...move, to: '没有' }] }, /没有 is not a state/],
    ['the same move written twice', { moves: [move, move] }, /written twice/],
    ['a state named twice', { states: [...states, states[0]] }, /named twice/],
    ['a question that may be left empty', { moves: [{ ...move, asks: true, reason: 'optional' }] }, /must be required/],
    ['a message that drops the reason', { moves: [{ ...move, tells: '已经办结了。' }] }, /\{reason\}/],
    [
      'a clock in a state that is not there',
      { clock: { workingDays: 5, cite: 'a.b', says: '答复对方', runsIn: ['没有'] } },
      /clock/,
    ],
    [
      'a clock of no days',
      { clock: { workingDays: 0, cite: 'a.b', says: '答复对方', runsIn: ['待办'] } },
      /workingDays/,
    ],
    ['a word it does not know', { colour: 'red' }, /colour/],
  ])('refuses %s', (_, changed, message) => {
    expect(fault(changed)).toThrow(message)
  })
})

describe('bot/cases', () => {
  it('has kinds with different ids and letters', () => {
    for (const key of ['id', 'letter'] as const) expect(new Set(cases.map((k) => k[key])).size).toBe(cases.length)
  })

  it('gives every open state a way on and lets every closed one be taken up again', () => {
    for (const { states, moves } of cases)
      for (const { id } of states)
        expect(
          moves.some(({ from }) => from.includes(id)),
          id,
        ).toBe(true)
  })
})
