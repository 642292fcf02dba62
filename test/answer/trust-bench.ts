import { readFileSync } from 'node:fs'
import { CORE_SCHEMA, load } from 'js-yaml'
import { z } from 'zod'
import { choose } from '../../src/answer/choose.ts'
import type { Desk } from '../../src/answer/desk.ts'
import { readTrust, trustSigns } from '../../src/answer/trust.ts'
import type { Scope } from '../../src/search/index.ts'
import { table } from '../bench/figures.ts'
import { type Example, fitted, logistic } from './fitted.ts'
import { leftOut } from './left-out.ts'

const part = z.object({
  near: z.array(z.string()),
  ours: z.array(z.object({ q: z.string(), area: z.string().optional() })),
})
const sets = z.object({ seen: part })
const questions = z.array(z.object({ question: z.string() }))

const yaml = (path: string): unknown =>
  load(readFileSync(new URL(path, import.meta.url), 'utf8'), { schema: CORE_SCHEMA })

/** What nothing held answers is rarer among the questions we have than among those people ask. */
const times = 4

/** The weights of src/answer/trust.ts, and what they tell apart on what was left out. */
export async function trustBench(): Promise<string> {
  const rows: { fold: number; example: Example }[] = []
  const add = (desk: Desk, ask: string, scope: Scope, y: 0 | 1, fold: number) => {
    const reach = scope.reach ?? desk.search.atlas.reach([])
    const choice = choose(desk, desk.search.read(ask), scope)
    if (choice.clauses.length === 0 || choice.articles.length > 0) return
    const example = { x: readTrust(desk, { part: ask, story: '', reach }, choice), y }
    for (let n = 0; n < (y === 1 ? 1 : times); n++) rows.push({ fold, example })
  }
  let last: Desk | undefined
  for (const { ask, gold, scope, desk, fold } of leftOut()) {
    add(desk, ask, scope, gold.length > 0 ? 1 : 0, fold)
    last = desk
  }
  if (last === undefined) return ''
  const { search } = last
  const { seen } = sets.parse(yaml('./near-miss.yaml'))
  const apart = questions.parse(yaml('../../knowledge/questions/dev-near-miss.yaml'))
  for (const [n, ask] of [...seen.near, ...apart.map((q) => q.question)].entries()) {
    const named = search.atlas.named(search.read(ask).text).map((p) => p.name)
    add(last, ask, { reach: search.atlas.reach(named), today: '2026-11-30' }, 0, n % 6)
  }
  for (const [n, { q, area }] of seen.ours.entries())
    add(last, q, { reach: search.atlas.reach(area ? [area] : []), today: '2026-11-30' }, 1, n % 6)

  const folds = [...new Set(rows.map((row) => row.fold))]
  const told = folds.flatMap((fold) => {
    const w = fitted(rows.filter((row) => row.fold !== fold).map((row) => row.example))
    return rows.filter((row) => row.fold === fold).map(({ example: { x, y } }) => ({ y, chance: logistic(w, x) }))
  })
  const share = (y: 0 | 1, least: number) => {
    const all = told.filter((row) => row.y === y)
    return (all.filter((row) => row.chance >= least).length / all.length).toFixed(3)
  }
  const [bias = 0, ...weights] = fitted(rows.map((row) => row.example))
  return [
    table(
      ['answered from', 'of what is held', 'of what is not'],
      [0.2, 0.3, 0.4, 0.5, 0.6, 0.7].map((least) => [least.toFixed(2), share(1, least), share(0, least)]),
    ),
    table(
      ['sign', 'weight'],
      [['bias', bias.toFixed(2)], ...trustSigns.map((name, n) => [name, (weights[n] ?? 0).toFixed(2)])],
    ),
  ].join('\n\n')
}
