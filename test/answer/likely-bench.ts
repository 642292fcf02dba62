import { readSigns, signNames } from '../../src/answer/signs.ts'
import { table } from '../bench/figures.ts'
import { type Example, fitted, logistic } from './fitted.ts'
import { leftOut } from './left-out.ts'

interface AskedOnce {
  readonly fold: number
  readonly gold: readonly string[]
  readonly found: readonly { readonly id: string; readonly x: readonly number[] }[]
}

/** The weights of src/answer/likely.ts, fitted over all ways of asking, and what they reach on those left out. */
export async function likelyBench(): Promise<string> {
  const rows: AskedOnce[] = []
  for (const { ask, gold, scope, desk, fold } of leftOut()) {
    if (gold.length === 0) continue
    const { signed } = readSigns(desk, desk.search.read(ask), scope)
    const found = signed.map(({ clause, signs }) => ({
      id: clause.entry.id,
      x: signNames.map((name) => signs[name]),
    }))
    rows.push({ fold, gold, found })
  }
  const examples = (some: readonly AskedOnce[]): Example[] =>
    some.flatMap(({ gold, found }) => found.map(({ id, x }) => ({ x, y: gold.includes(id) ? 1 : 0 })))
  const folds = [...new Set(rows.map((row) => row.fold))]
  const own = folds.map((fold) => ({
    held: rows.filter((row) => row.fold === fold),
    w: fitted(examples(rows.filter((row) => row.fold !== fold))),
  }))
  const reached = [0.08, 0.12, 0.16, 0.2, 0.25, 0.3].map((least) => {
    let recall = 0
    let precision = 0
    for (const { held, w } of own)
      for (const { gold, found } of held) {
        const ranked = found.map(({ id, x }) => ({ id, chance: logistic(w, x) })).sort((a, b) => b.chance - a.chance)
        const told = ranked.filter(({ chance }, n) => n === 0 || chance >= least).slice(0, 12)
        const hits = told.filter(({ id }) => gold.includes(id)).length
        recall += hits / gold.length
        precision += hits / (told.length || 1)
      }
    return [
      least.toFixed(2),
      (recall / rows.length).toFixed(3),
      (precision / rows.length).toFixed(3),
      String(rows.length),
    ]
  })
  const [bias = 0, ...weights] = fitted(examples(rows))
  return [
    table(['told from', 'recall', 'precision', 'ways of asking, each left out'], reached),
    table(
      ['sign', 'weight'],
      [['bias', bias.toFixed(2)], ...signNames.map((name, n) => [name, (weights[n] ?? 0).toFixed(2)])],
    ),
  ].join('\n\n')
}
