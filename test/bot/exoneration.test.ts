import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../src/flow/index.ts'
import { bot } from '../support/bot.ts'
import { kept, talk, tell, tellAll, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

const flow = bot.flows.find((f) => f.id === 'exoneration')
if (!flow) throw new Error('there is no form for clearing a name')
const field = (id: string) => fieldsOf(flow).get(id)

/** In 许昌, found untrue, asked for the matter. */
const begun = tellAll(bot, ['我在许昌，被人举报，纪委查了说不属实，我要申请澄清']).state
/** … up to the question about other leads. */
const told = tellAll(bot, ['说我多报了修渠的土方，村里人到处在说'], begun).state
/** … up to the question how it should be done. */
const wished = tellAll(bot, ['就这一件'], told).state
/** … up to the name. */
const named = tellAll(bot, ['发个函就行'], wished).state

describe('澄清申请：打开', () => {
  it.each([
    '我被人举报收礼，查了不属实，能给我澄清吗',
    '我要申请澄清',
    '俺冤枉，能不能帮俺澄清一下',
    '想给我正个名',
    '查否了，想恢复名誉',
    '我前几天接到通知，说查无此事，想申请澄清',
    '本人被匿名信反映问题，经核查失实，申请澄清正名',
    '有人说我贪污，查清了，可以幫我恢復名譽嗎',
  ])('“%s”打开澄清申请', (said) => {
    expect(tellAll(bot, [said]).events).toContain('flow_started:exoneration')
  })

  it.each([
    '澄清正名要多久',
    '举报我的人是谁',
    '帮我查查是谁举报我的',
    '澄清有哪几种方式',
    '想申请澄清，材料写什么，交给谁',
    '澄清申请怎么写',
    '怎么给我澄清',
    '我被举报查否了，想申请澄清，要多久能有答复',
    '我想澄清一点，我没有那样说',
    '我不想澄清了',
    '我被诬告了怎么办',
  ])('“%s”不打开任何表', (said) => {
    expect(tellAll(bot, [said]).events.filter((e) => e.startsWith('flow_started'))).toEqual([])
  })

  it('怕错告的问话打开的是诬告与错告，不是澄清', () => {
    expect(tellAll(bot, ['举报错了会坐牢吗']).events).toContain('flow_started:false-accusation')
  })
})

describe('澄清申请：许昌', () => {
  talk(bot, '用繁体，另有线索在查：先放着等，材料照样能交', [
    ['我被人匿名舉報了，查下來不屬實，想給自己澄清，我是許昌的', '=area 许昌', '=finding 核查不属实', '兩個入口'],
    [
      '說我冒領了合作社的補貼，公示期都被卡住了，鄰居背後議論',
      '=trigger xuchang.clarify.case.1、xuchang.clarify.case.3',
      '別的問題線索',
    ],
    ['聽說另外還有一件沒查完', '=other_leads_open yes', '查結以後再研究', '把事情說清楚'],
    ['想在單位開個會講一講', '=method_wish xuchang.clarify.mode.3', '由機關', '不對一個人作全面評價', '姓名'],
    ['李大明，柳河鎮財政所，副所長', '=applicant 李大明', '確認'],
    ['確認', '→ 提交：exoneration → exoneration', '+case_saved:exoneration', '查結以後再研究', '{{receipt}}'],
  ])

  it('每一句有依据的话只引许昌和全国的条款', () => {
    const regions = new Set<string>()
    let state = begun
    for (const said of ['说我多报了土方，村里议论', '还有一件在查', '开会和发函都要', '李大明，柳河镇财政所，副所长']) {
      const step = tell(bot, state, said)
      for (const { region } of step.say?.cites ?? []) regions.add(region)
      state = step.state
    }
    expect([...regions].sort()).toEqual(['全国', '许昌市'])
  })

  it.each([
    ['xuchang.clarify.case.1', '说我拿了回扣，结果今年评优没我了'],
    ['xuchang.clarify.case.2', '说我打人，弄得我没法正常工作'],
    ['xuchang.clarify.case.3', '说我吃了低保，单位里都在议论'],
    ['xuchang.clarify.case.4', '一共告了五条，大部分不属实'],
    ['xuchang.clarify.case.5', '说我占了宅基地，查完有结论了还在告'],
    ['xuchang.clarify.case.6', '说我收钱，上个月组织认定是诬告'],
    ['none', '说我公车私用，没什么影响'],
  ])('%s 从说的事里听出来，不再问影响', (id, said) => {
    const { state } = tell(bot, begun, said)
    expect(kept(state, 'trigger')).toBe(id)
    expect(state.asked).toBe('other_leads_open')
  })

  it('听不出影响就问；答不知道的记不清楚，接着往下走', () => {
    const asked = tell(bot, begun, '说我多报了修渠的土方')
    expect(asked.state.asked).toBe('trigger')
    const { state } = tell(bot, asked.state, '不知道')
    expect(kept(state, 'trigger')).toBe('unknown')
    expect(state.asked).toBe('other_leads_open')
  })

  it.each(optionsOf('trigger'))('问影响时，回复 %i 就是 %s', (n, id) => {
    const asked = tell(bot, begun, '说我多报了修渠的土方').state
    expect(kept(tell(bot, asked, String(n)).state, 'trigger')).toBe(id)
  })

  it('问影响时说几样就记几样，说数字也行', () => {
    const asked = tell(bot, begun, '说我多报了修渠的土方').state
    expect(kept(tell(bot, asked, '1和3').state, 'trigger')).toBe('xuchang.clarify.case.1、xuchang.clarify.case.3')
    expect(kept(tell(bot, asked, '耽误提拔，孩子在学校也被人说闲话').state, 'trigger')).toBe(
      'xuchang.clarify.case.1、xuchang.clarify.case.2、xuchang.clarify.case.3',
    )
  })

  it('自己说对方诬告，不算组织认定，只说由谁认定', () => {
    const { state, text } = tell(bot, begun, '说我多报土方，他就是诬告我')
    expect(kept(state, 'trigger')).toBe('无')
    expect(text).toContain('设区的市级以上')
    expect(text).not.toMatch(/是诬告陷害。|构成诬告/)
  })

  it('说没有影响也能写，写明至少要有一种', () => {
    expect(tell(bot, begun, '说我公车私用，没什么影响').text).toContain('至少有一种')
  })

  it.each([
    ['xuchang.clarify.mode.1', '给我发个函'],
    ['xuchang.clarify.mode.2', '派人来当面说'],
    ['xuchang.clarify.mode.3', '在村民会上讲'],
    ['xuchang.clarify.mode.4', '在全系统通报'],
    ['xuchang.clarify.mode.5', '公众号上发一下'],
    ['any', '听组织的'],
  ])('希望的方式 %s：说“%s”就行', (id, said) => {
    const { state, text } = tell(bot, wished, said)
    expect(kept(state, 'method_wish')).toBe(id)
    expect(text).toContain('由机关')
  })

  it.each(optionsOf('method_wish'))('希望的方式，回复 %i 就是 %s', (n, id) => {
    expect(kept(tell(bot, wished, String(n)).state, 'method_wish')).toBe(id)
  })

  it('说想开会，告诉对方还应当有书面的；只要书面就不多说', () => {
    const cites = (said: string) => tell(bot, wished, said).say?.cites?.map((c) => c.id)
    expect(cites('开个会说说')).toEqual(expect.arrayContaining(['xuchang.clarify.mode.3', 'nat.clarify.mode']))
    expect(cites('发个函就行')).not.toContain('nat.clarify.mode')
  })

  talk(
    bot,
    '没有别的线索：一个月是提出要不要启动的意见，不是一个月办完',
    [
      ['李大明', '=applicant 李大明', '哪个单位'],
      ['柳河镇财政所', '=unit 柳河镇财政所', '什么职务'],
      ['副所长', '=post 副所长', '1个月', '不是1个月内办完', '确认'],
      ['确认', '+case_saved:exoneration', '1个月', '{{receipt}}'],
    ],
    named,
  )

  it('不知道有没有别的线索，记不清楚，不当作有也不当作没有', () => {
    const { state, text } = tell(bot, told, '不知道')
    expect(kept(state, 'other_leads_open')).toBe('unknown')
    expect(text).not.toContain('查结以后再研究')
  })

  it('从头到尾不许诺结果', () => {
    let state = begun
    for (const said of ['说我多报土方，村里议论', '没有别的了', '开会', '李大明，柳河镇财政所，副所长', '确认']) {
      const step = tell(bot, state, said)
      expect(step.text).not.toMatch(/一定会|肯定会|保证|会给您澄清|还您清白/)
      state = step.state
    }
  })
})

describe('澄清申请：查的结果', () => {
  const start = tellAll(bot, ['我要申请澄清', '许昌']).state

  it.each([
    ['核查不属实', '说是查无此事'],
    ['部分不实', '有一条属实，别的都不属实'],
    ['还在查', '还没查完呢'],
    ['没有结论', '一直没给说法'],
  ])('%s：说“%s”就行', (id, said) => {
    expect(kept(tell(bot, start, said).state, 'finding')).toBe(id)
  })

  it.each(optionsOf('finding'))('回复 %i 就是 %s', (n, id) => {
    expect(kept(tell(bot, start, String(n)).state, 'finding')).toBe(id)
  })

  it('有的属实：只澄清不属实的那几件', () => {
    expect(tell(bot, start, '2').text).toContain('属实的部分不在里面')
  })

  talk(
    bot,
    '还在查：先把话说清，不往下催',
    [
      ['还没查完', '=finding 还在查', '查下来不属实', '不等于您有问题', '先把材料写好'],
      ['等有结论再说', '这次没有交', '+flow_ended:exoneration'],
    ],
    start,
  )
  talk(
    bot,
    '没有结论也愿意先写：写完照样能交，时间从核查结束说起',
    [
      ['没人告诉我结果'],
      ['先写好吧', '举报说您做了什么'],
      ['说我多报土方，村里议论', '=trigger xuchang.clarify.case.3'],
      ['没有别的了', '=other_leads_open no'],
      ['听组织安排', '=method_wish any'],
      ['李大明，柳河镇财政所，副所长', '从核查结束起1个月'],
    ],
    start,
  )
  talk(bot, '不想说结果：当作还没有结论，不当作查过', [['不想说', '=finding declined', '先把材料写好']], start)
})

/** 1 → the first option's id, and so on. */
function optionsOf(id: string): readonly (readonly [number, string])[] {
  const choice = field(id)
  return choice?.kind === 'choice' ? Object.keys(choice.options).map((option, n) => [n + 1, option] as const) : []
}
