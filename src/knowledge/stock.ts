import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { OriginalText } from '../originals/index.ts'
import { carried } from './carried.ts'
import { safeOriginals } from './clean.ts'
import type { HeldClause, Library } from './library.ts'
import { shelve } from './shelve.ts'

/**
 * The library with what is published of originals: digest clauses quote the passages they rest on, and passages no digest clause
 * rests on become clauses of an instrument of their own (`t7`, earlier editions `t7-e1`), told in their own words.
 *
 * A match with a clause of another region, of higher authority or of another time is not believed: an original speaks for
 * nobody but itself. Nothing here throws; what cannot be used of an original is left out and stays on its page.
 *
 * @param originals all published editions, old ones too; their order does not matter.
 */
export function stock(library: Library, originals: readonly OriginalText[]): Library {
  const work = stocking(library, originals)
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/** Milliseconds of work between two breaths: short beside the time an answer takes. */
const bite = 5

/** `stock` while questions are being answered: it lets them through every few milliseconds. */
export async function stockAside(library: Library, originals: readonly OriginalText[]): Promise<Library> {
  const work = stocking(library, originals)
  for (let since = performance.now(); ; ) {
    const { done, value } = work.next()
    if (done) return value
    if (performance.now() - since < bite) continue
    await breathe()
    since = performance.now()
  }
}

function* stocking(library: Library, originals: readonly OriginalText[]): Generator<undefined, Library> {
  if (originals.length === 0) return library
  const sorted = [...originals].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : b.edition - a.edition))
  const usable = safeOriginals(sorted, library)
  const { clauses, covered } = yield* carried(library, usable)
  const shelves = yield* shelve(usable, covered, clauses)
  const all = new Map(clauses)
  // A digest clause is never replaced by an original that happens to have its id.
  for (const clause of shelves.clauses) if (!all.has(clause.entry.id)) all.set(clause.entry.id, clause)
  return {
    ...library,
    instruments: [...library.instruments, ...shelves.instruments],
    clauses: all,
    places: withTexts(library, shelves.clauses),
    version: yield* versionOf(library.version, sorted),
  }
}

/** A place with an original of its own is one that holds texts. */
function withTexts({ places }: Library, clauses: readonly HeldClause[]): Library['places'] {
  const regions = new Set(clauses.map(({ cite }) => cite.region))
  return places.map((place) => (regions.has(place.name) && !place.held ? { ...place, held: true as const } : place))
}

/** Every published edition counts, whether or not it changes an answer: equal versions then always mean equal texts. */
function* versionOf(digest: string, originals: readonly OriginalText[]): Generator<undefined, string> {
  const sum = createHash('sha256').update(digest)
  for (const original of originals) {
    yield
    const { text, passages, ...head } = original
    const keys = Object.keys(head).sort()
    sum.update(`\0${JSON.stringify(keys.map((key) => [key, head[key as keyof typeof head]]))}\0${text}\0`) // its own keys
    for (const { id, label, path, article = '', start, end } of passages)
      sum.update(`${id}\0${label}\0${path.join('\0')}\0${article}\0${start}\0${end}\0`)
  }
  return sum.digest('hex')
}
