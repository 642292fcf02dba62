import { describe, expect, it } from 'vitest'
import { concluded, fresh } from '../../src/dialogue/index.ts'
import { bot } from '../support/bot.ts'
import { talk, tell, tellAll, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

const leaders = '市纪委书记或副书记'
const members = '市纪委常委或市监委委员'

/** 每一件事的几种说法，和它在问题里的序号。 */
const events: Readonly<Record<string, readonly string[]>> = {
  市领导点名: ['1', '被副市长点名了', '分管市领导在会上批评的', '市領導點名批評'],
  市主要领导点名: ['2', '市长点名批评我们', '被市委书记在大会上说了'],
  省领导点名: ['3', '副省长来调研的时候点了我们的名', '省领导批评的'],
  市级通报: ['4', '市政府通报批评', '全市通报了', '上了市里的通报'],
  省级通报: ['5', '省厅发的通报', '全省通报批评', '省里通报的'],
  月讲评末位: ['6', '月讲评连着两次垫底', '讲评末位，连续两个月了'],
  全市末位: ['7', '全市考核倒数第一', '年底市里考核垫底'],
  全省末位: ['8', '全省评比排最后', '省里考核垫底了'],
  none: ['9', '都不是', '月讲评垫底一次', '别的事'],
}

/** 六种约谈：哪件事、单位是什么身份、由谁约谈、约谈谁、写没写追责、第几条。 */
const six: readonly (readonly [
  event: string,
  who: string,
  by: string,
  whom: string,
  pursue: string,
  clause: number,
])[] = [
  ['市领导点名', '牵头', leaders, '相关责任领导', '视情追责', 1],
  ['市主要领导点名', '牵头', leaders, '相关责任领导', '视情追责', 1],
  ['省级通报', '牵头', leaders, '相关责任领导', '视情追责', 1],
  ['市领导点名', '承担', members, '分管领导', '视情追责', 2],
  ['市级通报', '承担', members, '分管领导', '视情追责', 2],
  ['市主要领导点名', '承担', leaders, '主要领导', '视情追责', 3],
  ['省领导点名', '承担', leaders, '主要领导', '视情追责', 3],
  ['省级通报', '承担', leaders, '主要领导', '视情追责', 3],
  ['月讲评末位', '承担', members, '分管领导', '只写约谈', 4],
  ['全市末位', '承担', members, '分管领导', '只写约谈', 5],
  ['全省末位', '牵头', leaders, '相关责任领导', '视情追责', 6],
]

/** 没有写明由谁约谈的：不套用，不猜。 */
const notWritten: readonly (readonly [event: string, who: string])[] = [
  ['市级通报', '牵头'],
  ['省领导点名', '牵头'],
  ['月讲评末位', '牵头'],
  ['全市末位', '牵头'],
  ['全省末位', '承担'],
  ...Object.keys(events).flatMap((event) => (event === 'none' ? [] : [[event, '其他'] as const])),
]

const units: Readonly<Record<string, readonly string[]>> = {
  牵头: ['1', '我们是牵头单位', '我是专班的', '这事归我们局牵头'],
  承担: ['2', '市直单位，领了任务', '县里的', '我们不牵头，是承担任务的'],
  其他: ['3', '乡镇的', '国企'],
}

const toEvent = tellAll(bot, ['我要对照问责', '许昌', '怕被约谈，第一个']).state
const toUnit = (event: string) => tell(bot, toEvent, events[event]?.[0] ?? '').state
const conclusion = (state: typeof fresh) => (state.frame ? concluded(bot, state.frame) : {})

describe('什么话打开问责自查', () => {
  it.each([
    '我被通报批评了会被约谈吗',
    '我要对照问责',
    '帮我看看我会被谁约谈',
    '我们局月讲评连着垫底，会不会被约谈',
    '俺们县全市倒数第一，谁来约谈',
    '问责自查',
    '约谈自查',
    '我准备问责一个干部，先对照一下',
  ])('“%s”打开', (text) => {
    expect(tell(bot, fresh, text).events).toContain('flow_started:accountability')
  })

  it.each([
    '问责和追责有什么区别',
    '党内问责和监察问责一样吗',
    '谁来约谈',
    '月讲评连着两回垫底由谁约谈',
    '我被约谈了，有什么权利',
    '问责方式有哪几种',
    '被问责了能不能从轻',
    '考验期一般多长',
    '我不服问责决定怎么办',
  ])('“%s”只是问一句，照样答', (text) => {
    const told = tell(bot, fresh, text)
    expect(told.events.filter((e) => e.startsWith('flow_started'))).toEqual([])
    expect(told.effects.some((e) => e.type === 'search')).toBe(true)
  })
})

describe('许昌的六种约谈', () => {
  it.each(Object.entries(events).flatMap(([event, said]) => said.map((text) => [text, event] as const)))(
    '“%s”就是%s',
    (text, event) => {
      expect(tell(bot, toEvent, text).state.frame?.answers['event']).toMatchObject({ is: 'given', value: event })
    },
  )

  it.each(Object.entries(units).flatMap(([unit, said]) => said.map((text) => [text, unit] as const)))(
    '“%s”是%s单位',
    (text, unit) => {
      expect(tell(bot, toUnit('市领导点名'), text).state.frame?.answers['who_am_i']).toMatchObject({ value: unit })
    },
  )

  it.each(six)('%s，单位是%s：由%s约谈%s，%s', (event, who, by, whom, pursue, clause) => {
    const told = tell(bot, toUnit(event), units[who]?.[0] ?? '')
    expect(conclusion(told.state)).toMatchObject({ interview_by: by, interviewed: whom, pursue })
    expect(told.text).toContain(`由${by}约谈`)
    expect(told.text).toContain(whom)
    expect(told.text).toContain(pursue === '视情追责' ? '视情追责' : '没有写追责')
    expect(told.say?.cites?.map((c) => c.id)).toContain(`xuchang.interview.${clause}`)
  })

  it.each(notWritten)('%s，单位是%s：没有写明的就说没有写明', (event, who) => {
    const told = tell(bot, toUnit(event), units[who]?.[0] ?? '')
    expect(conclusion(told.state)).toMatchObject({
      interview_by: '没有写明',
      interviewed: '没有写明',
      pursue: '没有写明',
    })
    expect(told.text).not.toMatch(/由市纪委|由市监委/)
  })

  it('都不是：不问单位，说明不在六种里', () => {
    const told = tell(bot, toEvent, '都不是')
    expect(conclusion(told.state)).toMatchObject({ interview_by: '没有写明' })
    expect(told.text).toContain('要由机关定')
    expect(told.text).toContain('造成损失')
  })

  it.each([
    ['不知道是哪一件', [], '不知道'],
    ['不知道是牵头还是领任务', ['6'], '不清楚'],
  ])('%s：六种都列出来，不猜', (_title, before, said) => {
    const told = tell(bot, tellAll(bot, before, toEvent).state, said)
    expect(told.say?.cites?.map((c) => c.id)).toEqual(
      expect.arrayContaining([1, 2, 3, 4, 5, 6].map((n) => `xuchang.interview.${n}`)),
    )
    expect(conclusion(told.state)).not.toHaveProperty('interview_by')
  })

  it('改了事情，结论跟着变', () => {
    const { state } = tellAll(bot, ['6', '2'], toEvent)
    const told = tell(bot, state, '把出了什么事改成2')
    expect(conclusion(told.state)).toMatchObject({ interview_by: leaders, interviewed: '主要领导' })
    expect(told.text).toContain('对应第三种')
  })
})

describe('考验期和从轻的话，只照条文说', () => {
  const at = tellAll(bot, ['6', '2'], toEvent).state

  talk(
    bot,
    '没有严重后果，正在整改：考验期、谈话提醒、综合看九项都说到，由机关定',
    [
      ['没有损失', '=severity none'],
      ['还在改，快好了', '=remedy doing'],
      ['我们主动写了情况说明', '=attitude yes'],
      [
        '头一回',
        '=first_time yes',
        '1至3个月考验期',
        '从轻、减轻或者免予问责',
        '由机关定',
        '诫勉谈话',
        '由有权的党组织定',
      ],
      ['都没有', '=ground none', '问责不等于追责', '接下来想怎么做'],
      ['先不用了', '+flow_ended:accountability', '没有交给任何人'],
    ],
    at,
  )

  talk(
    bot,
    '后果严重：不说对得上，也不定性',
    [
      ['损失很大', '=severity serious'],
      ['已经整改到位', '=remedy done'],
      ['配合', '=attitude yes'],
      ['不是头一回，去年也有过', '=first_time no', '眼下对不上这一条', '最后由机关认定', '-诫勉谈话', '一贯表现'],
      ['开会的时候我反对过', '=ground 明确反对过', '可以”不予或者免予问责', '由有权的党组织定'],
    ],
    at,
  )

  talk(
    bot,
    '说不清就是说不清，不当作没有',
    [
      ['不清楚', '=severity unknown'],
      ['跳过', '=remedy skipped'],
      ['不想说', '=attitude declined'],
      ['跳过', '=first_time skipped', '后果或者整改还说不清', '-您已经整改到位'],
    ],
    at,
  )

  talk(
    bot,
    '上级定的、我提过意见：也说明显违法违规的要担责',
    [
      ['不严重'],
      ['还没动手', '=remedy not'],
      ['没敢说', '=attitude no'],
      ['第一次', '现在动手也不晚'],
      ['1和4', '=ground 探索失误、向上级提过意见', '明显违法违规'],
    ],
    at,
  )

  it('有人伤亡：先说人，再说条文，也不定性', () => {
    const told = tell(bot, at, '出了事故，死了两个人')
    expect(told.state.frame?.answers['severity']).toMatchObject({ value: 'accident' })
    expect(told.text).toMatch(/^有人伤亡是很沉重的事/)
    expect(told.text).toContain('由事故调查认定')
    expect(tellAll(bot, ['整改到位了', '配合', '头一回'], told.state).text).toContain('眼下对不上这一条')
  })

  it.each([
    ['没有', 'yes'],
    ['头一回', 'yes'],
    ['是', 'yes'],
    ['以前没出过', 'yes'],
    ['不是', 'no'],
    ['不是头一回', 'no'],
    ['去年也出过', 'no'],
    ['2', 'no'],
  ])('是不是头一回，说“%s”', (text, value) => {
    const asked = tellAll(bot, ['没有损失', '正在改', '配合'], at).state
    expect(tell(bot, asked, text).state.frame?.answers['first_time']).toMatchObject({ value })
  })

  it.each(['没有严重后果', '不严重', '有一点影响，不大', '进度慢了点'])('“%s”不是严重', (text) => {
    expect(tell(bot, at, text).state.frame?.answers['severity']).toMatchObject({ value: 'minor' })
  })
})

describe('别的地方', () => {
  talk(bot, '只说全国的，说明当地的没有，六种约谈一条也不套', [
    ['我被省里点名批评，会不会被约谈', '+flow_started:accountability'],
    ['南阳', '=area 南阳', '许昌的也不能拿来套用', '-市纪委', '整改到哪一步'],
    ['已经改完了', '=event 无', '=who_am_i 无'],
    ['主动报告了', '从轻或者减轻问责', '-考验期'],
    ['都没有', '党内问责'],
  ])

  it('一条地方条款也不引', () => {
    const cites = ['南阳', '被点名了', '正在改', '配合了', '4'].reduce<{ state: typeof fresh; ids: string[] }>(
      ({ state, ids }, text) => {
        const told = tell(bot, state, text)
        return { state: told.state, ids: [...ids, ...(told.say?.cites ?? []).map((c) => c.region)] }
      },
      { state: tell(bot, fresh, '我要对照问责').state, ids: [] },
    )
    expect(new Set(cites.ids)).toEqual(new Set(['全国']))
  })
})

describe('承办问责的人：四个精准问自己', () => {
  const holder = tellAll(bot, ['我要对照问责', '周口', '我是承办的']).state

  it('先说主体、对象、党内不是监察，再说四问只是参考', () => {
    const told = tellAll(bot, ['我要对照问责', '许昌', '我是承办问责的'])
    expect(told.text).toContain('党委（党组）、纪委、党的工作机关')
    expect(told.text).toContain('某市做法，参考，不是规定')
    expect(told.text).toContain('只有名称')
    expect(told.text).not.toContain('是哪一件事')
  })

  talk(
    bot,
    '四问都说得上',
    [
      ['都查清了', '=problem 定准'],
      ['分开了', '=person 找准'],
      ['分清了，证据也齐', '=duty 认准'],
      ['会商过', '=weight 量准', '四问您都说得上', '参考，不是规定', '-还开着的', '及时纠正'],
    ],
    holder,
  )

  talk(
    bot,
    '没定准的和说不清的都列出来',
    [
      ['后果还没核实', '=problem 还没'],
      ['2', '=person 还没'],
      ['不知道', '=duty unknown'],
      ['比过了，也会商过', '=weight 量准', '问题定准', '对象找准', '责任认准', '-还开着的：量纪精准', '参考，不是规定'],
      ['接着看', '+flow_started:tolerance-check'],
    ],
    holder,
  )

  it.each([
    ['problem', [], ['还没查清', '后果没核实', '够不上标准', '行为查清了，后果没核实'], '还没'],
    ['person', ['1'], ['还没分开', '混着呢', '个人的分清了，上下级还没分开'], '还没'],
    ['duty', ['1', '1'], ['没分清', '证据还差一截', '责任分清了，证据还缺'], '还没'],
    ['weight', ['1', '1', '1'], ['还没比', '没会商', '会商过，还没比过'], '还没'],
  ] as const)('%s：说没有的话不当作有', (id, before, said, value) => {
    const { state } = tellAll(bot, before, holder)
    for (const text of said) expect(tell(bot, state, text).state.frame?.answers[id]).toMatchObject({ value })
  })
})

describe('插话和口气', () => {
  talk(
    bot,
    '中间问一句，答完再接着',
    [
      ['问责和追责有什么区别', '→ 检索：问责和追责有什么区别', '（答复）', '是哪一件事'],
      ['6', '=event 月讲评末位'],
    ],
    toEvent,
  )

  it('从不交件', () => {
    const flow = bot.flows.find((f) => f.id === 'accountability')
    expect(flow?.steps.filter((s) => 'submit' in s)).toEqual([])
  })

  it('调研只作参考：没有一句把某市的做法说成规定、安到哪个城市头上', () => {
    const flow = bot.flows.find((f) => f.id === 'accountability')
    const says = flow?.steps.flatMap((s) => ('tell' in s ? s.says : [])) ?? []
    for (const { text } of says.filter((t) => t.cites.some((c) => c.startsWith('survey.'))))
      expect(text).not.toMatch(/许昌|南阳|应当|必须/)
  })
})
