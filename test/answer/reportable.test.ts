import { describe, expect, it } from 'vitest'
import { ask } from './asking.ts'

describe('who tells of an official’s deed and asks where to go is told that it may be reported, and where', () => {
  it.each([
    '村支书把低保给他侄子了咋办',
    '村长吃低保找谁管',
    '俺村书记把修路的钱装自己兜里了找谁',
    '镇上干部天天打麻将没人管吗',
    '校长收家长红包怎么办',
    '我们局长把工程给他小舅子干，这事哪里说理',
    '會計冒領養老金去哪告',
    '我想问下我们村主任把路灯的钱贪了 一万多',
    '咋告他',
    '去哪举报',
  ])('%s', async (text) => {
    for (const area of [undefined, '许昌', '洛阳']) {
      const found = await ask(text, area)
      const ids = found.cites.map((c) => c.id)
      expect(found.outcome).toBe('grounded')
      expect(ids).toEqual(expect.arrayContaining(['nat.rule.scope.4', 'nat.ch.12388', 'nat.rule.channel']))
      expect(found.flow).toBe('report')
      expect(found.text).not.toMatch(/哪个地方|肯定|一定会|开除|有期徒刑/)
    }
  })

  it.each([
    '书记收红包处分影响期多久',
    '容错备案找谁管',
    '主任的儿子结婚，请客找谁报批',
    '局长安排我去旅游局开会，手续找谁办',
    '我们书记安排招标的事，该怎么弄',
    '举报了书记收钱，不受理怎么办',
    '我怕书记报复怎么办，他收了人家的钱',
    '老板拖欠工资找谁管',
    '举报买官卖官去哪举报',
    '举报我的人怎么告他',
  ])('not who asks %s', async (text) => {
    expect((await ask(text)).cites[0]?.id).not.toBe('nat.rule.scope.4')
  })
})
