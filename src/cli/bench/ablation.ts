import type { Words } from '../../knowledge/index.ts'
import { buildIndex, type CorpusIndex, type Evidences, fieldWeights, openCorpus } from '../../search/index.ts'
import type { Beir } from './beir.ts'
import { type Quality, quality } from './measures.ts'

/** Each kind of evidence taken out alone: what the whole loses is what it is worth. */
const without: readonly (readonly [string, Partial<Evidences>])[] = [
  ['全部', {}],
  ['去掉 口语词表', { words: 0 }],
  ['去掉 效力层级', { authority: [1, 1, 1, 1] }],
  ['去掉 法的广度', { breadth: 0 }],
  ['去掉 五条最好', { best: 0 }],
  ['去掉 整部法', { whole: 0 }],
  ['单字不减半', { single: 1 }],
  ['常见字不略', { frequent: 1 }],
  ['只有 BM25F', { words: 0, authority: [1, 1, 1, 1], breadth: 0, best: 0, whole: 0, single: 1 }],
]

export function ablation(beir: Beir, index: CorpusIndex, words: readonly Words[]): string {
  const line = (name: string, on: CorpusIndex, evidence: Partial<Evidences>) => {
    const search = openCorpus(on, { words, evidence })
    const rankings = beir.questions.map(({ text, gold }) => ({ gold, found: search.find(text).map(({ id }) => id) }))
    // The two halves show how much of a difference is chance: at 520 questions R@10 is good for ±0.04.
    const half = (side: number) => quality(rankings.filter((_, n) => n % 2 === side)).recall[10]
    return row(name, quality(rankings), [half(0), half(1)])
  }
  return [
    row('拿掉一样看看', undefined, []),
    ...without.map(([name, evidence]) => line(name, index, evidence)),
    line('去掉 章节名', buildIndex(beir.corpus, { ...fieldWeights, headings: 0 }), {}),
    line('去掉 法的名称', buildIndex(beir.corpus, { ...fieldWeights, title: 0 }), {}),
  ].join('\n')
}

function row(name: string, q: Quality | undefined, halves: readonly number[]): string {
  const figures = q
    ? [q.recall[10], q.recall[100], q.mrr10, q.ndcg10, ...halves].map((n) => n.toFixed(3).padStart(8))
    : ['R@10', 'R@100', 'MRR@10', 'nDCG@10', '半一', '半二'].map((head) => head.padStart(8 - (head.length < 3 ? 2 : 0)))
  return name + ' '.repeat(Math.max(0, 18 - width(name))) + figures.join('')
}

const width = (text: string) => [...text].reduce((sum, c) => sum + (c > '\u2fff' ? 2 : 1), 0)
