import type { Learned } from './learned.ts'
import type { Quality } from './measures.ts'

/** What `bench retrieval` measured. Times in milliseconds, best of five rounds for each question; memory in MB. */
export interface RetrievalReport extends Quality {
  readonly docs: number
  readonly queries: number
  readonly build_ms: number
  /** Resident memory of the whole process, benchmark and all. */
  readonly rss_mb: number
  readonly index_mb: number
  readonly p50_ms: number
  readonly p99_ms: number
  readonly qps: number
  readonly learn?: Learned
}

export function inWords(r: RetrievalReport): string {
  return [
    `条文 ${r.docs}，问题 ${r.queries}；建索引 ${(r.build_ms / 1000).toFixed(1)} 秒，索引 ${r.index_mb} MB，进程内存 ${r.rss_mb} MB`,
    `每题 p50 ${r.p50_ms.toFixed(2)} ms，p99 ${r.p99_ms.toFixed(2)} ms，每秒 ${Math.round(r.qps)} 题（取前 100 条）`,
    `不学习          ${figures(r)}`,
    ...(r.learn ? [`学一半测一半    ${figures(r.learn.ordinary)}`, `两半条文不重叠  ${figures(r.learn.apart)}`] : []),
    '',
  ].join('\n')
}

function figures({ recall, mrr10, ndcg10, hit1 }: Quality): string {
  const at = ([5, 10, 20, 100] as const).map((k) => `R@${k} ${recall[k].toFixed(3)}`).join('  ')
  return `${at}  MRR@10 ${mrr10.toFixed(3)}  nDCG@10 ${ndcg10.toFixed(3)}  首条 ${hit1.toFixed(3)}`
}
