import { describe, expect, it } from 'vitest'
import type { Found } from '../../src/dialogue/index.ts'
import { ask, library, talk } from './asking.ts'

const ids = (found: Found) => found.cites.map((c) => c.id)
const regions = (found: Found) => [...new Set(found.cites.map((c) => c.region))].filter((r) => r !== '全国')

describe('the same question for another place', () => {
  it.each([
    '那南阳呢',
    '换成南阳的看看',
    '按南阳的办法套一下行不行',
    '参照一下南阳的规定吧',
    '南阳是怎么规定的',
    '好吧，要是在南阳呢？',
  ])('%s: is answered from that place alone, as reference', async (said) => {
    const found = await talk('湘潭', '容错的正面清单有哪几条', said)
    expect(ids(found)).toContain('nanyang.case.1')
    expect(regions(found)).toEqual(['南阳市'])
    expect(found.text).toMatch(/南阳的规定，只供参考，对湘潭不适用/)
  })

  it('takes the place named in the first question for the person’s, where none is known', async () => {
    const found = await talk(undefined, '湘潭容错负面清单有几条', '那许昌呢')
    expect(found.text).toContain('对湘潭不适用')
    expect(regions(found)).toEqual(['许昌市'])
    expect(found.asked?.area).toBe('湘潭')
  })

  it('leaves out what holds everywhere, which is no reference', async () => {
    for (const said of ['那云南呢', '换成南阳的'])
      for (const cite of (await talk('许昌', '澄清正名有几种方式', said)).cites) expect(cite.region).not.toBe('全国')
  })

  it('keeps the warning when one item of it is asked for', async () => {
    const found = await talk('湘潭', '容错有哪些情形', '换成南阳的', '那第三条呢')
    expect(ids(found)).toEqual(['nanyang.case.3'])
    expect(found.text).toContain('对湘潭不适用')
  })

  it('is no reference where the place is the person’s own, above it or in it', async () => {
    for (const [area, said] of [
      ['许昌', '那许昌呢'],
      ['禹州市', '那许昌的呢'],
    ] as const) {
      const found = await talk(area, '事前备案分几步', said)
      expect(found.text).not.toContain('不适用')
      expect(regions(found)).toContain('许昌市')
    }
  })

  it('says that nothing is held of a place without texts, and cites no other', async () => {
    const found = await talk('许昌', '容错向谁申请', '那郑州呢')
    expect(found.text).toContain('没有郑州')
    expect(regions(found)).toEqual([])
  })

  it('is labelled too when somebody asks outright for a place that is not theirs', async () => {
    const found = await ask('南阳容错办理分几步', '许昌')
    expect(found.text).toMatch(/南阳的规定都只供参考，对许昌不适用/)
    expect((await ask('南阳容错办理分几步', '南阳')).text).not.toContain('不适用')
    expect((await ask('南阳容错办理分几步')).text).not.toContain('不适用')
  })
})

describe('another layer', () => {
  it.each(['省里呢', '我们省里有什么说法', '那湖南省怎么规定的', '湖南省里是咋说的'])(
    '%s: the province’s own texts, not its cities’',
    async (said) => {
      const found = await talk('湘潭', '容错正面清单是哪几条', said)
      expect(regions(found)).toEqual(['湖南省'])
      expect(ids(found)).toEqual(expect.arrayContaining(['hunan.clarify.only.1', 'hunan.clarify.only.3']))
      expect(found.text).not.toContain('不适用')
    },
  )

  it('what is held by name only stays a name', async () => {
    const found = await talk('许昌', '澄清正名有几种方式', '省里呢')
    expect(found.outcome).toBe('name-only')
    expect(ids(found)).toEqual(['nat.henan.named'])
    const list = await talk('湘潭', '容错的正面清单有哪几条', '那第二条呢')
    expect(list.outcome).toBe('name-only')
    expect(ids(list)).toEqual(['hunan.xiangtan.list'])
  })

  it.each(['全国呢', '那国家层面怎么规定', '中央有啥说法'])('%s: only what holds everywhere', async (said) => {
    const found = await talk('许昌', '澄清正名有几种方式', said)
    expect(ids(found)).toContain('nat.clarify.mode')
    expect(regions(found)).toEqual([])
  })

  it('asks for the place where it is not known which province is meant', async () => {
    expect((await talk(undefined, '匿名举报有人管吗', '省里呢')).outcome).toBe('clarify')
  })
})

describe('another respect of the same subject', () => {
  it.each([
    ['许昌', '事前备案能免责吗', '那具体怎么办', ['xuchang.filing.step.1', 'xuchang.filing.step.6']],
    ['南阳', '容错向谁申请', '要几天', ['nanyang.step.2']],
    ['许昌', '党内警告的影响期多长', '不服的话怎么办', ['nat.right.15_18']],
    ['许昌', '党内警告的影响期多长', '那严重警告呢', ['nat.disc.10']],
    [undefined, '匿名举报有人管吗', '那实名的呢', ['nat.rule.realname.priority']],
    ['许昌', '事前备案的正面清单有哪些', '刚才说的那个备案要几天', ['xuchang.filing.gap']],
  ])('in %s after %s, %s', async (area, first, then, wanted) => {
    expect(ids(await talk(area, first, then))).toEqual(expect.arrayContaining(wanted))
  })

  it.each([
    ['那第二条呢', 'xuchang.filing.positive.2'],
    ['第8项是什么', 'xuchang.filing.positive.8'],
    ['第五个具体是啥', 'xuchang.filing.positive.5'],
  ])('%s: the item of the list told', async (said, id) => {
    const found = await talk('许昌', '事前备案的正面清单有哪些', said)
    expect(ids(found)).toEqual([id])
  })

  it('one item after another, and none beyond the last', async () => {
    expect(ids(await talk('许昌', '事前备案的正面清单有哪些', '第二条呢', '那第三条呢'))).toEqual([
      'xuchang.filing.positive.3',
    ])
    const third = await talk('许昌', '事前备案的正面清单有哪些', '第二条呢', '那第三条呢')
    expect(third.asked?.question).toBe('事前备案的正面清单有哪些 第3项')
    const beyond = await talk('许昌', '事前备案的正面清单有哪些', '第十二条呢')
    expect(beyond.cites).toEqual([])
    expect(beyond.text).toContain('一共只有8项')
  })

  it('another article of the same law', async () => {
    expect(ids(await talk(undefined, '《监察法》第七十三条说的什么', '那第六十七条呢'))).toEqual(['nat.sup.67'])
    const none = await talk(undefined, '《监察法》第七十三条说的什么', '那第九百条呢')
    expect(none.outcome).toBe('no-match')
    expect(none.cites).toEqual([])
  })

  it('more of it: what was not told yet, never what holds elsewhere', async () => {
    const first = await talk('许昌', '澄清正名要多久有结果')
    const found = await talk('许昌', '澄清正名要多久有结果', '还有吗')
    for (const id of ids(found)) expect(ids(first)).not.toContain(id)
    for (const region of regions(found)) expect(region).toMatch(/许昌|河南/)
    const beside = await talk('许昌', '容错要向谁申请', '省里呢', '还有吗')
    for (const region of regions(beside)) expect(region).toMatch(/许昌|河南/)
  })

  it('what it rests on: the clauses themselves', async () => {
    const first = await talk('许昌', '事前备案能免责吗')
    const found = await talk('许昌', '事前备案能免责吗', '依据是什么')
    expect(ids(found).length).toBeGreaterThan(0)
    for (const id of ids(found)) expect(ids(first)).toContain(id)
  })
})

describe('a message that stands on its own', () => {
  it.each(['匿名举报有人管吗', '《监察法》第七十三条说的什么', '诬告陷害罪判几年', '入党要多久', '好的', '嗯嗯'])(
    '%s is answered as if nothing had been asked before',
    async (question) => {
      const before = { question: '南阳容错向谁申请', area: '南阳', cites: ['nanyang.route.1'] }
      const found = await ask(question, '南阳', { before })
      expect(found).toEqual(await ask(question, '南阳'))
      expect(found.asked).toEqual({ question, area: '南阳' })
    },
  )

  it('and one that leans on nothing kept is read from what was cited', async () => {
    const before = { question: '那南阳呢', area: '湘潭', cites: ['nanyang.route.1'] }
    const found = await ask('要几天', '南阳', { before })
    expect(regions(found)).toEqual(['南阳市'])
  })

  it.each([
    ['那许昌呢', { question: '', cites: [] }],
    ['还有吗', { question: '？', cites: ['gone'] }],
    ['第999999999999999999条', { question: '《监察法》第七十三条', cites: ['nat.sup.73'] }],
    ['那第零条呢', { question: '事前备案有哪几步', area: '许昌', cites: ['xuchang.filing.step.1'] }],
  ])('%s never fails, whatever was kept', async (said, before) => {
    const found = await ask(said, undefined, { before })
    expect(found.outcome).not.toBe('unavailable')
    for (const id of ids(found)) expect(library.clauses.has(id)).toBe(true)
  })
})

describe('the form that would serve', () => {
  it.each([
    ['事前备案要怎么办', 'risk-filing'],
    ['我们想提前报备，找谁', 'risk-filing'],
    ['容错申请找谁', 'tolerance-application'],
    ['免责要向谁申请', 'tolerance-application'],
    ['被冤枉了怎么澄清', 'exoneration'],
    ['我想申请正名', 'exoneration'],
    ['刚被约谈，怎么办', 'accountability'],
    ['单位要问责我', 'accountability'],
    ['处分影响期多长', 'revisit'],
    ['回访是怎么回事', 'revisit'],
    ['许昌备案和容错有啥区别，备案怎么申请', 'risk-filing'],
    ['举报信怎么写', 'report'],
    ['我们这个项目能容错吗', 'tolerance-check'],
    ['举报错了会不会处理我', 'false-accusation'],
  ])('%s offers %s', async (question, flow) => {
    expect((await ask(question)).flow).toBe(flow)
  })

  it('is offered too where nothing was found', async () => {
    expect(await ask('考考我')).toMatchObject({ outcome: 'no-match', flow: 'quiz' })
  })

  it.each(['网站ICP备案要多久', '房屋租赁合同备案找谁', '党费怎么交'])('%s offers none', async (question) => {
    expect(await ask(question)).not.toHaveProperty('flow')
  })
})
