import { describe, expect, it } from 'vitest'
import { cases } from '../../bot/cases/index.ts'
import { hunan, yunnan } from '../../bot/flows/provinces.ts'
import { type Answers, fieldsOf } from '../../src/flow/index.ts'
import { open } from '../../src/intake/index.ts'
import { bot } from '../support/bot.ts'
import { kept, tell, tellAll, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

const flow = bot.flows.find((f) => f.id === 'exoneration')
if (!flow) throw new Error('there is no form for clearing a name')
const field = (id: string) => fieldsOf(flow).get(id)

describe('澄清申请：许昌以外', () => {
  const until = (area: string) =>
    tellAll(bot, [`我要申请澄清，我在${area}，纪委查了不属实`, '说我多报土方，单位里都在议论', '没有别的了', '当面说'])

  it.each([
    ['昆明', 'yunnan.clarify.one'],
    ['长沙', 'hunan.clarify.only.1'],
    ['南阳', 'nanyang.clarify'],
    ['周口', 'nat.clarify.mode'],
  ])('%s：说自己的做法（%s），不说许昌的一个月和七种情形', (area, cite) => {
    const way = until(area)
    expect(way.say?.cites?.map((c) => c.id)).toContain(cite)
    expect(kept(way.state, 'impact')).toBe('社会上有影响')
    expect(kept(way.state, 'trigger')).toBe('无')
    const end = tell(bot, way.state, '李大明，柳河镇财政所，副所长')
    const all = [...(way.say?.cites ?? []), ...(end.say?.cites ?? [])].map((c) => c.id)
    expect(all.filter((id) => id.startsWith('xuchang'))).toEqual([])
    expect(end.text).not.toMatch(/1个月|一个月|七种/)
    expect(end.text).toContain('没有写多少天')
    const done = tell(bot, end.state, '确认')
    expect(done.events).toContain('case_saved:exoneration')
    expect(done.text).not.toMatch(/1个月|一个月/)
    expect(done.say?.cites?.map((c) => c.id)).toEqual(['nat.clarify.when'])
  })

  it.each(optionsOf('impact'))('影响，回复 %i 就是 %s', (n, id) => {
    const asked = tellAll(bot, ['我要申请澄清，我在周口，纪委查了不属实', '说我多报土方']).state
    expect(kept(tell(bot, asked, String(n)).state, 'impact')).toBe(id)
  })

  it.each(optionsOf('way_wish'))('方式，回复 %i 就是 %s', (n, id) => {
    const asked = tellAll(bot, ['我要申请澄清，我在周口，查了不属实', '说我多报土方，都在议论', '没有别的了']).state
    expect(kept(tell(bot, asked, String(n)).state, 'way_wish')).toBe(id)
  })

  it.each([
    ['云南省', yunnan],
    ['湖南省', hunan],
  ])('%s的每个州市都写在表上', (province, listed) => {
    const own = bot.places.filter((p) => p.name === province || p.within === province).map((p) => p.short)
    expect([...listed].sort()).toEqual([...own].sort())
  })
})

describe('澄清申请的件', () => {
  const kind = cases.find((k) => k.id === 'exoneration')
  if (!kind) throw new Error('there is no case kind for clearing a name')
  const calendar = {
    coveredFrom: '2026-01-01',
    coveredUntil: '2026-12-31',
    off: new Set<string>(),
    work: new Set<string>(),
  }
  const answers = (fields: Record<string, string>): Answers =>
    Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, { is: 'given', value, said: value, turn: 1 }]))

  it.each([
    ['待提出是否启动意见', { finding: '核查不属实', other_leads_open: 'no' }],
    ['暂缓待其他线索查结', { finding: '核查不属实', other_leads_open: 'yes' }],
    ['暂缓待其他线索查结', { finding: '还在查', other_leads_open: 'yes' }],
    ['待核查结束', { finding: '还在查', other_leads_open: 'no' }],
    ['待提出是否启动意见', {}],
  ])('%s：%j', (state, fields) => {
    const opened = open(kind, answers({ area: '许昌', ...fields }), '2026-11-23T09:30:00+08:00', calendar)
    expect(opened).toMatchObject({ kind: 'exoneration', state, letter: 'E', area: '许昌' })
    // One month to say whether to begin; it stands still while something is waited for.
    const due = state === '待提出是否启动意见' ? '2026-12-23' : undefined
    expect(opened.due).toBe(due)
    expect(opened.clocks.map(({ cite }) => cite)).toEqual(['xuchang.clarify.1month'])
  })

  it('别处没有写多少天，就没有时限', () => {
    expect(open(kind, answers({ area: '昆明' }), '2026-11-23T09:30:00+08:00', calendar).clocks).toEqual([])
  })

  it('每个没结束的状态都有路可走，走到头都能回来', () => {
    for (const { id } of kind.states)
      expect(
        kind.moves.some((m) => m.from.includes(id)),
        id,
      ).toBe(true)
  })
})

/** 1 → the first option's id, and so on. */
function optionsOf(id: string): readonly (readonly [number, string])[] {
  const choice = field(id)
  return choice?.kind === 'choice' ? Object.keys(choice.options).map((option, n) => [n + 1, option] as const) : []
}
