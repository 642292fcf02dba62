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
const clock = {
  id: 'reply',
  length: { workingDays: 5 },
  starts: 'handed-in',
  cite: 'a.b',
  says: '答复对方',
  runsIn: ['待办'],
}
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
    ['a clock in a state that is not there', { clocks: [{ ...clock, runsIn: ['没有'] }] }, /没有 is not a state/],
    ['a clock that runs and stands still in one state', { clocks: [{ ...clock, pausesIn: ['待办'] }] }, /stands still/],
    ['a clock of no days', { clocks: [{ ...clock, length: { workingDays: 0 } }] }, /length/],
    [
      'a clock started by a move that is not there',
      { clocks: [{ ...clock, starts: { after: ['no'] } }] },
      /not a move/,
    ],
    [
      'a clock up to a day nobody gives',
      { clocks: [{ ...clock, starts: { after: ['close'] }, length: { until: 'day' } }] },
      /no date input day/,
    ],
    ['two clocks of one name', { clocks: [clock, clock] }, /clock is named twice/],
    [
      'more time for a clock that is not there',
      { moves: [{ ...move, extends: { clock: 'x', by: { days: 1 } } }] },
      /x is not a clock/,
    ],
    ['a day taken from an input that is not there', { moves: [{ ...move, on: 'day' }] }, /not a date input/],
    ['words that are no input', { moves: [{ ...move, tells: '{who}：{reason}，办结了' }] }, /\{who\} is not an input/],
    ['a question nobody hears', { moves: [{ ...move, asks: true, tells: undefined }] }, /must be told/],
    ['a post that is not one', { moves: [{ ...move, by: ['门卫'] }] }, /by/],
    ['a word it does not know', { colour: 'red' }, /colour/],
  ])('refuses %s', (_, changed, message) => {
    expect(fault(changed)).toThrow(message)
  })
})

describe('bot/cases', () => {
  it('has kinds with different ids and letters', () => {
    for (const key of ['id', 'letter'] as const) expect(new Set(cases.map((k) => k[key])).size).toBe(cases.length)
  })

  it('gives every state and every move its clause, or says why there is none', () => {
    for (const kind of cases) {
      for (const state of kind.states) expect(!state.cite, `${kind.id} ${state.id}`).toBe(state.uncited !== undefined)
      for (const move of kind.moves) expect(!move.cite, `${kind.id} ${move.action}`).toBe(move.uncited !== undefined)
    }
  })

  it('gives every open state a way on and lets every closed one be taken up again', () => {
    for (const { states, moves } of cases)
      for (const { id } of states.filter((state) => state.id !== '已报上级'))
        expect(
          moves.some(({ from }) => from.includes(id)),
          id,
        ).toBe(true)
  })
})
