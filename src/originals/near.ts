import { bareText, simplify, wholeNumber } from '../base/index.ts'
import { withoutPlaces } from './article-places.ts'
import { gramsOf, rarity } from './grams.ts'

/** Nearness of each clause (row) to each passage (column), 0 to 1. */
export type Grid = readonly (readonly number[])[]

export interface Nearness {
  /** After the passages come the groups, each taken as one. */
  readonly grid: Grid
  /** How near the nearest sentences of a passage are, 0 to 1: chance likeness is strewn over a long passage, a true one is not. */
  focus(clause: number, passage: number): number
  /**
   * Whether a passage has one of the figures a clause names; true where it names none. Neither years count, for reports are
   * dated, nor the numbers of articles in a label, which stand before a passage and not in it.
   */
  sharesFigures(clause: number, passage: number): boolean
  /** Whether a passage has a title in 《》 that the clause names, in the same words. */
  sharesTitle(clause: number, passage: number): boolean
  /** Whether both name titles in 《》, and none of them in common: then they speak of different texts. */
  namesOthers(clause: number, passage: number): boolean
  /** Whether a passage defines something, where the clause is a definition; true where it is none. */
  defines(clause: number, passage: number): boolean
  /**
   * Whether another clause is so much nearer to a passage that this one is near only by what both say: twins (two offices
   * with the same procedure) differ in few words, and a passage that has none of this clause's own is the other's.
   */
  isOthers(clause: number, passage: number): boolean
  /** The same of a list, whose items other clauses tell one by one: how much of what only this clause says is in it, 0 to 1. */
  ownOfGroup(clause: number, group: number): number
}

/** Compares by rare characters and pairs of characters held in common. */
export function nearness(
  digest: readonly { readonly text: string; readonly label: string }[],
  passages: readonly string[],
  groups: readonly (readonly number[])[],
): Nearness {
  const clauses = digest.map(({ text, label }) => `${text}\n${withoutPlaces(label)}`)
  const clauseGrams = clauses.map(gramsOf)
  const passageGrams = passages.map(gramsOf)
  const rareInText = rarity(passageGrams)
  const rareInDigest = rarity(clauseGrams)
  const known = new Set(passageGrams.flatMap((grams) => [...grams]))
  // Pairs tell more than characters, which many words share.
  const weigh = (gram: string) => (gram.length > 1 ? 1 : 0.35) * Math.min(rareInText(gram), rareInDigest(gram))
  const weight = (grams: Iterable<string>) => {
    let total = 0
    for (const gram of grams) total += weigh(gram)
    return total
  }
  const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>) => {
    const [few, many] = a.size < b.size ? [a, b] : [b, a]
    let total = 0
    for (const gram of few) if (many.has(gram)) total += weigh(gram)
    return total
  }
  // Words of the digest that the text has nowhere are the digest's own way of putting things: half their weight.
  const clauseWeights = clauseGrams.map(
    (grams) => (weight(grams) + weight([...grams].filter((gram) => known.has(gram)))) / 2,
  )
  const titles = clauses.map(titlesIn)
  const bare = titles.some((each) => each.length > 0) ? passages.map(bareText) : []
  const wholes = groups.map((members) => new Set(members.flatMap((which) => [...passageGrams[which]!])))
  const columns = [...passageGrams, ...wholes]
  const columnWeights = columns.map(weight)
  const grid = clauseGrams.map((grams, clause) =>
    columns.map((others, column) => {
      const both = shared(grams, others)
      const ofClause = both / (clauseWeights[clause]! || 1)
      const ofPassage = both / (columnWeights[column]! || 1)
      // Most of the clause must be there; a passage that says much else is a little farther.
      return ofClause * 0.7 + Math.sqrt(ofClause * ofPassage) * 0.3
    }),
  )

  return {
    grid,
    focus(clause, passage) {
      const grams = clauseGrams[clause]!
      const whole = weight(grams) || 1
      let best = 0
      for (const window of windows(passages[passage]!, clauses[clause]!.length * 1.5)) {
        const others = gramsOf(window)
        const both = shared(grams, others)
        best = Math.max(best, Math.sqrt((both / whole) * (both / (weight(others) || 1))))
      }
      return best
    },
    sharesFigures(clause, passage) {
      const figures = [...clauses[clause]!.normalize('NFKC').matchAll(/\d+(?:\.\d+)?/g)].map(([figure]) => figure)
      const said = figures.filter((figure) => !/^(?:19|20)\d\d$/.test(figure))
      if (said.length === 0) return true
      const there = figuresOf(passages[passage]!)
      return said.some((figure) => there.has(figure))
    },
    sharesTitle,
    namesOthers(clause, passage) {
      return titles[clause]!.length > 0 && !sharesTitle(clause, passage) && titlesIn(passages[passage]!).length > 0
    },
    defines(clause, passage) {
      return !definition.test(clauses[clause]!) || /是指|所称|指的是|[，,：:]\s?指/.test(simplify(passages[passage]!))
    },
    isOthers(clause, passage) {
      const rival = nearestTo(passage)
      const lead = grid[rival]![passage]! / (grid[clause]![passage]! || 1)
      if (lead <= threshold.lead) return false
      const only = [...clauseGrams[clause]!].filter((gram) => !clauseGrams[rival]!.has(gram))
      const there = only.filter((gram) => passageGrams[passage]!.has(gram))
      return weight(there) < weight(only) * Math.min(threshold.own, threshold.ownForLead * lead)
    },
    ownOfGroup(clause, group) {
      const rivals = groups[group]!.map(nearestTo).filter((rival) => rival !== clause)
      const only = [...clauseGrams[clause]!].filter((gram) => !rivals.some((rival) => clauseGrams[rival]!.has(gram)))
      return weight(only.filter((gram) => wholes[group]!.has(gram))) / (weight(only) || 1)
    },
  }

  function nearestTo(passage: number): number {
    let nearest = 0
    for (const [clause, row] of grid.entries()) if (row[passage]! > grid[nearest]![passage]!) nearest = clause
    return nearest
  }

  function sharesTitle(clause: number, passage: number): boolean {
    return titles[clause]!.some((title) => bare[passage]!.includes(title))
  }
}

/**
 * From which lead of a rival on it is asked how much of what only this clause says is in the passage, and how much must be:
 * a share by weight, the more the farther the rival leads. Set with `match.ts`' thresholds, on the same texts.
 */
const threshold = { lead: 1.1, ownForLead: 0.25, own: 0.4 } as const
const definition = /所说的.{1,20}(?:是指?|指的是|指)|所称.{1,20}指/

function titlesIn(text: string): readonly string[] {
  return [...text.matchAll(/《([^《》]{6,80})》/g)].map(([, title]) => bareText(title!))
}

/** Sentences, and neighbours together up to a length: each sentence begins one. At most four together, so this stays linear. */
function windows(text: string, longest: number): readonly string[] {
  const sentences = text.split(/(?<=[。；;！？!?])/)
  return sentences.map((first, at) => {
    let window = first
    for (const next of sentences.slice(at + 1, at + 4)) {
      if (window.length + next.length > longest) break
      window += next
    }
    return window
  })
}

/** Statutes write 三年 where a digest writes 3年. */
function figuresOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKC')
  const chinese = [...plain.matchAll(/[〇零一二三四五六七八九十百千万两]{1,9}/g)].map(([run]) => wholeNumber(run))
  return new Set([
    ...[...plain.matchAll(/\d+(?:\.\d+)?/g)].map(([figure]) => figure),
    ...chinese.flatMap((n) => (n === undefined ? [] : String(n))),
  ])
}
