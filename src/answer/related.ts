import type { HeldClause, Library } from '../knowledge/index.ts'
import type { Query, Scope } from '../search/index.ts'
import type { Likely } from './likely.ts'

/** Who decides, when, how much: what a question must ask for before the sources' silence about it is told. */
const asksGap =
  /多久|几天|多少|几号|时限|期限|标准|怎么补|样式|模板|不服|复议|批下来|撤销|有效期|谁批|审批|批准|书记|一把手|原文|内容|第几条|怎么规定/u

/** So likely a clause must be that one of the first is declared to be said with, and less if the question asks for what the sources leave open. */
const least = 0.03
const leastOpen = 0.012
/** Only the relations of so many clauses count: what hangs on the last one is two steps from the question. */
const first = 2

/** What must be said with the chosen clauses, though it is less likely by itself; only targets that may be cited here. */
export function related(
  library: Library,
  query: Query,
  chosen: readonly HeldClause[],
  found: readonly Likely[],
  { reach }: Scope,
): readonly HeldClause[] {
  const chances = new Map(found.map((h) => [h.clause.entry.id, h.chance]))
  const open = asksGap.test(query.text)
  return chosen.slice(0, first).flatMap(({ entry }) =>
    (entry.relations ?? []).flatMap(({ kind, to }) => {
      const target = library.clauses.get(to)
      if (!target) return []
      if (reach && target.cite.region !== '全国' && !reach.regions.has(target.cite.region)) return []
      return (chances.get(to) ?? 0) >= (kind === 'leavesOpen' && open ? leastOpen : least) ? [target] : []
    }),
  )
}
