import { describe, expect, it } from 'vitest'
import { coachPhrases } from '../../bot/phrases-coach.ts'
import { aboutOffice, kinds, missing, missingIn } from '../../src/coach/index.ts'

describe('反映的是不是纪检监察机关自己的人', () => {
  it.each([
    ['县纪委书记', undefined],
    ['纪委副书记', '县里'],
    ['主任', '市监委'],
    ['监委主任', undefined],
    ['纪委常委', undefined],
    ['派驻纪检监察组组长', '县教育局'],
    ['巡察组长', undefined],
    ['镇纪委书记', undefined],
    ['书记', '某县纪律检查委员会'],
  ])('领导：%s %s', (post, unit) => {
    expect(aboutOffice([{ name: '某某', post, ...(unit ? { unit } : {}) }])).toBe('leader')
  })
  it.each([
    ['纪委监委工作人员', undefined],
    ['干部', '县纪委信访室'],
    ['第三监督检查室主任', '县纪委监委'],
    ['司机', '县监委'],
  ])('工作人员：%s %s', (post, unit) => {
    expect(aboutOffice([{ post, ...(unit ? { unit } : {}) }])).toBe('staff')
  })
  it.each([
    ['县委书记', undefined],
    ['大队长', '劳动监察大队'],
    ['村支书', '柳树村'],
    ['主任', '自然资源监察专员办'],
    ['经理', '纪委家属院物业'],
    ['纪委书记的小舅子', undefined],
    [undefined, undefined],
  ])('都不是：%s %s', (post, unit) => {
    expect(aboutOffice([{ ...(post ? { post } : {}), ...(unit ? { unit } : {}) }])).toBeUndefined()
  })
  it('几个人里有一位领导，就按领导', () => {
    expect(aboutOffice([{ post: '村会计' }, { post: '科员', unit: '县监委' }, { post: '县纪委书记' }])).toBe('leader')
    expect(aboutOffice([])).toBeUndefined()
  })
})

describe('还缺什么', () => {
  it('什么都没说，样样都缺', () => {
    expect(missing([], []).map(({ lacks }) => lacks)).toEqual(['who', 'when', 'where', 'what', 'known_by'])
  })
  it('话里说到的时间、地点、来源都算', () => {
    expect(missing([{ post: '村会计' }], [{ what: '去年八月我在村部看见他把两袋化肥搬上车' }])).toEqual([])
    expect(missing([{ name: '某某' }], [{ what: '他把两袋化肥搬回家卖了' }])).toEqual([
      { lacks: 'when', fact: 0 },
      { lacks: 'where', fact: 0 },
      { lacks: 'known_by', fact: 0 },
    ])
  })
  it('说到钱的不问地点；第二件缺的记在第二件上', () => {
    const told = { when: '去年', what: '收了我三千块钱', known_by: '亲历', amount: '三千' }
    expect(missing([{ name: '某某' }], [told, { ...told, when: '' }])).toEqual([{ lacks: 'when', fact: 1 }])
  })
  it('从填着的表里读；不清楚、跳过都算没有', () => {
    const given = (value: string) => ({ is: 'given', value, said: value, turn: 1 }) as const
    const answers = {
      'respondents[0].post': given('村会计'),
      'facts[0].what': given('把两袋化肥搬回家卖了'),
      'facts[0].known_by': given('亲见'),
      'facts[0].time': { is: 'skipped', said: '跳过', turn: 2 } as const,
      'facts[0].place': given('村部'),
    }
    expect(missingIn(answers)).toEqual([{ lacks: 'when', fact: 0 }])
  })
})

describe('提醒的话', () => {
  const said = Object.values(coachPhrases).flat()
  it('每一样两种说法，带着原话', () => {
    for (const kind of kinds) {
      const wordings: readonly string[] = coachPhrases[`coach.${kind}`]
      expect(wordings.length).toBeGreaterThanOrEqual(2)
      for (const wording of wordings) expect(wording).toContain('{span}')
    }
  })
  it('不吓人，不提诬告，不长', () => {
    for (const wording of said) {
      expect(wording).not.toMatch(/诬告|责任|后果|处罚|法律|必须|不得|禁止|追究/)
      expect(wording.length).toBeLessThanOrEqual(45)
    }
  })
})
