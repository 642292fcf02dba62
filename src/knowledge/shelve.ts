import { type Cite, simplify } from '../base/index.ts'
import type { Passage } from '../originals/index.ts'
import type { Carried } from './carried.ts'
import { opensAt, spanOf } from './carried.ts'
import { type SafeOriginal, shownName } from './clean.ts'
import type { HeldClause } from './library.ts'
import { quoteOf, tellable, wholeLength } from './quote.ts'
import { successors } from './successors.ts'
import type { ClauseEntry, Instrument } from './types.ts'

/** Instruments of the originals themselves, with the passages no digest clause rests on. */
export interface Shelves {
  readonly instruments: readonly Instrument[]
  readonly clauses: readonly HeldClause[]
}

/** Pauses every so many passages. @param originals by text, newest edition first. */
export function* shelve(
  originals: readonly SafeOriginal[],
  covered: Carried['covered'],
  digest: Carried['clauses'],
): Generator<undefined, Shelves> {
  const instruments: Instrument[] = []
  const clauses: HeldClause[] = []
  let newest: SafeOriginal | undefined
  for (const safe of originals) {
    if (safe.newest) newest = safe
    const taken = covered.get(safe.original) ?? new Map<string, readonly string[]>()
    const over = safe.newest || !newest ? undefined : successors(safe.original, newest.original, covered)
    const shelf = yield* shelfOf(safe, taken, over)
    if (shelf.clauses.length === 0) continue
    instruments.push(shelf.instrument)
    clauses.push(...shelf.clauses.filter(({ entry }) => !digest.has(entry.id)))
  }
  return { instruments, clauses }
}

/** Between two pauses: some milliseconds. */
const biteSize = 200

function* shelfOf(
  safe: SafeOriginal,
  taken: ReadonlyMap<string, readonly string[]>,
  over: ReturnType<typeof successors> | undefined,
): Generator<undefined, { readonly instrument: Instrument; readonly clauses: readonly HeldClause[] }> {
  const { original, title, aliases, authority, borrowed, newest } = safe
  const traditional = isTraditional(original.text)
  const names = traditional ? [...new Set([simplify(title), ...aliases])].filter((name) => name !== title) : aliases
  const id = newest ? original.id : `${original.id}-e${original.edition}`
  const entries: ClauseEntry[] = []
  const instrument: Instrument = {
    id,
    title,
    ...(names.length > 0 ? { aliases: names } : {}),
    region: original.region,
    issuer: original.issuer,
    authority,
    held: 'original',
    validity: spanOf(original),
    source: { title, kind: authority, ...(original.from === undefined ? {} : { date: original.from }) },
    clauses: entries,
  }
  const clauses: HeldClause[] = []
  const byPassage = new Map<string, HeldClause>()
  let n = 0
  for (const { passage, text } of pieces(original, taken)) {
    if (++n % biteSize === 0) yield
    const says = tellable(text)
    const quote = quoteOf(text, '')
    if (quote === undefined || says === '' || !/^[a-z0-9][\w.-]*$/i.test(passage.id)) continue
    const label = shownName(passage.label, 40) || passage.id
    const heading = passage.path.map((part) => shownName(part, 60)).join(' ')
    const entry: ClauseEntry = {
      id: `${id}.${passage.id}`,
      label,
      text: says,
      ...(heading === '' ? {} : { heading }),
      grade: 'A',
      ...(passage.article === undefined || borrowed ? {} : { article: passage.article }),
    }
    const opens = opensAt(original, passage.id)
    const cite: Cite = {
      id: entry.id,
      instrument: title,
      label,
      region: original.region,
      authority,
      held: 'original',
      quote,
      opens,
    }
    const above = byPassage.get(passage.id.slice(0, Math.max(0, passage.id.lastIndexOf('.'))))
    const now = passage.article === undefined ? undefined : over?.(passage.article)
    const clause: HeldClause = {
      entry,
      instrument,
      cite,
      originals: [{ quote, opens, ...spanOf(original) }],
      passage: text,
      ...(traditional ? { searched: simplify(says) } : {}),
      ...(above && endsOpen(above.passage ?? '') ? { hangsOn: above } : {}),
      ...(now ? { replacedBy: now } : {}),
    }
    entries.push(entry)
    clauses.push(clause)
    byPassage.set(passage.id, clause)
  }
  return { instrument, clauses }
}

interface Part {
  readonly passage: Passage
  readonly text: string
}

/** Passages that are not taken; a short list is one with the sentence it hangs on, because neither says anything alone. */
function pieces(original: SafeOriginal['original'], taken: ReadonlyMap<string, unknown>): readonly Part[] {
  const { text, passages } = original
  const free = passages.filter((p) => !taken.has(p.id) && p.start < p.end && p.end <= text.length)
  const out: Part[] = []
  for (let n = 0; n < free.length; n++) {
    const passage = free[n]
    if (!passage) continue
    let last = n
    if (endsOpen(text.slice(passage.start, passage.end))) while (free[last + 1]?.id.startsWith(`${passage.id}.`)) last++
    const end = free[last]?.end ?? passage.end
    const items = passages.filter(({ id }) => id.startsWith(`${passage.id}.`)).length
    const together = last > n && items === last - n && end - passage.start <= wholeLength
    out.push({ passage, text: text.slice(passage.start, together ? end : passage.end) })
    if (together) n = last
  }
  return out
}

const endsOpen = (text: string) => /[：:]\s*$/u.test(text)

/** Judged by its beginning: converting a whole code of laws would cost more than indexing it. */
function isTraditional(text: string): boolean {
  const start = text.slice(0, 2000)
  const simple = simplify(start)
  let differing = 0
  for (let n = 0; n < start.length; n++) if (start[n] !== simple[n]) differing++
  return differing > start.length / 50
}
