import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openContent } from '../../src/assembly.ts'
import { plainText } from '../../src/base/index.ts'
import { type Beir, type BeirQuestion, pace, quality, type Ranked, readBeir } from '../../src/cli/index.ts'
import {
  buildIndex,
  type CorpusIndex,
  type CorpusSearch,
  evidenceOf,
  type Near,
  openCorpus,
  openVectors,
  type Vectors,
} from '../../src/search/index.ts'
import { lookUp } from '../../src/search/lexical/dictionary.ts'
import { ms, quantile, table } from '../bench/figures.ts'
import { libraryChannels } from './library-channels.ts'
import { openTypos } from './typos.ts'

const usual = fileURLToPath(new URL('../../../shared/eval/statutes', import.meta.url))

/**
 * Whether each channel beside the words earns its place: on the house's own questions, and at size.
 *
 * `npm run bench vectors -- --beir <folder>`: another collection in BEIR layout.
 */
export async function vectorsBench(args: readonly string[] = process.argv): Promise<string> {
  const own = await libraryChannels()
  const given = args.indexOf('--beir')
  const folder = given < 0 ? usual : (args[given + 1] ?? usual)
  if (!existsSync(join(folder, 'corpus.jsonl.gz')))
    return `${own}\n\n向量（大库）：没有找到 corpus.jsonl.gz，跳过；用 --beir 指出文件夹。`
  return [own, ...(await atSize(readBeir(folder)))].join('\n\n')
}

async function atSize(beir: Beir): Promise<string[]> {
  const index = buildIndex(beir.corpus)
  const words = openContent().library.everyday ?? []
  const search = openCorpus(index, { words })
  const textOf = new Map(beir.corpus.clauses.map((c) => [c.id, `${c.text} ${c.headings}`]))
  // In the order of the index, so that a row of the one is a row of the other.
  const clauses = index.ids.map((id) => ({ id, text: plainText(textOf.get(id) ?? '') }))
  const home = mkdtempSync(join(tmpdir(), 'qingwen-bench-'))
  try {
    const open = async () => {
      const spent = process.cpuUsage()
      const started = performance.now()
      const vectors = await openVectors({
        clauses,
        folder: home,
        onFault: (fault) => {
          throw fault
        },
      })
      return { vectors, wall: performance.now() - started, cpu: process.cpuUsage(spent) }
    }
    const built = await open()
    const again = await open()
    const seconds = ({ wall, cpu }: typeof built) => `${s(wall)}（处理器 ${s((cpu.user + cpu.system) / 1000)}）`
    const { vectors } = again
    return [
      `${clauses.length} 条，${beir.questions.length} 问，${vectors.dimension} 维`,
      await worth(index, search, vectors, beir.questions),
      table(
        ['向量', ''],
        [
          ['在另一个线程里建（学、建图、写盘、读回）', seconds(built)],
          ['下次启动读回（校验在内）', seconds(again)],
          ...(await speed(vectors, beir.questions)),
          ['常驻内存', `${Math.round(process.memoryUsage().rss / 1e6)} MB`],
        ],
      ),
    ]
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** The first round warms up, the best of these counts: the machine has other tenants. */
const rounds = 4

/** The search as it is used, alone and with the vectors as one more small evidence, on questions as typed and with one character of the same sound. */
async function worth(
  index: CorpusIndex,
  search: CorpusSearch,
  vectors: Vectors,
  questions: readonly BeirQuestion[],
): Promise<string> {
  const { starts } = index.clauses
  const lookup = lookUp(index.dictionary)
  const frequency = (term: string) => {
    const at = lookup.term(term)
    return at < 0 ? 0 : (starts[at + 1] ?? 0) - (starts[at] ?? 0)
  }
  const common = new Set(questions.flatMap(({ text }) => [...plainText(text)]).filter((c) => frequency(c) > 20))
  const mistype = openTypos([...common], (pair) => frequency(pair) >= 20)
  const mistyped = questions.flatMap(({ text, gold }) => {
    const typed = mistype(text)
    return typed === undefined ? [] : [{ text: typed, gold }]
  })
  const rows: string[][] = []
  for (const [kind, list] of [
    ['原样', questions],
    ['错一个同音字', mistyped],
  ] as const)
    for (const weight of [0, vectors.embedder.weight / 2, vectors.embedder.weight]) {
      let found: Ranked[] = []
      const times: number[][] = []
      for (let n = 0; n <= rounds; n++) {
        const spent: number[] = []
        found = []
        for (const { text, gold } of list) {
          const started = performance.now()
          const point = weight > 0 ? await vectors.embed(text) : undefined
          const near = point ? vectors.nearest(point, 200) : []
          const extra = ({ best }: { readonly best: number }) => evidenceOf(near, weight, best)
          const hits = search.find(text, { k: 100, ...(point ? { extra } : {}) })
          spent.push(performance.now() - started)
          found.push({ gold, found: hits.map(({ id }) => id) })
        }
        if (n > 0) times.push(spent)
      }
      const { recall, mrr10, ndcg10 } = quality(found)
      const { p50_ms, p99_ms } = pace(times)
      const figures = [recall[10], recall[100], mrr10, ndcg10].map((one) => (one ?? 0).toFixed(3))
      rows.push([kind, weight === 0 ? '只用词' : `+ 向量 ×${weight}`, ...figures, ms(p50_ms), ms(p99_ms)])
    }
  return table(['问题', '渠道', 'R@10', 'R@100', 'MRR@10', 'nDCG@10', 'p50', 'p99'], rows)
}

/** Time of the vector arm alone, and how many of the truly nearest it finds. */
async function speed(vectors: Vectors, questions: readonly BeirQuestion[]): Promise<string[][]> {
  const spent: number[] = []
  const embedded: number[] = []
  const all = Uint32Array.from({ length: vectors.count }, (_, n) => n)
  const hits = { 10: 0, 100: 0 }
  const share = (found: readonly Near[], exact: readonly Near[], k: number) => {
    const rows = new Set(found.slice(0, k).map((n) => n.row))
    return exact.slice(0, k).filter((n) => rows.has(n.row)).length / k
  }
  const some = questions.filter((_, n) => n % 10 === 0)
  const scanned: number[] = []
  for (const [n, { text }] of questions.entries()) {
    const begun = performance.now()
    const point = await vectors.embed(text)
    embedded.push(performance.now() - begun)
    if (!point) throw new Error('no vector for a question')
    const started = performance.now()
    const found = vectors.nearest(point, 200)
    spent.push(performance.now() - started)
    if (n % 10 !== 0) continue
    // One row in eleven is a choice small enough to be looked at one by one.
    const from = performance.now()
    vectors.nearest(point, 200, all.subarray(0, Math.floor(all.length / 11)))
    scanned.push(performance.now() - from)
    const exact = exactly(vectors, point, all)
    hits[10] += share(found, exact, 10) / some.length
    hits[100] += share(found, exact, 100) / some.length
  }
  const both = (times: readonly number[]) => `p50 ${ms(quantile(times, 0.5))}，p99 ${ms(quantile(times, 0.99))}`
  return [
    ['问题变成向量', both(embedded)],
    ['图里找最近的 200 条', both(spent)],
    ['只在十一分之一里逐条找', both(scanned)],
    [`找全率（与逐条比对相比，${some.length} 问）`, `前 10：${hits[10].toFixed(3)}，前 100：${hits[100].toFixed(3)}`],
  ]
}

/** The truly nearest, from pieces each small enough to be scanned. */
function exactly(vectors: Vectors, point: Float32Array, all: Uint32Array): Near[] {
  const piece = Math.floor(all.length / 11)
  const found: Near[] = []
  for (let at = 0; at < all.length; at += piece)
    found.push(...vectors.nearest(point, 100, all.subarray(at, at + piece)))
  return found.sort((a, b) => b.score - a.score).slice(0, 100)
}

const s = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`
