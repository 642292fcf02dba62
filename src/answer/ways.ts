import { evenText, plainText } from '../base/index.ts'
import type { Asks, Library, Words } from '../knowledge/index.ts'
import { type Features, openProfiles, type Profiles, withStory } from './profiles.ts'

/** Finds the ways of asking nearest to a question, and the clauses that people need who speak like it. */
export interface Ways extends Profiles {
  /** Nearest first, each with how alike it is, 0..1; none with 0. */
  near(question: string, story?: string): readonly Near[]
}

export interface Near {
  readonly asks: Asks
  readonly alike: number
}

/** A way of asking may say less than the question, and the question less than it: what each lacks counts so much. */
const askShare = 0.55
/** Single characters say little beside pairs, a word that stands for a whole group of words as much as a pair. */
const singleWeight = 0.2

/**
 * All ways of asking that the library keeps, compared by pairs of characters and by groups of words that mean the same
 * (knowledge/words.yaml), each counted by how rare it is among them. Made ready with the first question, not at start.
 */
export function openWays(library: Pick<Library, 'asks' | 'words' | 'guides' | 'clauses'>): Ways {
  const features = readFeatures(library.words)
  let ready: ReturnType<typeof index> | undefined
  // One answer compares the same question for each of its places.
  let last: { readonly question: string; readonly story: string; readonly found: readonly Near[] } | undefined
  return {
    ...openProfiles(library, features),
    near(question, story = '') {
      if (last?.question === question && last.story === story) return last.found
      ready ??= index(library.asks, features)
      const { owners, postings, totals, rarity } = ready
      const found = new Float64Array(totals.length)
      let asked = 0
      for (const [feature, weight] of withStory(features, question, story)) {
        const worth = weight * rarity(feature)
        asked += worth
        for (const n of postings.get(feature) ?? []) found[n] = (found[n] ?? 0) + worth
      }
      const best = new Map<Asks, number>()
      for (let n = 0; n < found.length; n++) {
        const got = found[n] ?? 0
        const owner = owners[n]
        if (got === 0 || owner === undefined) continue
        const alike = got / (askShare * (totals[n] ?? 0) + (1 - askShare) * asked)
        if (alike > (best.get(owner) ?? 0)) best.set(owner, alike)
      }
      last = { question, story, found: [...best].map(toNear).sort((a, b) => b.alike - a.alike) }
      return last.found
    },
  }
}

const toNear = ([asks, alike]: readonly [Asks, number]): Near => ({ asks, alike })

function index(asks: readonly Asks[], features: Features) {
  const entries = asks.flatMap((owner) => owner.asks.map((ask) => ({ owner, own: features(evenText(ask)) })))
  const postings = new Map<string, number[]>()
  entries.forEach(({ own }, n) => {
    for (const feature of own.keys()) {
      const list = postings.get(feature)
      if (list) list.push(n)
      else postings.set(feature, [n])
    }
  })
  const rarity = (feature: string) => Math.log(1 + entries.length / ((postings.get(feature)?.length ?? 0) + 0.5))
  const totals = entries.map(({ own }) => [...own].reduce((sum, [f, weight]) => sum + weight * rarity(f), 0))
  return { owners: entries.map(({ owner }) => owner), postings, totals, rarity }
}

/** Pairs, single characters, whole latin words and figures, and one feature for each group of words of which one is said. */
function readFeatures(words: readonly Words[]): Features {
  const groups = new Map<string, { word: string; group: string }[]>()
  words.forEach(({ say, text }, n) => {
    for (const word of [...say, ...text].map(plainText)) {
      const first = word.charAt(0)
      groups.set(first, [...(groups.get(first) ?? []), { word, group: `#${n}` }])
    }
  })
  return (plain) => {
    const text = oneWay(plain)
    const out = new Map<string, number>()
    for (const run of text.split(/[^\p{L}\p{N}]+/u)) {
      for (const whole of run.match(/[a-z0-9]{2,}/g) ?? []) out.set(whole, 1)
      let last = ''
      for (const character of run) {
        if (!out.has(character)) out.set(character, singleWeight)
        if (last !== '') out.set(last + character, 1)
        last = character
      }
    }
    for (const source of [plain, text])
      for (let at = 0; at < source.length; at++)
        for (const { word, group } of groups.get(source.charAt(at)) ?? [])
          if (source.startsWith(word, at)) out.set(group, 1)
    return out
  }
}

/** Everyday variants that never make another question. */
function oneWay(plain: string): string {
  return plain
    .replace(/[俺咱]/gu, '我')
    .replace(/咋个|咋样|咋|怎样|如何/gu, '怎么')
    .replace(/啥/gu, '什么')
    .replace(/中不中|成不成|中不/gu, '行不行')
    .replace(/到底|究竟|请问|一般|通常|大概|具体|一下|麻烦/gu, '')
    .replace(/是谁|哪个(?=来?[批定管审办查])/gu, '谁')
}
