import { type Bot, type Conversation, fresh } from '../../src/dialogue/index.ts'
import { type Answer, type Answers, type Field, type Flow, fieldAt, route, type Value } from '../../src/flow/index.ts'

/** A conversation that stands at one open question. */
export interface AtQuestion {
  readonly flow: string
  readonly path: string
  readonly field: Field
  readonly state: Conversation
}

/** A given answer, said in its own words two messages ago. */
export const given = (value: Value, said = typeof value === 'string' ? value : '原话'): Answer => ({
  is: 'given',
  value,
  said,
  turn: 1,
})

/** A value for any field, enough to get past it. */
export function someValue(field: Field): Value {
  switch (field.kind) {
    case 'choice':
      return Object.keys(field.options)[0] ?? ''
    case 'yesNo':
      return 'no'
    case 'place':
      return '许昌'
    case 'texts':
      return ['账本照片']
    case 'period':
      return { text: '去年8月', from: '2025-08-01', to: '2025-08-31' }
    case 'amount':
      return { text: '五万', min: 50_000, max: 50_000 }
    case 'phone':
      return '13812345678'
    case 'name':
      return '李秀英'
    case 'statement':
      return true
    default:
      return '把水泥拉回自己家'
  }
}

const beginnings: Readonly<Record<string, readonly Answers[]>> = {
  report: [
    {},
    { mode: given('实名') },
    { mode: given('匿名'), 'respondents[0].unit': given('柳树村'), 'facts[0].topic': given('收回扣') },
    {
      mode: given('匿名'),
      'respondents[0].name': given('王大贵'),
      'facts[0].what': given('收了包工头的钱'),
      'facts[0].about': given('money'),
    },
    { mode: given('匿名'), 'respondents[0].post': given('会计'), 'facts[0].what': given('把水泥拉回自己家') },
    // What the coach sees is read out of the words; here it is written down, because only a route is asked for.
    {
      mode: given('匿名'),
      'respondents[0].post': given('会计'),
      'facts[0].what': given('把水泥拉回自己家，我估计他还收了钱'),
      'facts[0].about': given('money'),
      flags_open: given(['speculation']),
    },
    {
      mode: given('匿名'),
      'respondents[0].post': given('会计'),
      'facts[0].what': given('把水泥拉回自己家，这个王八蛋'),
      rewritable: given('yes'),
    },
  ],
  'tolerance-check': [
    {},
    { area: given('许昌'), filed: given('yes') },
    { area: given('许昌'), consequence: given('安全生产责任事故(待认定)') },
    { area: given('南阳'), stage: given('事后') },
    { area: given('南阳'), hand_in: given('yes') },
    { area: given('周口') },
  ],
  'risk-filing': [{ area: given('周口') }, { area: given('许昌') }, { area: given('许昌'), meeting: given('no') }, {}],
  'tolerance-application': [
    { area: given('周口') },
    { area: given('南阳') },
    { area: given('南阳'), stage: given('事后'), before_or_after: given('after') },
    { area: given('南阳'), stage: given('事后') },
    { area: given('南阳'), stage: given('事后'), item: given('nanyang.case.3'), hand_in: given('yes') },
    {},
  ],
  'false-accusation': [{}, { who: given('普通群众') }],
  accountability: [{}, { area: given('许昌'), role: given('承办') }],
  exoneration: [
    { area: given('周口'), finding: given('核查不属实') },
    { area: given('许昌'), finding: given('还在查'), prepare: given('yes') },
    { area: given('许昌') },
    { area: given('周口'), finding: given('还在查') },
    {},
  ],
  revisit: [
    { area: given('周口') },
    {
      executed: given('有没落实的'),
      rights: given('有没保障到的'),
      record: given('有的不想记'),
      hand_in: given('yes'),
    },
    {},
  ],
}

/** Every question of every flow, each open in a conversation of its own. */
export function everyQuestion(bot: Bot): readonly AtQuestion[] {
  const found = new Map<string, AtQuestion>()
  for (const flow of bot.flows)
    for (const answers of beginnings[flow.id] ?? [{}])
      for (const at of along(bot, flow, answers))
        if (!found.has(`${flow.id} ${at.path}`)) found.set(`${flow.id} ${at.path}`, at)
  return [...found.values()]
}

function along(bot: Bot, flow: Flow, begin: Answers): AtQuestion[] {
  const out: AtQuestion[] = []
  let answers = begin
  for (let n = 0; n < 60; n++) {
    const { next } = route(flow, bot.rules, answers)
    if (next.type !== 'ask') break
    const { field, path } = next.open
    out.push({
      flow: flow.id,
      path,
      field,
      state: {
        ...fresh,
        turn: 2,
        frame: { flow: flow.id, edition: flow.edition, answers, reopened: {}, startedAt: '2026-11-23T09:00:00+08:00' },
      },
    })
    const first = field.kind === 'list' ? `${path}[0].${field.main}` : path
    answers = { ...answers, [first]: given(someValue(fieldAt(flow, first) ?? field)) }
  }
  return out
}
