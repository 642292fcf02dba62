import { inArticle } from './article-places.ts'
import { inLists } from './match-lists.ts'
import { nearness } from './near.ts'
import type { Passage, Structured } from './types.ts'

/** A clause of a digest, as the library has it. */
export interface DigestClause {
  readonly id: string
  readonly label: string
  readonly text: string
  /** Article number in Arabic digits, `42` or `120-1`; the label may say which 款 and 项 of it. */
  readonly article?: string
  /** Other ways of naming the matter. */
  readonly words?: readonly string[]
}

/**
 * How near a passage must be, 0 to 1: by its words alone, and in its nearest sentences; where its place in a list, its
 * article or a title it names agrees too; a whole list told by one clause, and how much of that clause's own words it has;
 * and a further passage beside the best, as a share of it. Set on five texts with a hand-checked list, which
 * test/originals/seeds.test.ts reads where they are at hand.
 */
const threshold = { alone: 0.3, focus: 0.2, placed: 0.16, whole: 0.4, wholeOwn: 0.3, further: 0.85 } as const
/** What agreement of place adds when passages are put in order. */
const bonus = 0.2
const most = 4

/**
 * Which passages each digest clause rests on, best first, at most four; a clause that nothing is near enough to is absent.
 * Rather none than a wrong one, because answers quote what is found here.
 *
 * @param digest clauses of the instruments this text is an original of, and no others: two cities often write the same
 *   sentence, and words alone cannot tell whose it is. Leave out clauses that say what a text does not say (`gap`).
 */
export function matchClauses(
  digest: readonly DigestClause[],
  _text: Structured,
  passages: readonly Passage[],
): Readonly<Record<string, readonly string[]>> {
  const groups = siblings(passages)
  const near = nearness(
    digest,
    passages.map(({ text }) => text),
    groups,
  )
  const placed = inLists(digest, passages, near.grid)
  const taken = new Map<number, string>()
  for (const [at, passage] of placed.entries()) if (passage !== undefined) taken.set(passage, listOf(digest[at]!.id))
  const introAt = new Map(passages.map(({ id }, which) => [id, which]))
  const hasArticles = passages.some(({ article }) => article !== undefined)
  const isAnothers = (at: number, which: number) =>
    near.namesOthers(at, which) ||
    !near.defines(at, which) ||
    (!near.sharesTitle(at, which) && near.isOthers(at, which))
  const found: Record<string, readonly string[]> = {}

  for (const [at, clause] of digest.entries()) {
    const row = near.grid[at]!
    const ofArticle = inArticle(clause, passages)
    const among = passages.flatMap((passage, which) => {
      const isPlaced = placed[at] === which
      const isNamed = ofArticle.has(which)
      if (clause.article !== undefined && hasArticles && !isNamed) return []
      // The third item of a list is what the third clause of its digest rests on, and not what the fourth does.
      if (!isPlaced && taken.get(which) === listOf(clause.id)) return []
      const isSure = isPlaced || isNamed || near.sharesTitle(at, which)
      if (row[which]! < (isSure ? threshold.placed : threshold.alone)) return []
      if (!isSure && near.focus(at, which) < threshold.focus) return []
      // What an item leads to (处五日以下拘留) stands in the sentence its list hangs on.
      const intro = isNamed ? introAt.get(listOf(passage.id)) : undefined
      if (!near.sharesFigures(at, which) && !(intro !== undefined && near.sharesFigures(at, intro))) return []
      if (!isPlaced && !isNamed && isAnothers(at, which)) return []
      return [{ which, score: row[which]! + (isPlaced ? bonus : 0) }]
    })
    const best = among.sort((a, b) => b.score - a.score)[0]
    const nearest = row.slice(0, passages.length).reduce((most, each) => Math.max(most, each), 0)
    const whole = groups
      .map((members, which) => ({ members, which, score: row[passages.length + which]! }))
      .sort((a, b) => b.score - a.score)[0]
    // A clause that sums a list up is nearer to all its items together than to any one passage, another clause's too.
    const isSum =
      whole &&
      placed[at] === undefined &&
      ofArticle.size === 0 &&
      whole.score >= threshold.whole &&
      whole.score > nearest * 1.2 &&
      near.ownOfGroup(at, whole.which) >= threshold.wholeOwn
    const chosen = isSum
      ? whole.members.toSorted((a, b) => row[b]! - row[a]!)
      : among
          .filter(({ score, which }) => score >= best!.score * threshold.further || ofArticle.get(which)?.isExact)
          .map(({ which }) => which)
    if (chosen.length > 0) found[clause.id] = chosen.slice(0, most).map((which) => passages[which]!.id)
  }
  return found
}

/** Items told under one sentence, three at least: places in `passages`. */
function siblings(passages: readonly Passage[]): readonly (readonly number[])[] {
  const lists = new Map<string, number[]>()
  for (const [at, { id }] of passages.entries()) {
    const list = listOf(id)
    if (list === '' || !/\.\d+$/.test(id)) continue
    const members = lists.get(list)
    if (members) members.push(at)
    else lists.set(list, [at])
  }
  return [...lists.values()].filter((members) => members.length >= 2)
}

function listOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('.')))
}
