import { answers } from '../../bot/answers.ts'
import type { Desk } from '../../src/answer/desk.ts'
import { openVocabulary } from '../../src/answer/doubt.ts'
import { openWays } from '../../src/answer/ways.ts'
import { openContent } from '../../src/assembly.ts'
import { openSearch, type Scope } from '../../src/search/index.ts'

/** Each way of asking is left out with a sixth of the others; those that nothing held answers go by whole subjects. */
const folds = 6

/** One way of asking, asked while the house does not know it. */
export interface LeftOut {
  readonly ask: string
  /** Empty where nothing held answers it. */
  readonly gold: readonly string[]
  readonly scope: Scope
  readonly desk: Desk
  readonly fold: number
}

/** Every way of asking in knowledge/asks with a desk that does not know it: how the answers hold for words nobody has used yet. */
export function* leftOut(): Generator<LeftOut> {
  const { library } = openContent()
  const search = openSearch(library)
  const vocabulary = openVocabulary(library, answers, search)
  const fold = new Map<string, number>()
  let count = 0
  for (const [n, { asks, cites }] of library.asks.entries())
    for (const ask of asks) fold.set(ask, (cites.length === 0 ? n : count++) % folds)
  for (let left = 0; left < folds; left++) {
    const known = library.asks.flatMap((block) => {
      const asks = block.asks.filter((ask) => fold.get(ask) !== left)
      return asks.length > 0 ? [{ ...block, asks }] : []
    })
    const desk = { library, search, vocabulary, phrases: answers, ways: openWays({ ...library, asks: known }) }
    for (const { asks, cites: gold } of library.asks) {
      const regions = new Set(
        gold.map((id) => library.clauses.get(id)?.cite.region).filter((r) => r && r !== '全国' && r !== '未明'),
      )
      for (const ask of asks.filter((each) => fold.get(each) === left)) {
        const named = search.atlas.named(search.read(ask).text).map((p) => p.name)
        const area = named.length > 0 ? named : regions.size === 1 ? [[...regions][0] ?? ''] : []
        yield { ask, gold, scope: { reach: search.atlas.reach(area), today: '2026-11-30' }, desk, fold: left }
      }
    }
  }
}
