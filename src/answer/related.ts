import type { HeldClause, Library } from '../knowledge/index.ts'
import type { Hit, Query, Scope } from '../search/index.ts'

/** Who decides, when, how much: what a question must ask for before the sources' silence about it is told. */
const asksGap =
  /多久|几天|多少|几号|时限|期限|标准|怎么补|样式|模板|不服|复议|批下来|撤销|有效期|谁批|审批|批准|书记|一把手/u

/**
 * What must be said with the chosen clauses: what limits them, who alone decides, what the sources leave open where the question asks for it.
 * Only relations of the first clauses count, and only targets that may be cited here.
 */
export function related(
  library: Library,
  query: Query,
  chosen: readonly HeldClause[],
  hits: readonly Hit[],
  scope: Scope,
): readonly HeldClause[] {
  const top = hits[0]?.score ?? 0
  const scores = new Map(hits.map((h) => [h.clause.entry.id, h.score]))
  const out: HeldClause[] = []
  for (const { entry } of chosen.slice(0, 4))
    for (const { kind, to } of entry.relations ?? []) {
      const target = library.clauses.get(to)
      if (!target) continue
      if (scope.reach && target.cite.region !== '全国' && !scope.reach.regions.has(target.cite.region)) continue
      const share = (scores.get(to) ?? 0) / (top || 1)
      if (share >= thresholds[kind] || (kind === 'leavesOpen' && asksGap.test(query.text))) out.push(target)
    }
  if (asksGap.test(query.text))
    for (const clause of silences(chosen.slice(0, 4), hits))
      if ((scores.get(clause.entry.id) ?? 0) >= silent * top) out.push(clause)
  return out
}

/** What the sources do not say about the very section the answer stands in. */
function silences(chosen: readonly HeldClause[], hits: readonly Hit[]): readonly HeldClause[] {
  return hits.flatMap(({ clause }) => {
    const here =
      clause.entry.status === 'gap' &&
      chosen.some((c) => c.instrument === clause.instrument && c.entry.heading === clause.entry.heading)
    return here ? [clause] : []
  })
}

/** How near a gap of the same section must come to the question. */
const silent = 0.1

/** How near a related clause must come to the question itself, as a share of the best score, before it is told. */
const thresholds = {
  decidedBy: 0.1,
  limits: 0.15,
  leavesOpen: 0.2,
  completes: 0.2,
  countsFrom: 0.2,
  differsFrom: 0.3,
  supersedes: 0.2,
} as const
