import { describe, expect, it } from 'vitest'
import { bot } from '../support/bot.ts'
import { kept, tellAll, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

/** One sentence that tells much: what is to be kept of it. `无`: it was not told, and may not be made up. */
type Told = readonly (readonly [string, Readonly<Record<string, string>>])[]

const check: Told = [
  [
    '许昌的，能不能容错，手续没办就先开工了，班子集体定的，没有人捞好处，没出啥事，头一回干',
    { area: '许昌', stage: '事中', collective: 'yes', private_gain: 'no', consequence: 'none', repeated: 'no' },
  ],
  [
    '想问问能不能容错，我们在禹州，防汛抢险没走采购，东西都用完了，事情已经办完了，我一个人拍的板，一分没拿',
    { area: '许昌', stage: '事后', collective: 'no', private_gain: 'no', consequence: '无' },
  ],
  [
    '我们是许昌的，能不能容错，老小区没房产证，打算先发证后补手续，上过会了，没造成损失，就这一回',
    { stage: '事前', collective: 'yes', consequence: 'none', repeated: 'no', private_gain: '无' },
  ],
  [
    '算不算容错，南阳的，招商材料没齐先办了证，已经整改到位，损失不大，没往自己兜里装',
    { area: '南阳', item: 'nanyang.case.5', consequence: 'minor', private_gain: 'no', remedied: 'yes' },
  ],
  [
    '许昌的能不能容错，重大项目压力很大，有一些手续还没批，问题挺严重的，群众上访了很多年',
    { area: '许昌', consequence: '无', private_gain: '无', collective: '无', repeated: '无' },
  ],
  [
    '许昌的，能不能容错，企业拿了地还没拿到批文，收了农户的地就干了，以前没有先例',
    { private_gain: '无', repeated: '无', consequence: '无' },
  ],
  [
    '能不能容错，周口的，改革试点干了俩月了，开了党组会定的，谁也没得好处，目前没啥影响',
    { area: '周口', stage: '事中', collective: 'yes', consequence: 'none' },
  ],
  [
    '许昌，我们想先开工后补手续，能不能容错，没上会，书记自己拍的板，我亲戚干的活',
    { stage: '事前', collective: 'no', private_gain: 'yes' },
  ],
  [
    '南阳的想问能不能容错，乡村振兴补贴发错了几户，钱都追回来了，去年也出过一回，有点小损失',
    { item: 'nanyang.case.6', remedied: 'yes', repeated: 'yes', consequence: 'minor' },
  ],
  [
    '许昌的，能不能容错，山体塌方抢修没招标，集体研究过，没人受伤，没啥损失',
    { item: 'xuchang.filing.positive.7', collective: 'yes', consequence: 'none' },
  ],
]

const application: Told = [
  [
    '南阳的，我想申请容错，招商时材料没齐就给企业先办了证，事情已经干完了，一分钱好处没拿，要把我调离岗位，没造成什么影响',
    {
      area: '南阳',
      stage: '事后',
      private_gain: 'no',
      kind: '组织处理',
      impact: '未造成严重影响',
      item: 'nanyang.case.5',
    },
  ],
  [
    '我要申请容错，南阳的，扶贫款用错了地方，纪委立案了要给处分，没往自己兜里装，影响不大',
    { before_or_after: 'after', kind: '党纪政务处分', private_gain: 'no', impact: '有一定影响' },
  ],
  [
    '南阳的，申请容错，打算先开工后补手续，还没动手，倒贴了不少，是为了工作',
    { stage: '事前', private_gain: 'no', look_1: 'favourable' },
  ],
  [
    '我想申请免责，南阳的，赶工期先动工了，说要给记过，还要调离岗位，损失很大',
    { kind: '两者', impact: '有严重影响', item: 'nanyang.case.1' },
  ],
  ['南阳的，要申请容错，没人找过我，干了仨月了，试点没搞成', { before_or_after: 'before', stage: '事中' }],
  ['想申请容错，我在南阳，我是组织部的，纪委查了别人，没拿到批文', { kind: '无', private_gain: '无' }],
]

const filing: Told = [
  ['我要备案，许昌市住建局，老小区办证先验后补，纪要〔2026〕9号', { area: '许昌', unit: '许昌市住建局' }],
  [
    '我们想备个案，许昌的，夜市改革试点，还没上会，也还没动手',
    { area: '许昌', meeting: 'no', item: 'xuchang.filing.positive.2' },
  ],
  ['想做个备案，禹州市交通运输局的，抢工期先清表，班子研究过了', { unit: '禹州市交通运输局', meeting: 'yes' }],
  ['许昌的，帮我备案，已经进场了，省重点项目赶工期', { started: 'yes', item: 'xuchang.filing.positive.4' }],
  [
    '来备案的，许昌，防汛物资应急采购，以党委名义报，会开过了',
    { applicant_name_is_party_group: 'yes', meeting: 'yes' },
  ],
  ['我要申请事前备案，许昌的，容缺办理，下周才开会', { item: 'xuchang.filing.positive.5', meeting: 'no' }],
]

const clearing: Told = [
  ['我在昆明，单位有人匿名写信说我收礼，纪委正在查，我想澄清一下', { area: '昆明', finding: '还在查' }],
  ['我是许昌的，有人举报我虚报，查了三回都没事，想正名', { area: '许昌', finding: '核查不属实' }],
  ['许昌的，被人告了，查是查了，一直没人给说法，我要澄清', { finding: '没有结论' }],
  ['被举报了，大部分不属实，有一条是真的，南阳的，要申请澄清', { area: '南阳', finding: '部分不实' }],
  ['他这是诬告我，我是清白的，许昌的，申请澄清', { area: '许昌', finding: '无', says_false: 'yes' }],
  ['长沙的，有人说我贪污，根本没这回事，纪委正在查我，要求澄清', { finding: '还在查' }],
]

const interview: Told = [
  [
    '我们局月讲评连着两次垫底，会不会被约谈，许昌的，我们是牵头单位，正在整改，没造成损失',
    { area: '许昌', role: '本人', event: '月讲评末位', who_am_i: '牵头', remedy: 'doing', severity: 'none' },
  ],
  [
    '许昌的，我县被省厅通报了，会不会约谈我，已经整改到位，影响不大',
    { event: '省级通报', who_am_i: '承担', remedy: 'done', severity: 'minor' },
  ],
  ['帮我对照一下问责，我在纪委承办一起问责', { role: '承办' }],
  ['许昌的，副市长点名批评我们，会不会被问责，专班推进慢', { role: '本人', who_am_i: '牵头', severity: '无' }],
]

const forms: readonly (readonly [string, Told])[] = [
  ['tolerance-check', check],
  ['tolerance-application', application],
  ['risk-filing', filing],
  ['exoneration', clearing],
  ['accountability', interview],
]

describe.each(forms)('一句话说了好几样：%s', (form, told) => {
  it.each(told)('“%s”', (text, answers) => {
    const { state, events } = tellAll(bot, [text])
    expect(events).toContain(`flow_started:${form}`)
    expect(Object.fromEntries(Object.keys(answers).map((path) => [path, kept(state, path)]))).toEqual(answers)
  })
})
