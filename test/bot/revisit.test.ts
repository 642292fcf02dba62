import { describe, expect, it } from 'vitest'
import { cases } from '../../bot/cases/index.ts'
import { fieldsOf } from '../../src/flow/index.ts'
import { bot } from '../support/bot.ts'
import { kept, talk, tell, tellAll, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

const flow = bot.flows.find((f) => f.id === 'revisit')
if (!flow) throw new Error('there is no form for a revisit')

const begun = tellAll(bot, ['我想准备一下回访', '许昌']).state
const felt = tellAll(bot, ['政务记过'], begun).state
/** What is said to reach each question, one after the other. */
const way = ['慢慢想通了', '钱退了，制度也补上了', '都落实了', '都有', '没有', '没有', '已经满了', '都可以记', '先不谈']
const until = (n: number) => tellAll(bot, way.slice(0, n), felt).state

describe('回访：打开', () => {
  it.each([
    '下周组织上要回访我，我有点紧张',
    '纪委通知我要来回访，陪我理一理吧',
    '我想填回访',
    '单位让我写一份回访自述',
    '我要準備回訪了，幫我理一理要跟我談的',
  ])('“%s”打开回访', (said) => {
    expect(tellAll(bot, [said]).events).toContain('flow_started:revisit')
  })

  it.each(['回访是什么', '纪委为什么来回访', '回访写进档案吗', '我们要去回访一个干部，方案怎么定', '处分后多久回访'])(
    '“%s”不打开',
    (said) => {
      expect(tellAll(bot, [said]).events.filter((e) => e.startsWith('flow_started'))).toEqual([])
    },
  )
})

describe('回访：一路说下来', () => {
  talk(bot, '许昌：先说回访是什么，再问三样，影响期满的说清接下来', [
    ['下周组织上要回访我，心里没底，陪我理一理', '+flow_started:revisit', '哪个市'],
    ['许昌', '=area 许昌', '教育和帮助', '不是翻案', '看三样', '哪一种处理处分'],
    ['党内警告，还有政务记过', '=track 党纪处分、政务处分', '心里怎么样'],
    ['想通了，就是压力还有点大', '=feeling 想通了、压力大', '12356', '做了哪些事'],
    ['钱都退了，今年的项目按时完成', '都落实了吗'],
    ['工资到现在还没调', '=executed 有没落实的', '哪一样'],
    ['工资应该调一档，财政那边没动', '权利'],
    ['都有', '=rights 都有保障', '难处'],
    ['新岗位业务不熟、家里老人生病', '=difficulties 新岗位业务不熟、家里老人生病', '想对组织说'],
    ['想多派点任务', '=wishes 想多派点任务', '警告1年', '记过12个月', '影响期（处分期）满了吗'],
    ['满了', '=influence_over yes', '正常使用', '组织人事部门', '可以写进'],
    ['都可以记', '=record 都可以记', '当面谈'],
    ['想谈', '=talk_wish 想谈', '什么时候'],
    ['下周二下午都行', '交给工作人员'],
    ['交吧', '=hand_in yes', '姓名'],
    ['李大明，柳河镇财政所，副所长', '=visited 李大明', '确认'],
    ['确认', '→ 提交：revisit → revisit', '+case_saved:revisit', '{{receipt}}'],
  ])

  talk(
    bot,
    '样样不想说也能走到头，不交就不留',
    [
      ['不想说', '=feeling declined'],
      ['跳过', '=rectified skipped'],
      ['不清楚', '=executed unknown'],
      ['不想说', '=rights declined'],
      ['没有', '=difficulties '],
      ['跳过', '=wishes skipped'],
      ['不清楚', '=influence_over unknown'],
      ['跳过', '=record skipped'],
      ['先不谈', '=talk_wish 先不谈', '交给工作人员'],
      ['先不交', '这里不留', '+flow_ended:revisit'],
    ],
    felt,
  )

  it('都不想记的，不问交不交，也不交', () => {
    const { state, events, effects } = tellAll(bot, ['都不想记', '先不谈'], until(7))
    expect(events).toContain('flow_ended:revisit')
    expect(effects.some((e) => e.type === 'submit')).toBe(false)
    expect(state.frame).toBeUndefined()
  })

  it('想不通的，告诉申诉的路，不给归类', () => {
    const { text } = tell(bot, felt, '说实话我不服气')
    expect(text).toContain('申诉')
    expect(text).not.toMatch(/认识有误|错误认识|抵触/)
  })

  it('说不想活了，先顾人', () => {
    const { text, events } = tell(bot, felt, '我真不想活了')
    expect(events).toContain('safety:self-harm')
    expect(text).toContain('12356')
  })

  it.each([
    ['昆明', 'yunnan.revisit.file', '一人一档'],
    ['益阳', 'hunan.revisit.doc', '廉政档案'],
  ])('%s：记录怎么用先说清', (area, cite, words) => {
    const { say, text } = tellAll(bot, ['我想准备一下回访', area, '政务记过', ...way.slice(0, 7)])
    expect(say?.cites?.map((c) => c.id)).toContain(cite)
    expect(text).toContain(words)
  })

  it('别处的做法不套用', () => {
    const { say, text } = tellAll(bot, ['我想准备一下回访', '周口'])
    expect((say?.cites ?? []).filter((c) => c.region !== '全国')).toEqual([])
    expect(text).not.toMatch(/看三样|一人一档|三类/)
  })

  it('没有给处分的不问影响期', () => {
    const { state } = tellAll(bot, ['我想准备一下回访', '许昌', '只是批评教育', ...way.slice(0, 6)])
    expect(kept(state, 'influence_over')).toBe('无')
    expect(state.asked).toBe('record')
  })
})

describe('回访：每个选项都说得到、点得到', () => {
  it.each([
    ['党纪处分', '党内严重警告'],
    ['政务处分', '政务记大过'],
    ['其他处理', '诫勉谈话'],
  ])('处理处分 %s：说“%s”就行', (id, said) => {
    expect(kept(tell(bot, begun, said).state, 'track')).toBe(id)
  })

  it.each([
    ['feeling', 0, '想通了', '想开了'],
    ['feeling', 0, '有些想不通', '觉得不公平'],
    ['feeling', 0, '压力大', '老是睡不着'],
    ['executed', 2, '都落实了', '都办完了'],
    ['executed', 2, '有没落实的', '岗位还没调'],
    ['rights', 3, '都有保障', '都正常'],
    ['rights', 3, '有没保障到的', '开会不通知我'],
    ['influence_over', 6, 'yes', '去年就到期了'],
    ['influence_over', 6, 'no', '还差三个月'],
    ['record', 7, '都可以记', '可以记'],
    ['record', 7, '有的不想记', '家里的事不要记'],
    ['record', 7, '都不想记', '我自己看看就好，都别记'],
    ['talk_wish', 8, '想谈', '想聊聊'],
    ['talk_wish', 8, '已经约好', '已经约好下周三了'],
    ['talk_wish', 8, '先不谈', '先不用谈了'],
  ])('%s（第 %i 步以后）是 %s：说“%s”就行', (id, n, value, said) => {
    const at = until(n)
    expect(at.asked).toBe(id)
    expect(kept(tell(bot, at, said).state, id)).toBe(value)
  })

  it.each(
    [
      ['track', begun],
      ['feeling', until(0)],
      ['executed', until(2)],
      ['rights', until(3)],
      ['record', until(7)],
      ['talk_wish', until(8)],
    ].flatMap(([id, at]) => {
      const choice = fieldsOf(flow).get(id as string)
      return choice?.kind === 'choice' ? Object.keys(choice.options).map((o, n) => [id, n + 1, o, at] as const) : []
    }),
  )('%s 回复 %i 就是 %s', (id, n, option, at) => {
    expect(kept(tell(bot, at as typeof begun, String(n)).state, id as string)).toBe(option)
  })
})

describe('回访的件', () => {
  it('没有时限，每个状态都有路可走', () => {
    const kind = cases.find((k) => k.id === 'revisit')
    expect(kind?.letter).toBe('V')
    // Days the office sets itself, and periods of sanctions: none is a limit for the visit.
    expect(kind?.clocks.filter(({ own }) => !own)).toEqual([])
    for (const { id } of kind?.states ?? [])
      expect(
        kind?.moves.some((m) => m.from.includes(id)),
        id,
      ).toBe(true)
  })
})
