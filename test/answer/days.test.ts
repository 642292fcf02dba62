import { describe, expect, it } from 'vitest'
import { ask } from './asking.ts'

describe('a day told with a limit', () => {
  it('is counted on the calendar, with the clause that sets the clock and the rule of counting', async () => {
    const found = await ask('9月24号实名寄的，纪委最晚哪天告诉我受理没有')
    expect(found.text).toContain('最后一天是2026年10月22日')
    expect(found.cites.map((c) => c.id)).toEqual(expect.arrayContaining(['nat.rule.realname.ack15', 'nat.day.start']))
  })

  it('is not named where it lies beyond the published calendar', async () => {
    const found = await ask('12月15号收到的实名举报，15个工作日到几号')
    expect(found.text).toContain('先不说死')
    expect(found.text).not.toContain('最后一天是')
  })

  it('that cannot be is told as such', async () => {
    expect((await ask('2026年2月30日收到，5个工作日到哪天')).text).toContain('2026年2月没有30号')
  })
})

describe('an act older than the text in force', () => {
  it('is told the number and the bound of its day', async () => {
    const found = await ask('2025年12月他诬告我，派出所罚多少')
    expect(found.text).toContain('那时这一条是第42条')
    expect(found.cites.map((c) => c.id)).toContain('nat.psl.50.old')
  })

  it('of this year is not', async () => {
    expect((await ask('今年三月诬告的怎么罚')).text).not.toContain('那时这一条是')
  })
})
