import type { Passage } from '../originals/index.ts'
import { type SafeOriginal, weight } from './clean.ts'
import type { HeldClause, Library, Quoted } from './library.ts'
import { liesIn } from './lies-in.ts'
import { quoteOf, restsOn } from './quote.ts'

export interface Carried {
  /** All digest clauses, those that a passage carries with their quotes. */
  readonly clauses: ReadonlyMap<string, HeldClause>
  /** `coveredBy(original)`: passage id → ids of the digest clauses that rest on it. */
  readonly covered: ReadonlyMap<SafeOriginal['original'], ReadonlyMap<string, readonly string[]>>
}

/**
 * Lets digest clauses quote the passages they rest on. Pauses after each original.
 * @param originals by text, newest edition first.
 */
export function* carried(library: Library, originals: readonly SafeOriginal[]): Generator<undefined, Carried> {
  const clauses = new Map(library.clauses)
  const covered = new Map<SafeOriginal['original'], Map<string, string[]>>()
  for (const { original, authority } of originals) {
    const passages = new Map(original.passages.map((passage) => [passage.id, passage]))
    const own = new Map<string, string[]>()
    covered.set(original, own)
    yield
    for (const [id, ids] of Object.entries(original.carries)) {
      const clause = clauses.get(id)
      if (!clause || !mayCarry(original, authority, clause, library.places)) continue
      const named = ids
        .flatMap((passage) => passages.get(passage) ?? [])
        .filter((passage) => restsOn(original.text.slice(passage.start, passage.end), clause.entry.text) >= leastShared)
      const quoted = quotedOf(original, named, clause)
      if (!quoted) continue
      for (const { id: passage } of named) own.set(passage, [...(own.get(passage) ?? []), id])
      const all = [...(clause.originals ?? []), quoted]
      const [first = quoted] = all
      clauses.set(id, {
        ...clause,
        originals: all,
        cite: { ...clause.cite, held: 'original', quote: first.quote, opens: first.opens },
      })
    }
  }
  return { clauses, covered }
}

/** However freely a digest words a passage, so many of its pairs of characters come from it; another matter shares fewer. */
const leastShared = 0.12

function mayCarry(
  original: SafeOriginal['original'],
  authority: SafeOriginal['authority'],
  clause: HeldClause,
  places: Library['places'],
) {
  const { entry, instrument, cite } = clause
  // What is known by name only, and what no text says, rests on no passage.
  if (entry.status === 'name-only' || entry.status === 'gap') return false
  // A province's paper reports what its cities do; a province's regulation is no city's.
  const isWithin = authority !== '正式条文' && liesIn(cite.region, original.region, places)
  if ((cite.region !== original.region && !isWithin) || weight(authority) < weight(cite.authority)) return false
  const from = entry.validity?.from ?? instrument.validity.from ?? ''
  const until = entry.validity?.until ?? instrument.validity.until ?? '9999'
  return (original.from ?? '') <= until && from <= (original.until ?? '9999')
}

/** The first of the passages that may be quoted. */
function quotedOf(
  original: SafeOriginal['original'],
  passages: readonly Passage[],
  { entry }: HeldClause,
): Quoted | undefined {
  for (const passage of passages) {
    const quote = quoteOf(original.text.slice(passage.start, passage.end), entry.text)
    if (quote !== undefined) return { quote, opens: opensAt(original, passage.id), ...spanOf(original) }
  }
  return undefined
}

export function opensAt({ id, edition }: SafeOriginal['original'], passage: string): string {
  return `/texts/${id}/${edition}#${passage}`
}

/** The days an edition is in force, as far as known. */
export function spanOf({ from, until }: SafeOriginal['original']): { from?: string; until?: string } {
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }
}
