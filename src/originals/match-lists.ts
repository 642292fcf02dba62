import type { Grid } from './near.ts'
import type { Passage } from './types.ts'

/** Things counted under one name: places in their array by number. */
type List = ReadonlyMap<number, number>

/**
 * For each clause the passage that has its number in the list its list is told in: `….positive.4` is the fourth item of
 * whatever list of the text is, item by item, nearest to `….positive.1`, `….positive.2` and so on. Absent where the digest
 * or the text has no such list.
 */
export function inLists(
  digest: readonly { readonly id: string }[],
  passages: readonly Passage[],
  near: Grid,
): readonly (number | undefined)[] {
  const out: (number | undefined)[] = digest.map(() => undefined)
  const texts = listsOf(passages)
  for (const list of listsOf(digest)) {
    let best: { readonly items: List; readonly mean: number } | undefined
    for (const items of texts) {
      // A list of five may be told as four by a digest; one of ten is not the same as one of three.
      if (Math.abs(items.size - list.size) > 1) continue
      const both = [...list].flatMap(([number, clause]) => {
        const passage = items.get(number)
        return passage === undefined ? [] : [near[clause]![passage]!]
      })
      const mean = both.reduce((total, each) => total + each, 0) / list.size
      if (!best || mean > best.mean) best = { items, mean }
    }
    // Lists of nothing in common have the same numbers, too.
    if (!best || best.mean < 0.2) continue
    for (const [number, clause] of list) out[clause] = best.items.get(number)
  }
  return out
}

/** Ids that end in 1, 2, 3 … under one name; three at least, and counted without a gap. */
function listsOf(things: readonly { readonly id: string }[]): readonly List[] {
  const lists = new Map<string, Map<number, number>>()
  for (const [at, { id }] of things.entries()) {
    const found = /^(.*)\.(\d{1,3})$/.exec(id)
    if (!found) continue
    const list = lists.get(found[1]!) ?? new Map<number, number>()
    lists.set(found[1]!, list)
    list.set(Number(found[2]), at)
  }
  return [...lists.values()].filter((list) => list.size >= 3 && [...list.keys()].every((n) => n <= list.size))
}
