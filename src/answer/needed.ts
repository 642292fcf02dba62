import type { HeldClause, Library } from '../knowledge/index.ts'
import { coverage, type Rarity } from './grounded-align.ts'
import { type Quantity, quantities } from './grounded-quantities.ts'
import { evened } from './grounded-text.ts'

/** A sentence that was held against its clauses. */
export interface Sentence {
  readonly text: string
  readonly cites: readonly string[]
}

/** Relations whose target must be said with the clause: what limits it, who decides, from when a clock counts. */
const bound: ReadonlySet<string> = new Set(['limits', 'decidedBy', 'completes', 'countsFrom', 'leavesOpen'])

/** Share of a clause that must be told for it to count as told, and of the first one, which is what was asked for. */
const toldShare = 0.35
const firstShare = 0.5

/**
 * Whether the sentences leave nothing out that the answer without a model has and must have: the clause that fits best, each item
 * of a list, what limits or completes another clause, and each clock.
 */
export function keepsNeeded(
  clauses: readonly HeldClause[],
  sentences: readonly Sentence[],
  library: Pick<Library, 'lists'>,
  rarity: Rarity,
): boolean {
  const needed = neededOf(clauses, library)
  return clauses.every((clause, n) => {
    const own = sentences.filter((sentence) => sentence.cites.includes(clause.entry.id))
    const said = evened(own.map(({ text }) => text).join('。'))
    const held = evened(clause.entry.text)
    if (clocks(held).some((clock) => !clocks(said).includes(clock))) return false
    if (!needed.has(clause.entry.id)) return true
    const least = n === 0 ? firstShare : toldShare
    return coverage(held, said, rarity, Number.POSITIVE_INFINITY) >= least
  })
}

function neededOf(clauses: readonly HeldClause[], { lists }: Pick<Library, 'lists'>): ReadonlySet<string> {
  const ids = clauses.map(({ entry }) => entry.id)
  const listed = [...lists.values()]
    .map((list) => list.items.filter((id) => ids.includes(id)))
    .filter((items) => items.length > 2)
    .flat()
  const related = clauses.flatMap(({ entry }) =>
    (entry.relations ?? []).flatMap(({ kind, to }) => (bound.has(kind) && ids.includes(to) ? [to] : [])),
  )
  const silent = clauses.flatMap(({ entry }) => (entry.status === 'gap' ? [entry.id] : []))
  return new Set([...ids.slice(0, 1), ...listed, ...related, ...silent])
}

/** Periods and sums: what people count on. */
const clocks = (text: string): readonly string[] => quantities(text).flatMap((q) => (isClock(q) ? [q.what] : []))
const isClock = ({ what }: Quantity) => /^\d[\d.]*(?:个工作日|工作日|个月|日|周|小时|年|元|%)$/u.test(what)
