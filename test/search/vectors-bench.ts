import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { plainText } from '../../src/base/index.ts'
import { type FieldIndex, frequencyIn, indexFields, scoreAll } from '../../src/search/field-index.ts'
import { fuse, hear, type Near, openSounds, openVectors, type Vectors } from '../../src/search/index.ts'
import { tokens } from '../../src/search/tokens.ts'
import { ms, quantile, table } from '../bench/figures.ts'
import { libraryChannels } from './library-channels.ts'
import { readStatutes, type Statutes } from './statutes.ts'
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
  const statutes = readStatutes(folder)
  if (!statutes) return `${own}\n\n向量（大库）：没有找到 corpus.jsonl.gz，跳过；用 --beir 指出文件夹。`
  return [own, ...(await atSize(statutes))].join('\n\n')
}

async function atSize({ fields, questions }: Statutes): Promise<string[]> {
  const index = indexFields(fields, [1, 2, 1])
  const home = mkdtempSync(join(tmpdir(), 'qingwen-bench-'))
  try {
    const clauses = fields.map((row, n) => ({ id: `${n}`, text: row.join(' ') }))
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
      `${fields.length} 条，${questions.length} 问，${vectors.dimension} 维`,
      await quality(index, vectors, questions),
      table(
        ['向量', ''],
        [
          ['在另一个线程里建（学、建图、写盘、读回）', seconds(built)],
          ['下次启动读回（校验在内）', seconds(again)],
          ...(await speed(vectors, questions)),
          ['常驻内存', `${Math.round(process.memoryUsage().rss / 1e6)} MB`],
        ],
      ),
    ]
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

async function quality(index: FieldIndex, vectors: Vectors, questions: Statutes['questions']): Promise<string> {
  const frequency = frequencyIn(index)
  const sounds = openSounds(index.terms(), frequency)
  const mistype = openTypos(
    [...index.terms()].filter((t) => frequency(t) > 20 && [...t].length === 1),
    (pair) => frequency(pair) >= 20,
  )
  const mistyped = questions.flatMap(({ text, gold }) => {
    const typed = mistype(text)
    return typed === undefined ? [] : [{ text: typed, gold }]
  })
  const rows: string[][] = []
  for (const [kind, list] of [
    ['原样', questions],
    ['错一个同音字', mistyped],
  ] as const)
    for (const [name, vector, sound] of [
      ['只用词', false, false],
      ['+ 向量', true, false],
      ['+ 同音', false, true],
      ['+ 向量 + 同音', true, true],
    ] as const) {
      const found: { readonly top: readonly number[]; readonly gold: ReadonlySet<number> }[] = []
      const spent: number[] = []
      for (const { text, gold } of list) {
        const started = performance.now()
        const wanted = wantedOf(text)
        const meant = sound ? new Map([...wanted, ...hear(wanted, sounds)]) : wanted
        const lexical = scoreAll(index, meant)
        const point = vector ? await vectors.embed(text) : undefined
        const scores = point ? fuse(lexical, vectors.nearest(point, 200), vectors.embedder.weight, 'any') : lexical
        const top = best(scores, 100)
        spent.push(performance.now() - started)
        found.push({ top, gold })
      }
      rows.push([kind, name, ...measure(found), ms(quantile(spent, 0.5)), ms(quantile(spent, 0.99))])
    }
  return table(['问题', '渠道', 'R@10', 'R@100', 'MRR@10', 'nDCG@10', 'p50', 'p99'], rows)
}

/** Time of the vector arm alone, and how many of the truly nearest it finds. */
async function speed(vectors: Vectors, questions: Statutes['questions']): Promise<string[][]> {
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

function wantedOf(text: string): Map<string, number> {
  const wanted = new Map<string, number>()
  for (const term of tokens(plainText(text))) wanted.set(term, (wanted.get(term) ?? 0) + 1)
  return wanted
}

function best(scores: Float32Array, k: number): number[] {
  const least = scores.slice().sort().at(-k) ?? 0
  const rows: number[] = []
  scores.forEach((score, row) => {
    if (score > 0 && score >= least) rows.push(row)
  })
  return rows.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, k)
}

function measure(found: readonly { readonly top: readonly number[]; readonly gold: ReadonlySet<number> }[]): string[] {
  const sums = [0, 0, 0, 0]
  const gain = (rank: number) => 1 / Math.log2(rank + 2)
  for (const { top, gold } of found) {
    const ranks = top.flatMap((row, rank) => (gold.has(row) ? [rank] : []))
    const first = ranks.filter((rank) => rank < 10)
    const ideal = Array.from({ length: Math.min(10, gold.size) }, (_, rank) => gain(rank)).reduce((a, b) => a + b, 0)
    const values = [
      first.length / gold.size,
      ranks.length / gold.size,
      first[0] === undefined ? 0 : 1 / (first[0] + 1),
      first.reduce((sum, rank) => sum + gain(rank), 0) / ideal,
    ]
    values.forEach((value, n) => {
      sums[n] = (sums[n] ?? 0) + value / found.length
    })
  }
  return sums.map((sum) => sum.toFixed(3))
}

const s = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`
