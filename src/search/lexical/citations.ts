import { evenText } from '../../base/index.ts'
import { articlesIn, type NamedArticle } from './article-number.ts'
import type { CorpusIndex } from './build.ts'

/** Finds the clauses that a question names by instrument and article: exact, so it comes before any ranking. */
export interface Citations {
  /** @param plain the question in one spelling (`plainText`). @returns rows, in the order they are named; none where instrument or article is not held. */
  find(plain: string): readonly number[]
}

export function openCitations(index: CorpusIndex): Citations {
  const exact = new Map<string, number[]>()
  index.titles.forEach((title, i) => {
    for (const name of [title, ...(index.names[i] ?? [])].flatMap(callNames))
      exact.set(name, [...new Set([...(exact.get(name) ?? []), i])])
  })
  const names = [...exact.keys()].sort((a, b) => b.length - a.length)

  const rowsOf = (instrument: number, { article, part }: NamedArticle): number[] => {
    const rows: number[] = []
    for (let row = index.from[instrument] ?? 0; row < (index.from[instrument + 1] ?? 0); row++)
      if (index.articles[row] === article) rows.push(row)
    const parts = part === '' ? [] : rows.filter((row) => within(index.parts[row] ?? '', part))
    return parts.length > 0 ? parts : rows
  }

  return {
    find(question) {
      if (!question.includes('条')) return []
      const plain = question.replace(/[《》]/g, '')
      const named = articlesIn(plain)
      if (named.length === 0) return []
      const places: { at: number; end: number; instruments: readonly number[] }[] = []
      let rest = plain
      for (const name of names) {
        for (let at = rest.indexOf(name); at >= 0; at = rest.indexOf(name)) {
          places.push({ at, end: at + name.length, instruments: exact.get(name) ?? [] })
          // What a longer name has taken, a shorter one inside it must not take again.
          rest = rest.slice(0, at) + '〓'.repeat(name.length) + rest.slice(at + name.length)
        }
      }
      places.sort((a, b) => a.at - b.at)
      const rows = named.flatMap((article) => {
        // The nearest name before the number; where none is, the first one after it (`第50条，治安管理处罚法的`).
        const place = places.findLast(({ at }) => at < article.at) ?? places[0]
        // 民法典12条 names an article, 民法典有三条规定 does not.
        if (article.loose && !(place && /^[的 ]?$/.test(between(plain, place.end, article.at)))) return []
        return (place?.instruments ?? []).flatMap((instrument) => rowsOf(instrument, article))
      })
      return [...new Set(rows)]
    },
  }
}

/** What stands between two places; not empty where they are the wrong way round. */
function between(plain: string, from: number, to: number): string {
  return from <= to ? plain.slice(from, to) : '…'
}

function within(part: string, wanted: string): boolean {
  const [paragraph, item] = wanted.split('.')
  const [itsParagraph, itsItem] = part.split('.')
  return (paragraph === '' || paragraph === itsParagraph) && (item === '' || item === itsItem)
}

/** What an instrument is called: in full, without the state's name, without brackets at the end. Two characters (刑法) are the least. */
function callNames(title: string): string[] {
  const even = evenText(title).replace(/[《》<>]/g, '')
  const bare = even.replace(/\([^()]*\)$/, '')
  const short = [even, bare].map((name) => name.replace(/^(中华人民共和国|中国共产党)/, ''))
  return [...new Set([even, bare, ...short])].filter((name) => name.length > 1)
}
