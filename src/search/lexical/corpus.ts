/** Any number of texts with their clauses, as search needs them: the digest's, published originals, a benchmark. */
export interface Corpus {
  readonly instruments: readonly CorpusInstrument[]
  readonly clauses: readonly CorpusClause[]
}

export interface CorpusInstrument {
  readonly title: string
  /** Other names it is cited by. */
  readonly names?: readonly string[]
  /** Absent: read from the title (`rankOf`). */
  readonly rank?: Rank
}

export interface CorpusClause {
  readonly id: string
  /** Place of its instrument in `Corpus.instruments`. */
  readonly instrument: number
  /** `第一百二十条之一`, `120-1`; absent where nothing is counted. */
  readonly article?: string
  /** Paragraph and item inside the article, `2.3` as in `Passage.id`; absent: the whole article. */
  readonly part?: string
  /** Titles of the chapters it stands in. */
  readonly headings: string
  readonly text: string
}

/** What an instrument is by its issuer, highest first. It says which text binds the other, and so which one a question is likelier about. */
export const ranks = ['law', 'interpretation', 'regulation', 'rule'] as const
export type Rank = (typeof ranks)[number]

/** Reads the rank from the title: a statute is called 法, a regulation 条例 (the Party's own 条例 and 准则 are its highest), all else is a rule. */
export function rankOf(title: string): Rank {
  const bare = title.replace(/[（(][^（()）]*[)）]$/, '')
  if (/^最高人民(法院|检察院)/.test(bare)) return 'interpretation'
  if (/(法典?|宪法|党章)$/.test(bare) && !/办法$/.test(bare)) return 'law'
  if (/^中国共产党.*(条例|准则|章程)$/.test(bare)) return 'law'
  return /条例$/.test(bare) ? 'regulation' : 'rule'
}
