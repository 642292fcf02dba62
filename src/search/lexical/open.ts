import { plainText } from '../../base/index.ts'
import type { Words } from '../../knowledge/index.ts'
import type { CorpusIndex } from './build.ts'
import { openChooser } from './choose.ts'
import { openCitations } from './citations.ts'
import { isSingle, lookUp } from './dictionary.ts'
import { openHighest } from './highest.ts'
import type { Translation } from './learn.ts'
import { openThesaurus } from './thesaurus.ts'
import { openTranslator } from './translate.ts'
import { gather, openWanted } from './wanted.ts'

/** Clauses of a corpus by question, best first. Not to be entered twice at once (it is synchronous). */
export interface CorpusSearch {
  find(question: string, options?: FindOptions): readonly CorpusHit[]
  /** How rare a term (as `tokens` cuts it) is in the clauses; 0 where none has it. */
  rarity(term: string): number
}

export interface FindOptions {
  /** How many at most, default 100. */
  readonly k?: number
  /** Leaves whole instruments out: another region's, not in force. */
  readonly skip?: (instrument: number) => boolean
  /** Another channel's evidence (vectors): rows, and what is added to each before the best are chosen. Asked once, told the best lexical score so that it can find its scale. */
  readonly extra?: (asked: { readonly plain: string; readonly best: number }) => Evidence
}

export interface Evidence {
  readonly rows: Uint32Array
  readonly scores: Float32Array
}

export interface CorpusHit {
  readonly id: string
  readonly row: number
  readonly instrument: number
  readonly score: number
  /** The question names this clause by its number. */
  readonly cited: boolean
}

/** What each kind of evidence counts; each has its line in the ablation of `qingwen bench retrieval`. 0 takes it out. */
export interface Evidences {
  /** Single characters beside pairs. */
  readonly single: number
  /** The texts' words for what was said (`Thesaurus`). */
  readonly words: number
  /** Mean of the instrument's five best clauses. */
  readonly best: number
  /** The instrument as one document. */
  readonly whole: number
  /** Factor by rank, in the order of `ranks`: mild, and a deployment's to change. */
  readonly authority: readonly number[]
  /** Share per doubling of an instrument's clauses beyond 64: codes answer more questions than orders on one matter. */
  readonly breadth: number
  /** Learned words, and instruments that were often the answer. */
  readonly learned: number
  readonly asked: number
  /** A character is left out if more than this share of the clauses has it, in a corpus of `large` clauses and more. */
  readonly frequent: number
}

export const evidences: Evidences = {
  single: 0.7,
  words: 0.5,
  best: 0.2,
  whole: 0.3,
  authority: [1, 0.95, 0.8, 0.75],
  breadth: 0.03,
  learned: 0.2,
  asked: 0.01,
  frequent: 0.2,
}

/** Below this nothing is frequent enough to cost anything. */
const large = 5000
/** Beyond this many clauses the frequency allowed grows with the square root only, so that ten times the texts do not cost ten times the time. */
const huge = 60_000
/** No question is longer; what comes after is not read. */
const longest = 4000

export function openCorpus(
  index: CorpusIndex,
  {
    words = [],
    learned,
    evidence = {},
  }: {
    readonly words?: readonly Words[]
    readonly learned?: Translation
    readonly evidence?: Partial<Evidences>
  } = {},
): CorpusSearch {
  const weights = { ...evidences, ...evidence }
  const { clauses, instruments, dictionary, from } = index
  const lookup = lookUp(dictionary)
  const unseen = Math.log(1 + 2 * clauses.rows)
  const thesaurus = openThesaurus(words, lookup, (term) => clauses.rarity[term] ?? unseen)
  const translator = learned ? openTranslator(learned, index, lookup) : undefined
  const citations = openCitations(index)
  const wanted = openWanted(dictionary.first.length)
  const scores = new Float32Array(clauses.rows)
  const wholes = new Float32Array(instruments.rows)
  const factors = Float32Array.from(index.titles, (_, i) => {
    const size = (from[i + 1] ?? 0) - (from[i] ?? 0)
    const asked = 1 + weights.asked * Math.log2(1 + (translator?.asked[i] ?? 0))
    return (weights.authority[index.rank[i] ?? 0] ?? 1) * (1 + weights.breadth * Math.log2((size || 1) / 64)) * asked
  })
  const limit =
    clauses.rows <= large ? clauses.rows : weights.frequent * Math.sqrt(clauses.rows * Math.min(clauses.rows, huge))
  const frequent = (term: number) =>
    (clauses.starts[term + 1] ?? 0) - (clauses.starts[term] ?? 0) > limit && isSingle(dictionary, term)

  const read = (plain: string) => {
    wanted.clear()
    // Said twice is not wanted twice.
    lookup.terms(plain, (term) => wanted.raise(term, isSingle(dictionary, term) ? weights.single : 1))
    if (weights.words > 0) thesaurus.each(plain, (term, telling) => wanted.raise(term, weights.words * telling))
    for (const [term, strength] of translator?.terms(plain) ?? [])
      wanted.add(term, weights.learned * strength * (wanted.weight(term) > 0 ? alreadyWanted : 1))
    wholes.fill(0)
    gather(instruments, wanted, wholes)
    for (let i = 0; i < wholes.length; i++) wholes[i]! *= weights.whole
    scores.fill(0)
    gather(clauses, wanted, scores, frequent)
  }

  const choose = openChooser(from, factors, { best: weights.best })

  const instrumentOf = (row: number) => {
    let low = 0
    let high = from.length - 1
    while (low + 1 < high) {
      const middle = (low + high) >> 1
      if ((from[middle] ?? 0) <= row) low = middle
      else high = middle
    }
    return low
  }

  return {
    rarity: (term) => clauses.rarity[lookup.term(term)] ?? 0,
    find(question, { k = 100, skip, extra } = {}) {
      const plain = plainText(question.slice(0, longest))
      read(plain)
      if (extra) {
        const more = extra({ plain, best: openHighest(scores)(0, scores.length) })
        more.rows.forEach((row, n) => {
          if (row < scores.length) scores[row]! += more.scores[n] ?? 0
        })
      }
      const found = choose(scores, wholes, k, skip)
      const hit = (row: number, score: number, cited: boolean): CorpusHit => ({
        row,
        score,
        cited,
        id: index.ids[row] ?? '',
        instrument: instrumentOf(row),
      })
      const rows = citations.find(plain).filter((row) => !skip?.(instrumentOf(row)))
      if (rows.length === 0) return found.map(({ row, score }) => hit(row, score, false))
      const above = found[0]?.score ?? 1
      const cited = rows.slice(0, k)
      const first = new Set(cited)
      return [
        ...cited.map((row, n) => hit(row, above * (2 - n / (cited.length + 1)), true)),
        ...found.filter(({ row }) => !first.has(row)).map(({ row, score }) => hit(row, score, false)),
      ].slice(0, k)
    },
  }
}

/** What is wanted anyway gains less by being learned too. */
const alreadyWanted = 0.3
