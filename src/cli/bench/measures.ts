/** Quality of rankings, averaged over questions; each 0..1. */
export interface Quality {
  readonly recall: Readonly<Record<5 | 10 | 20 | 100, number>>
  readonly mrr10: number
  readonly ndcg10: number
  readonly hit1: number
}

export interface Ranked {
  /** Ids, best first. */
  readonly found: readonly string[]
  readonly gold: ReadonlySet<string>
}

export function quality(rankings: readonly Ranked[]): Quality {
  const mean = (value: (ranked: Ranked) => number) =>
    rankings.reduce((sum, ranked) => sum + value(ranked), 0) / (rankings.length || 1)
  return {
    recall: { 5: mean(recall(5)), 10: mean(recall(10)), 20: mean(recall(20)), 100: mean(recall(100)) },
    mrr10: mean(({ found, gold }) => {
      const first = found.slice(0, 10).findIndex((id) => gold.has(id))
      return first < 0 ? 0 : 1 / (first + 1)
    }),
    ndcg10: mean(({ found, gold }) => {
      const gain = (rank: number) => 1 / Math.log2(rank + 2)
      const got = found.slice(0, 10).reduce((sum, id, rank) => sum + (gold.has(id) ? gain(rank) : 0), 0)
      let ideal = 0
      for (let rank = 0; rank < Math.min(10, gold.size); rank++) ideal += gain(rank)
      return got / ideal
    }),
    hit1: mean(({ found, gold }) => (gold.has(found[0] ?? '') ? 1 : 0)),
  }
}

function recall(k: number): (ranked: Ranked) => number {
  return ({ found, gold }) => found.slice(0, k).filter((id) => gold.has(id)).length / gold.size
}

/** Times of the same questions asked several times over: each question counts with its best time, because a shared machine now and then takes it away from anybody. */
export function pace(rounds: readonly (readonly number[])[]): { p50_ms: number; p99_ms: number; qps: number } {
  const count = rounds[0]?.length ?? 0
  const best = Array.from({ length: count }, (_, n) => Math.min(...rounds.map((round) => round[n] ?? 0)))
  const all = best.reduce((sum, ms) => sum + ms, 0)
  return { p50_ms: quantile(best, 0.5), p99_ms: quantile(best, 0.99), qps: all > 0 ? (1000 * count) / all : 0 }
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0
}
