import { describe, expect, it } from 'vitest'
import { ask, library, talk } from './asking.ts'

/** Names of penal and civil texts nobody who is afraid wants to hear of first. */
const frightening = /有期徒刑|拘役|拘留|罚款|开除|《刑法》第246条|《民法典》|名誉权|不受理。/u

describe('somebody who is afraid to be called a false accuser', () => {
  const asked = [
    '我写的要是有出入，会不会算诬告',
    '这么写他会不会反咬我诬告？我有点怕',
    '万一说错了会不会被抓起来',
    '要是我记错了日子，算不算诬陷人家',
    '查下来不属实，举报的人要担责吗',
    '俺怕被说成诬告😟',
    '写错了算诬告吗',
    '冤枉了人会不会坐牢',
  ]

  it.each(asked)('%s hears first that a mistake is no false accusation, and is asked for no place', async (text) => {
    for (const area of [undefined, '南阳', '洛阳']) {
      const found = await ask(text, area)
      expect(found.outcome).toBe('grounded')
      expect(found.cites[0]?.id).toBe('nat.criminal.243.exempt')
      expect(found.cites.map((c) => c.id)).toContain('nat.rule.45')
      expect(found.cites.every((c) => c.region === '全国')).toBe(true)
      expect(found.text).not.toMatch(frightening)
      expect(found.text).not.toMatch(/哪个地方|您说的是哪里/)
    }
  })

  it.each([
    ['我被人诬告了怎么办', 'nat.right.35'],
    ['网上有人诬告我，该找谁', 'nat.right.35'],
    ['诬告陷害罪最高判几年', 'nat.criminal.243.pen'],
    ['公务员诬告同事怎么处分', 'nat.admin.32.4'],
  ])('is not who asks %s', async (text, clause) => {
    const ids = (await ask(text)).cites.map((c) => c.id)
    expect(ids).toContain(clause)
    expect(ids.slice(0, 2)).not.toEqual(['nat.criminal.243.exempt', 'nat.rule.45'])
  })

  it('asks for the place no more in any question about false accusation, but answers for the place that is named', async () => {
    expect((await ask('诬告和错告怎么区分')).outcome).toBe('grounded')
    expect((await ask('云南对诬告怎么查处')).cites.some((c) => c.region === '云南省')).toBe(true)
  })
})

describe('somebody who is afraid to be known', () => {
  it.each([
    '会不会把我的名字告诉他',
    '他会知道是我写的吗，会不会查到我',
    '你们会泄露吗',
    '你们该不会已经把我电话给他了吧，我的电话会给别人吗',
    '不想叫人知道我是谁',
    '怕他猜到是我',
    '我的信息你们给我保密不',
  ])('%s hears that it is kept secret, and of nothing else', async (text) => {
    const found = await ask(text)
    expect(found.outcome).toBe('grounded')
    const ids = found.cites.map((c) => c.id)
    expect(ids.slice(0, 3)).toEqual(['nat.rule.47.1', 'nat.rule.47.2', 'nat.rule.47.3'])
    expect(ids.filter((id) => !/^nat\.rule\.(?:47|reject\.anon|realname)/.test(id))).toEqual([])
    expect(found.text).not.toMatch(frightening)
  })

  it('hears of both things asked in one message', async () => {
    const ids = (await ask('匿名举报有人受理吗？会不会把我的名字告诉他？')).cites.map((c) => c.id)
    expect(ids).toEqual(expect.arrayContaining(['nat.rule.reject.anon', 'nat.rule.47.1', 'nat.rule.47.2']))
  })

  it('is told so in the middle of other questions, too', async () => {
    const found = await talk('许昌', '许昌备案要走几步', '那会不会把我的名字说给别人')
    expect(found.cites[0]?.id).toBe('nat.rule.47.1')
  })
})

describe('somebody nobody listens to', () => {
  it.each(['他们要是不查我还能找谁', '反映半年了没人管怎么办', '纪委不理我，我该去哪', '一直没人查咋办'])(
    '%s hears which ways are open, and no refusal',
    async (text) => {
      const found = await ask(text)
      expect(found.outcome).toBe('grounded')
      const ids = found.cites.map((c) => c.id)
      expect(ids).toEqual(
        expect.arrayContaining(['nat.rule.realname.objection', 'nat.rule.repeat', 'nat.ch.chief', 'nat.rule.channel']),
      )
      expect(found.text).not.toMatch(/不受理|不归/)
    },
  )
})

describe('somebody who wants a verdict from us', () => {
  it.each(['那你说句痛快话，这事到底容不容', '你看我会不会被处分', '你给个准信，我到底会不会挨处分'])(
    '%s hears who decides, and of nothing else',
    async (text) => {
      const ids = (await ask(text, '许昌')).cites.map((c) => c.id)
      expect(ids).toEqual(['nat.rule.41', 'nat.opinion.six'])
    },
  )
})

describe('a note to ourselves', () => {
  const own = library.instruments.filter(({ issuer }) => issuer.startsWith('本助手'))
  const words = own.flatMap(({ clauses }) => clauses.flatMap((c) => [c.text, ...(c.words ?? [])]))

  it.each(words)('is never told, not even to %s', async (text) => {
    const found = await ask(text)
    const notes = new Set(own.flatMap(({ clauses }) => clauses.map((c) => c.id)))
    expect(found.cites.filter((c) => notes.has(c.id))).toEqual([])
    for (const { clauses } of own) for (const note of clauses) expect(found.text).not.toContain(note.text)
  })
})

describe('somebody who is afraid of revenge', () => {
  it.each(['我怕被报复怎么办', '担心他给我穿小鞋怎么办', '举报了他会不会报复我，我怕', '俺怕他收拾俺咋办'])(
    '%s hears first what protects them, and nothing of deaths and injuries',
    async (text) => {
      for (const area of [undefined, '南阳', '洛阳']) {
        const found = await ask(text, area)
        expect(found.outcome).toBe('grounded')
        expect(found.cites[0]?.id).toBe('nat.rule.49')
        expect(found.text).not.toMatch(/自杀|自残|死亡|证人/)
      }
    },
  )

  it.each([
    ['打击报复举报人怎么处分', 'nat.admin.32.3'],
    ['报复陷害罪怎么判', 'nat.criminal.254'],
  ])('is not who asks %s', async (text, clause) => {
    expect((await ask(text)).cites.map((c) => c.id)).toContain(clause)
  })
})
