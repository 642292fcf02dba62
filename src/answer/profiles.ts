import { evenText, plainText } from '../base/index.ts'
import type { Library } from '../knowledge/index.ts'

/** Features of a text in one spelling, each with how much it counts. */
export type Features = (plain: string) => ReadonlyMap<string, number>

/**
 * What people say who need a clause, all of it taken together: every way of asking that leads to it, the words it goes by, its own
 * text. Where the nearest single way of asking finds what was asked almost so before, this finds what nobody asked in these words.
 */
export interface Profiles {
  /** Clause id → 0..1, how much of what the question says is said by those who need the clause; none with 0. */
  fit(question: string, story?: string): ReadonlyMap<string, number>
  /** @returns 0..1, how much of what the question says nobody says who needs one of these clauses, the rare counting more. */
  unsaid(question: string, ids: readonly string[]): number
}

/** What counts how much beside a way of asking that leads to one clause only; found by leaving each way of asking out once. */
const shared = 0.3
const guideCites = 4
const ownWords = 0.5
const ownText = 0.4
/** Saturation and length, as in BM25; a feature counts as said of a clause from `told` on. */
const half = 0.4
const byLength = 0.5
const told = 0.4

/** Made ready with the first question, not at start. */
export function openProfiles(library: Pick<Library, 'asks' | 'guides' | 'clauses'>, features: Features): Profiles {
  let ready: ReturnType<typeof gather> | undefined
  return {
    fit(question, story = '') {
      ready ??= gather(library, features)
      const { ids, lengths, mean, postings } = ready
      const unseen = Math.log(1 + 2 * ids.length)
      const scores = new Float64Array(ids.length)
      let asked = 0
      for (const [feature, weight] of withStory(features, question, story)) {
        const posting = postings.get(feature)
        const worth = weight * (posting?.rarity ?? unseen)
        asked += worth
        if (!posting) continue
        for (let n = 0; n < posting.at.length; n++) {
          const at = posting.at[n] ?? 0
          const said = posting.said[n] ?? 0
          const long = 1 - byLength + (byLength * (lengths[at] ?? 0)) / mean
          scores[at] = (scores[at] ?? 0) + (worth * said) / (said + half * long)
        }
      }
      const out = new Map<string, number>()
      if (asked > 0)
        for (const [at, id] of ids.entries()) if ((scores[at] ?? 0) > 0) out.set(id, (scores[at] ?? 0) / asked)
      return out
    },
    unsaid(question, ids) {
      ready ??= gather(library, features)
      const { profiles, postings } = ready
      const unseen = Math.log(1 + 2 * profiles.size)
      const around = ids.flatMap((id) => profiles.get(id) ?? [])
      let asked = 0
      let without = 0
      for (const [feature, weight] of features(plainText(question))) {
        const worth = weight * (postings.get(feature)?.rarity ?? unseen)
        asked += worth
        if (!around.some((profile) => profile.has(feature))) without += worth
      }
      return asked > 0 ? without / asked : 0
    },
  }
}

/** What a story tells counts so much beside its question. */
const storyShare = 0.5

/** Features of a question with those of the story it was told with. */
export function withStory(features: Features, question: string, story: string): ReadonlyMap<string, number> {
  const asked = new Map(features(plainText(question)))
  if (story === '') return asked
  for (const [feature, weight] of features(plainText(story)))
    asked.set(feature, Math.max(asked.get(feature) ?? 0, storyShare * weight))
  return asked
}

function gather({ asks, guides, clauses }: Pick<Library, 'asks' | 'guides' | 'clauses'>, features: Features) {
  // Passages of originals have no ways of asking, and may be many: the search alone speaks for them.
  const digest = [...clauses].filter(([, { passage }]) => passage === undefined)
  const profiles = new Map(digest.map(([id]) => [id, new Map<string, number>()]))
  const add = (ids: readonly string[], text: string, weight: number) => {
    const said = features(text)
    for (const id of ids) {
      const profile = profiles.get(id)
      if (!profile) continue
      for (const [feature, counts] of said) profile.set(feature, (profile.get(feature) ?? 0) + weight * counts)
    }
  }
  const among = (cites: readonly string[]) => 1 / (1 + shared * (cites.length - 1))
  for (const { asks: ways, cites } of asks) for (const way of ways) add(cites, evenText(way), among(cites))
  for (const { asks: ways, sentences } of guides) {
    const cites = sentences.flatMap((s) => s.cites).slice(0, guideCites)
    for (const way of ways) add(cites, evenText(way), among(cites))
  }
  for (const [id, { entry }] of digest) {
    for (const word of entry.words ?? []) add([id], evenText(word), ownWords)
    add([id], evenText(entry.text), ownText)
  }

  const ids = [...profiles.keys()]
  const lists = new Map<string, { at: number[]; said: number[] }>()
  const lengths = Float64Array.from(ids, () => 0)
  for (const [at, profile] of [...profiles.values()].entries())
    for (const [feature, said] of profile) {
      lengths[at] = (lengths[at] ?? 0) + said
      const list = lists.get(feature) ?? { at: [], said: [] }
      list.at.push(at)
      list.said.push(said)
      lists.set(feature, list)
    }
  const postings = new Map(
    [...lists].map(([feature, { at, said }]) => {
      const owners = said.filter((s) => s >= told).length
      return [feature, { at, said, rarity: Math.log(1 + ids.length / (owners + 0.5)) }] as const
    }),
  )
  return { ids, profiles, lengths, mean: lengths.reduce((sum, l) => sum + l, 0) / (ids.length || 1) || 1, postings }
}
