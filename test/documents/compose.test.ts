import { describe, expect, it } from 'vitest'
import { compose, type Paper, type Piece, textOf } from '../../src/documents/index.ts'
import { examples, offered, opened, type PaperId, paperOf, said } from '../support/papers.ts'

const made = (id: PaperId): Paper => compose(paperOf(id), examples[id])
const piece = (each: Piece): string =>
  each.type === 'table'
    ? [each.title ?? '', ...each.rows.flat().map(({ label, runs }) => `${label}：${textOf(runs)}`)].join('\n')
    : textOf(each.runs)
const words = ({ letter, title, to, pieces, signer }: Paper) =>
  [letter ? textOf(letter.from) : '', title, textOf(to ?? []), ...pieces.map(piece), textOf(signer ?? [])].join('\n')

describe('an official paper as data', () => {
  it.each(Object.keys(examples) as PaperId[])('%s has a source for every word that is not its own', (id) => {
    const paper = made(id)
    const runs = [...paper.pieces, ...paper.look].flatMap((each) =>
      each.type === 'table' ? each.rows.flat().flatMap((box) => box.runs) : each.runs,
    )
    const sourced = runs.flatMap(({ source }) => source ?? [])
    expect(sourced.length).toBeGreaterThan(4)
    expect(sourced.every((n) => n >= 1 && n <= paper.sources.length)).toBe(true)
    // Every answer given that is printed leads to the sentence it was said in.
    for (const source of paper.sources)
      if (source.turn !== undefined) expect(source.where).toBe(`对话第 ${source.turn} 句`)
    expect(paper.file).toMatch(/^[A-Z]-\d+-[a-z-]+\.docx$/)
    expect(words(paper)).not.toContain('undefined')
    expect(words(paper)).not.toMatch(/[{}]/)
  })

  it('prints what was not answered as what it is: unknown, declined, put off and absent are four things', () => {
    expect(words(made('registration'))).toMatch(/职　　务：（不知道）/)
    expect(words(made('registration'))).toMatch(/地　　点：（不愿说明）/)
    expect(words(made('registration'))).toMatch(/金　　额：（未填）/)
    expect(words(made('revisit-record'))).toMatch(/想对组织说的：（待补）/)
    expect(words(made('tolerance-application'))).toMatch(/职务：（未填）/)
    expect(words(made('tolerance-application'))).toMatch(/影响：（不知道）/)
  })

  it('the registration form keeps the reporter sealed, in every box and every quoted word', () => {
    const paper = made('registration')
    const all = JSON.stringify(paper)
    expect(words(paper)).toContain('姓　　名：（已密封）\n联系电话：（已密封）')
    expect(all).not.toContain('李秀英')
    expect(all).not.toContain('13800000000')
    expect(all).toContain('（已密封）亲眼看着装车的')
  })

  it('prints who reported once they were revealed to this officer', () => {
    const { registration } = examples
    const { reporter_name, phone } = registration.case.form.answers
    const identity = { ...(reporter_name ? { reporter_name } : {}), ...(phone ? { phone } : {}) }
    const shown = words(compose(paperOf('registration'), { ...registration, identity }))
    expect(shown).toContain('姓　　名：李秀英\n联系电话：13800000000')
  })

  it('says of a report without a name that it has none', () => {
    const paper = compose(
      paperOf('registration'),
      opened('report', { mode: said('匿名', '不署名', 1) }, { identityPaths: ['reporter_name', 'phone'] }),
    )
    expect(words(paper)).toContain('姓　　名：（匿名）')
  })

  it('what was added goes with the question before it, and what is internal stays inside', () => {
    const shown = words(made('registration'))
    expect(shown).toContain('2026-11-25：问：水泥大概有多少袋？\n二十来袋。')
    expect(shown).not.toContain('内部的话')
  })

  it('the filing application is signed by the Party group, quotes its item and reminds of all ten', () => {
    const paper = made('risk-filing-application')
    const shown = words(paper)
    expect(textOf(paper.signer ?? [])).toBe('中共许昌市住建局党组（党委）')
    expect(shown).toContain('正面清单第（六）项')
    expect(shown).toContain(examples['risk-filing-application'].clauses['xuchang.filing.positive.6']?.text)
    for (const n of '一二三四五六七八九十') expect(shown).toContain(`负面清单第（${n}）项：`)
    expect(shown).toContain('备案不是免责承诺')
    expect(shown).toContain('2026年11月27日')
    expect(shown).toContain('1．请第三方检测\n2．分批发证\n3．每周专班例会')
    expect(paper.sources.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['clause:xuchang.filing.positive.6', 'clause:xuchang.filing.negative.1']),
    )
  })

  it('is offered only where it is right: no filing without minutes, no letter before approval', () => {
    for (const id of Object.keys(examples) as PaperId[]) expect(offered(paperOf(id), examples[id])).toBe(true)
    const { clauses: _, ...filing } = examples['risk-filing-application'].case.form.answers
    const { minutes_no: __, ...open } = filing
    expect(offered(paperOf('risk-filing-application'), opened('risk-filing', open))).toBe(false)
    const letter = examples['clarification-letter'].case
    expect(offered(paperOf('clarification-letter'), opened('exoneration', letter.form.answers))).toBe(false)
    const spoken = letter.messages.map((each) => ({ ...each, facts: { ...each.facts, ways: ['face'] } }))
    const without = opened('exoneration', letter.form.answers, { messages: spoken })
    expect(offered(paperOf('clarification-letter'), without)).toBe(false)
    expect(offered(paperOf('registration'), examples['revisit-record'])).toBe(false)
  })

  it('the letter says only the untrue matter, the result and the approved circle; its own words break no rule', () => {
    const paper = made('clarification-letter')
    const shown = words(paper)
    expect(shown).toContain('张三同志：')
    expect(shown).toContain('说我收了工程老板五万元。\n经核查，反映的上述问题不属实，现予以澄清。')
    expect(shown).toContain('在批准的范围（某镇机关）内使用')
    expect(shown).not.toMatch(/清正|廉洁|举报人|13900000000/)
    expect(paper.look.map(piece).join('')).not.toContain('发出以前要改')
  })

  it('points out what in the person’s words must not go out in the letter', () => {
    const { case: letter } = examples['clarification-letter']
    const matter = said('匿名信说我收钱，全县都知道，其实我一贯清正廉洁', '匿名信说的', 3)
    const paper = compose(
      paperOf('clarification-letter'),
      opened('exoneration', { ...letter.form.answers, matter }, { messages: letter.messages }),
    )
    const look = paper.look.map(piece).join('\n')
    for (const word of ['匿名信', '全县', '清正廉洁']) expect(look).toContain(`发出以前要改：“${word}”`)
  })

  it('writes no receipt on any paper', () => {
    const receipt = '1234 5678 9012 3456 7890'
    const what = said(`回执是 ${receipt}`, `回执是 ${receipt}`, 2)
    const paper = compose(paperOf('registration'), opened('report', { 'facts[0].what': what }))
    expect(JSON.stringify(paper)).not.toContain('5678 9012')
  })
})
