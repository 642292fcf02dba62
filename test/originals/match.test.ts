import { describe, expect, test } from 'vitest'
import { matchClauses, passagesOf, structure } from '../../src/originals/index.ts'
import { digest, interview, regulation } from './texts.ts'

const matched = (text: string, clauses: Parameters<typeof matchClauses>[0] = digest) => {
  const structured = structure(text)
  return matchClauses(clauses, structured, passagesOf(structured))
}

describe('the clauses of a digest', () => {
  test('find the articles and items of a regulation they rest on', () => {
    const found = matched(regulation)
    expect(found['linjiang.def']?.[0]).toMatch(/^a2\./)
    expect(found['linjiang.case.1']).toEqual(['a3.1.1'])
    expect(found['linjiang.case.3']).toEqual(['a3.1.3'])
    expect(found['linjiang.days']).toEqual(['a3-1.1'])
  })

  test('find the points of an interview by their words and by their place in the list', () => {
    const found = matched(interview)
    expect(found['linjiang.case.1']?.[0]).toBe('q2.a.1')
    expect(found['linjiang.case.2']).toEqual(['q2.a.2'])
    expect(found['linjiang.case.3']).toEqual(['q2.a.3'])
  })

  test('that rest on nothing here are absent, and so is an article the text does not have', () => {
    expect(matched(regulation)).not.toHaveProperty('linjiang.fee')
    expect(matched(regulation)).not.toHaveProperty('linjiang.gone')
    expect(matched('')).toEqual({})
    expect(matched(regulation, [])).toEqual({})
  })

  test('find their passages in a traditional text', () => {
    const found = matched(
      '問：哪些情形可以報備？\n答：有下列情形：\n(一)頭一回做、沒有先例的；\n(二)按期完成確有困難的；\n(三)其他確有必要的。',
    )
    expect(found['linjiang.case.2']).toEqual(['q1.a.2'])
  })

  test('never share an item of a list that is another clause’s of theirs', () => {
    const alike = digest.map((clause) =>
      clause.id === 'linjiang.case.2'
        ? { ...clause, text: '在临江，头一回做、没有先例的，经过批准也可以报备（情形二）。' }
        : clause,
    )
    const found = matched(interview, alike)
    expect(found['linjiang.case.1']).toContain('q2.a.1')
    expect(found['linjiang.case.2'] ?? []).not.toContain('q2.a.1')
  })

  test('with figures find no passage that has none of them', () => {
    const clause = { id: 'a', label: '数字', text: '临江两年来一共受理报备412件，办结398件。' }
    const words = '临江市报备办公室两年来一共受理报备若干件，办结若干件，得到各方好评。'
    expect(matched(words, [clause])).toEqual({})
    expect(matched(words.replace('受理报备若干', '受理报备412'), [clause])).toEqual({ a: ['p1'] })
    expect(
      matched('本市报备时限为三日，从收到之日起算。', [
        { id: 'b', label: '报备时限', text: '本市报备时限3日，从收到之日起算。' },
      ]),
    ).toEqual({ b: ['p1'] })
  })

  test('tell the item from its twin: what only the other clause says is not quoted under this one', () => {
    const twins = [
      {
        id: 'station',
        label: '派驻机构',
        text: '在临江，派驻机构要报备的，先集体商量，由机构负责人审核，报派出单位的分管领导同意。',
      },
      {
        id: 'town',
        label: '乡镇',
        text: '在临江，乡镇街道要报备的，先集体商量，由机构负责人审核，报县级单位的分管领导同意。',
      },
    ]
    const station = '派驻机构要报备的，集体商量以后，由机构负责人审核，报派出单位的分管领导同意后实施。'
    const town = '乡镇（街道）要报备的，集体商量以后，由机构负责人审核，报县级单位的分管领导同意后实施。'
    const rest = '报备以后每月要看一次进展。\n有问题的要及时说明。'
    expect(matched(`${station}\n${town}\n${rest}`, twins)).toEqual({ station: ['p1'], town: ['p2'] })
    expect(matched(`${station}\n${rest}`, twins)).toEqual({ station: ['p1'] })
    expect(matched(`${town}\n${rest}`, twins)).toEqual({ town: ['p1'] })
  })

  test('that define something rest on what defines it, and those about one document not on what is about another', () => {
    const scope = { id: 'scope', label: '重点事项', text: '临江所说的重点事项，是指修建城北大桥、改造老旧水厂等事项。' }
    const told = '今年要修建城北大桥、改造老旧水厂，这些重点事项都要抓紧。'
    expect(matched(told, [scope])).toEqual({})
    expect(matched(`${told}\n本办法所称重点事项，是指修建城北大桥、改造老旧水厂等。`, [scope])).toEqual({
      scope: ['p2'],
    })
    const document = { id: 'document', label: '文件', text: '临江市出台了《关于做好报备工作的实施办法》。' }
    expect(matched('望山市出台了《关于做好回访工作的实施办法》。', [document])).toEqual({})
    expect(matched('临江市出台《关于做好报备工作的实施办法》。', [document])).toEqual({ document: ['p1'] })
  })

  test('that sum a list up rest on the list only if it says what they say, not what each of its items has said already', () => {
    const items = ['带头的人先说清楚困难', '办事的人写明经费来源', '管事的人五日以内答复']
    const each = items.map((text, n) => ({
      id: `item.${n + 1}`,
      label: `第${n + 1}步`,
      text: `在临江，报备时${text}。`,
    }))
    const sum = (text: string) => ({ id: 'sum', label: '概括', text })
    const text = `问：怎样报备？\n答：步骤如下：\n${items.map((item, n) => `（${'一二三'[n]}）报备时${item}。`).join('\n')}`
    expect(
      matched(text, [...each, sum('在临江，报备时带头的人、办事的人、管事的人依次签名，还要到现场看一遍再盖章。')]),
    ).not.toHaveProperty('sum')
  })
})

/** A statute as statutes are written, in words of our own. */
const statute = `临江市报备条例
第一条　为了让人敢做事，制定本条例。
第四十二条　报备的人应当在动手以前把风险写清楚，交给办公室。
第五十条　有下列行为之一的，由办公室退回材料；情节较重的，停止报备三个月：
（一）材料里没有写明经费来源的；
（二）把别人的材料改个名字交上来的；
（三）编造事实骗取报备的。
前款第三项的行为造成损失的，还应当赔偿。
第一百二十条之一　办公室应当留存下列材料：
（一）报备的申请；
（二）答复的原件。
留存的期限为十年，从答复之日起算。`

describe('the label of a digest clause', () => {
  const clause = (label: string, article: string, text: string) => ({ id: 'it', label, article, text })
  const places = (label: string, article: string, text: string) =>
    matched(statute, [clause(label, article, text)])['it']

  test('names an article by its number, which no passage has to say', () => {
    expect(places('第42条', '42', '在临江，报备的人要在动手以前写清楚风险，交给办公室。')).toEqual(['a42.1'])
    expect(places('第四十二条', '42', '在临江，报备的人要在动手以前写清楚风险，交给办公室。')).toEqual(['a42.1'])
    expect(places('第120-1条', '120-1', '在临江，材料要留存10年，从答复之日起算。')).toEqual(['a120-1.2'])
  })

  test('leads to the very paragraph and item it names', () => {
    const text = '在临江，编造事实骗取报备的，退回材料；情节较重的停止报备3个月；造成损失的还要赔偿。'
    const own = '在临江，编造事实骗取报备的，退回材料，造成损失的还要赔偿。'
    expect(places('第50条第1款第3项', '50', own)).toEqual(['a50.1.3'])
    expect(places('第五十条第一款第（三）项', '50', own)).toEqual(['a50.1.3'])
    expect(places('第50条第2款', '50', own)).toEqual(['a50.2'])
    expect(places('第50条第1款第3项、第2款', '50', own)?.toSorted()).toEqual(['a50.1.3', 'a50.2'])
    expect(places('第50条第3项', '50', own)).toEqual(['a50.1.3'])
    expect(places('第120条之一第2款', '120-1', '在临江，材料留存10年，从答复之日起算。')).toEqual(['a120-1.2'])
    // What the items lead to stands in the sentence they hang on, figures too; a figure that is in neither is another matter.
    expect(places('第50条第1款第3项', '50', text)).toEqual(['a50.1.3'])
    expect(places('第50条第1款第3项', '50', text.replace('3个月', '6个月'))).toBeUndefined()
  })

  test('of an older edition, or of a paragraph the text does not count, stays within the article', () => {
    const text = '在临江，报备的人要在动手以前写清楚风险，交给办公室。'
    expect(places('第42条第9款', '42', text)).toEqual(['a42.1'])
    expect(places('旧法第50条第1款第1项', '42', text)).toEqual(['a42.1'])
    expect(places('第43条', '43', text)).toBeUndefined()
  })
})
