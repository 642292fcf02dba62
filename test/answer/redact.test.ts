import { describe, expect, test } from 'vitest'
import { redacted } from '../../src/answer/redact.ts'
import { library } from './asking.ts'

const places = library.places.flatMap(({ name, short }) => [name, short])

describe('what a model may see of a question', () => {
  test.each([
    '匿名举报有人管吗',
    '打击报复怎么处理',
    '领导贪污怎么举报',
    '错告和诬告有什么区别',
    '许昌备案谁批',
    '公务员申诉30日内怎么算',
    '2026年1月1日以后诬告怎么处罚',
    '12388打了没人接怎么办',
    '监察法第六十五条写的什么',
    '反映领导班子的问题归谁管',
    '举报镇长要什么材料',
    '被举报的这个人能知道是谁举报的吗',
  ])('is all of it where nobody is in it: %s', (text) => {
    expect(redacted(text, places)).toBe(text)
  })

  test.each([
    '王建国把村里的钱拿走了怎么办',
    '我们村支书李四贪污了修路款，举报他要什么材料',
    '我要举报张三，匿名有人管吗',
    '举报张建国要多久有结果',
    '李主任挪用公款归谁管',
    '我们镇长拿了低保户的钱，多久答复',
    '老周天天请客吃饭违规吗',
    '柳树村书记周明收了钱',
    '陈局长天天收红包，匿名举报行吗',
    '他贪了钱，匿名举报有人管吗',
    '王  建  国把村里的钱拿走了',
    '王建國把村裡的錢拿走了怎麼辦',
    '柳树村周明这个人怎么举报',
    '周明家的新房归谁管',
    '这家伙怎么举报',
  ])('is nothing where somebody is accused: %s', (text) => {
    expect(redacted(text, places)).toBeUndefined()
  })

  test('is nothing of a long story, and nothing where nothing is left', () => {
    expect(redacted('备案要几天'.repeat(40), places)).toBeUndefined()
    expect(redacted('13812345678', places)).toBeUndefined()
  })

  test.each([
    ['备案要几天，邮箱abc.d@qq.com', 'abc.d'],
    ['备案要几天，我微信wx_abc12345', 'wx_abc12345'],
    ['备案要几天，微信号：zhangsan88', 'zhangsan88'],
    ['备案要几天，QQ 123456789', '123456789'],
    ['豫K12345这个车能备案吗', 'K12345'],
    ['豫K·A1234这个车能备案吗', 'A1234'],
    ['身份证41010119900101123X要写上吗', '41010119900101123'],
    ['打138 1234 5678问备案行吗', '1234'],
    ['打０３７４－２３４５６７８问备案行吗', '2345678'],
    ['卡号6222 0212 3456 7890 123退赔算不算', '6222'],
    ['住幸福路12号3单元501室，信访多久答复', '幸福'],
    ['住柳树镇柳树村三组12号，信访多久答复', '柳树'],
    ['我在柳树村，信访多久答复', '柳树'],
    ['某某宏达建筑有限公司能申请备案吗', '宏达'],
    ['回执1234 5678 9012 3456 7890查进度', '5678'],
    ['一三八一二三四五六七八打不通怎么办', '一三八'],
    ['看http://a.example/x?id=1上说的备案对吗', 'example'],
  ])('has no %s', (text, secret) => {
    const out = redacted(text, places)
    if (out !== undefined) expect(out).not.toContain(secret)
    // Most of them are still a question.
    expect(out ?? '（无）').not.toMatch(/\d{5,}/)
  })

  test('keeps the question beside what is taken out', () => {
    expect(redacted('备案要几天，邮箱abc.d@qq.com', places)).toMatch(/^备案要几天/)
    expect(redacted('我住柳树镇柳树村三组12号，信访多久答复', places)).toContain('信访多久答复')
  })
})
