import type { Read } from './terms.ts'

/** How rare a term is among the questions asked so far; at least 1. */
export type Rarity = (term: string) => number

/**
 * So many questions are thought to have been asked before the first: with a handful every word would look as rare as every
 * other, and the first topics would be made by chance.
 */
const before = 30

/** Words nearly every question of such a house holds: each counts as if this share of those before had held it. */
const usual: readonly [RegExp, number][] = [
  [/^(?:干部|党员|单位|违纪|规定|处分|工作|情况|办理|处理|申请|问题|人员|标准)$/u, 0.3],
  [/^[干部党员单位违纪规定处分工作情况办理申请问题人有]$/u, 0.4],
]

/** Rarity by the wordings that are there: ln((N + 1) / (df + 0.5)) + 1, after BM25's idf kept above nought. */
export function rarityOf(reads: Iterable<Read>): Rarity {
  const held = new Map<string, number>()
  let count = before
  for (const { terms } of reads) {
    count++
    for (const term of terms.keys()) held.set(term, (held.get(term) ?? 0) + 1)
  }
  return (term) => {
    const share = usual.find(([words]) => words.test(term))?.[1] ?? 0
    return Math.log((count + 1) / ((held.get(term) ?? 0) + before * share + 0.5)) + 1
  }
}

/** Two questions that want different things of one matter: a time and a sum, whether and how. */
const otherAsked = 0.4
/** One says what it wants and the other does not. */
const halfAsked = 0.8

/** Single characters alone make 产假 of 年假; a pair that is not every question's must be shared, too. */
const noPair = 0.7
const usualPair = 2

/** How alike two questions are, 0 to 1; 0 if they name different places or instruments. */
export function alike(a: Read, b: Read, rarity: Rarity): number {
  if (a.place !== b.place || differ(a.instrument, b.instrument)) return 0
  const [few, many] = a.terms.size <= b.terms.size ? [a.terms, b.terms] : [b.terms, a.terms]
  let dot = 0
  let paired = false
  for (const [term, weight] of few) {
    const other = many.get(term)
    if (other === undefined) continue
    dot += weight * other * rarity(term) ** 2
    paired ||= term.length > 1 && rarity(term) > usualPair
  }
  if (dot === 0) return 0
  const cosine = (dot / (length(a, rarity) * length(b, rarity))) * (paired ? 1 : noPair)
  if (a.asks === b.asks) return cosine
  const near = a.asks === undefined || b.asks === undefined
  return cosine * (near ? halfAsked : otherAsked)
}

function length({ terms }: Read, rarity: Rarity): number {
  let sum = 0
  for (const [term, weight] of terms) sum += (weight * rarity(term)) ** 2
  return Math.sqrt(sum)
}

/** 带薪年休假条例 and 年休假条例 are one: the shorter name stands within the longer. */
const differ = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && !a.includes(b) && !b.includes(a)
