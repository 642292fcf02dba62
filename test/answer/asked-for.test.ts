import { describe, expect, it } from 'vitest'
import { askedFor } from '../../src/answer/asked-for.ts'
import { openContent } from '../../src/assembly.ts'

const { library } = openContent()
const clauses = (ids: string) => ids.split(' ').flatMap((id) => library.clauses.get(id) ?? [])

const lacking = (question: string, found: ReturnType<typeof clauses>) => askedFor(question, found).lacking

describe('a particular that is asked for', () => {
  it.each([
    ['实名举报几天告知', 'nat.rule.realname.ack15'],
    ['上访最多几个人', 'nat.pet.20'],
    ['转发多少次算诽谤', 'nat.criminal.246.net'],
    ['共性问题按百分之几抽查', 'xuchang.work.check.30'],
    ['举报电话是多少', 'nat.ch.12388'],
    ['这个意见是哪年印发的', 'nat.opinion.date'],
    ['两年澄清了多少件', 'hunan.figure.clarify'],
    ['诬告写在第几条', 'nat.disc.59'],
    ['罚多少钱', 'nat.psl.50.3'],
    ['澄清函上要写哪些内容，有没有格式', 'xuchang.clarify.mode.1'],
  ])('%s: is given by %s', (question, ids) => {
    expect(clauses(ids)).not.toEqual([])
    expect(lacking(question, clauses(ids))).toBe(false)
  })

  it.each([
    ['澄清会开几分钟', 'xuchang.clarify.mode.3'],
    ['调查组要几名专家', 'nanyang.step.3'],
    ['去年一共备案了多少件', 'xuchang.filing.step.4 xuchang.filing.notimmune'],
    ['常委会要几票通过', 'xuchang.filing.step.6'],
    ['澄清不力扣几分', 'yunnan.clarify.who'],
    ['澄清会由谁主持', 'yunnan.case.zhou'],
    ['材料要保存多少年', 'nat.rule.14'],
    ['监督检查室在几楼', 'xuchang.filing.step.5'],
    ['纪委书记叫什么', 'nat.ch.chief'],
    ['办法一共几章', 'xuchang.clarify.def'],
    ['审核报告用几号字', 'xuchang.filing.step.5'],
    ['哪一年开始这样做的', 'nanyang.minor'],
    ['奖金的钱谁出，要不要交税', 'nat.rule.reward'],
  ])('%s: is not given by %s', (question, ids) => {
    expect(clauses(ids)).not.toEqual([])
    expect(lacking(question, clauses(ids))).toBe(true)
  })

  it('is not missed where a clause says that just this is left open', () => {
    expect(lacking('备案几天能批', clauses('xuchang.filing.step.6'))).toBe(true)
    expect(lacking('备案几天能批', clauses('xuchang.filing.step.6 xuchang.filing.gap'))).toBe(false)
    expect(lacking('湘潭的清单第几条说这个', clauses('hunan.xiangtan.effect'))).toBe(true)
    expect(lacking('湘潭的清单第几条说这个', clauses('hunan.xiangtan.effect open.10'))).toBe(false)
    expect(lacking('备案会上要几票', clauses('xuchang.filing.step.6 xuchang.filing.gap'))).toBe(true)
  })

  it('is not missed in a text that is held by name only', () => {
    expect(lacking('几天要办结', clauses('xuchang.system.doc.5'))).toBe(false)
  })

  it('is given by the clauses that give it, not by those beside them', () => {
    const found = clauses('nanyang.step.3 nanyang.step.5')
    expect(askedFor('容错结论几天反馈', found).givenBy).toEqual(found.slice(1))
  })

  it('is nothing a question asks for that asks for none', () => {
    expect(lacking('备案了还会追责吗', clauses('nanyang.minor'))).toBe(false)
  })
})
