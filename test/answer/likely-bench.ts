import { readSigns, signNames } from '../../src/answer/signs.ts'
import { openWays } from '../../src/answer/ways.ts'
import { openContent } from '../../src/assembly.ts'
import type { Asks } from '../../src/knowledge/index.ts'
import { openSearch } from '../../src/search/index.ts'
import { table } from '../bench/figures.ts'
import { type Example, fitted, logistic } from './fitted.ts'

/** Each way of asking is left out with a sixth of the others. */
const folds = 6

interface AskedOnce {
  readonly gold: readonly string[]
  readonly found: readonly { readonly id: string; readonly x: readonly number[] }[]
}

/**
 * The weights of src/answer/likely.ts, fitted over all ways of asking, and what they reach on those left out: every way of asking
 * is asked while the house does not know it, so this tells how the answers hold for words nobody has used yet.
 */
export async function likelyBench(): Promise<string> {
  const { library } = openContent()
  const search = openSearch(library)
  const rows: AskedOnce[][] = []
  let count = 0
  const fold = new Map<string, number>()
  for (const { asks } of library.asks) for (const ask of asks) fold.set(ask, count++ % folds)
  for (let left = 0; left < folds; left++) {
    const known: Asks[] = library.asks.flatMap((block) => {
      const asks = block.asks.filter((ask) => fold.get(ask) !== left)
      return asks.length > 0 ? [{ ...block, asks }] : []
    })
    const desk = { search, library, ways: openWays({ ...library, asks: known }) }
    const asked: AskedOnce[] = []
    for (const { asks, cites } of library.asks) {
      if (cites.length === 0) continue
      const regions = new Set(
        cites.map((id) => library.clauses.get(id)?.cite.region).filter((r) => r && r !== '全国' && r !== '未明'),
      )
      for (const ask of asks.filter((each) => fold.get(each) === left)) {
        const query = search.read(ask)
        const named = search.atlas.named(query.text).map((p) => p.name)
        const area = named.length > 0 ? named : regions.size === 1 ? [[...regions][0] ?? ''] : []
        const { signed } = readSigns(desk, query, { reach: search.atlas.reach(area), today: '2026-11-30' })
        asked.push({
          gold: cites,
          found: signed.map(({ clause, signs }) => ({ id: clause.entry.id, x: signNames.map((name) => signs[name]) })),
        })
      }
    }
    rows.push(asked)
  }
  const examples = (some: readonly AskedOnce[]): Example[] =>
    some.flatMap(({ gold, found }) => found.map(({ id, x }) => ({ x, y: gold.includes(id) ? 1 : 0 })))
  const own = rows.map((held, n) => ({ held, w: fitted(examples(rows.filter((_, m) => m !== n).flat())) }))
  const reached = [0.08, 0.12, 0.16, 0.2, 0.25, 0.3].map((least) => {
    let recall = 0
    let precision = 0
    let all = 0
    for (const { held, w } of own)
      for (const { gold, found } of held) {
        const ranked = found.map(({ id, x }) => ({ id, chance: logistic(w, x) })).sort((a, b) => b.chance - a.chance)
        const told = ranked.filter(({ chance }, n) => n === 0 || chance >= least).slice(0, 12)
        const hits = told.filter(({ id }) => gold.includes(id)).length
        recall += hits / gold.length
        precision += hits / (told.length || 1)
        all++
      }
    return [least.toFixed(2), (recall / all).toFixed(3), (precision / all).toFixed(3), String(all)]
  })
  const [bias = 0, ...weights] = fitted(examples(rows.flat()))
  return [
    table(['told from', 'recall', 'precision', 'ways of asking, each left out'], reached),
    table(
      ['sign', 'weight'],
      [['bias', bias.toFixed(2)], ...signNames.map((n, i) => [n, (weights[i] ?? 0).toFixed(2)])],
    ),
  ].join('\n\n')
}
