import { describe, expect, it } from 'vitest'
import { fitting } from '../../src/dialogue/correct-value.ts'
import { firstClause } from '../../src/dialogue/correction.ts'
import { aroundOf, flowOf } from '../../src/dialogue/form.ts'
import { withoutReporter } from '../../src/dialogue/hear.ts'
import { introduction, readPerson } from '../../src/reading/index.ts'
import { bot } from '../support/bot.ts'
import { talk, tellAll, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

const opened = (text: string) => tellAll(bot, [text]).state.frame?.answers ?? {}

describe('检举控告：开头先介绍自己的人不是被反映人', () => {
  talk(bot, '实名：姓名电话是写信人的，被反映人是后面那位', [
    [
      '实名举报 我叫张伟 电话13812345678 举报县住建局局长刘明收开发商的钱',
      '=mode 实名',
      '=reporter_name 张伟',
      '=phone 13812345678',
      '=respondents[0].name 刘明',
      '=respondents[0].post 局长',
      '=respondents[0].unit 县住建局',
      '-13812345678',
    ],
  ])
  talk(bot, '名字在前，实名在后', [
    ['我叫张伟,实名举报镇长王强收钱', '=reporter_name 张伟', '=respondents[0].name 王强', '=respondents[0].post 镇长'],
  ])
  talk(bot, '我是某某', [
    [
      '我是李秀英，电话13812345678，实名，反映村会计赵小军贪污低保款',
      '=reporter_name 李秀英',
      '=phone 13812345678',
      '=respondents[0].name 赵小军',
    ],
  ])
  talk(bot, '匿名：写信人的姓名电话都不留', [
    [
      '我是李秀英 电话13812345678 匿名举报镇长王强收钱',
      '=mode 匿名',
      '=reporter_name 无',
      '=phone 无',
      '=respondents[0].name 王强',
    ],
  ])

  it.each([
    ['实名举报 我叫张伟 电话13812345678 举报县住建局局长刘明收开发商的钱', ['张伟', '13812345678']],
    ['我是李秀英 电话13812345678 匿名举报镇长王强贪污低保款', ['李秀英', '13812345678']],
  ])('别的回答里没有写信人的姓名电话：%s', (text, own) => {
    const { reporter_name: _name, phone: _phone, ...others } = opened(text)
    for (const word of own) expect(JSON.stringify(others)).not.toContain(word)
  })

  it.each(['我是公务员，举报局长刘明', '我是柳树村的，举报村支书王大贵', '举报一个人 姓名王强 职务镇长', '我是党员'])(
    '没有介绍自己的名字：%s',
    (text) => expect(introduction(text)).toEqual({ rest: text }),
  )

  it('改成匿名：名字和电话从别的回答里也去掉', () => {
    const given = (value: string, said = value) => ({ is: 'given' as const, value, said, turn: 1 })
    const answers = {
      mode: given('匿名', '我叫赵小兰，我要匿名'),
      reporter_name: given('李秀英'),
      phone: given('13812345678'),
      'facts[0].what': given('李秀英当面问过他', '李秀英13812345678'),
    }
    const flow = flowOf(bot, { flow: 'report', edition: '' })
    expect(withoutReporter(flow, answers)).toEqual({
      mode: given('匿名', '我叫（已去掉），我要匿名'),
      'facts[0].what': given('（已去掉）当面问过他', '（已去掉）（已去掉）'),
    })
  })
})

describe('检举控告：名字写在单位前面，更正写得随便', () => {
  it('空格分开名字和单位', () =>
    expect(readPerson('王强 县住建局局长')).toEqual({ name: '王强', unit: '县住建局', post: '局长' }))

  it.each([
    ['一下 是15万', '15万'],
    ['是15万', '15万'],
    ['一下改成去年6月', '去年6月'],
    ['清河镇', '清河镇'],
  ])('新答案前面的字去掉：%s', (words, value) => expect(firstClause(words)).toBe(value))

  it.each([
    ['15万', 'facts[0].amount'],
    ['去年6月', 'facts[0].time'],
    ['清河镇杨树村', 'respondents[0].unit'],
  ])('改到读得通的那一项：%s', (said, path) => {
    const { state } = tellAll(bot, [
      '我要举报',
      '匿名',
      '村支书王大贵',
      '去年8月，药商给他送了五万块，放在他办公室',
      '我亲眼看见的',
      '清河镇柳树村',
    ])
    if (!state.frame) throw new Error('no form is open')
    const { frame } = state
    const around = aroundOf(bot, frame.answers, '2026-11-23T09:30:00+08:00')
    const place = { flow: flowOf(bot, frame), frame, open: undefined, around, turn: 9 }
    expect(fitting(place, { type: 'correct', path: 'respondents[0].unit', said, ordinal: 3 })).toMatchObject({ path })
  })
})

it('who turns anonymous hands in neither name nor number, wherever they were said', () => {
  const told = tellAll(bot, [
    '实名举报 我叫张伟 电话13812345678 举报县住建局局长刘明收开发商的钱',
    '去年5月',
    '我张伟亲眼看见开发商给他塞钱',
    '亲眼看见',
    '改成匿名',
    '10万',
    '没有',
    '属实',
  ])
  const submit = told.effects.find((e) => e.type === 'submit')
  expect(submit).toBeDefined()
  expect(JSON.stringify(submit)).toContain('刘明')
  expect(JSON.stringify(submit)).not.toMatch(/张伟|13812345678/)
  expect(JSON.stringify(told.state)).not.toMatch(/张伟|13812345678/)
})
