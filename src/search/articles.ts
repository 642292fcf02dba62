import { evenText, plainText, wholeNumber } from '../base/index.ts'
import type { HeldClause, Instrument, Library } from '../knowledge/index.ts'

/** What came of an article number named in a question. */
export type ArticleFinding =
  | { readonly type: 'current'; readonly article: string; readonly clauses: readonly HeldClause[] }
  /** The number belonged to an earlier version; `clauses` are its successors now in force. */
  | {
      readonly type: 'former'
      readonly article: string
      readonly until: string
      readonly clauses: readonly HeldClause[]
    }
  /** The instrument is known, the number is not among what is held. */
  | {
      readonly type: 'absent'
      readonly article: string
      readonly instrument: Instrument
      readonly held: readonly string[]
    }

/** Finds 《…》第X条 and its spoken forms (`治安法42条`). Exact, so it comes before any ranking. */
export interface ArticleFinder {
  /** @param likely instruments the question is about although it does not name them, best first; used only for current and former numbers. */
  find(text: string, likely?: readonly Instrument[]): readonly ArticleFinding[]
}

export function openArticles(library: Library): ArticleFinder {
  const names = library.instruments
    .flatMap((instrument) =>
      [
        instrument.title,
        instrument.title.replace(/^(中华人民共和国|中国共产党)/, ''),
        instrument.short,
        ...(instrument.aliases ?? []),
      ].flatMap((name) => (name ? [{ name: evenText(name), instrument }] : [])),
    )
    .sort((a, b) => b.name.length - a.name.length)

  return {
    find(text, likely = []) {
      const plain = plainText(text)
      const numbers = [
        ...new Set([...plain.matchAll(article)].flatMap(([, numeral]) => wholeNumber(numeral ?? '') ?? [])),
      ].map(String)
      if (numbers.length === 0) return []
      const named: Instrument[] = []
      let rest = plain
      for (const { name, instrument } of names)
        if (rest.includes(name)) {
          if (!named.includes(instrument)) named.push(instrument)
          rest = rest.replaceAll(name, '〇')
        }
      return numbers.flatMap((number) => {
        for (const instrument of [...named, ...likely]) {
          const known = numbered(library, instrument, number)
          if (known) return [known]
        }
        const [instrument] = named.filter((i) => i.clauses.some((c) => c.article))
        if (!instrument) return []
        const held = [...new Set(instrument.clauses.flatMap((c) => c.article ?? []))]
        return [{ type: 'absent' as const, article: number, instrument, held }]
      })
    },
  }
}

function numbered(library: Library, instrument: Instrument, number: string): ArticleFinding | undefined {
  const held = (ids: readonly { id: string }[]) => ids.flatMap(({ id }) => library.clauses.get(id) ?? [])
  // A clause without an article of its own only tells of the old text; its successor has one.
  const former = instrument.clauses.filter(
    (c) => c.article !== undefined && c.formerly?.some((f) => digits(f.article) === number),
  )
  if (former.length > 0) {
    const until = former[0]?.formerly?.find((f) => digits(f.article) === number)?.until ?? ''
    return { type: 'former', article: number, until, clauses: held(former) }
  }
  const current = instrument.clauses.filter(
    (c) => c.article !== undefined && digits(c.article) === number && c.answerable !== false,
  )
  return current.length > 0 ? { type: 'current', article: number, clauses: held(current) } : undefined
}

function digits(article: string): string {
  return /\d+/.exec(article)?.[0] ?? article
}

const article = /第?([零〇一二两三四五六七八九十百千]+|\d+)条/gu
