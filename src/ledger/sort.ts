import { alike, rarityOf } from './likeness.ts'
import { type NamedPlace, openPlaces } from './place.ts'
import { type Read, readAsked } from './terms.ts'

/** A question not yet with a topic. */
export interface Unsorted {
  readonly key: string
  /** As asked, without what could name anybody. */
  readonly question: string
  /** Where the asker is, if the question names no place itself. */
  readonly place?: string
  /** What was hit by name only: a fact id. */
  readonly about?: string
}

/** A topic as far as sorting goes. */
export interface Sorted {
  readonly id: string
  readonly place: string
  readonly about?: string
  /** Its name, then the wordings it has. */
  readonly wordings: readonly string[]
}

/** Where a question belongs: a topic that was there (`id`), or the new one opened by the question of key `like`. */
export type Placement =
  | { readonly key: string; readonly type: 'joins'; readonly id: string }
  | { readonly key: string; readonly type: 'opens'; readonly place: string; readonly about?: string }
  | { readonly key: string; readonly type: 'follows'; readonly like: string }

/** Two questions at least so alike are the same one. Found on test/ledger/asked-development.tsv; see test/ledger/figures.ts. */
const threshold = 0.42
/** And to the name of the topic at least so alike: a chain of small steps must not end at something else … */
const nearName = 0.25

/** … unless it is almost a wording that is there: an officer may have put that one in. */
const nearlySame = 0.75

interface Topic extends Pick<Sorted, 'place'> {
  readonly about?: string
  readonly at: { readonly type: 'joins'; readonly id: string } | { readonly type: 'follows'; readonly like: string }
  readonly reads: Read[]
}

/**
 * Gives each question the topic it is nearest to, or opens one. In the order of the questions; the same topics and questions
 * always give the same placements. Topics are never moved, renamed or joined here: that is an officer's.
 */
export function sortAsked(
  topics: readonly Sorted[],
  questions: readonly Unsorted[],
  list: readonly NamedPlace[],
): readonly Placement[] {
  const places = openPlaces(list)
  const read = (question: string, place: string | undefined): Read => {
    const own = readAsked(question, places)
    return own.place !== '' || place === undefined ? own : { ...own, place: places.cityOf(place) }
  }
  const known: Topic[] = topics.map(({ id, place, about, wordings }) => ({
    at: { type: 'joins', id },
    place,
    ...(about === undefined ? {} : { about }),
    reads: wordings.map((wording) => ({ ...readAsked(wording, places), place })),
  }))
  const reads = questions.map(({ question, place }) => read(question, place))
  const rarity = rarityOf([...known.flatMap((topic) => topic.reads), ...reads])

  return questions.map(({ key, about }, n): Placement => {
    const asked = reads[n]!
    const found =
      about === undefined
        ? nearest(known, (topic) => likeness(topic, asked))
        : known.find((topic) => topic.about === about)
    if (found) {
      found.reads.push(asked)
      return { key, ...found.at }
    }
    known.push({ at: { type: 'follows', like: key }, place: asked.place, reads: [asked], ...(about ? { about } : {}) })
    return { key, type: 'opens', place: asked.place, ...(about === undefined ? {} : { about }) }
  })

  function likeness({ about, reads: own }: Topic, asked: Read): number {
    const [name, ...others] = own
    // What is held by name only is sorted by what it is, and by nothing that was said.
    if (about !== undefined || name === undefined) return 0
    const toName = alike(name, asked, rarity)
    const most = Math.max(toName, ...others.map((other) => alike(other, asked, rarity)))
    return toName < nearName && most < nearlySame ? 0 : most
  }
}

/** The first of the topics that are most alike, if it is alike enough. */
function nearest(topics: readonly Topic[], likeness: (topic: Topic) => number): Topic | undefined {
  let best: Topic | undefined
  let most = threshold
  for (const topic of topics) {
    const now = likeness(topic)
    if (now > most || (best === undefined && now === most)) {
      best = topic
      most = now
    }
  }
  return best
}
