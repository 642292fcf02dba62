import { evenText } from '../../base/index.ts'
import { articleNumber } from './article-number.ts'
import { type Corpus, rankOf, ranks } from './corpus.ts'
import { openCutter } from './cut.ts'
import type { Dictionary } from './dictionary.ts'
import { type Postings, weigh } from './postings.ts'

/**
 * A corpus made ready for questions: plain data, strings and typed arrays, so that a worker can build it and hand it over
 * (`buffersOf`). Rows are clauses, sorted by instrument: those of instrument i are `from[i]`..`from[i + 1]`.
 */
export interface CorpusIndex {
  readonly ids: readonly string[]
  /** Articles in figures (`120-1`), '' where there is none. */
  readonly articles: readonly string[]
  readonly parts: readonly string[]
  readonly titles: readonly string[]
  /** Other names of each instrument. */
  readonly names: readonly (readonly string[])[]
  /** Place in `ranks` of each instrument. */
  readonly rank: Uint8Array
  readonly from: Uint32Array
  readonly dictionary: Dictionary
  readonly clauses: Postings
  /** Each instrument as one document. */
  readonly instruments: Postings
}

/** How much each field of a clause counts. */
export interface FieldWeights {
  readonly text: number
  readonly title: number
  readonly headings: number
}

/** Headings are short and chosen words; more than 2 gains nothing. The title only matters where a question names the law. */
export const fieldWeights: FieldWeights = { text: 1, title: 0.5, headings: 2 }

/** Saturation and length normalisation; other values measured worse. A long law is no worse an answer than a short one, hence its low b. */
const k1 = 1.2
const clauseB = 0.75
const instrumentB = 0.3

export function buildIndex(corpus: Corpus, weights: FieldWeights = fieldWeights): CorpusIndex {
  const order = corpus.clauses.map((_, n) => n)
  const of = (n: number) => corpus.clauses[n]?.instrument ?? 0
  order.sort((a, b) => of(a) - of(b) || a - b)
  const from = new Uint32Array(corpus.instruments.length + 1)
  for (const { instrument } of corpus.clauses) from[instrument + 1] = (from[instrument + 1] ?? 0) + 1
  for (let i = 0; i < corpus.instruments.length; i++) from[i + 1] = (from[i + 1] ?? 0) + (from[i] ?? 0)

  const titles = corpus.instruments.map(({ title, names = [] }) => evenText([title, ...names].join(' ')))
  const cutter = openCutter(3)
  const rows = order.flatMap((n) => corpus.clauses[n] ?? [])
  for (const { text, instrument, headings } of rows)
    cutter.add([evenText(text), titles[instrument] ?? '', evenText(headings)])
  const { cut, dictionary } = cutter.close()
  const terms = dictionary.first.length
  return {
    ids: rows.map(({ id }) => id),
    articles: rows.map(({ article }) => (article === undefined ? '' : articleNumber(article))),
    parts: rows.map(({ part = '' }) => part),
    titles: corpus.instruments.map(({ title }) => title),
    names: corpus.instruments.map(({ names = [] }) => names),
    rank: Uint8Array.from(corpus.instruments, ({ title, rank }) => ranks.indexOf(rank ?? rankOf(title))),
    from,
    dictionary,
    clauses: weigh(cut, terms, {
      weights: [weights.text, weights.title, weights.headings],
      b: [clauseB, clauseB, clauseB],
      k1,
    }),
    instruments: weigh(cut, terms, { weights: [1, 1, 1], b: [instrumentB, instrumentB, instrumentB], k1, from }),
  }
}

/** The buffers of an index, to be handed to another thread without a copy; the sender can no longer use it. */
export function buffersOf(index: CorpusIndex): ArrayBuffer[] {
  const { dictionary, clauses, instruments } = index
  const arrays = [index.rank, index.from, ...Object.values(dictionary)]
  for (const { starts, docs, impacts, rarity } of [clauses, instruments]) arrays.push(starts, docs, impacts, rarity)
  // All of them are made in this process by `new …Array(n)`, never over shared memory.
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))]
}
