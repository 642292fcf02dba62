import { describe, expect, it } from 'vitest'
import { bot } from '../support/bot.ts'
import { talk, tellAll, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

const anonymous = ['我要举报', '匿名', '村支书王大贵', '去年8月，药商给他送了五万块，放在他办公室'] as const

describe('检举控告：改、删、退', () => {
  const filled = tellAll(bot, [...anonymous, '我亲眼看见的', '清河镇柳树村']).state

  talk(
    bot,
    '按名字改，按序号改，改错了改回去',
    [
      ['把时间改成去年9月', '=facts[0].time 2025-09-01~2025-09-30', '改成“去年9月'],
      ['第1个改成实名', '=mode 实名', '第1个'],
      ['改回去', '=mode 匿名', '+slot_corrected:mode'],
      ['时间写错了应该是10月', '=facts[0].time 2025-10-01~2025-10-31'],
      ['刚才说的金额不对，是三万', '=facts[0].amount 30000~30000', '+slot_corrected:facts[0].amount'],
      ['把匿名换成实名', '=mode 实名', '您的姓名'],
      ['不实名了，改匿名吧', '=mode 匿名'],
    ],
    filled,
  )

  talk(bot, '实名改匿名：姓名和电话当场去掉，也不会交上去', [
    ['我要举报', '实名还是匿名'],
    ['实名', '您的姓名'],
    ['李秀英', '=reporter_name 李秀英'],
    ['13812345678', '=phone 13812345678'],
    ['不实名了，改成匿名', '=mode 匿名', '=reporter_name 无', '=phone 无', '已经去掉'],
  ])

  talk(
    bot,
    '不是这个是那个：正文里只换错的字',
    [['不是药商，是药贩子', '=facts[0].what 去年8月，药贩子给他送了五万块，放在他办公室']],
    filled,
  )

  talk(bot, '上一个错了，连新答案一起说', [['上一个错了，是清河镇杨树村', '=respondents[0].unit 清河镇杨树村']], filled)

  talk(
    bot,
    '新答案读不懂：再问一遍，旧的还看得见，不变也行',
    [
      ['把金额改成不少吧', '“不少”', '您上次答的是：五万块'],
      ['不变', '=facts[0].amount 50000~50000'],
    ],
    filled,
  )

  talk(
    bot,
    '第3个重填：只重填这一个',
    [
      ['第3个重填', '您上次答的是'],
      ['去年7月', '=mode 匿名', '=facts[0].amount 50000~50000'],
    ],
    filled,
  )

  talk(
    bot,
    '加一件、删一件、给第1件补金额',
    [
      ['再加一件事：他还把低保给了他弟弟', '=facts[1].what 他还把低保给了他弟弟', '+item_added'],
      ['第1条金额改3万', '=facts[0].amount 30000~30000'],
      ['第2条删掉', '=facts[1].what 无', '+item_removed', '第2件事情已经去掉'],
      ['第5条删掉', '没有第5项'],
      ['再加一条', '知道多少写多少'],
      ['公车私用，天天接送孩子', '=facts[1].what 公车私用，天天接送孩子'],
    ],
    filled,
  )

  talk(
    bot,
    '退几步都行，后面的答案不丢',
    [
      ['上一步', '哪个单位', '您上次答的是：清河镇柳树村', '+undone'],
      ['上一步', '怎么知道的', '您上次答的是：亲眼看见'],
      ['听别人说', '=facts[0].known_by 转述', '您上次答的是：清河镇柳树村'],
      ['不变', '=respondents[0].unit 清河镇柳树村', '有没有照片'],
    ],
    filled,
  )

  talk(bot, '退到头就说到头了', [['我要举报'], ['上一步', '第一个问题']])

  it('改两次、改回去，留下的是最后确认的', () => {
    const { state } = tellAll(bot, ['把金额改成3万', '把金额改成4万', '改回去'], filled)
    expect(state.frame?.answers['facts[0].amount']).toMatchObject({ value: { min: 30_000, max: 30_000 } })
  })
})
