import { describe, expect, it } from 'vitest'
import { answers } from '../../bot/answers.ts'
import { openAnswerer } from '../../src/answer/index.ts'
import { stock } from '../../src/knowledge/index.ts'
import type { OriginalText } from '../../src/originals/index.ts'
import { original } from '../support/originals.ts'
import { library as digest, flows, today } from './asking.ts'
import { quotationFaults } from './quotations.ts'

const rule = { title: '许昌市晒谷场管理规定', issuer: '许昌市人民政府', region: '许昌市' }
const editions: readonly OriginalText[] = [
  original(
    [
      '第一条　晒谷场归生产队长管理，收谷以敲钟为号。',
      '第八条　牛不得进入晒谷场，违反的，罚款五元。',
      '第九条　晒谷场用算盘记账，账本由保管员收存。',
    ],
    { ...rule, from: '2001-01-01', until: '2019-12-31' },
  ),
  original(
    [
      '第一章　晒谷',
      '第一条　晒谷场归村民小组管理，收谷以广播为号。',
      '第二条　有下列情形之一的，可以占用晒谷场：',
      '（一）晒谷；',
      '（二）放电影。',
      '第三条　牛不得进入晒谷场，违反的，罚款五十元。',
    ],
    { ...rule, edition: 2, from: '2020-01-01' },
  ),
]
const filler = '晒场会议讨论了许多别的事情，大家畅所欲言，气氛热烈，时间不知不觉就过去了。'
const interview = original(
  [
    '问：青禾经验是怎么来的？',
    `答：${filler.repeat(20)}磨坊的石磨每逢初五由王师傅开凿一次，不收工钱。${filler.repeat(20)}`,
  ],
  { id: 't2', title: '青禾磨坊答记者问', issuer: '青禾日报', region: '全国', authority: '官方答问' },
)
const originals = [...editions, interview]
const library = stock(digest, originals)
const answerer = openAnswerer({ library, doors: [], phrases: answers, flows })
const ask = (text: string, area = '许昌市', day = today) => answerer.answer({ text, area, today: day })

describe('a regulation of the office itself, with no digest', () => {
  it('is told in its own words, in 「」 with its source, and opens at the place', async () => {
    const found = await ask('晒谷场归谁管理')
    expect(found.outcome).toBe('grounded')
    expect(found.text).toContain(
      '《许昌市晒谷场管理规定》第1条：「第一条　晒谷场归村民小组管理，收谷以广播为号。」〔1〕',
    )
    expect(found.cites[0]).toMatchObject({
      id: 't1.a1',
      region: '许昌市',
      authority: '正式条文',
      held: 'original',
      opens: '/texts/t1/2#a1',
    })
    expect(quotationFaults(found, library, originals)).toEqual([])
  })

  it('is told with its items where it is a list', async () => {
    expect((await ask('什么情形可以占用晒谷场')).text).toContain('：\n（一）晒谷；\n（二）放电影。」')
  })

  it('speaks for its own region only', async () => {
    for (const area of ['南阳市', '云南省']) {
      const found = await ask('晒谷场归谁管理', area)
      expect(found.cites.filter(({ id }) => id.startsWith('t1'))).toEqual([])
    }
  })

  it('names the version it came from, another one than the digest alone', async () => {
    expect((await ask('晒谷场归谁管理')).version).toBe(library.version.slice(0, 12))
    expect(library.version).not.toBe(digest.version)
  })
})

describe('a long answer of an interview', () => {
  it('is cut to the sentences that answer, each verbatim', async () => {
    const found = await ask('石磨几时开凿，收工钱吗', '南阳市')
    expect(found.text).toContain('磨坊的石磨每逢初五由王师傅开凿一次，不收工钱。')
    expect(found.text).toContain('据官方答问，《青禾磨坊答记者问》')
    const [quote = ''] = found.cites.map((cite) => cite.quote ?? '')
    expect(quote.length).toBeLessThanOrEqual(240)
    expect(quotationFaults(found, library, originals)).toEqual([])
  })
})

describe('the day', () => {
  it('picks the edition: the old one for a deed of its time, never for today', async () => {
    const [then, now] = [await ask('牛进晒谷场罚多少', '许昌市', '2019-12-31'), await ask('牛进晒谷场罚多少')]
    expect(then.text).toContain('罚款五元。」')
    expect(then.cites[0]?.opens).toBe('/texts/t1/1#a8')
    expect(now.text).toContain('罚款五十元。」')
    expect(now.cites.map(({ opens }) => opens)).not.toContain('/texts/t1/1#a8')
  })

  it.each([
    [
      '许昌市晒谷场管理规定第八条',
      '您说的第8条是旧条号，2019年12月31日以后不再适用；现在看《许昌市晒谷场管理规定》第3条。',
      't1.a3',
    ],
    ['许昌市晒谷场管理规定第3条', '罚款五十元。」', 't1.a3'],
  ])('%s today', async (text, says, id) => {
    const found = await ask(text)
    expect(found.text).toContain(says)
    expect(found.cites[0]?.id).toBe(id)
  })

  it('lets the old number speak for itself on a day of its own', async () => {
    const found = await ask('许昌市晒谷场管理规定第八条', '许昌市', '2010-05-01')
    expect(found.text).toContain('罚款五元。」')
    expect(found.text).not.toContain('旧条号')
  })

  it('says of an article nothing took the place of that it is over, and of one that never was that there is none', async () => {
    const [over, never] = [await ask('许昌市晒谷场管理规定第九条'), await ask('许昌市晒谷场管理规定第999条')]
    expect(over).toMatchObject({ outcome: 'no-match', cites: [] })
    expect(over.text).toContain('第9条是以前版本里的条文，2019年12月31日以后不再适用')
    expect(never).toMatchObject({ outcome: 'no-match', cites: [] })
    expect(never.text).toContain('没有《许昌市晒谷场管理规定》第999条这一条。目前收录的是第1至3条')
  })
})

describe('a digest clause that an original carries', () => {
  it('is told in our words and quotes the edition of the day', async () => {
    const carried = original(
      ['第五十条　捏造事实诬告陷害他人，企图使他人受到刑事追究的，处五日以下拘留或者一千元以下罚款。'],
      {
        id: 't3',
        title: '中华人民共和国治安管理处罚法',
        from: '2026-01-01',
        carries: { 'nat.psl.50.3': ['a50'] },
      },
    )
    const stocked = stock(digest, [carried])
    const answerer = openAnswerer({ library: stocked, doors: [], phrases: answers, flows })
    const found = await answerer.answer({ text: '治安管理处罚法第50条诬告陷害罚多少', today })
    const cite = found.cites.find(({ id }) => id === 'nat.psl.50.3')
    expect(cite).toMatchObject({ held: 'original', quote: carried.text, opens: '/texts/t3/1#a50' })
    expect(found.text).toContain(digest.clauses.get('nat.psl.50.3')?.entry.text.slice(0, 20))
    expect(quotationFaults(found, stocked, [carried])).toEqual([])
  })
})
