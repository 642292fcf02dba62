import { describe, expect, it } from 'vitest'
import { fresh } from '../../src/dialogue/index.ts'
import { type Field, fieldsOf } from '../../src/flow/index.ts'
import { bot } from '../support/bot.ts'
import { kept, talk, tell, tellAll, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

const flow = bot.flows.find((f) => f.id === 'quiz')
const questions = [...(flow ? fieldsOf(flow).values() : [])].filter((f) => f.id !== 'next')
type Choice = Extract<Field, { kind: 'choice' }>
const optionsOf = (field: Field) => Object.keys((field as Choice).options)
/** The number a person types for the option that fits, or for the first that does not. */
const numberOf = (field: Field, fits: boolean) =>
  String(optionsOf(field).findIndex((id) => (id === '合适') === fits) + 1)

const opened = tell(bot, fresh, '考考我')
const upTo = (n: number) =>
  tellAll(
    bot,
    questions.slice(0, n).map((f) => numberOf(f, true)),
    opened.state,
  )

describe('依法检举小测', () => {
  it.each(['做个小测验', '考考我', '举报知识问答', '测一测', '能不能考考我', '我想做几道题'])('“%s”就开始', (text) => {
    const told = tell(bot, fresh, text)
    expect(told.events).toContain('flow_started:quiz')
    expect(told.text).toContain('第一题')
  })

  it.each(['公务员考试怎么考', '测一测我能不能容错', '匿名举报有人管吗', '考核垫底谁来约谈'])(
    '“%s”不开小测',
    (text) => {
      expect(tell(bot, fresh, text).events).not.toContain('flow_started:quiz')
    },
  )

  it('八到十题，每题两三个选项，恰好一个合适的，合适的不总在一个位置', () => {
    expect(questions.length).toBeGreaterThanOrEqual(8)
    expect(questions.length).toBeLessThanOrEqual(10)
    for (const field of questions) {
      expect(optionsOf(field).length, field.id).toBeLessThanOrEqual(3)
      expect(optionsOf(field).filter((id) => id === '合适')).toHaveLength(1)
    }
    expect(new Set(questions.map((f) => numberOf(f, true))).size).toBeGreaterThan(1)
  })

  it('题目按次序叫第几题', () => {
    const names = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
    questions.forEach((field, n) => {
      expect(field.ask.startsWith(`第${names[n]}题：`), field.ask).toBe(true)
    })
  })

  it.each(questions.map((f, n) => [f.label, n] as const))(
    '%s：答到了讲依据，弄混了温和地讲，都接着下一题',
    (_label, n) => {
      const { state } = upTo(n)
      const field = questions[n] as Field
      const fits = tell(bot, state, numberOf(field, true))
      const mixed = tell(bot, state, numberOf(field, false))
      const next = questions[n + 1]?.ask ?? '接下来想怎么做'
      expect(fits.text).toMatch(/^对[，。]/)
      expect(mixed.text).toMatch(/^这里容易弄混[：，]/)
      for (const told of [fits, mixed]) {
        expect(told.say?.cites?.length).toBeGreaterThan(0)
        expect(told.text).toContain(next)
        expect(told.text).not.toMatch(/错[！!。]|不对[，。！]|答错|扣分/)
      }
    },
  )

  it.each(questions.map((f, n) => [f.label, n] as const))('%s：每个选项照它自己的话说，也认得', (_label, n) => {
    const { state } = upTo(n)
    const field = questions[n] as Choice
    for (const [id, option] of Object.entries(field.options))
      for (const word of [option.label, ...option.words])
        expect(kept(tell(bot, state, word).state, field.id), word).toBe(id)
  })

  it.each(questions.map((f, n) => [f.label, n] as const))('%s：不知道的，把合适的说给他听', (_label, n) => {
    const { state } = upTo(n)
    const told = tell(bot, state, '不知道')
    expect(told.text).toContain(questions[n]?.effect)
    expect(told.text).not.toContain('这里容易弄混')
  })

  it('都答到了说一句，有弄混的另说一句；都是鼓励', () => {
    const all = upTo(questions.length)
    expect(all.text).toContain('十道都答到点子上了')
    const { state } = upTo(questions.length - 1)
    for (const said of ['1', '跳过']) {
      const some = tell(bot, state, said)
      expect(some.text).toContain('都不要紧')
      expect(some.text).not.toContain('十道都答到')
    }
  })

  talk(bot, '中间可以问，问完接着这一题；做完可以开始写', [
    ['做个小测验', '+flow_started:quiz', '不打分'],
    ['打12388', '=channel 合适'],
    ['匿名的能查到我吗', '→ 检索：匿名的能查到我吗', '匿名的收不收'],
    ['照常处理', '=naming 合适'],
    ['有时间的那句', '=writing 合适'],
    ['写上是听邻居说的', '=hearsay 合适'],
    ['知道的照实写上', '=evidence 合适'],
    ['两回事', '=mistaken 合适', '不是捏造事实'],
    ['只写自己知道的', '=invented 合适'],
    ['不能转', '=secrecy 合适', '保护申请'],
    ['走劳动仲裁', '=elsewhere 合适'],
    ['15个工作日', '=receipt 合适', '十道都答到点子上了'],
    ['开始写', '+flow_started:report', '实名还是匿名'],
  ])

  talk(bot, '不想做了随时停，什么也没交', [['2', '弄混'], ['退出', '-第三题'], ['彻底删除'], ['是']], opened.state)

  talk(bot, '做完再问问：好好收尾', [['再问问', '+flow_ended:quiz', '直接问就行']], upTo(questions.length).state)

  it('没有交件这一步', () => {
    expect(flow?.steps.filter((s) => 'submit' in s)).toEqual([])
  })

  it('错告那一题，先请人放心，再说别的', () => {
    const n = questions.findIndex((f) => f.id === 'mistaken')
    const { text } = tell(bot, upTo(n).state, numberOf(questions[n] as Field, false))
    expect(text.indexOf('放心')).toBeGreaterThan(0)
    expect(text).not.toMatch(/坐牢|判刑|拘留|追究刑事/)
  })
})
