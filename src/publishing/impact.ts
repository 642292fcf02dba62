import type { Change, OriginalText } from '../originals/index.ts'
import type { Ours } from './ours.ts'

/** What a new edition does to a digest clause: the worst that became of the passages it rests on. */
export interface TouchedClause {
  readonly clause: string
  readonly why: (typeof worst)[number]
}
const worst = ['removed', 'changed', 'moved'] as const

/** Everything of ours that a new edition may have made wrong; for a person to look through, nothing is changed by it. */
export interface Impact {
  readonly clauses: readonly TouchedClause[]
  readonly ours: readonly TouchedOurs[]
  /** Flows whose forms rest on one of them. */
  readonly forms: readonly string[]
}
export interface TouchedOurs extends Pick<Ours, 'kind' | 'id' | 'title'> {
  /** The touched clauses it cites. */
  readonly cites: readonly string[]
}

/**
 * What rests on passages that were changed, taken out or renumbered. New passages touch nothing: nobody can have relied on
 * them.
 *
 * @param carries of the edition before, and of this one, whose matches may differ.
 */
export function impactOf(
  changes: readonly Change[],
  carries: { readonly before: OriginalText['carries']; readonly after: OriginalText['carries'] },
  ours: readonly Ours[],
): Impact {
  const why = new Map<string, TouchedClause['why']>()
  for (const change of changes) {
    if (change.type === 'same' || change.type === 'added') continue
    const after = change.type === 'removed' ? undefined : change.after.id
    const resting = [...restOn(change.before.id, carries.before), ...(after ? restOn(after, carries.after) : [])]
    for (const clause of resting) {
      const known = why.get(clause)
      if (!known || worst.indexOf(change.type) < worst.indexOf(known)) why.set(clause, change.type)
    }
  }
  const touched = ours.flatMap((each) => {
    const cites = [...new Set(each.cites)].filter((cite) => why.has(cite)).sort()
    return cites.length === 0 ? [] : [{ each, cites }]
  })
  return {
    clauses: [...why].map(([clause, why]) => ({ clause, why })).sort((a, b) => (a.clause < b.clause ? -1 : 1)),
    ours: touched.map(({ each: { kind, id, title }, cites }) => ({ kind, id, title, cites })),
    forms: [...new Set(touched.flatMap(({ each }) => each.forms))].sort(),
  }
}

function restOn(passage: string, carries: OriginalText['carries']): readonly string[] {
  return Object.entries(carries).flatMap(([clause, passages]) => (passages.includes(passage) ? [clause] : []))
}
