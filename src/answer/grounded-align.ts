import { light } from './grounded-text.ts'

/** How much a character pair tells, from 0 up: the rarer in the library, the more. */
export type Rarity = (pair: string) => number

/** A part of the sentence and the statement of a clause it was taken from. */
export interface Aligned {
  readonly said: string
  readonly held: string
  /** 0..1: how much of what is said the statement speaks of, each character by its rarity. */
  readonly covered: number
}

/** Rarity from the texts of a library: log of how few texts have the pair. At most the first `most` texts are counted. */
export function openRarity(texts: readonly string[], most = 6000): Rarity {
  const counts = new Map<string, number>()
  const counted = texts.slice(0, most)
  for (const text of counted) for (const pair of pairsIn(text)) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return (pair) => Math.log(1 + counted.length / (1 + (counts.get(pair) ?? 0)))
}

/**
 * The statements of an evened text: sentences and halves of sentences. The items of a list after a colon each keep what stands
 * before the colon, because without it they state nothing.
 */
export function statements(text: string): readonly string[] {
  return text.split(/[。！？]/u).flatMap((sentence) => {
    if (sentence === '') return []
    const colon = sentence.search(/[：:]/u)
    const items = (colon < 0 ? sentence : sentence.slice(colon + 1)).split(/[；;]/u)
    if (items.length < 2) return [sentence]
    const head = colon < 0 ? '' : sentence.slice(0, colon + 1)
    return [...items.map((item) => `${head}${item}`), ...(head === '' ? [] : [sentence])]
  })
}

/** How the parts of a sentence go with the statements of its clauses; absent where some part goes with none. */
export function align(
  said: string,
  held: readonly string[],
  rarity: Rarity,
  enough: number,
): readonly Aligned[] | undefined {
  const halves = said.split(/[；;。！？]/u).filter((half) => half !== '')
  const known = held.map(knownOf)
  const found = halves.map((half) => alignHalf(half, known, rarity, enough))
  return halves.length > 0 && found.every((parts) => parts !== undefined) ? found.flat() : undefined
}

/** No sentence of these texts has more; each more costs as much as all before it. */
const mostSegments = 12

function alignHalf(
  said: string,
  held: readonly Known[],
  rarity: Rarity,
  enough: number,
): readonly Aligned[] | undefined {
  const segments = said.split(/[，：]/u).filter((part) => part !== '')
  if (segments.length > mostSegments) return undefined
  const from: ({ readonly parts: readonly Aligned[]; readonly worth: number } | undefined)[] = Array.from({
    length: segments.length + 1,
  })
  from[segments.length] = { parts: [], worth: 0 }
  // Fewest parts first: as much of the sentence as possible is held against one statement.
  for (let start = segments.length - 1; start >= 0; start--)
    for (let end = start + 1; end <= segments.length; end++) {
      const rest = from[end]
      if (!rest) continue
      const part = segments.slice(start, end).join('，')
      const best = closest(part, held, rarity)
      if (!best || best.covered < enough) continue
      // Fewest parts; of as many, those their statements cover best.
      const worth = rest.worth - 1000 + best.covered * best.said.length
      if (worth > (from[start]?.worth ?? Number.NEGATIVE_INFINITY))
        from[start] = { parts: [best, ...rest.parts], worth }
    }
  return from[0]?.parts
}

function closest(said: string, held: readonly Known[], rarity: Rarity): Aligned | undefined {
  const mine = runs(said)
  const all = held.map((known) => ({ said, held: known.text, covered: share(mine, known, rarity, longestGap) }))
  // Of statements that cover it equally, the shortest: the whole list covers what its item does.
  return all.sort((a, b) => b.covered - a.covered || a.held.length - b.held.length)[0]
}

/** Longest run of characters of `said` that `held` has in no pair; grammar is passed over. */
const longestGap = 1

/** Words that only hold a sentence together; force (应当) and figures are held against the statement by themselves. */
const fillers =
  /应当|应该|可以|必须|需要|一律|规定|属于|分为|包括|要求|其中|具体|也就是|就是|如下|情形之一|情形|其他|这类|这样|的话|时候|之一|里|中(?=的|，|$)|仍|已|由|再|只|有|为|做|进行|时|到|不用|无须|无需/gu

/** 0..1; 0 where a phrase longer than `gapAllowed` is foreign, however much of the rest is covered. */
export function coverage(said: string, held: string, rarity: Rarity, gapAllowed = longestGap): number {
  return share(runs(said), knownOf(held), rarity, gapAllowed)
}

/** A text made ready for comparing. */
interface Known {
  readonly text: string
  readonly pairs: ReadonlySet<string>
  readonly singles: ReadonlySet<string>
}

const knownOf = (text: string): Known => ({ text, pairs: pairsIn(text), singles: new Set(text) })

function share(said: readonly string[], { pairs, singles }: Known, rarity: Rarity, gapAllowed: number): number {
  let [all, got] = [0, 0]
  for (const run of said) {
    let gap = 0
    for (let n = 0; n < run.length; n++) {
      const [left, right] = [n > 0 ? run.slice(n - 1, n + 1) : '', run.slice(n, n + 2)]
      const near = [left, right].filter((pair) => pair.length === 2)
      const weight = near.length === 0 ? 1 : Math.max(...near.map(rarity))
      const has = near.length === 0 ? singles.has(run[n] ?? '') : near.some((pair) => pairs.has(pair))
      all += weight
      if (has) got += weight
      gap = has ? 0 : gap + 1
      if (gap > gapAllowed) return 0
    }
  }
  return all === 0 ? 0 : got / all
}

/**
 * Share 0..1 of shared pairs that stand in another order: cause and effect, who and whom changed over. What stands before the
 * colon of a list and its item may stand either way round.
 */
export function disorder(said: string, held: string): number {
  const colon = held.indexOf('：')
  const places = [...pairsInOrder(said)].flatMap((pair) => {
    const at = held.indexOf(pair)
    // A pair that stands in one place only is a landmark.
    return at >= 0 && held.indexOf(pair, at + 1) < 0 && said.indexOf(pair) === said.lastIndexOf(pair) ? [at] : []
  })
  let [wrong, all] = [0, 0]
  for (let a = 0; a < places.length; a++)
    for (let b = a + 1; b < places.length; b++) {
      if ((places[a] ?? 0) < colon !== (places[b] ?? 0) < colon) continue
      all++
      if ((places[a] ?? 0) > (places[b] ?? 0)) wrong++
    }
  return all === 0 ? 0 : wrong / all
}

/** Runs of characters that carry matter, grammar taken out; marks and figures end a run. */
function runs(text: string): readonly string[] {
  return text
    .replace(fillers, '')
    .split(/[^\p{Script=Han}A-Za-z]+/u)
    .map((run) => [...run].filter((character) => !light.has(character)).join(''))
    .filter((run) => run !== '')
}

function pairsIn(text: string): ReadonlySet<string> {
  const out = new Set<string>()
  for (const run of runs(text)) for (let n = 0; n + 1 < run.length; n++) out.add(run.slice(n, n + 2))
  return out
}

function pairsInOrder(text: string): readonly string[] {
  const out: string[] = []
  for (let n = 0; n + 1 < text.length; n++) {
    const pair = text.slice(n, n + 2)
    if (/^\p{Script=Han}{2}$/u.test(pair)) out.push(pair)
  }
  return out
}
