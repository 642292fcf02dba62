import { papers } from '../../bot/papers/index.ts'
import { flows, kinds, openContent } from '../../src/assembly.ts'
import { type Material, offered } from '../../src/documents/index.ts'
import type { Answers, Conclusion, Value } from '../../src/flow/index.ts'
import type { CaseMessage } from '../../src/runtime/index.ts'

export const clauses = openContent().bot.clauses

export const said = (value: Value, words: string, turn: number) => ({ is: 'given', value, said: words, turn }) as const

/** An opened case of a kind, as the papers see it; what is not said is usual. */
export function opened(
  kind: string,
  answers: Answers,
  more: {
    messages?: readonly CaseMessage[]
    concluded?: readonly Conclusion[]
    identity?: Answers
    identityPaths?: readonly string[]
  } = {},
): Material {
  const flow = flows.findLast(({ id }) => id === kind)
  const { messages = [], concluded = [], identity, identityPaths = [] } = more
  return {
    case: {
      number: 'R-1001',
      kind,
      form: { flow: kind, edition: flow?.edition ?? '', answers, findings: [], concluded },
      messages,
      thread: { channel: 'web', person: 'p' },
      createdAt: '2026-11-23T09:30:00+08:00',
    },
    flow,
    kind: kinds.find(({ id }) => id === kind),
    clauses,
    office: '本单位',
    today: '2026-11-30',
    identity,
    identityPaths,
  }
}

/** A paper by its id. */
export function paperOf(id: string) {
  const paper = papers.find((each) => each.id === id)
  if (!paper) throw new Error(`no paper ${id}`)
  return paper
}

export { offered }

const given = said

/** What a person answered, by kind of case, as whole as people are. */
export const examples = {
  registration: opened(
    'report',
    {
      mode: given('实名', '我实名，我叫李秀英', 1),
      reporter_name: given('李秀英', '我叫李秀英', 1),
      phone: given('13800000000', '13800000000', 2),
      'respondents[0].name': given('王某', '王主任', 3),
      'respondents[0].unit': given('某某村', '就我们村的', 3),
      'respondents[0].post': { is: 'unknown', said: '不清楚', turn: 4 },
      'facts[0].what': given('把修路的水泥拉回自己家', '他把修路的水泥拉自己家去了', 5),
      'facts[0].time': given({ text: '去年八月', from: '2025-08-01', to: '2025-08-31' }, '去年八月', 6),
      'facts[0].known_by': given('亲见', '我亲眼看见的', 7),
      'facts[0].place': { is: 'declined', said: '这个不想说', turn: 8 },
      'facts[1].what': given('低保名额给了亲戚', '还有低保也给了他亲戚', 9),
      'facts[1].amount': given({ text: '两三万', min: 20000, max: 30000 }, '两三万吧', 10),
      evidence: given(['照片三张', '邻居可以作证'], '有三张照片，邻居也能作证', 11),
      prior: given('no', '没有', 12),
      statement: given(true, '确认', 13),
    },
    {
      identityPaths: ['reporter_name', 'phone'],
      messages: [
        { at: '2026-11-24T10:00:00+08:00', from: 'officer', text: '水泥大概有多少袋？', question: true },
        { at: '2026-11-25T08:00:00+08:00', from: 'person', text: '二十来袋。\n李秀英亲眼看着装车的。' },
        { at: '2026-11-25T09:00:00+08:00', from: 'officer', text: '内部的话', internal: true },
      ],
    },
  ),
  'risk-filing-application': opened('risk-filing', {
    area: given('许昌', '许昌市住建局', 2),
    unit: given('许昌市住建局', '许昌市住建局', 2),
    matter: given('历史遗留问题办证难小区，准备先验后补', '帮我填备案申请,历史遗留问题 办证难那个小区,准备先验后补', 1),
    item: given('xuchang.filing.positive.6', '历史遗留问题', 1),
    minutes_no: given('〔2026〕41号', '纪要〔2026〕41号', 7),
    minutes_date: given({ text: '27号', from: '2026-11-27', to: '2026-11-27' }, '27号开的', 7),
    risk: given(['消防验收不合格', '业主再次上访'], '怕消防验收不合格、怕业主再上访', 4),
    measures: given(['请第三方检测', '分批发证', '每周专班例会'], '1 请第三方检测 2 分批发证 3 每周专班例会', 5),
    reviewer: given('王副市长(分管)', '王副市长分管', 6),
    confirm_submit: given(true, '生成申请书', 8),
  }),
  'tolerance-application': opened(
    'tolerance-application',
    {
      area: given('南阳', '南阳的', 1),
      matter: given('改革试点流程上出了偏差，多花了三万元', '改革试点流程上出了偏差，多花了三万元。', 2),
      stage: given('事后', '做完了', 3),
      fact_date: given({ text: '今年3月', from: '2026-03-01', to: '2026-03-31' }, '今年3月', 4),
      before_or_after: given('after', '已经在查了', 5),
      kind: given('党纪政务处分', '怕给处分', 6),
      item: given('nanyang.case.3', '3', 7),
      collective: given('yes', '上过会', 8),
      remedy: given('已经追回两万元', '追回两万了', 9),
      private_gain: { is: 'declined', said: '不想说', turn: 10 },
      impact: { is: 'unknown', said: '说不清', turn: 11 },
      evidence: given([], '没有', 12),
      applicant: given('张三', '张三', 13),
      unit: given('某局', '某局', 13),
      post: { is: 'skipped', said: '跳过', turn: 14 },
    },
    {
      concluded: [
        {
          id: 'route_to',
          label: '向谁提出',
          value: '党委（党组）或纪检监察机关',
          says: '',
          cites: ['nanyang.route.1'],
        },
        { id: 'timing', label: '申请的时候', value: '被调查追责以后', says: '', cites: [] },
      ],
    },
  ),
  'clarification-letter': opened(
    'exoneration',
    {
      area: given('许昌', '许昌的', 1),
      finding: given('核查不属实', '查了说不属实', 2),
      matter: given('说我收了工程老板五万元', '举报说我收了工程老板五万元', 3),
      applicant: given('张三', '张三', 4),
      unit: given('某镇', '某镇', 4),
      contact: given('13900000000', '电话13900000000', 4),
    },
    {
      identityPaths: ['contact'],
      messages: [
        {
          at: '2026-11-28T10:00:00+08:00',
          from: 'officer',
          text: '澄清已经批准',
          facts: { approved_on: '2026-11-27', ways: ['written', 'meeting'], scope: '某镇机关' },
        },
      ],
    },
  ),
  'revisit-record': opened(
    'revisit',
    {
      area: given('湖南', '湖南的', 1),
      track: given(['党纪处分'], '党纪处分', 2),
      feeling: { is: 'declined', said: '不想说', turn: 3 },
      difficulties: given(['孩子上学'], '孩子上学', 4),
      wishes: { is: 'later', said: '后面再说', turn: 5 },
      record: given('有的不想记', '有的不想记', 6),
      record_not: given('家里的事', '家里的事不要记', 7),
      visited: { is: 'skipped', said: '跳过', turn: 8 },
    },
    {
      messages: [
        {
          at: '2026-11-29T10:00:00+08:00',
          from: 'officer',
          text: '谢谢您愿意谈。',
          facts: { visited_on: '2026-11-28', executed_looked: 'yes', conduct_looked: 'yes', rights_looked: 'no' },
        },
      ],
    },
  ),
} as const satisfies Readonly<Record<string, Material>>
export type PaperId = keyof typeof examples
