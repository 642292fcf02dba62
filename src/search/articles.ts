import { evenText, plainText, wholeNumber } from '../base/index.ts'
import type { HeldClause, Instrument, Library } from '../knowledge/index.ts'
import { inForce, reaches, type Scope } from './scope.ts'

/** What came of an article number named in a question. */
export type ArticleFinding =
  | { readonly type: 'current'; readonly article: string; readonly clauses: readonly HeldClause[] }
  /** The number belonged to an earlier version of `instrument`; `clauses` are its successors now in force, none if nothing took its place. */
  | {
      readonly type: 'former'
      readonly article: string
      readonly instrument: Instrument
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
  /**
   * @param likely instruments the question is about although it does not name them, best first; used only for current and former numbers.
   * @param scope whose numbers count: a local text's number is no answer elsewhere, nor an old one's today.
   */
  find(text: string, likely: readonly Instrument[], scope: Scope): readonly ArticleFinding[]
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
    find(text, likely, scope) {
      const plain = plainText(text)
      const numbers = [
        ...new Set([...plain.matchAll(article)].flatMap(([, numeral]) => wholeNumber(numeral ?? '') ?? [])),
      ].map(String)
      if (numbers.length === 0) return []
      const named: Instrument[] = []
      let rest = plain
      for (const { name, instrument } of names) {
        // Editions of one text share its name.
        const known = named.some((i) => bareTitle(i) === bareTitle(instrument))
        if (!rest.includes(name) && !(known && plain.includes(name))) continue
        if (!named.includes(instrument)) named.push(instrument)
        rest = rest.replaceAll(name, '〇')
      }
      // Who names one text is not told the number of another that merely speaks of it.
      const others = likely.filter((i) => named.length === 0 || i.held !== 'original')
      const reached = [...named, ...others].filter((i) => reaches(i.region, scope))
      return numbers.flatMap((number) => {
        for (const find of [numbered, over, oldNumber])
          for (const instrument of reached) {
            const known = find(library, instrument, number, scope)
            if (!known) continue
            // The number may be another matter's now: the digest tells where the old one went, an original what stands there.
            const sibling = (i: Instrument) => i !== instrument && bareTitle(i) === bareTitle(instrument)
            const too = known.type === 'former' ? reached.filter(sibling) : []
            return [known, ...too.flatMap((i) => currentNumber(library, i, number, scope) ?? [])]
          }
        const withArticles = named.filter((i) => reaches(i.region, scope) && i.clauses.some((c) => c.article))
        const [instrument] = withArticles
        if (!instrument) return []
        const same = withArticles.filter((i) => bareTitle(i) === bareTitle(instrument))
        const now = same.flatMap((i) => i.clauses.filter((c) => current(library, c.id, scope)))
        const held = [...new Set(now.flatMap((c) => c.article ?? []))]
        return held.length > 0 ? [{ type: 'absent' as const, article: number, instrument, held }] : []
      })
    },
  }
}

const bareTitle = ({ title }: Instrument) => title.replace(/^(中华人民共和国|中国共产党)/, '')

function current(library: Library, id: string, scope: Scope): HeldClause | undefined {
  const clause = library.clauses.get(id)
  return clause && reaches(clause.cite.region, scope) && inForce(clause, scope) ? clause : undefined
}

function numbered(library: Library, instrument: Instrument, number: string, scope: Scope): ArticleFinding | undefined {
  return (
    oldNumber(library, instrument, number, scope, (until) => until < scope.today) ??
    currentNumber(library, instrument, number, scope)
  )
}

function currentNumber(
  library: Library,
  instrument: Instrument,
  number: string,
  scope: Scope,
): ArticleFinding | undefined {
  const now = instrument.clauses
    .filter((c) => c.article !== undefined && digits(c.article) === number)
    .flatMap(({ id }) => current(library, id, scope) ?? [])
  return now.length > 0 ? { type: 'current', article: number, clauses: now } : undefined
}

/** A number a digest clause had before. */
function oldNumber(
  library: Library,
  instrument: Instrument,
  number: string,
  scope: Scope,
  over: (until: string) => boolean = () => true,
): ArticleFinding | undefined {
  // A clause without an article of its own only tells of the old text; its successor has one.
  const clauses = instrument.clauses
    .filter((c) => c.article !== undefined && c.formerly?.some((f) => digits(f.article) === number && over(f.until)))
    .flatMap(({ id }) => library.clauses.get(id) ?? [])
    .filter(({ cite }) => reaches(cite.region, scope))
  const until = clauses[0]?.entry.formerly?.find((f) => digits(f.article) === number)?.until
  return until === undefined ? undefined : { type: 'former', article: number, instrument, until, clauses }
}

/** A number of an edition of an original that is over, with what stands in its place. */
function over(library: Library, instrument: Instrument, number: string, scope: Scope): ArticleFinding | undefined {
  const until = instrument.validity.until
  if (until === undefined || until >= scope.today) return undefined
  const old = instrument.clauses.filter((c) => c.article !== undefined && digits(c.article) === number)
  if (old.length === 0) return undefined
  const now = old.flatMap(({ id }) => library.clauses.get(id)?.replacedBy ?? [])
  const clauses = [...new Set(now)].flatMap((id) => current(library, id, scope) ?? [])
  return { type: 'former', article: number, instrument, until, clauses }
}

function digits(article: string): string {
  return /\d+/.exec(article)?.[0] ?? article
}

const article = /(?<![哪这那每一几]|哪一|这一|那一)第?([零〇一二两三四五六七八九十百千]+|\d+)条/gu
