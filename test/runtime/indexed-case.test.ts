import { expect, test } from 'vitest'
import { bot } from '../../bot/index.ts'
import type { Answers } from '../../src/flow/index.ts'
import { type Case, indexedCase, searchable } from '../../src/runtime/index.ts'

const flow = bot.flows.find(({ id }) => id === 'report')!
const given = (value: unknown, said = '') => ({ is: 'given', value, said, turn: 1 }) as Answers[string]

const answers: Answers = {
  mode: given('实名', '实名吧'),
  reporter_name: given('李秀英', '我叫李秀英'),
  phone: given('13800000000', '电话 138-0000-0000'),
  'respondents[0].post': given('村党支部书记'),
  'respondents[0].name': given('周明', '支书周明，李秀英不会看错'),
  'respondents[0].unit': given('柳树镇柳树村'),
  'respondents[1].post': given('会计'),
  'facts[0].topic': given('占用集体财物'),
  'facts[0].what': given('把修村道的两車水泥拉到自己家\n盖房', '他把兩车水泥 拉回家了'),
  'facts[0].time': given({ text: '去年8月', from: '2025-08-01', to: '2025-08-31' }),
  'facts[0].place': given('村东头'),
  'facts[1].what': given('收了施工队的钱'),
  'facts[1].amount': given({ text: '三五万', min: 30000, max: 50000 }),
  'facts[1].time': { is: 'unknown', said: '记不得了', turn: 9 },
  'facts[1].known_by': given('转述'),
  evidence: given(['转账截图', '公告']),
}

const found = (more: Partial<Case> = {}): Case => ({
  ...{ id: 'c1', number: 'R-1001', kind: 'report', state: '待受理', fence: 0, revision: 1, unit: 'local' },
  ...{ createdAt: '2026-11-21T09:00:00+08:00', changedAt: '2026-11-21T09:00:00+08:00', closed: false },
  ...{ purpose: 'report', clocks: [], steps: [], identity: true, heard: [], messages: [] },
  thread: { channel: 'web', person: 'p' },
  area: '河南省许昌市',
  form: { flow: 'report', edition: '2026-11-01', answers, findings: [] },
  ...more,
})
const entry = (more?: Partial<Case>) => indexedCase(found(more), flow, ['reporter_name', 'phone'])

test('an entry knows whom a case is about, what it reports, when, where and how much', () => {
  expect(entry()).toMatchObject({
    ...{ id: 'c1', number: 'R-1001', kind: 'report', unit: 'local', area: '河南省许昌市' },
    at: '2026-11-21T09:00:00+08:00',
    people: [
      { name: '周明', unit: '柳树镇柳树村', post: '村党支部书记' },
      { name: '', post: '会计' },
    ],
    facts: [
      { what: '把修村道的两車水泥拉到自己家\n盖房', place: '村东头', from: '2025-08-01', to: '2025-08-31' },
      { what: '收了施工队的钱', amountMin: 30000, amountMax: 50000 },
    ],
    lines: 0,
  })
})

test('its text is everything said, in one spelling, and each line says where in the form it stands', () => {
  const { text, labels } = entry()
  const lines = Object.fromEntries(text.split('\n').map((line, n) => [line, labels[n]]))
  expect(text.split('\n')).toHaveLength(labels.length)
  expect(lines).toMatchObject({
    河南省许昌市: '地区',
    周明: '被反映人 1 · 姓名',
    把修村道的两车水泥拉到自己家盖房: '事情 1 · 经过',
    他把两车水泥拉回家了: '事情 1 · 经过',
    去年8月: '事情 1 · 时间',
    听别人说: '事情 2 · 怎么知道的',
    转账截图公告: '证据线索',
  })
})

test('it never says who reported, though they are named in other answers, too', () => {
  expect(JSON.stringify(entry())).not.toMatch(/李秀英|138/)
})

test('what was written later is in it, and it knows how much of that it has read', () => {
  const at = '2026-11-22T09:00:00+08:00'
  const messages = [
    { at, from: 'officer', text: '是哪一家施工队？', question: true },
    { at, from: 'person', text: '宏遠建築隊' },
  ] as const
  const { text, labels, lines } = entry({ messages })
  expect(lines).toBe(2)
  expect(text.split('\n').slice(-2)).toEqual(['是哪一家施工队?', '宏远建筑队'])
  expect(labels.slice(-2)).toEqual(['办理中的话', '来件人的补充'])
})

test('a form whose edition is gone is searched by its words all the same', () => {
  const { people, facts, text } = indexedCase(found(), undefined, ['reporter_name', 'phone'])
  expect([people, facts]).toEqual([[], []])
  expect(text).toContain('两车水泥')
})

test('a form about one matter names its person and reports one thing', () => {
  const filing = bot.flows.find(({ id }) => id === 'exoneration')!
  const own = { applicant: given('陈立'), unit: given('柳河镇财政所'), contact: given('13800000000') }
  const form = { flow: 'exoneration', edition: filing.edition, answers: own, findings: [] }
  const { people, text } = indexedCase(found({ form }), filing, ['contact'])
  expect(people).toEqual([{ name: '陈立', unit: '柳河镇财政所' }])
  expect(text).not.toContain('138')
})

test('it ends after 32,000 characters', () => {
  const long = Array.from({ length: 20 }, (_, n) => [`facts[${n}].what`, given(`${n}`.padEnd(2000, '水'))])
  const { text, labels } = entry({
    form: { flow: 'report', edition: '2026-11-01', answers: Object.fromEntries(long), findings: [] },
  })
  expect(text.length).toBeLessThanOrEqual(32_000)
  expect(text.split('\n')).toHaveLength(labels.length)
})

test.each([
  ['舉 報　信', '举报信'],
  ['Ｔｅａｍｓ 会议 A座', 'teams 会议 a座'],
  ['  ', ''],
])('%j is searched as %j', (text, plain) => {
  expect(searchable(text)).toBe(plain)
})
