import { describe, expect, it } from 'vitest'
import { Fault } from '../../src/base/index.ts'
import { loadLibrary, openLibrary } from '../../src/knowledge/index.ts'
import { folder, guide, instrument } from './folder.ts'

const filing = 'instruments/xuchang/filing.yaml'
const psl = 'instruments/national/psl.yaml'

function faultsOf(changed: Readonly<Record<string, string>>): readonly string[] {
  return openLibrary(folder(changed)).faults
}

describe('check names file and word', () => {
  it.each([
    ['an id used twice', 'positive.2\n', 'positive.1\n', /filing\.yaml: 编号 xuchang\.filing\.positive\.1 用了两次/],
    ['a list with the id of a clause', 'id: xuchang.filing.positive,', 'id: xuchang.filing.positive.1,', /用了两次/],
    ['a missing field', '    text: 先行先试的可以备案。\n', '', /xuchang\.filing\.positive\.2 → text：缺少这个字段/],
    ['a missing field of the instrument', 'issuer: 许昌市纪委监委\n', '', /filing\.yaml: issuer：缺少这个字段/],
    ['an unknown field', 'held: digest', 'held: digest\nhold: digest', /不认识的字段 hold/],
    ['a grade C', 'grade: B\n    relations', 'grade: C\n    relations', /positive\.2 → grade：等级 C/],
    ['an unknown kind of relation', 'kind: limits', 'kind: limit', /kind：写的是「limit」，只能是 limits、/],
    ['a relation to nothing', 'to: xuchang.filing.notimmune', 'to: xuchang.filing.immune', /immune 不存在/],
    [
      'a list item that is no clause',
      'items: [xuchang.filing.positive.1',
      'items: [xuchang.filing.p',
      /filing\.p 不存在/,
    ],
    ['an unknown place', 'region: 许昌市', 'region: 许昌', /地区「许昌」不在 places\.yaml 里/],
    ['a clause of another place', 'region: 长葛市', 'region: 湘潭市', /「湘潭市」不在「许昌市」之内/],
    ['an empty word', '硬着头皮干', "''", /words → 第1项：不能是空的/],
    ['a number where words belong', '硬着头皮干', '628', /words → 第1项：应当是文字，写的是 628（纯数字要加引号）/],
    ['an authority nobody knows', 'authority: 官方答问', 'authority: 传闻', /authority：写的是「传闻」/],
    ['broken YAML', 'title: 许昌备案办法', 'title: [许昌', /filing\.yaml: 不是合格的 YAML/],
  ])('of %s', (_, from, to, expected) => {
    const faults = faultsOf({ [filing]: instrument(from, to) })
    expect(faults.filter((fault) => expected.test(fault))).toHaveLength(1)
  })

  it('of a note to ourselves, wherever it is cited', () => {
    const related = { [filing]: instrument('to: xuchang.filing.notimmune', 'to: nat.psl.20') }
    expect(faultsOf(related)).toEqual([expect.stringMatching(/filing\.positive\.2 引用的 nat\.psl\.20 只作内部记录/)])
    const listed = { [filing]: instrument('items: [xuchang.filing.positive.1,', 'items: [nat.psl.20,') }
    expect(faultsOf(listed)).toEqual([expect.stringMatching(/filing\.positive 引用的 nat\.psl\.20 只作内部记录/)])
  })

  it.each([
    ['许昌可以备案。\n', /filing\.md: 这句话后面没有依据：许昌可以备案。/],
    ['许昌可以备案。[xuchang.filing.positive.1] 放心去干。\n', /没有依据：放心去干。/],
    ['许昌可以备案。[xuchang.filing.positive.9]\n', /filing\.md: filing 引用的 xuchang\.filing\.positive\.9 不存在/],
    ['许昌可以从轻。[nat.psl.20]\n', /nat\.psl\.20 只作内部记录/],
    ['许昌可以备案，诬告按第42条处罚。[nat.psl.20][xuchang.filing.positive.1]\n', /提到已失效的第42条/],
    ['# 只有标题\n', /filing 没有一句正文/],
  ])('of the guide sentence %j', (body, expected) => {
    const faults = faultsOf({ 'guides/filing.md': guide(body) })
    expect(faults.filter((fault) => expected.test(fault))).toHaveLength(1)
  })

  it('of a guide head without questions', () => {
    const head = guide('许昌可以备案。[xuchang.filing.positive.1]\n').replace(/asks:.*\n/, '')
    expect(faultsOf({ 'guides/filing.md': head })).toEqual([expect.stringMatching(/^guides\/filing\.md: asks：缺少/)])
  })

  it.each(['places.yaml', 'calendar.yaml'])('of the missing file %s', (file) => {
    expect(faultsOf({ [file]: '' })).toContain(`${file}: 缺少这个文件`)
  })
})

describe('a superseded article number', () => {
  const law = (clauses: string) => `
id: psl
title: 治安管理处罚法
region: 全国
issuer: 全国人大常委会
authority: 正式条文
held: digest
validity: {}
source: { title: 条文, kind: 转述 }
clauses:
  - { id: nat.psl.50, label: 第50条, article: '50', formerly: [{ article: '42', until: 2025-12-31 }], text: 罚款。, grade: A }
  - { id: nat.psl.20, ${clauses}, grade: A }
`
  const faults = (clause: string) => faultsOf({ [psl]: law(clause), 'guides/filing.md': '' })

  it.each([
    ['is a fault in a label', 'label: 第42条, text: 罚款', /nat\.psl\.20 的 label 把已失效的第42条当作现行条号/],
    ['is a fault in a text, in Chinese numerals too', 'label: 罚款, text: 依第四十二条罚款', /text 提到已失效的第42条/],
    [
      'is a fault in a label even if declared, unless the label says it is old',
      "label: 第42条, article: '50', formerly: [{ article: '42', until: 2025-12-31 }], text: 罚款",
      /label 把已失效的第42条/,
    ],
    [
      'needs its successor or a note why none is known',
      "label: 罚款, formerly: [{ article: '99', until: 2025-12-31 }], text: 罚款",
      /旧条号「99」没有写现行条号/,
    ],
  ])('%s', (_, clause, expected) => {
    expect(faults(clause)).toEqual([expect.stringMatching(expected)])
  })

  it.each([
    ["label: 第42条, article: '42', text: 依第42条另行规定"],
    [
      "label: 旧法第42条, article: '50', formerly: [{ article: '42', until: 2025-12-31 }], text: 旧法第42条已改为第50条",
    ],
    ["label: 罚款, formerly: [{ article: '99', until: 2025-12-31, note: 新条号没有核到 }], text: 旧法第99条"],
  ])('is no fault where it is accounted for: %s', (clause) => {
    expect(faults(clause)).toEqual([])
  })
})

describe('faults', () => {
  it('come all at once, in a Fault', () => {
    const dir = folder({
      [filing]: instrument('grade: B, words', 'grade: C, words').replace('region: 长葛市', 'region: 火星'),
      'guides/filing.md': guide('许昌可以放心干。\n'),
      'words.yaml': '- { say: [] }\n',
    })
    try {
      loadLibrary(dir)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(Fault)
      const files = (error as Fault).faults.map((fault) => fault.split(':')[0])
      expect(new Set(files)).toEqual(new Set([filing, 'guides/filing.md', 'words.yaml']))
    }
  })

  it('of a left-out file are not repeated for everyone who cites it', () => {
    expect(faultsOf({ [filing]: instrument('issuer: 许昌市纪委监委\n', '') })).toHaveLength(1)
  })
})
