import { describe, expect, it } from 'vitest'
import { concluded, fresh } from '../../src/dialogue/index.ts'
import { bot } from '../support/bot.ts'
import { talk, tellAll, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

describe('容错自查：许昌、南阳、没有本地规定的地方', () => {
  talk(bot, '许昌：逐条对照，引用原话，写明谁认定，核对以后交', [
    ['我们有个省重点项目工期很紧，想问下能不能容错', '+flow_started:tolerance-check', '最后由有权机关认定', '哪个市'],
    ['许昌的', '=area 许昌', '=item xuchang.filing.positive.4', '到哪一步'],
    ['还没干呢，打算先开工手续后面补', '=stage 事前', '明确禁止'],
    ['没有明令禁止', '=law_prohibited no', '集体研究'],
    ['我自己拍的板', '=collective no', '个人好处'],
    ['没有', '=private_gain no', '损失'],
    ['没什么影响', '=consequence none', '以前发生过'],
    [
      '没有 第一次',
      '=repeated no',
      '可对照申请',
      '+verdict_ready',
      '✗ 对不上：经领导班子集体研究',
      '“我自己拍的板”',
      '许昌市纪委监委',
      '备案不等于免责',
      '交给工作人员',
    ],
    ['你就说能不能容', '我不能替机关下结论', '许昌市纪委监委', '-检索'],
    ['可是我们备过案的', '=filed yes', '=concealed 无', '备案的时候'],
    ['都如实写了', '=concealed no', '还是：可对照申请'],
    ['交吧', '=hand_in yes', '回复“确认”', '2. 阶段：还没做'],
    ['第二个改成事中', '=stage 事中', '已经动手，请尽快向组织报告'],
    ['确认', '→ 提交：tolerance-check → tolerance-check', '{{receipt}}'],
  ])

  talk(bot, '许昌：对上一条不适用的，放在最前面，后面的不再问', [
    [
      '许昌的 我们工程赶进度，塌方死了一个人，这算不算容错',
      '=consequence 安全生产责任事故(待认定)',
      '有人伤亡是很沉重的事',
      '安全职责',
    ],
    [
      '安全员那天请假了没人顶',
      '=duty_performed no',
      '存在不适用情形',
      '✗ 对上了不适用的情形：未依法履职',
      '+verdict_ready',
      '交给工作人员',
    ],
  ])

  talk(bot, '许昌：说不清就是信息不足，说不清不当作没有', [
    ['容错自查'],
    ['许昌'],
    ['正在做'],
    ['防汛抢险时没走采购程序', '=item xuchang.filing.positive.7'],
    ['没有明令禁止吧 就是手续还在批', '=law_prohibited unknown', '请向主管部门核实'],
    ['班子开会定的'],
    ['不想说', '=private_gain declined'],
    ['跳过', '=consequence skipped'],
    ['不知道', '=repeated unknown', '信息不足', '？ 未知：明显违反', '？ 未知：谋取不正当利益'],
  ])

  talk(bot, '南阳：按情形问补救，六个察看都列出来', [
    ['南阳的，去年乡村振兴资金用得不规范被查了，这能不能容错', '=area 南阳', '=stage 事后', '=item nanyang.case.6'],
    ['没有', '=law_prohibited no'],
    ['集体研究过', '=collective yes'],
    ['没往自己兜里装一分', '=private_gain no'],
    ['损失不大', '=consequence minor', '主动改正、补救'],
    ['钱已经全退回去了,账也改了', '=remedied yes'],
    ['头一回', '可对照申请', '五个工作日', '动机态度', '个人表现', '南阳有管理权限'],
    ['先不交', '没有提交', '+flow_ended:tolerance-check'],
  ])

  talk(bot, '没有本地规定的地方：只说国家层面的，不套别处的清单', [
    ['能不能容错，我们是周口的', '=area 周口'],
    ['还没做'],
    ['想搞个审批改革试点', '-最像清单', '=item 无'],
    ['没有'],
    ['上会了'],
    ['没有'],
    ['没有'],
    ['第一次', '无本地依据', '别处的清单不能套用', '您所在地有管理权限'],
  ])

  it('结论和对上的负面清单能给别的程序看', () => {
    const { state } = tellAll(bot, ['容错自查', '许昌', '正在做', '抢工期先开工', '没有', '开会定的', '有人拿了好处'])
    expect(state.frame && concluded(bot, state.frame)).toEqual({
      verdict: '存在不适用情形',
      negative_hits: ['xuchang.filing.negative.7'],
    })
  })
})

describe('容错自查：中途改口、插话', () => {
  const filled = tellAll(bot, ['容错自查', '许昌', '还没干', '改革试点', '没有', '自己拍板', '没有', '没有']).state

  talk(
    bot,
    '改地方：对应的情形重新确认，别的不动',
    [
      [
        '把地方改成南阳',
        '=area 南阳',
        '再确认一下“对应的情形”',
        '1. 破难题赶进度',
        '9. 都不像',
        '您上次答的是：改革创新先行先试',
      ],
      ['第三个', '=item nanyang.case.3', '=collective no', '=private_gain no'],
    ],
    filled,
  )

  talk(
    bot,
    '改事项：对到的情形跟着变',
    [['把事项改成防汛抢险没走程序', '=item xuchang.filing.positive.7', '应急突发特事特办']],
    filled,
  )

  talk(
    bot,
    '自己选的情形不会被改掉',
    [
      ['把对应的情形改成8', '=item xuchang.filing.positive.8'],
      ['把事项改成防汛抢险没走程序', '=item xuchang.filing.positive.8'],
    ],
    filled,
  )

  talk(
    bot,
    '上一个错了，是班子定的：不是上一题的话，找到说的是哪一题',
    [['刚才说错了，是班子定的', '=collective yes', '+slot_corrected:collective', '=consequence none']],
    filled,
  )

  talk(
    bot,
    '问一句再回来，回来的问法短一些',
    [
      ['备案和容错有啥区别', '→ 检索：备案和容错有啥区别', '（答复）', '以前出过同样的问题吗'],
      ['没有', '+verdict_ready'],
    ],
    filled,
  )

  talk(bot, '答和问在一句里：都办', [['没有，备案要走几步？', '=repeated no', '→ 检索：备案要走几步?']], filled)

  talk(bot, '说过地方以后再来，不再问地方', [
    ['容错自查'],
    ['许昌'],
    ['算了'],
    ['彻底删除'],
    ['是'],
    ['我要自查', '哪个市'],
  ])

  it('开着别的地方时，只引那个地方和全国的条款', () => {
    const { say } = tellAll(bot, [
      '能不能容错，我们是周口的',
      '还没做',
      '审批改革试点',
      '没有',
      '上会了',
      '没有',
      '没有',
      '第一次',
    ])
    expect(say?.cites?.map((c) => c.region)).toEqual(say?.cites?.map(() => '全国'))
  })

  it('没说地方之前，一条地方条款也不引', () => {
    for (const opening of ['容错自查', '我们单位容错能不能算，模拟审批那种', '工期很紧先开工能不能容错']) {
      const { say } = tellAll(bot, [opening], fresh)
      expect((say?.cites ?? []).filter((c) => c.region !== '全国')).toEqual([])
    }
  })
})
