import { describe, expect, it } from 'vitest'
import { letterRules } from '../../bot/cases/exoneration-letter.ts'
import { cases } from '../../bot/cases/index.ts'
import { Refused } from '../../src/base/index.ts'
import type { Answers } from '../../src/flow/index.ts'
import {
  act,
  type CaseKind,
  checkLetter,
  type Facts,
  factsOf,
  kindFor,
  mayMove,
  movesFrom,
  open,
} from '../../src/intake/index.ts'

const calendar = {
  coveredFrom: '2026-01-01',
  coveredUntil: '2026-12-31',
  off: new Set<string>(),
  work: new Set<string>(),
}
const answers = (fields: Record<string, string>): Answers =>
  Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, { is: 'given', value, said: value, turn: 1 }]))
const named = (id: string): CaseKind => cases.find((kind) => kind.id === id)!

/** A case that is worked on day by day; a refused move leaves it as it was. */
function worked(id: string, fields: Record<string, string>, on = '2026-11-02') {
  const form = answers(fields)
  const kind = kindFor(cases, id, form)!
  let now: ReturnType<typeof open> & { messages: { facts?: Facts }[] } = {
    ...open(kind, form, `${on}T09:00:00+08:00`, calendar),
    messages: [],
  }
  const move = (day: string, action: string, inputs: Facts = {}, reason = '照办') => {
    try {
      const known = factsOf(form, now.messages)
      const standing = { id: 'x', number: 'X-1001', ...now }
      const deed = { action, reason, inputs, officer: '3', at: `${day}T10:00:00+08:00` }
      const { due, dueCite, ...acted } = act(kind, standing, deed, known, calendar)
      const { due: _, dueCite: __, ...kept } = now
      const nearest = { ...(due === undefined ? {} : { due }), ...(dueCite === undefined ? {} : { dueCite }) }
      now = {
        ...kept,
        ...nearest,
        state: acted.state,
        clocks: acted.clocks,
        messages: [...now.messages, acted.message],
      }
      return acted.state
    } catch (error) {
      if (error instanceof Refused) return error.code
      throw error
    }
  }
  const can = () => movesFrom(kind, now.state, factsOf(form, now.messages)).map(({ action }) => action)
  return { move, can, now: () => now, kind }
}

describe('a real-name report', () => {
  it('has two clocks of fifteen working days, one from receipt and one from conclusion', () => {
    const { move, now } = worked('report', { mode: '实名' })
    expect(now().due).toBe('2026-11-23')
    move('2026-11-05', 'accept')
    expect(now()).not.toHaveProperty('due')
    expect(move('2026-11-20', 'conclude', { concluded_on: '2026-11-16' })).toBe('待反馈')
    expect(now()).toMatchObject({ due: '2026-12-07', dueCite: 'nat.rule.realname.result15' })
    expect(move('2026-11-23', 'feed-back', { fed_back_on: '2026-11-23', objection: 'none' })).toBe('已办结')
    expect(now().clocks.map(({ id, ended }) => [id, ended])).toEqual([
      ['acceptance', '2026-11-05'],
      ['result', '2026-11-23'],
    ])
  })

  it('handed down by a superior has three months, and three more once, if it is reported up', () => {
    const { move, now } = worked('report', { mode: '匿名' })
    expect(now()).not.toHaveProperty('due')
    move('2026-11-03', 'accept')
    expect(move('2026-11-03', 'extend', { extended_on: '2026-11-03', reported_up: 'yes' })).toBe('illegalMove')
    move('2026-11-03', 'assign', { assigned_on: '2026-08-31', assigned_by: '省纪委监委' })
    expect(now()).toMatchObject({ due: '2026-11-30', dueCite: 'nat.rule.21' })
    expect(move('2026-11-20', 'extend', { extended_on: '2026-11-20', reported_up: 'no' })).toBe('moveNeeds')
    expect(move('2026-11-20', 'extend', { extended_on: '2026-11-20', reported_up: 'yes' })).toBe('已受理')
    expect(now().due).toBe('2027-02-28')
    expect(move('2026-11-21', 'extend', { extended_on: '2026-11-21', reported_up: 'yes' })).toBe('illegalMove')
  })

  it('tells the person nothing of the way it is disposed of', () => {
    const says = named('report')
      .states.filter(({ cite }) => cite === 'nat.rule.17')
      .map((state) => state.says)
    expect(new Set(says).size).toBe(1)
    expect(
      named('report')
        .moves.filter(({ cite }) => cite === 'nat.rule.17')
        .every(({ tells }) => tells === undefined),
    ).toBe(true)
  })
})

describe('a filing beforehand', () => {
  it('goes its whole way in 许昌, with the minutes and the bodies, and cannot be revoked there', () => {
    const { move, can, now } = worked('risk-filing', { area: '许昌' })
    expect(now().state).toBe('草拟')
    expect(move('2026-11-03', 'review', { reviewed_on: '2026-11-03', reviewed_by: '副市长' })).toBe('illegalMove')
    expect(move('2026-11-03', 'put-to-meeting')).toBe('班子研究')
    expect(move('2026-11-04', 'minutes', { minutes_no: '〔2026〕41号', minutes_date: '2026-11-05' })).toBe('badRequest')
    expect(move('2026-11-05', 'minutes', { minutes_no: '〔2026〕41号', minutes_date: '2026-11-04' })).toBe('党组申请')
    expect(move('2026-11-06', 'apply', { applied_on: '2026-11-06', applicant_name_is_party_group: 'no' })).toBe(
      'moveNeeds',
    )
    expect(move('2026-11-06', 'apply', { applied_on: '2026-11-06', applicant_name_is_party_group: 'yes' })).toBe(
      '待分管领导审核',
    )
    expect(move('2026-11-09', 'review', { reviewed_on: '2026-11-09', reviewed_by: '副市长' })).toBe('待报送')
    expect(move('2026-11-10', 'receive', { received_on: '2026-11-10' })).toBe('监督检查室审核')
    expect(move('2026-11-11', 'file', { decided_on: '2026-11-11' })).toBe('illegalMove')
    expect(move('2026-11-11', 'confer', { report_on: '2026-11-11' })).toBe('会商')
    expect(move('2026-11-12', 'deliberate', { conferred_on: '2026-11-12', conferred: 'no' })).toBe('moveNeeds')
    expect(move('2026-11-12', 'deliberate', { conferred_on: '2026-11-12', conferred: 'yes' })).toBe('常委会审议')
    expect(move('2026-11-13', 'file', { decided_on: '2026-11-13' })).toBe('已备案')
    expect(move('2026-11-16', 'track')).toBe('跟踪中')
    expect(can()).not.toContain('revoke')
    expect(move('2026-11-17', 'correct')).toBe('已纠偏')
    expect(move('2026-11-18', 'close')).toBe('已办结')
    expect(now()).not.toHaveProperty('due')
  })

  it('waits for the party group where somebody wished to apply alone, and for the leader where all is there', () => {
    const begins = (fields: Record<string, string>) => worked('risk-filing', { area: '许昌', ...fields }).now().state
    expect(begins({ minutes_no: '8号', applicant_name_is_party_group: 'no' })).toBe('党组申请')
    expect(begins({ minutes_no: '8号' })).toBe('待分管领导审核')
  })

  it('lives otherwise in 湘江新区, where it may be revoked by a named body', () => {
    const { move, kind } = worked('risk-filing', { area: '湘江新区' })
    expect(kind.id).toBe('risk-filing-newarea')
    expect(move('2026-11-03', 'minutes', { minutes_no: '1号', minutes_date: '2026-11-02' })).toBe('illegalMove')
    expect(move('2026-11-03', 'assess')).toBe('研判指导')
    expect(move('2026-11-04', 'revoke')).toBe('badRequest')
    expect(move('2026-11-04', 'revoke', { revoked_on: '2026-11-04', revoked_by: '新区纪检监察工委' })).toBe('已撤销')
    expect(worked('risk-filing', { area: '长沙' }).kind.id).toBe('risk-filing')
  })
})

describe('an application in 南阳', () => {
  it('has five working days from acceptance and five from the decision, whatever the day it is written down', () => {
    const { move, now } = worked('tolerance-application', { area: '南阳' })
    expect(now()).not.toHaveProperty('due')
    move('2026-11-06', 'accept', { accepted_on: '2026-11-05' })
    expect(now()).toMatchObject({ due: '2026-11-12', dueCite: 'nanyang.step.2' })
    move('2026-11-12', 'investigate', { opinion_on: '2026-11-11', approved_on: '2026-11-12' })
    expect(now()).not.toHaveProperty('due')
    expect(move('2026-11-20', 'deliberate', { report_on: '2026-11-20', heard: 'no' })).toBe('moveNeeds')
    move('2026-11-20', 'deliberate', { report_on: '2026-11-20', heard: 'yes' })
    move('2026-11-23', 'decide', { decided_on: '2026-11-23', decided_by: 'party' })
    expect(now()).toMatchObject({ due: '2026-11-30', dueCite: 'nanyang.step.5' })
    expect(move('2026-11-24', 'feed-back', { fed_back_on: '2026-11-24', in_writing: 'no' })).toBe('moveNeeds')
    expect(move('2026-11-24', 'feed-back', { fed_back_on: '2026-11-24', in_writing: 'yes' })).toBe('已反馈')
  })
})

describe('clearing a name', () => {
  const ready = { proposed_on: '2026-11-10', finding: '核查不属实', other_leads_open: 'no', body: 'department' }
  it('waits while other leads are open, and counts its month from the day they were closed', () => {
    const { move, now } = worked('exoneration', { area: '许昌', finding: '核查不属实', other_leads_open: 'yes' })
    expect(now()).not.toHaveProperty('due')
    expect(move('2026-11-10', 'take-up', { leads_closed_on: '2026-11-09', other_leads_open: 'yes' })).toBe('moveNeeds')
    expect(move('2026-11-10', 'take-up', { leads_closed_on: '2026-11-09', other_leads_open: 'no' })).toBe(
      '待提出是否启动意见',
    )
    expect(now()).toMatchObject({ due: '2026-12-09', dueCite: 'xuchang.clarify.1month' })
    expect(move('2026-11-11', 'propose', { ...ready, other_leads_open: 'yes' })).toBe('moveNeeds')
    expect(move('2026-11-11', 'propose', { ...ready, finding: '属实' })).toBe('moveNeeds')
    expect(move('2026-11-11', 'propose', ready)).toBe('待批准')
  })

  it.each([
    ['department', 'approve', { approved_on: '2026-11-12' }],
    [
      'stationed',
      'approve-stationed',
      {
        studied_on: '2026-11-11',
        head_agreed_on: '2026-11-11',
        approved_on: '2026-11-12',
        wide: 'no',
        consulted: 'no',
      },
    ],
    [
      'township',
      'approve-township',
      {
        studied_on: '2026-11-11',
        head_agreed_on: '2026-11-11',
        approved_on: '2026-11-12',
        wide: 'no',
        consulted: 'no',
      },
    ],
    ['enterprise', 'approve-enterprise', { approved_on: '2026-11-12', approved_by: '纪委书记' }],
  ])('is approved in its own way for a %s', (body, action, inputs) => {
    const { move, can } = worked('exoneration', { area: '许昌', finding: '核查不属实', other_leads_open: 'no' })
    move('2026-11-11', 'propose', { ...ready, body })
    expect(can().filter((each) => each.startsWith('approve'))).toEqual([action])
    const all = { ...inputs, scope: '所在单位' }
    expect(move('2026-11-12', action, { ...all, ways: ['meeting'] })).toBe('moveNeeds')
    if ('wide' in inputs)
      expect(move('2026-11-12', action, { ...all, wide: 'yes', ways: ['written'] })).toBe('moveNeeds')
    expect(move('2026-11-12', action, { ...all, ways: ['written', 'meeting'] })).toBe('实施澄清')
    expect(move('2026-11-13', 'clarify', { clarified_on: '2026-11-13', letter_checked: 'no' })).toBe('moveNeeds')
    expect(move('2026-11-13', 'clarify', { clarified_on: '2026-11-13', letter_checked: 'yes' })).toBe('已澄清')
    expect(move('2026-11-16', 'close')).toBe('已办结')
  })

  it('is screened by five departments in 云南, entered in ledger and file, and reported back before it is closed', () => {
    const { move, can } = worked('exoneration', { area: '昆明', finding: '核查不属实' })
    expect(can()).toContain('screen')
    move('2026-11-03', 'screen')
    const four = ['handling', 'petition', 'conduct', 'cases']
    const seen = { screened_on: '2026-11-04', other_leads_open: 'no' }
    expect(move('2026-11-04', 'screened', { ...seen, screened_by: four })).toBe('moveNeeds')
    expect(move('2026-11-04', 'screened', { ...seen, screened_by: [...four, 'trial'] })).toBe('待批准')
    const approved = { approved_on: '2026-11-05', scope: '村小组' }
    expect(move('2026-11-05', 'approve', { ...approved, ways: ['written', 'media'] })).toBe('moveNeeds')
    move('2026-11-05', 'approve', { ...approved, ways: ['written'] })
    move('2026-11-06', 'clarify', { clarified_on: '2026-11-06', letter_checked: 'yes' })
    expect(move('2026-11-09', 'close')).toBe('moveNeeds')
    move('2026-11-09', 'record', { in_ledger: 'yes', integrity_file: 'yes', personnel_told: 'yes' })
    expect(move('2026-11-09', 'close')).toBe('已办结')
    expect(worked('exoneration', { area: '许昌' }).can()).not.toContain('screen')
  })
})

describe('a revisit and an accountability check', () => {
  it('reminds of the day planned and of the end of the period of a sanction, and keeps one file for one person', () => {
    const { move, now } = worked('revisit', { area: '许昌' })
    expect(move('2026-11-03', 'plan', { visit_on: '2026-11-02' })).toBe('badRequest')
    move('2026-11-03', 'plan', { visit_on: '2026-11-20' })
    expect(now().due).toBe('2026-11-20')
    move('2026-11-04', 'note-period', { sanction: 'warning', effective_on: '2026-08-31' })
    expect(now().clocks.map(({ cite }) => cite)).toContain('nat.admin.8')
    const looked = { executed_looked: 'yes', conduct_looked: 'yes', rights_looked: 'no' }
    expect(move('2026-11-20', 'visited', { visited_on: '2026-11-20', ...looked })).toBe('moveNeeds')
    expect(move('2026-11-20', 'visited', { visited_on: '2026-11-20', ...looked, rights_looked: 'yes' })).toBe('已回访')
    expect(now().due).toBe('2027-02-28')
    expect(move('2026-11-23', 'file', { own_file: 'no' })).toBe('moveNeeds')
    expect(move('2026-11-23', 'file', { own_file: 'yes' })).toBe('已归档')
  })

  it('holds nobody to account in the party who is no organisation and no leading cadre', () => {
    const { move } = worked('accountability', {})
    const checked = { subject: 'discipline', object: 'leader', responsibility: 'main', evidence: 'yes' }
    expect(move('2026-11-03', 'check-subject', { ...checked, object: 'staff' })).toBe('moveNeeds')
    expect(move('2026-11-03', 'check-subject', { ...checked, subject: 'other' })).toBe('moveNeeds')
    expect(move('2026-11-03', 'check-subject', checked)).toBe('责任已核对')
    expect(move('2026-11-04', 'decide', { decided_on: '2026-11-04', decision_no: '3号' })).toBe('illegalMove')
  })
})

describe('who may make a move', () => {
  const report = named('report')
  const accept = report.moves.find(({ action }) => action === 'accept')!
  const verify = report.moves.find(({ action }) => action === 'verify')!
  it.each([
    ['the desk that receives', accept, ['受理'], true],
    ['the desk that handles', accept, ['承办'], false],
    ['the desk that handles', verify, ['承办'], true],
    ['the desk that receives', verify, ['受理'], false],
    ['an auditor', accept, ['审计管理员'], false],
    ['nobody', accept, [], false],
  ])('%s: %o', (_, move, roles, may) => {
    expect(mayMove(report, move, { roles })).toBe(may)
  })
})

describe('三只三不 on a draft letter', () => {
  const letter =
    '经核查，关于您侵吞集体资金的反映不属实。您一贯表现优秀。我们走访了村民，调取了账目，举报人是同村的。将在公众号和全市发布。'
  const approved = { ways: ['written'], scope: '所在村' }
  it('points at each place that judges the person, tells how, or goes beyond', () => {
    const found = checkLetter(letter, approved, letterRules).map(({ rule, from, to }) => [rule, letter.slice(from, to)])
    expect(found).toEqual([
      ['whole', '一贯表现'],
      ['whole', '表现优秀'],
      ['detail', '走访了'],
      ['detail', '调取了'],
      ['detail', '举报人'],
      ['scope', '公众号'],
      ['scope', '全市'],
    ])
  })

  it('finds nothing in a plain one, in what is said not to be done, and in a way that was approved', () => {
    const plain = '经核查，关于您侵吞集体资金的反映不属实。本函只说这一件事，不作全面评价，也不在网上发布。'
    expect(checkLetter(plain, approved, letterRules)).toEqual([])
    expect(checkLetter('将在公众号刊登。', { ways: ['written', 'media'], scope: '' }, letterRules)).toEqual([])
  })
})
