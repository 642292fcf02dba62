import { openContent } from '../../assembly.ts'
import { Fault } from '../../base/index.ts'
import { buffersOf, buildIndex, type CorpusIndex, type CorpusSearch, openCorpus } from '../../search/index.ts'
import type { Call } from '../call.ts'
import { ablation } from './ablation.ts'
import { type Beir, type BeirQuestion, readBeir } from './beir.ts'
import { inWords, type RetrievalReport } from './in-words.ts'
import { learned } from './learned.ts'
import { pace, quality, type Ranked } from './measures.ts'

/** Questions are asked this often; the first round only warms. */
const rounds = 5
const k = 100

/** The retriever at size against a benchmark in BEIR's layout: quality, speed, what each kind of evidence is worth, and what learning adds. */
export async function benchRetrieval(call: Call): Promise<number> {
  const { beir: dir, queries, qrels } = call.options
  if (typeof dir !== 'string') throw new Fault(['请写上测试集的文件夹：npx qingwen bench retrieval --beir <文件夹>'])
  const beir = readBeir(dir, {
    ...(typeof queries === 'string' ? { queries } : {}),
    ...(typeof qrels === 'string' ? { qrels } : {}),
  })
  const words = openContent().library.everyday ?? []
  const started = performance.now()
  const index = buildIndex(beir.corpus)
  const search = openCorpus(index, { words })
  const build_ms = performance.now() - started

  const times = Array.from({ length: rounds + 1 }, () => timed(search, beir.questions)).slice(1)
  const report: RetrievalReport = {
    docs: beir.corpus.clauses.length,
    queries: beir.questions.length,
    build_ms: Math.round(build_ms),
    rss_mb: Math.round(process.memoryUsage().rss / 2 ** 20),
    index_mb: Math.round(sizeOf(index) / 2 ** 20),
    ...quality(ask(search, beir.questions)),
    ...pace(times),
    ...(call.options['learn'] ? { learn: learned(beir, index, words) } : {}),
  }
  if (call.options['json']) call.print(JSON.stringify(report))
  else {
    call.print(inWords(report))
    call.print(ablation(beir, index, words))
  }
  return 0
}

/** What the search finds for each question. */
export function ask(search: CorpusSearch, questions: readonly BeirQuestion[]): Ranked[] {
  return questions.map(({ text, gold }) => ({ gold, found: search.find(text, { k }).map(({ id }) => id) }))
}

function timed(search: CorpusSearch, questions: Beir['questions']): number[] {
  return questions.map(({ text }) => {
    const started = performance.now()
    search.find(text, { k })
    return performance.now() - started
  })
}

function sizeOf(index: CorpusIndex): number {
  return buffersOf(index).reduce((sum, { byteLength }) => sum + byteLength, 0)
}
