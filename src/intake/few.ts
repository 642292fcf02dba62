/** A count as it may be shown: the number, `few` (1 to 4), or `withheld` because `few` could be worked out from it. */
export type Shown = number | 'few' | 'withheld'

/** Counts below this, but not nought, are about people who could be told by them. */
export const fewest = 5

/**
 * What may be shown of counts that add up to a total which is shown, too: no count of 1 to 4, and another
 * one withheld, so that none of them follows, whoever knows these rules by heart. Which other one hangs on its place alone
 * and not on its size, or that choice would tell something.
 *
 * @returns one for each count, in order; absent where nothing of the breakdown may be shown.
 */
export function shownOf(counts: readonly number[]): readonly Shown[] | undefined {
  const few = counts.filter(isFew)
  if (few.length === 0) return counts
  // The last of them: what a breakdown names first is what people look for.
  const beside = counts.findLastIndex((count) => count >= fewest)
  const withheld = beside < 0 ? [] : [counts[beside] ?? 0]
  const shown = counts.map((count, n): Shown => (isFew(count) ? 'few' : n === beside ? 'withheld' : count))
  return canBeOthers(few, withheld) ? shown : undefined
}

/** The same where no total is shown and none can be known: then a count betrays no other. */
export const shownAlone = (counts: readonly number[]): readonly Shown[] =>
  counts.map((count) => (isFew(count) ? 'few' : count))

const isFew = (count: number) => count > 0 && count < fewest

/**
 * Whether each small count could be another one: a reader knows what the hidden ones come to together, that a small one is
 * 1 to 4, and that one withheld is at least five. Only where all are at their least, or all small ones alone at their most,
 * there is no choice left.
 */
function canBeOthers(few: readonly number[], withheld: readonly number[]): boolean {
  const sum = [...few, ...withheld].reduce((all, count) => all + count, 0)
  const least = few.length + fewest * withheld.length
  if (sum === least) return false
  return withheld.length > 0 || (few.length > 1 && sum < (fewest - 1) * few.length)
}
