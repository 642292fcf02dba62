import { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buffersOf, buildIndex, type Corpus, learn, openCorpus, rankOf } from '../../src/search/index.ts'
import { openTop } from '../../src/search/lexical/top.ts'
import { tokens } from '../../src/search/tokens.ts'
import { corpus } from './corpus.ts'

const index = buildIndex(corpus)
const search = openCorpus(index)
const plain = { words: 0, best: 0, whole: 0, breadth: 0, authority: [1, 1, 1, 1], single: 1 }
const ids = (question: string, on = search) => on.find(question).map(({ id }) => id)

describe('the index of a corpus', () => {
  const letters = fc.constantFrom('谷', '晒', '场', '罚', '款', 'a', '7', '，', '𠮷', '\ud800', ' ')
  const text = fc.string({ unit: letters, maxLength: 12 })

  it('scores as BM25F worked out one clause at a time, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.nat(2)), { minLength: 1, maxLength: 8 }), text, (clauses, question) => {
        const any: Corpus = {
          instruments: [{ title: '谷法' }, { title: '场规' }, { title: '7a' }],
          clauses: clauses.map(([words, instrument], n) => ({
            id: String(n),
            instrument,
            headings: '罚',
            text: words,
          })),
        }
        const found = openCorpus(buildIndex(any), { evidence: plain }).find(question)
        const wanted = exhaustive(any, question)
        expect(new Map(found.map(({ id, score }) => [id, score]))).toSatisfy((scores: Map<string, number>) =>
          [...wanted].every(([id, score]) => Math.abs((scores.get(id) ?? 0) - score) < 1e-4 * (1 + score)),
        )
        expect(found.length).toBe([...wanted.values()].filter((score) => score > 0).length)
      }),
    )
  })

  it('goes to another thread and back by its buffers, and answers as before', async () => {
    const sent = buildIndex(corpus)
    const worker = new Worker(
      "const { parentPort } = require('node:worker_threads'); parentPort.once('message', ([index, buffers]) => parentPort.postMessage(index, buffers))",
      { eval: true },
    )
    const back = new Promise<typeof sent>((resolve, reject) => worker.once('message', resolve).once('error', reject))
    worker.postMessage([sent, buffersOf(sent)], buffersOf(sent))
    const returned = await back
    await worker.terminate()
    expect(sent.clauses.docs.length).toBe(0)
    expect(openCorpus(returned).find('毁坏谷物罚多少')).toEqual(search.find('毁坏谷物罚多少'))
  })

  it('leaves frequent characters out at size only, and no pairs', () => {
    const many = (count: number): Corpus => ({
      instruments: [{ title: '甲' }],
      clauses: Array.from({ length: count }, (_, n) => ({ id: `n${n}`, instrument: 0, headings: '', text: '谷物' })),
    })
    expect(openCorpus(buildIndex(many(5000)), { evidence: plain }).find('谷').length).toBe(100)
    expect(openCorpus(buildIndex(many(5001)), { evidence: plain }).find('谷').length).toBe(0)
    expect(openCorpus(buildIndex(many(5001)), { evidence: plain }).find('谷物').length).toBe(100)
  })

  it.each([
    '',
    '？！',
    '\ud800\udfff\udc00',
    'x'.repeat(100_000),
    '谷'.repeat(100_000),
    '第条',
    '第999999999999条',
    '《》第1条',
  ])('stands a hostile question (%#)', (question) => {
    expect(() => search.find(question)).not.toThrow()
    for (const { score } of search.find(question)) expect(score).toBeGreaterThan(0)
  })

  it('stands an empty corpus and hostile texts', () => {
    expect(openCorpus(buildIndex({ instruments: [], clauses: [] })).find('谷物')).toEqual([])
    const odd = { id: 'x', instrument: 0, headings: '\ud800', text: `${'晒'.repeat(100_000)}\udc00` }
    const found = openCorpus(buildIndex({ instruments: [{ title: '' }], clauses: [odd] })).find('晒')
    expect(found.map(({ id }) => id)).toEqual(['x'])
  })

  it('keeps words of one hash apart, and finds words however many there are', () => {
    const words = Array.from({ length: 5000 }, (_, n) => `w${n.toString(36)}`)
    const clauses = words.map((text, n) => ({ id: `n${n}`, instrument: 0, headings: '', text }))
    const many = openCorpus(buildIndex({ instruments: [{ title: '' }], clauses }))
    for (const n of [0, 1, 1234, 4999]) expect(ids(words[n] ?? '', many)).toEqual([`n${n}`])
  })
})

describe('the best k', () => {
  it('are those of a full sort in whatever order they come, the earlier row first among equals', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (all, k) => {
          const top = openTop(k)
          const rows = all.map((score, row) => ({ row, score }))
          // Odd rows first.
          for (const { row, score } of [...rows.filter((r) => r.row % 2), ...rows.filter((r) => r.row % 2 === 0)])
            top.offer(row, score)
          const sorted = rows.filter(({ score }) => score > 0)
          sorted.sort((a, b) => b.score - a.score || a.row - b.row)
          expect(top.take()).toEqual(sorted.slice(0, k))
        },
      ),
    )
  })
})

describe('evidence above the clause', () => {
  it.each([
    ['晒谷法', 'law'],
    ['中华人民共和国刑法（2023年修正）', 'law'],
    ['最高人民法院关于适用《中华人民共和国晒谷法》的解释', 'interpretation'],
    ['晒谷场管理条例', 'regulation'],
    ['中国共产党纪律处分条例', 'law'],
    ['晒谷车辆停放办法', 'rule'],
  ])('%s is a %s', (title, rank) => {
    expect(rankOf(title)).toBe(rank)
  })

  it('puts the law before what is below it, unless a deployment says otherwise', () => {
    expect(ids('毁坏谷物')[0]).toBe('a12')
    const turned = openCorpus(index, { evidence: { ...plain, authority: [0.1, 1, 1, 1] } })
    expect(ids('毁坏谷物', turned)[0]).toBe('c1')
  })

  it('takes another channel into account before the best are chosen, and leaves out whole instruments', () => {
    const row = index.ids.indexOf('d2')
    const extra = () => ({ rows: Uint32Array.of(row, 9999), scores: Float32Array.of(100, 1) })
    expect(search.find('毁坏谷物', { extra, k: 1 }).map(({ id }) => id)).toEqual(['d2'])
    expect(search.find('毁坏谷物第12条', { skip: (i) => i !== 2 }).map(({ id }) => id)).toEqual(['c1'])
  })
})

describe('articles named by number', () => {
  it.each([
    ['《晒谷法》第十二条是什么', ['a12']],
    ['中华人民共和国晒谷法第12条', ['a12']],
    ['晒谷法12条怎么说', ['a12']],
    ['晒谷法第十二条之一', ['a12-1']],
    ['晒谷法第13条', ['a13.1', 'a13.1.2']],
    ['晒谷法第13条第一款第（二）项', ['a13.1.2']],
    ['晒谷法第13条第2项', ['a13.1.2']],
    ['晒谷法第13条第9项', ['a13.1', 'a13.1.2']],
    ['场规第2条和晒谷法第1条', ['b2', 'a1']],
    ['第2条，晒谷场管理条例的', ['b2']],
    ['最高人民法院关于适用《中华人民共和国晒谷法》的解释（一）第一条', ['c1']],
    ['曬穀法第十二條', ['a12']],
    ['晒谷法第99条', []],
    ['晒谷法有十二条理由不听吗', []],
    ['第12条', []],
  ])('%s', (question, cited) => {
    const found = search.find(question)
    expect(found.filter((hit) => hit.cited).map(({ id }) => id)).toEqual(cited)
    expect(found.slice(0, cited.length).map(({ id }) => id)).toEqual(cited)
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a))
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
  })
})

describe('bridging', () => {
  it('turns everyday words into the words of the texts', () => {
    const words = [{ say: ['薪水'], text: ['劳动报酬'] }]
    expect(ids('薪水')).toEqual([])
    expect(ids('薪水', openCorpus(index, { words }))[0]).toBe('b2')
  })

  it('learns words from confirmed pairs, and keeps what it learned as JSON', () => {
    const pair = (question: string, id: string) => {
      const clause = corpus.clauses.find((each) => each.id === id)
      const instrument = corpus.instruments[clause?.instrument ?? 0]?.title ?? ''
      return { question, clauses: clause ? [{ instrument, text: clause.text }] : [] }
    }
    const pairs = [
      pair('鸡把粮食吃了咋办', 'a12'),
      pair('粮食被踩', 'a12'),
      pair('轿车碍事', 'd1'),
      pair('贴哪儿', 'd2'),
      pair('归谁管', 'b1'),
      pair('空', 'none'),
    ]
    const learned = learn(pairs, search.rarity)
    expect(ids('我家粮食')).toEqual([])
    expect(ids('我家粮食', openCorpus(index, { learned: JSON.parse(JSON.stringify(learned)) }))[0]).toBe('a12')
    expect(ids('轿车', openCorpus(index, { learned }))[0]).toBe('d1')
    expect(learn([], search.rarity)).toEqual({ version: 1, words: {}, asked: {} })
  })
})

/** BM25F by its formula, over strings. */
function exhaustive(any: Corpus, question: string): Map<string, number> {
  const fields = any.clauses.map(({ text, headings, instrument }) =>
    [text, any.instruments[instrument]?.title ?? '', headings].map(tokens),
  )
  const weights = [1, 0.5, 2]
  const mean = weights.map((_, f) => fields.reduce((sum, row) => sum + (row[f]?.length ?? 0), 0) / fields.length || 1)
  return new Map(
    fields.map((row, n) => {
      let score = 0
      for (const term of new Set(tokens(question))) {
        const df = fields.filter((each) => each.some((list) => list.includes(term))).length
        const tf = row.reduce((sum, list, f) => {
          const count = list.filter((each) => each === term).length
          return sum + (count * (weights[f] ?? 0)) / (0.25 + (0.75 * list.length) / (mean[f] ?? 1))
        }, 0)
        score += (Math.log(1 + (fields.length - df + 0.5) / (df + 0.5)) * tf * 2.2) / (1.2 + tf)
      }
      return [any.clauses[n]?.id ?? '', score]
    }),
  )
}
