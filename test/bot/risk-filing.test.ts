import { describe, expect, it } from 'vitest'
import { cases } from '../../bot/cases/index.ts'
import { type Answers, fieldsOf, judge, route } from '../../src/flow/index.ts'
import { bot } from '../support/bot.ts'
import { given, someValue } from '../support/places-in-forms.ts'
import { talk, tell, tellAll, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

const flow = bot.flows.find((f) => f.id === 'risk-filing')
if (!flow) throw new Error('risk-filing is not in bot/index.ts')

describe('事前备案：从开口到交件', () => {
  talk(bot, '班子研究过：一项一项填，逐条对照，落款写党组', [
    ['帮我填个备案申请', '+flow_started:risk-filing', '不等于免责', '哪个市'],
    ['长葛市财政局', '=area 许昌', '=unit 长葛市财政局', '件什么事'],
    [
      '棚改遗留的安置房办证难，想先发临时凭证',
      '=item xuchang.filing.positive.6',
      '维稳和历史遗留问题',
      '会议纪要是第几号',
    ],
    ['〔2026〕25号', '哪一天开的'],
    ['11月18号', '=minutes_date 2026-11-18~2026-11-18', '党组（党委）的名义'],
    ['对', '=applicant_name_is_party_group yes', '担心出什么问题'],
    ['怕凭证被人转卖、怕以后不认账', '怎么防'],
    ['1 凭证上写明不能转让 2 建台账', '哪位领导分管'],
    ['赵副市长', '+verdict_ready', '可对照申请', '由有权机关认定', '备案不等于免责', '1. 地方：许昌'],
    [
      '生成申请书',
      '→ 提交：risk-filing → risk-filing',
      '落款是党组',
      '材料里没有写',
      '备案不是免责承诺',
      '{{receipt}}',
    ],
  ])

  talk(bot, '要以个人名义的，说清不行，表照样留着', [
    ['我要做事前备案，许昌市水利局'],
    ['防汛应急工程来不及招标', '=item xuchang.filing.positive.7'],
    ['第6号'],
    ['11月12号'],
    ['我想以个人名义报', '=applicant_name_is_party_group no', '不能以个人名义', '担心出什么问题'],
  ])

  talk(bot, '事项里就碰到负面清单的，放在最前面', [
    ['我要做事前备案'],
    ['许昌市水利局'],
    ['省重点项目抢工期，上级明令禁止的也想先干', '=redline xuchang.filing.negative.1'],
  ])

  talk(bot, '已经动手的，提醒备案是事前的程序', [
    ['我要做事前备案，许昌市水利局'],
    ['省重点项目抢工期，已经进场两天了', '=started yes', '备案是动手以前的程序'],
  ])
})

describe('事前备案：会还没开', () => {
  const upTo = ['我要做事前备案，许昌市水利局', '防汛应急工程来不及招标'] as const
  const filled = tellAll(bot, [...upTo, '还没上会']).state

  talk(
    bot,
    '没上会不当作纪要号，说清要先开会，可以先填别的；缺什么列出来，存成草稿',
    [
      ['那先把能填的填了', '=continue_choice fill', '=minutes_no 无', '担心出什么问题'],
      ['怕雨季以前干不完', '怎么防'],
      ['分三段同时干', '哪位领导分管'],
      ['钱副市长', '+draft_saved', '上会要研究的要点', '会议纪要', '党组（党委）名义'],
      ['开过会了，纪要是〔2026〕7号，11月20号开的', '+flow_resumed', '生成申请书'],
      ['生成申请书', '→ 提交：risk-filing → risk-filing'],
    ],
    filled,
  )

  talk(bot, '等开完会再来的，当场存草稿', [['等开完会再来', '+draft_saved', '纪要的文号']], filled)
})

describe('事前备案：不在许昌', () => {
  for (const [place, words] of [
    ['周口', '手里没有周口自己的备案办法'],
    ['南阳', '南阳的材料里没有“备案”'],
    ['长沙', '湘江新区'],
  ] as const)
    it(`${place}：直说，不问申请书的内容，也交不上去`, () => {
      const told = tellAll(bot, ['我要做事前备案', place])
      expect(told.text).toContain(words)
      expect(told.say?.cites?.map((c) => c.id).filter((id) => id.startsWith('xuchang'))).toEqual([])
      expect(told.text).toContain('接下来')
      const { next } = route(flow, bot.rules, { area: given(place), elsewhere_next: given('none') })
      expect(next.type).toBe('end')
    })

  talk(bot, '不说地方的，也不套许昌的', [['我要做事前备案'], ['不想说', '全国层面', '没有提交备案申请']])

  talk(bot, '南阳的可以转去写容错申请', [
    ['我要做事前备案，南阳的', '南阳的材料里没有“备案”'],
    ['2', '+flow_started:tolerance-application', '件什么事'],
  ])
})

describe('事前备案：什么话开这张表', () => {
  it.each(['想备个案', '我们局准备申请备案', '帮我写备案申请', '要做容错备案', '打算先备案再动手'])('%s', (text) => {
    expect(tell(bot, { v: 1, turn: 0, drafts: [], misses: 0, used: [] }, text).events).toContain(
      'flow_started:risk-filing',
    )
  })

  it.each([
    '备案要走哪几步',
    '我们备过案了，还会追责吗',
    '想问备案要几天',
    '网站备案找谁',
    '许昌备案的流程',
    '备案和容错有什么区别',
  ])('不是：%s', (text) => {
    expect(tell(bot, { v: 1, turn: 0, drafts: [], misses: 0, used: [] }, text).events).not.toContain(
      'flow_started:risk-filing',
    )
  })
})

describe('事前备案：短', () => {
  it('从头到尾最多问十二个问题', () => {
    for (const meeting of ['yes', 'no'] as const) {
      let answers: Answers = { area: given('许昌'), meeting: given(meeting) }
      let asked = 1
      for (; asked < 30; asked++) {
        const { next } = route(flow, bot.rules, answers)
        if (next.type !== 'ask') break
        const { field, path } = next.open
        const value = path === 'minutes_no' ? '第1号' : path === 'continue_choice' ? 'fill' : someValue(field)
        answers = { ...answers, [path]: given(value) }
      }
      expect(asked).toBeLessThanOrEqual(12)
    }
    expect(
      [...fieldsOf(flow).values()].filter((f) => !f.silent && f.id !== 'elsewhere_next').length,
    ).toBeLessThanOrEqual(12)
  })
})

describe('事前备案的对照表', () => {
  const rule = bot.rules.find((r) => r.id === 'risk-filing.xuchang')
  const hits = (redline: readonly string[]) =>
    rule
      ? judge(rule, { area: given('许昌'), redline: given(redline) })
          .marks.filter((m) => m.mark === '不符合')
          .map((m) => m.cite)
      : []

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `xuchang.filing.negative.${n}`))(
    '%s：说到才对上，只对上它',
    (cite) => {
      expect(hits([cite])).toEqual([cite])
    },
  )

  it('碰到几种就对上几种，没说到的由机关认定', () => {
    expect(hits(['xuchang.filing.negative.3', 'xuchang.filing.negative.8'])).toHaveLength(2)
    expect(hits([])).toEqual([])
  })
})

describe('事前备案和容错申请的办件', () => {
  for (const id of ['risk-filing', 'tolerance-application']) {
    const kind = cases.find((k) => k.id === id)

    it(`${id}: every state can be reached from the first`, () => {
      const reached = new Set([kind?.states[0]?.id])
      for (let n = 0; n < 20; n++)
        for (const move of kind?.moves ?? [])
          if (move.to !== undefined && move.from.some((s) => reached.has(s))) reached.add(move.to)
      expect(kind?.states.map((s) => s.id).filter((s) => !reached.has(s))).toEqual([])
    })

    it(`${id}: rests on clauses that there are, and sets no clock the texts do not set`, () => {
      const cites = (kind?.moves ?? []).flatMap((m) => (m.cite ? [m.cite] : []))
      expect(cites.length).toBeGreaterThan(6)
      expect(cites.filter((c) => !bot.clauses[c])).toEqual([])
      // 南阳 counts five working days twice, from acceptance and from the decision; 许昌 counts nothing.
      expect(kind?.clocks.map(({ cite }) => cite)).toEqual(
        id === 'tolerance-application' ? ['nanyang.step.2', 'nanyang.step.5'] : [],
      )
    })
  }
})
