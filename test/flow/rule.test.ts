import { describe, expect, it } from 'vitest'
import { defineRule, judge, ruleFor, settled } from '../../src/flow/index.ts'
import { answers, general, local } from './toy.ts'

const verdict = (given: Parameters<typeof answers>[0]) => judge(local, answers(given)).verdict

describe('what a judgement comes to', () => {
  it('the rule of the place is taken, else the one for everywhere', () => {
    expect(ruleFor([general, local], 'loan', answers({ area: '本市' }))).toBe(local)
    expect(ruleFor([general, local], 'loan', answers({ area: '邻市' }))).toBe(general)
    expect(ruleFor([general, local], 'loan', answers({}))).toBe(general)
    expect(ruleFor([local], 'other', answers({}))).toBeUndefined()
  })

  it('without a local rule nothing but that is said', () => {
    expect(judge(general, answers({ licence: 'no' })).verdict).toBe('无本地依据')
  })

  it('one negative entry outweighs whatever else is met or open', () => {
    expect(verdict({ licence: 'no', years: 'old' })).toBe('存在不适用情形')
    expect(verdict({ licence: 'no' })).toBe('存在不适用情形')
  })

  it('an open condition leaves it open; it never counts as a no', () => {
    expect(verdict({ licence: 'yes' })).toBe('信息不足')
    expect(verdict({ years: 'old' })).toBe('信息不足')
    expect(verdict({ licence: { is: 'declined' }, years: 'old' })).toBe('信息不足')
  })

  it('all met: it may be compared and applied for; a positive one not met: the organisation decides', () => {
    expect(verdict({ licence: 'yes', years: 'old' })).toBe('可对照申请')
    expect(verdict({ licence: 'yes', years: 'new' })).toBe('清单外需组织认定')
  })

  it('discretion is left to the office and holds nothing up', () => {
    const mark = (given: Parameters<typeof answers>[0]) =>
      judge(local, answers(given)).marks.find((m) => m.says === '车况合适')?.mark
    expect(mark({ years: 'old' })).toBe('符合')
    expect(mark({ years: 'new' })).toBe('由机关认定')
    expect(mark({})).toBe('由机关认定')
  })

  it('a matter in no listed item goes to the organisation, an unnamed item leaves it open', () => {
    const listed = defineRule({ ...local, id: 'listed', items: 'item' })
    const of = (item?: string) =>
      judge(listed, answers({ licence: 'yes', years: 'old', ...(item ? { item } : {}) })).verdict
    expect(of('2')).toBe('可对照申请')
    expect(of('none')).toBe('清单外需组织认定')
    expect(of()).toBe('信息不足')
  })

  it('each mark carries the words it rests on and its clause', () => {
    const [first] = judge(local, answers({ licence: 'yes', years: 'old' })).marks
    expect(first).toEqual({ cite: 'law.2', says: '驾龄满一年', side: 'positive', mark: '符合', said: '说years' })
  })

  it('notes are told only to whom they are meant', () => {
    expect(judge(local, answers({ years: 'new' })).notes).toEqual([{ cite: 'law.3', says: '新手另议。' }])
    expect(judge(local, answers({ years: 'old' })).notes).toEqual([])
  })

  it('only a negative entry settles it', () => {
    expect(settled(judge(local, answers({ licence: 'no' })))).toBe(true)
    expect(settled(judge(local, answers({ licence: 'yes', years: 'new' })))).toBe(false)
  })
})
