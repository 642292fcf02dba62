import { describe, expect, it } from 'vitest'
import { concluded, fresh } from '../../src/dialogue/index.ts'
import { type Answers, judge, route } from '../../src/flow/index.ts'
import { bot } from '../support/bot.ts'
import { given } from '../support/places-in-forms.ts'
import { talk, tell, tellAll, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

const flow = bot.flows.find((f) => f.id === 'tolerance-application')
const rule = bot.rules.find((r) => r.id === 'tolerance-application.nanyang')
const check = bot.rules.find((r) => r.id === 'tolerance-check.nanyang')
if (!flow || !rule || !check) throw new Error('tolerance-application is not in bot/index.ts')

/** The conclusions a form with these answers reaches. */
const conclusions = (answers: Answers) =>
  Object.fromEntries(route(flow, bot.rules, answers).concluded.map((c) => [c.id, c.value]))

const known = (more: Answers): Answers => ({
  area: given('南阳'),
  matter: given('危房补贴发错了几户'),
  stage: given('事后'),
  fact_date: given({ text: '去年8月', from: '2025-08-01', to: '2025-08-31' }),
  before_or_after: given('after'),
  kind: given('组织处理'),
  item: given('nanyang.case.6'),
  remedy: given('追回来了'),
  remedied: given('done'),
  private_gain: given('no'),
  impact: given('未造成严重影响'),
  evidence: given(['收据']),
  ...more,
})

describe('容错申请：南阳', () => {
  talk(bot, '向谁提出、条件逐条、六个察看、时限怎么算，愿意才交', [
    [
      '我想申请容错，我在南阳，去年发惠农补贴错发了几户，现在被查',
      '+flow_started:tolerance-application',
      '=stage 事后',
      '=before_or_after after',
      '=item nanyang.case.6',
      '什么时候发生',
    ],
    ['2025.8.20', '=fact_date 2025-08-20~2025-08-20', '哪一类处理'],
    ['既要处分，组织部门也要免我的职', '=kind 两者', '向党委（党组）提出申请', '改正、补救'],
    ['错发的钱都退还了', '=remedied done', '得到过好处'],
    ['没有', '=private_gain no', '影响有多大'],
    ['影响不大', '=impact 有一定影响', '能说明情况的材料'],
    [
      '退款单、公示表',
      '+verdict_ready',
      '可对照申请',
      '✓ 符合：及时改正',
      '察看动机态度',
      '察看个人表现',
      '不是从现在算',
      '交给工作人员',
    ],
    ['交吧', '以谁的名义申请'],
    ['王四海', '=applicant 王四海', '在哪个单位'],
    ['方城县农业农村局', '=unit 方城县农业农村局', '回复“确认”'],
    ['确认', '→ 提交：tolerance-application → tolerance-application', '5个工作日内书面反馈', '{{receipt}}'],
  ])

  talk(bot, '得过好处的，红线放在最前面，不下别的结论', [
    ['我要申请容错，南阳的，招商时给企业缺材料先办手续，被问责了', '=item nanyang.case.5'],
    ['今年2月'],
    ['给了警告处分', '=kind 党纪政务处分', '纪检监察机关'],
    ['正在补', '=remedied doing'],
    ['亲戚的公司有利益', '=private_gain yes'],
    ['影响不大'],
    ['没有', '存在不适用情形', '✗ 对上了不适用的情形：突破纪律红线、法律底线：谋取私利'],
  ])

  talk(bot, '没答的记未知，不当作没有', [
    ['我要申请容错，南阳的，防汛物资没走采购程序，被问责了', '=item nanyang.case.7'],
    ['不记得了', '=fact_date unknown'],
    ['跳过', '=kind skipped', '都可以向', '-当作'],
    ['后来都补办了'],
    ['不想说', '=private_gain declined'],
    ['说不清', '=impact unknown'],
    ['没有', '信息不足', '？ 未知：突破纪律红线、法律底线：谋取私利'],
  ])

  talk(bot, '还没动手的：提前书面申请，不问处理、补救和影响', [
    ['我们想申请容错，南阳的，打算搞一个老城改革试点', '=stage 事前', '=item nanyang.case.3', '本级党组织'],
    ['开会定的', '=collective yes', '得到过好处'],
    ['没有', '能说明情况的材料'],
  ])

  it('改革试点才问决策程序', () => {
    const asked = (item: string) => route(flow, bot.rules, known({ item: given(item) })).next
    expect(asked('nanyang.case.3')).toMatchObject({ open: { path: 'collective' } })
    expect(asked('nanyang.case.6')).toMatchObject({ open: { path: 'hand_in' } })
  })
})

describe('容错申请：向谁提出', () => {
  it.each([
    ['党纪政务处分', '党委（党组）或纪检监察机关'],
    ['组织处理', '党委（党组）或组织部门'],
    ['两者', '党委(党组)'],
  ])('%s：%s', (kind, to) => {
    expect(conclusions(known({ kind: given(kind) }))).toMatchObject({ route_to: to, due_rule: 'nanyang.step.2' })
  })

  it('说不清哪一类的，党委（党组）', () => {
    expect(conclusions(known({ kind: { is: 'unknown', said: '不知道', turn: 1 } }))['route_to']).toBe('党委（党组）')
  })

  it('还没被追责的，本级党组织', () => {
    const { kind: _none, ...rest } = known({ before_or_after: given('before') })
    expect(conclusions(rest)['route_to']).toContain('本级党组织')
  })

  it('改了处理的种类，重新说向谁提出，别的不动', () => {
    const before = tellAll(bot, ['我要申请容错，南阳的，危房补贴发错了几户，被查了', '去年8月', '可能给处分'])
    const { text, state } = tell(bot, before.state, '把可能的处理改成组织处理')
    expect(text).toContain('组织部门')
    expect(state.frame && concluded(bot, state.frame)).toMatchObject({ route_to: '党委（党组）或组织部门' })
    expect(state.frame?.answers['fact_date']).toEqual(before.state.frame?.answers['fact_date'])
  })
})

describe('容错申请：不在南阳', () => {
  talk(bot, '许昌：许办〔2017〕5号只有名称，直说；可以转去备案', [
    ['我要申请容错，许昌的', '许办〔2017〕5号', '只有名称', '-八种'],
    ['2', '+flow_started:risk-filing'],
  ])
  talk(bot, '别处：只有国家层面的原则', [
    ['我要申请容错，驻马店的', '没有驻马店自己的申请程序', '六个方面', '接下来'],
    ['先不用了', '这份申请没有提交', '+flow_ended:tolerance-application'],
  ])
  it('别处一条南阳、许昌的条款也不引', () => {
    const { say } = tellAll(bot, ['我要申请容错', '驻马店'], fresh)
    expect((say?.cites ?? []).filter((c) => c.region !== '全国')).toEqual([])
  })
})

describe('容错申请：什么话开这张表', () => {
  it.each(['我想申请容错', '帮我写容错申请书', '被查了，想申请免责', '想申请减责', '我们单位要提个容错申请'])(
    '%s',
    (text) => {
      expect(tell(bot, fresh, text).events).toContain('flow_started:tolerance-application')
    },
  )
  it.each(['容错申请找谁', '申请容错要什么条件', '南阳容错申请几天有结果', '能申请容错吗', '没有会议纪要能申请容错吗'])(
    '不是：%s',
    (text) => {
      expect(tell(bot, fresh, text).events).not.toContain('flow_started:tolerance-application')
    },
  )
})

describe('容错申请的对照表', () => {
  it('情形的条件和容错自查的对照表出自同样的条款', () => {
    const cases = (r: typeof rule) =>
      new Set(
        r.conditions.map((c) => c.cite).filter((c) => c.startsWith('nanyang.case') || c.startsWith('nanyang.look')),
      )
    expect(cases(rule)).toEqual(cases(check))
  })

  it('察看的六个方面都写出有利和不利的两面，都由机关认定', () => {
    const looks = rule.conditions.filter((c) => c.side === 'look')
    expect(looks).toHaveLength(6)
    for (const look of looks) {
      expect(look.says).toContain('；还是')
      expect(look.officerDecides).toBe(true)
    }
  })

  it('影响说不清，只那一条未知，别的照样符合', () => {
    const answers = known({ impact: { is: 'unknown', said: '说不清', turn: 1 } })
    const { verdict, marks } = judge(rule, answers)
    expect(verdict).toBe('信息不足')
    expect(marks.filter((m) => m.mark === '未知').map((m) => m.says)).toEqual(['没有造成严重影响'])
  })
})
