import { mattersIn } from './alike-matters.ts'
import { evenHan, soundOf } from './alike-spelling.ts'

/** What a telling holds: runs of two and three characters by their sound, and the matters it has words of. */
export type Terms = ReadonlySet<string>

/** How much a shared term says, the rarer the more. */
export type Rarity = (term: string) => number

/**
 * Reads a telling into terms. Spelled by sound, so that 水尼 meets 水泥 and what a telephone heard meets what was meant;
 * without fillers, numbers and `leave` (names and units, which are compared by themselves).
 */
export function termsOf(what: string, leave: readonly string[] = []): Terms {
  let text = evenHan(what)
  for (const word of leave) if (word.length > 1) text = text.replaceAll(word, '，')
  const terms = new Set<string>()
  for (const matter of mattersIn(text)) terms.add(`#${matter}`)
  for (const run of text.replace(empty, '').match(/\p{Script=Han}+/gu) ?? []) {
    const sounds = [...run].map(soundOf)
    for (let at = 0; at + 1 < sounds.length; at++) {
      terms.add(`${sounds[at]} ${sounds[at + 1]}`)
      if (at + 2 < sounds.length) terms.add(`${sounds[at]} ${sounds[at + 1]} ${sounds[at + 2]}`)
    }
  }
  return terms
}

/**
 * So many tellings are thought to have been read before the first: with a handful, every term would look as rare as every
 * other.
 */
const before = 40

/** Rarity by how many of these tellings hold a term: ln((N + 1) / (df + 0.5)) + 0.3, never below that. */
export function rarityAmong(read: Iterable<Terms>): Rarity {
  const held = new Map<string, number>()
  let count = before
  for (const terms of read) {
    count++
    for (const term of terms) held.set(term, (held.get(term) ?? 0) + 1)
  }
  return (term) => {
    const usual = term.startsWith('#') ? 0.06 : 0.015
    const rare = Math.log((count + 1) / ((held.get(term) ?? 0) + before * usual + 0.5)) + 0.3
    return Math.max(rare, 0.3) * (term.startsWith('#') ? matterWeight : term.split(' ').length === 3 ? longRun : 1)
  }
}
/** A matter is shared by meaning, whatever the words: as much as some four pairs of characters. */
const matterWeight = 4
/** A run of three says mostly what its two pairs have said. */
const longRun = 0.4

/** How much of the rarer terms two tellings share, 0 to 1: measured against both, and against the shorter. Absent where one holds too little. */
export function sharedOf(a: Terms, b: Terms, rarity: Rarity): number | undefined {
  if (a.size < fewest || b.size < fewest) return undefined
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const term of few) if (many.has(term)) shared += rarity(term)
  const [one, other] = [weightOf(a, rarity), weightOf(b, rarity)]
  return 0.5 * (shared / Math.sqrt(one * other)) + 0.5 * (shared / Math.min(one, other))
}
/** 多吃多占 alone is four terms; less than a few words cannot be told from chance. */
const fewest = 3

function weightOf(terms: Terms, rarity: Rarity): number {
  let sum = 0
  for (const term of terms) sum += rarity(term)
  return sum
}

/** Words that say nothing of a matter, and how people talk. */
const empty =
  /嗯+|呃+|那个|这个|就是说?|然后|反正|怎么说呢|对吧|你知道吧?|我跟你说|我听说|听说|好像|大概|应该|可能|估计|听人说|我看见|亲眼|看到|举报|反映|检举|控告|[的了呢吗吧啊呀哦嘛么着过得地]|他们|她们|我们|咱们|俺们|你们|他|她|我|您|你|俺|咱|是|在|有|把|被|让|给|还|也|都|又|就|才|很|不|没|个|一|[零〇二两三四五六七八九十百千万亿\d]+(?:多|来|几)?(?:元|块|万元|块钱)?/gu
