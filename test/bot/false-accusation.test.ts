import { describe, expect, it } from 'vitest'
import { bot } from '../support/bot.ts'
import { talk, tellAll, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

const asked = tellAll(bot, ['举报错了会坐牢吗'])

describe('诬告与错告：先讲保护，再讲后果', () => {
  it('第一句先说错告不算，再说故意捏造的后果，都有依据', () => {
    expect(asked.text.indexOf('不按诬告陷害罪处理')).toBeLessThan(asked.text.indexOf('有期徒刑'))
    expect(asked.say?.cites?.map((c) => c.id)).toEqual(
      expect.arrayContaining(['nat.criminal.243.exempt', 'nat.criminal.243.pen', 'nat.rule.41']),
    )
    expect(asked.text).toContain('您先别担心')
  })

  talk(
    bot,
    '党员：党纪一条线，政务一条线',
    [['党员', '=who 党员', '第59条', '政务处分法第32条', '如实反映问题，是受保障的']],
    asked.state,
  )
  talk(bot, '公职人员：政务处分和从重', [['我是公务员', '=who 公职人员', '从重处罚']], asked.state)
  talk(bot, '又是党员又是公职人员：两条线都说', [['党员干部', '=who 党员公职人员', '第59条', '从重处罚']], asked.state)
  talk(bot, '普通群众：治安处罚和刑法', [['就是个农民', '=who 普通群众', '治安管理处罚法第50条']], asked.state)
  talk(bot, '不想说身份也行', [['不想说', '=who declined', '上面的规定对谁都适用', '接下来想怎么做']], asked.state)
  talk(
    bot,
    '先说要是党员，又说不是：照最后说的',
    [
      ['那我要是党员呢', '=who 党员'],
      ['不是党员也不是干部 就是老百姓', '=who 普通群众', '治安管理处罚法第50条'],
      ['怎么写才不算诬告', '→ 检索：怎么写才不算诬告', '接下来想怎么做'],
      ['懂了 那我想举报', '+flow_started:report', '实名还是匿名'],
    ],
    asked.state,
  )
  talk(bot, '不接着办就好好收尾', [['老百姓'], ['先不用了', '随时说', '+flow_ended:false-accusation']], asked.state)

  it.each(['写吧', '那就开始写吧', '好，开始', '去填', '那帮我写吧', '行那我写', '填写检举控告'])(
    '怕归怕，想好了说“%s”，表就打开',
    (text) => {
      const told = tellAll(bot, ['老百姓', text], asked.state)
      expect(told.events).toContain('flow_started:report')
      expect(told.text).toContain('实名还是匿名')
    },
  )

  it('不说谁构成诬告，也不吓唬人', () => {
    for (const who of ['党员', '我是公务员', '党员干部', '老百姓', '不想说']) {
      const { text } = tellAll(bot, [who], asked.state)
      expect(text).not.toMatch(/构成诬告|有罪|小心|后果自负|警告您/)
    }
  })
})
