import { describe, expect, it } from 'vitest'
import { fears } from '../../bot/fears.ts'
import { fresh } from '../../src/dialogue/index.ts'
import { bot } from '../support/bot.ts'
import { talk, tell, tellAll } from '../support/talk.ts'

const says = (id: string) => fears.find((one) => one.id === id)?.says[0]?.text.slice(0, 12) ?? id
const secret = fears.flatMap(({ says: all, known = [] }) => [...all, ...known].map(({ text }) => text))

describe('who says that they are afraid is spoken to first', () => {
  it.each([
    ['我怕他报复我', 'retaliation'],
    ['他家势力大 我有点怕惹麻烦', 'retaliation'],
    ['万一他给我穿小鞋呢', 'retaliation'],
    ['俺怕被抱复', 'retaliation'],
    ['怕村里知道是我说的', 'known'],
    ['我担心名字漏出去', 'known'],
    ['我怕写错了被抓起来', 'mistake'],
    ['没证据，我怕说我诬告', 'mistake'],
    ['写了怕也没用', 'useless'],
    ['都是乡里乡亲的 怕得罪人', 'offend'],
    ['说实话，我心里有点没底', 'afraid'],
    ['还是有点怕', 'afraid'],
  ])('in a form: %s', (text, id) => {
    const { text: told, state } = tellAll(bot, ['我要举报村长', text])
    expect(told).toContain(says(id))
    // The question that was open is put again, and nothing was written down as its answer.
    expect(told).toMatch(/实名.*匿名/)
    expect(JSON.stringify(state.frame?.answers)).not.toContain('怕')
  })

  it.each(['我怕被报复', '还是有点怕', '等我跟家里人商量商量', '我先问问我儿子再说', '怕得罪人'])(
    'at an offer it is no yes: %s',
    (text) => {
      const { state } = tellAll(bot, [
        '我在村里看见过支书拉水泥，这事归谁管',
        '我要举报',
        '取消',
        '彻底删除',
        '是，彻底删除',
      ])
      const offered = { ...state, aside: { id: 'start_choice', about: 'report', choices: [] } }
      const { state: after } = tell(bot, offered, text)
      expect(after.frame).toBeUndefined()
    },
  )

  it('an offer stays open beside a fear, and can still be taken', () => {
    const offered = { ...fresh, aside: { id: 'start_choice', about: 'report', told: '村支书把低保给了他侄子' } }
    const { state } = tell(bot, offered, '我怕他报复')
    expect(state.aside?.id).toBe('start_choice')
    expect(tell(bot, state, '那就写吧').state.frame?.flow).toBe('report')
  })

  it('what tells of the matter is still a yes to writing it down', () => {
    const offered = { ...fresh, aside: { id: 'start_choice', about: 'report' } }
    expect(tell(bot, offered, '去年他收了我家三千块钱').state.frame?.flow).toBe('report')
  })
})

describe('a fear beside a story takes nothing from it', () => {
  const story = '去年8月村支书周明让人把修村道的两车水泥拉回家盖房，我怕他报复我'

  it('the story is written down, and the fear is answered once', () => {
    const { text, state } = tellAll(bot, ['我要匿名举报', story])
    expect(JSON.stringify(state.frame?.answers)).toContain('水泥')
    expect(text).toContain('您的顾虑我也听到了')
    expect(tell(bot, state, '他家还占了两亩地，我怕他报复').text).not.toContain('您的顾虑我也听到了')
  })

  it('and with what answers that fear, not another', () => {
    const { text } = tellAll(bot, ['我要匿名举报', '去年8月村支书让人把两车水泥拉回家，我怕写错了被抓'])
    expect(text).toContain('和诬告是两回事')
    expect(text).not.toContain('必须保密')
  })

  it.each(['书记怕老婆，钱都是他老婆收的', '他收钱的时候哪怕有人在场也不怕', '恐怕有三万块'])(
    '%s is a story',
    (text) => {
      const { text: told } = tellAll(bot, ['我要匿名举报村长', text])
      for (const words of secret) expect(told).not.toContain(words)
    },
  )
})

talk(bot, 'who would rather stop is asked what becomes of what was written', [
  ['我要匿名举报村长李大海', '=mode 匿名'],
  ['算了，我有点怕', '怕是人之常情', '留草稿'],
  ['留草稿', '+flow_cancelled'],
])

it('no wording is said twice running, and every one can be borne out', () => {
  const first = tellAll(bot, ['我要举报村长', '我怕他报复我'])
  const second = tell(bot, first.state, '我真的怕他报复')
  expect(second.text).not.toContain(says('retaliation'))
  const told = fears.flatMap(({ says: all, known = [], beside }) => [...all, ...known, ...(beside ? [beside] : [])])
  for (const { cites = [] } of told as readonly { readonly cites?: readonly string[] }[])
    for (const id of cites) expect(bot.clauses[id]?.region).toBe('全国')
})

it('a wording that speaks of days, revenge or namelessness rests on the clause that says so', () => {
  const rests: readonly (readonly [RegExp, string])[] = [
    [/15 个工作日内告知/, 'nat.rule.realname.ack15'],
    [/办结之日起 15/, 'nat.rule.realname.result15'],
    [/不许转给/, 'nat.rule.47.2'],
    [/保密/, 'nat.rule.47.1'],
    [/申请保护/, 'nat.rule.49'],
    [/报复.{0,8}的人.{0,2}要受处分/, 'nat.admin.32.3'],
    [/名字.{0,2}可以.{0,1}不留|名字不留|[不没]留名字/, 'nat.rule.reject.anon'],
  ]
  for (const { says: all, known = [] } of fears)
    for (const { text, cites = [] } of [...all, ...known] as readonly { text: string; cites?: readonly string[] }[])
      for (const [words, id] of rests) expect([text, cites.includes(id)]).toEqual([text, words.test(text)])
})

it('where the channel knows who writes, no unnamed way is promised', () => {
  for (const text of ['我怕他报复我', '怕村里知道是我', '怕得罪人', '有点怕']) {
    const { text: told } = tell(bot, fresh, text, undefined, { knownBy: '企业微信' })
    expect(told).toContain('企业微信认得您')
    expect(told).not.toMatch(/名字(?:也)?可以(?:也)?不留。|\{by\}/)
  }
})
