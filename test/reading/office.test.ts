import { describe, expect, it } from 'vitest'
import {
  amountWords,
  fillersOff,
  periodIn,
  readNumberOf,
  scriptOf,
  trimWhere,
  unitIn,
} from '../../src/reading/index.ts'

describe('the number of a document', () => {
  it.each([
    ['〔2026〕41号', '〔2026〕41号'],
    ['[2026]41号', '〔2026〕41号'],
    ['【2026】12号', '〔2026〕12号'],
    ['(2026)7号', '〔2026〕7号'],
    ['2026年第41号', '〔2026〕41号'],
    ['二〇二六年第四十一号', '〔2026〕41号'],
    ['2026-41号', '〔2026〕41号'],
    ['第41号', '第41号'],
    ['纪要41号', '第41号'],
    ['开完了，纪要〔2026〕41号', '〔2026〕41号'],
    ['纪要是2026年第3期', '2026年第3期'],
    ['2026年第9期', '2026年第9期'],
    ['2026年9期', '2026年第9期'],
    ['魏交党〔2026〕17号', '魏交党〔2026〕17号'],
    ['文号是许建党组[2026]6号', '许建党组〔2026〕6号'],
    ['按豫纪发〔2025〕3号办的', '豫纪发〔2025〕3号'],
    ['会议纪要〔2026〕9号', '〔2026〕9号'],
    ['上周开的班子会〔2026〕9号', '〔2026〕9号'],
    ['许昌市住建局〔2026〕9号', '〔2026〕9号'],
    ['会议纪要第12期', '第12期'],
    ['41号', undefined],
    ['3号楼', undefined],
    ['2026年8月3号', undefined],
    ['还没开会', undefined],
  ])('%s → %s', (said, number) => expect(readNumberOf(said)).toBe(number))
})

describe('the organisation a sentence names', () => {
  it.each([
    ['许昌市住建局', '许昌市住建局'],
    ['某县水利局办公室', '某县水利局办公室'],
    ['我在许昌市住建局上班', '许昌市住建局'],
    ['申请单位是许昌市住建局', '许昌市住建局'],
    ['代表清河镇人民政府提出', '清河镇人民政府'],
    ['我们单位是襄城县交通运输局', '襄城县交通运输局'],
    ['柳树村三组', '柳树村三组'],
    ['原许昌县国土局', '许昌县国土局'],
    ['许昌市城管局', '许昌市城管局'],
    ['我们是许昌市城管局的，搞夜市', '许昌市城管局'],
    ['许昌市林业局', '许昌市林业局'],
    ['许昌市发改委', '许昌市发改委'],
    ['长葛市开发区管委会', '长葛市开发区管委会'],
    ['鄢陵县信访办', '鄢陵县信访办'],
    ['我在市文明办上班', '市文明办'],
    ['禹州市交警大队', '禹州市交警大队'],
    ['襄城县农业农村局', '襄城县农业农村局'],
    ['我是许昌市委组织部的', '许昌市委组织部'],
    ['许昌市', undefined],
    ['长葛市原来的局', undefined],
    ['我在许昌市', undefined],
    ['襄城县的', undefined],
    ['许昌市给我们拨了款', undefined],
    ['刘常委', undefined],
    ['不是周副市长，是刘常委', undefined],
    ['张局', undefined],
    ['这事还没办', undefined],
    ['我们村', undefined],
    ['公司', undefined],
    ['县里的', undefined],
    ['不知道', undefined],
  ])('%s → %s', (said, unit) => expect(unitIn(said)).toBe(unit))
})

describe('the words of a place, a time and a sum, without what stands round them', () => {
  it.each([
    ['就在村东头他家新房子那', '村东头他家新房子'],
    ['在镇政府门口', '镇政府门口'],
    ['在他车上给的', '他车上'],
    ['工地那边', '工地'],
    ['就那', '就那'],
    ['家里', '家里'],
  ])('%s → %s', (said, where) => expect(trimWhere(said)).toBe(where))

  it('a time out of a story', () => {
    const told = periodIn('他当上支书以后，大概去年八月份左右，把补助款扣了三万', '2026-11-23')
    expect(told).toEqual({
      words: '大概去年八月份左右',
      period: { text: '大概去年八月份左右', from: '2025-08-01', to: '2025-08-31', approx: true },
    })
  })

  it('a sum out of a story', () =>
    expect(amountWords('去年8月，药商给他送了大概五万块，放在办公室')).toBe('大概五万块'))
})

describe('the words between which somebody looks for words', () => {
  it.each([
    ['那个啥 我收了三万', '我收了三万'],
    ['那啥，咋说来着，没上会', '没上会'],
    ['还有那个啥 承诺书', '还有承诺书'],
    ['会上 咋说来着 定了个调子', '会上，定了个调子'],
    ['怎么讲呢 大家都同意', '大家都同意'],
    ['那啥时候能办', '那啥时候能办'],
    ['怎么讲都行', '怎么讲都行'],
    ['他就是说了一句', '他就是说了一句'],
  ])('%s → %s', (said, bare) => expect(fillersOff(said)).toBe(bare))
})

describe('the script a person writes', () => {
  it.each([
    ['我们要备案', 'simplified'],
    ['这个怎么写', 'simplified'],
    ['單位說要備案', 'traditional'],
    ['還沒開會', 'traditional'],
    ['许昌', undefined],
    ['hello', undefined],
    ['一二三', undefined],
  ])('%s → %s', (text, script) => expect(scriptOf(text)).toBe(script))
})
