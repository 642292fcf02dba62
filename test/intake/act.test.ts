import { describe, expect, it } from 'vitest'
import { cases } from '../../bot/cases/index.ts'
import { Refused } from '../../src/base/index.ts'
import { act, movesFrom, says } from '../../src/intake/index.ts'

const [report, check] = cases as [(typeof cases)[number], (typeof cases)[number]]
const at = '2026-11-23T09:30:00+08:00'
const standing = (state: string) => ({
  id: 'x7',
  number: 'R-1001',
  state,
  due: '2026-12-11',
  dueCite: 'nat.rule.realname.ack15',
})
const deed = (action: string, reason = '材料齐全') => ({ action, reason, officer: '3', at })
const refusal = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return error instanceof Refused ? error.code : error
  }
  return 'not refused'
}

describe('officers move a report only along its life', () => {
  const legal: readonly [from: string, action: string, to: string, closed: boolean][] = [
    ['待受理', 'accept', '已受理', false],
    ['待受理', 'ask', '待补充', false],
    ['待受理', 'transfer', '已转办', false],
    ['待受理', 'decline', '不予受理', true],
    ['待补充', 'accept', '已受理', false],
    ['待补充', 'ask', '待补充', false],
    ['待补充', 'transfer', '已转办', false],
    ['待补充', 'decline', '不予受理', true],
    ['已受理', 'ask', '已受理', false],
    ['已受理', 'transfer', '已转办', false],
    ['已受理', 'close', '已办结', true],
    ['已转办', 'close', '已办结', true],
    ['不予受理', 'reopen', '已受理', false],
    ['已办结', 'reopen', '已受理', false],
  ]

  it.each(legal)('%s: %s leads to %s', (from, action, to, closed) => {
    expect(act(report, standing(from), deed(action))).toMatchObject({ state: to, closed })
  })

  const actions = ['accept', 'ask', 'transfer', 'decline', 'close', 'reopen', 'delete', '']
  const illegal = report.states
    .flatMap(({ id }) => actions.map((action) => [id, action] as const))
    .filter(([id, action]) => !legal.some(([from, name]) => from === id && name === action))

  it.each(illegal)('%s: %s is refused', (from, action) => {
    expect(refusal(() => act(report, standing(from), deed(action)))).toBe('illegalMove')
  })

  it('offers exactly the moves that are allowed', () => {
    expect(movesFrom(report, '已受理').map((m) => m.action)).toEqual(['ask', 'transfer', 'close'])
    expect(movesFrom(check, '已办结').map((m) => m.action)).toEqual(['reopen'])
  })
})

describe('what the person hears', () => {
  it('passes the reason on in plain words and knows the case by its id, not its number', () => {
    const { told, message } = act(report, standing('待受理'), deed('transfer', '这件事归清河镇管'))
    expect(told).toEqual({ type: 'told', case: 'x7', text: expect.stringContaining('说明：这件事归清河镇管') })
    expect(message).toEqual({ at, from: 'officer', text: told.text })
  })

  it('keeps a question apart, so that the next message can answer it', () => {
    const { told, message } = act(report, standing('已受理'), deed('ask', '  中标公司名称？ '))
    expect(told).toMatchObject({ question: '中标公司名称？', text: expect.stringContaining('中标公司名称？') })
    expect(message).toEqual({ at, from: 'officer', text: '中标公司名称？', question: true })
  })

  it('leaves no empty line where no reason was written', () => {
    expect(act(report, standing('待受理'), deed('accept', ' ')).told.text).not.toMatch(/\{reason\}|\n/)
  })

  it('takes $& and {reason} in an officer’s words literally', () => {
    expect(act(report, standing('已受理'), deed('close', '花费 $& $1 {reason}')).told.text).toContain(
      '花费 $& $1 {reason}',
    )
  })

  it('has plain words for every state, and never says that somebody is guilty', () => {
    for (const kind of cases)
      for (const { id } of kind.states) expect(says(kind, id)).not.toMatch(/诬告|有罪|违纪|查实|一定/)
  })

  it('leaves the reason out of the audit line, which is kept for ever', () => {
    const { audit } = act(report, standing('待受理'), deed('transfer', '王某的事'))
    expect(audit).toEqual({ who: 'officer:3', what: 'case.transfer', object: 'R-1001', note: '待受理 → 已转办' })
  })
})

describe('reasons that are refused', () => {
  it.each([
    ['missing', 'close', ''],
    ['blank', 'close', ' \n\t '],
    ['longer than 1000 characters', 'close', '字'.repeat(1001)],
    ['with a control character', 'close', '办\u0007结'],
    ['with a mark that turns the direction of writing', 'ask', '问\u202e题'],
    ['missing question', 'ask', ''],
  ])('%s', (_, action, reason) => {
    expect(refusal(() => act(report, standing('已受理'), deed(action, reason)))).toBe('badRequest')
  })

  it('takes exactly 1000 characters, line breaks and tabs', () => {
    expect(act(report, standing('已受理'), deed('close', '字'.repeat(1000))).state).toBe('已办结')
    expect(act(report, standing('已受理'), deed('close', '一\r\n二\t三')).told.text).toContain('一\n二\t三')
  })
})

describe('the clock of a case', () => {
  it('runs on while the office has only asked', () => {
    expect(act(report, standing('待受理'), deed('ask'))).toMatchObject({ due: '2026-12-11' })
  })

  it.each(['accept', 'transfer', 'decline'])('is met by %s', (action) => {
    expect(act(report, standing('待受理'), deed(action))).not.toHaveProperty('due')
  })

  it('keeps a limit that has no day yet', () => {
    const { due: _, ...provisional } = standing('待受理')
    const acted = act(report, provisional, deed('ask'))
    expect(acted.dueCite).toBe('nat.rule.realname.ack15')
    expect(acted).not.toHaveProperty('due')
  })
})
