import type { Words } from '../../knowledge/index.ts'
import { type CorpusIndex, learn, openCorpus, type Pair } from '../../search/index.ts'
import type { Beir, BeirQuestion } from './beir.ts'
import { halves } from './halves.ts'
import { type Quality, quality, type Ranked } from './measures.ts'

/** Learned from one half and asked the other, both ways round, so that every question counts once. */
export interface Learned {
  /** Halves drawn by lot: topics, and some clauses, come again, as they do in an office. */
  readonly ordinary: Quality
  /** No clause answers questions of both halves: what learning is worth for clauses nobody asked about yet. */
  readonly apart: Quality
}

export function learned(beir: Beir, index: CorpusIndex, words: readonly Words[]): Learned {
  const clauses = new Map(beir.corpus.clauses.map((clause) => [clause.id, clause]))
  const { rarity } = openCorpus(index)
  const pairs = (questions: readonly BeirQuestion[]): Pair[] =>
    questions.map(({ text, gold }) => ({
      question: text,
      clauses: [...gold].flatMap((id) => {
        const clause = clauses.get(id)
        return clause ? [{ instrument: index.titles[clause.instrument] ?? '', text: clause.text }] : []
      }),
    }))
  const both = (apart: boolean): Quality => {
    const [one, two] = halves(beir.questions, apart)
    const asked = ([from, to]: readonly [BeirQuestion[], BeirQuestion[]]): Ranked[] => {
      const search = openCorpus(index, { words, learned: learn(pairs(from), rarity) })
      return to.map(({ text, gold }) => ({ gold, found: search.find(text).map(({ id }) => id) }))
    }
    return quality([...asked([one, two]), ...asked([two, one])])
  }
  return { ordinary: both(false), apart: both(true) }
}
