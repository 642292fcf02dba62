import { describe, expect, it } from 'vitest'
import { cases } from '../../bot/cases/index.ts'
import { Refused } from '../../src/base/index.ts'
import type { Answers } from '../../src/flow/index.ts'
import {
  type CaseKind,
  type Deed,
  act as decide,
  type Facts,
  movesFrom,
  type Standing,
  says,
} from '../../src/intake/index.ts'

const [report, check] = cases as [(typeof cases)[number], (typeof cases)[number]]
const at = '2026-11-23T09:30:00+08:00'
const calendar = {
  coveredFrom: '2026-01-01',
  coveredUntil: '2026-12-31',
  off: new Set<string>(),
  work: new Set<string>(),
}
const clock = {
  id: 'acceptance',
  cite: 'nat.rule.realname.ack15',
  length: { workingDays: 15 },
  began: '2026-11-20',
  pauses: [],
}
const standing = (state: string) => ({ id: 'x7', number: 'R-1001', state, clocks: [clock] })
const deed = (action: string, reason = '材料齐全') => ({ action, reason, officer: '3', at })
const named: Answers = { mode: { is: 'given', value: '实名', said: '实名', turn: 1 } }
const act = (kind: CaseKind, from: Standing, done: Deed, known: Answers = {}) =>
  decide(kind, from, done, known, calendar)
const refusal = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return error instanceof Refused ? error.code : error
  }
  return 'not refused'
}

describe('officers move a report only along its life', () => {
  const disposals = ['谈话函询', '初步核实', '暂存待查', '予以了结', '移送审查调查']
  const handling = ['已受理', '已移送承办', ...disposals]
  const told: Readonly<Record<string, Facts>> = {
    'keep-on-file': { nothing_new: 'yes' },
    'register-passed': { registered_on: '2026-11-20' },
    'sent-upper': { sent_on: '2026-11-23' },
    assign: { assigned_on: '2026-11-20', assigned_by: '省纪委监委' },
    'hand-over': { handed_on: '2026-11-23' },
    'feed-back': { fed_back_on: '2026-11-23', objection: 'none' },
    ...Object.fromEntries(
      ['inquire', 'verify', 'hold', 'settle', 'investigate'].map((name) => [
        name,
        { studied_on: '2026-11-23', approved_by: '副书记' },
      ]),
    ),
  }
  const named15: readonly [string, string, string, boolean][] = handling.map((from) => [
    from,
    'conclude',
    '待反馈',
    false,
  ])
  const legal: readonly (readonly [from: string, action: string, to: string, closed: boolean])[] = [
    ['待受理', 'keep-on-file', '登记留存', true],
    ['待受理', 'register-passed', '待受理', false],
    ['待补充', 'register-passed', '待补充', false],
    ['待受理', 'to-upper', '待报上级', false],
    ['待报上级', 'sent-upper', '已报上级', true],
    ['待受理', 'assign', '待受理', false],
    ['待补充', 'assign', '待补充', false],
    ...handling.map((from) => [from, 'assign', from, false] as const),
    ['已受理', 'hand-over', '已移送承办', false],
    ...['已移送承办', '谈话函询', '初步核实', '暂存待查'].flatMap((from) =>
      [
        ['inquire', '谈话函询'],
        ['verify', '初步核实'],
        ['hold', '暂存待查'],
        ['settle', '予以了结'],
        ['investigate', '移送审查调查'],
      ].flatMap(([action = '', to = '']) => (from === to ? [] : [[from, action, to, false] as const])),
    ),
    ...['已移送承办', ...disposals].flatMap((from) => [
      [from, 'ask', from, false] as const,
      [from, 'close', '已办结', true] as const,
    ]),
    ['待反馈', 'feed-back', '已办结', true],
    ['待反馈', 'note-objection', '待反馈', false],
    ['已办结', 'note-objection', '已办结', true],
    ['登记留存', 'reopen', '已受理', false],
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
    expect(act(report, standing(from), { ...deed(action), inputs: told[action] ?? {} })).toMatchObject({
      state: to,
      closed,
    })
  })

  it.each(named15)('a real-name report, %s: %s leads to %s', (from, action, to, closed) => {
    const done = { ...deed(action), inputs: { concluded_on: '2026-11-23' } }
    expect(act(report, standing(from), done, named)).toMatchObject({ state: to, closed })
    expect(refusal(() => act(report, standing(from), deed('close'), named))).toBe('illegalMove')
  })

  // 记一笔 and 写给对方 may be made wherever a case stands.
  const anywhere = ['note', 'write']
  const moves = report.moves.map(({ action }) => action).filter((action) => !anywhere.includes(action))
  const actions = [...new Set(moves), 'delete', '']
  const illegal = report.states
    .flatMap(({ id }) => actions.map((action) => [id, action] as const))
    .filter(([id, action]) => !legal.some(([from, name]) => from === id && name === action))

  it.each(illegal)('%s: %s is refused', (from, action) => {
    expect(refusal(() => act(report, standing(from), deed(action)))).toBe('illegalMove')
  })

  it('offers exactly the moves that are allowed', () => {
    expect(movesFrom(report, '已受理').map((m) => m.action)).toEqual([
      ...['ask', 'transfer', 'assign', 'extend', 'hand-over', 'close', ...anywhere],
    ])
    expect(movesFrom(check, '已办结').map((m) => m.action)).toEqual(['reopen', ...anywhere])
  })
})

describe('what the person hears', () => {
  it('passes the reason on in plain words and knows the case by its id, not its number', () => {
    const { told, message } = act(report, standing('待受理'), deed('transfer', '这件事归清河镇管'))
    expect(told).toEqual({ type: 'told', case: 'x7', text: expect.stringContaining('说明：这件事归清河镇管') })
    expect(message).toEqual({ at, from: 'officer', text: told?.text })
  })

  it('keeps a question apart, so that the next message can answer it', () => {
    const { told, message } = act(report, standing('已受理'), deed('ask', '  中标公司名称？ '))
    expect(told).toMatchObject({ question: '中标公司名称？', text: expect.stringContaining('中标公司名称？') })
    expect(message).toEqual({ at, from: 'officer', text: '中标公司名称？', question: true })
  })

  it('leaves no empty line where no reason was written', () => {
    expect(act(report, standing('待受理'), deed('accept', ' ')).told?.text).not.toMatch(/\{reason\}|\n/)
  })

  it('takes $& and {reason} in an officer’s words literally', () => {
    expect(act(report, standing('已受理'), deed('close', '花费 $& $1 {reason}')).told?.text).toContain(
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
    expect(act(report, standing('已受理'), deed('close', '一\r\n二\t三')).told?.text).toContain('一\n二\t三')
  })
})

describe('the clock of a case', () => {
  it('runs on while the office has only asked', () => {
    expect(act(report, standing('待受理'), deed('ask'))).toMatchObject({ due: '2026-12-11', dueCite: clock.cite })
  })

  it.each(['accept', 'transfer', 'decline'])('is met by %s', (action) => {
    const acted = act(report, standing('待受理'), deed(action))
    expect(acted).not.toHaveProperty('due')
    expect(acted.clocks).toEqual([{ ...clock, ended: '2026-11-23' }])
  })

  it('keeps a limit that has no day yet', () => {
    const late = { ...standing('待受理'), clocks: [{ ...clock, began: '2026-12-20' }] }
    const acted = act(report, late, deed('ask'))
    expect(acted.dueCite).toBe('nat.rule.realname.ack15')
    expect(acted).not.toHaveProperty('due')
  })
})
