import type { HeldClause, HeldList, Library } from '../knowledge/index.ts'

/** What of a library is indexed, as plain texts: made here, indexed wherever there is time. */
export interface Sources {
  /** One row per clause in the order of `heldClauses`: text, section and list titles, instrument, people's words. */
  readonly clauses: readonly Row[]
  /** People's own phrases; `owner` is the row of the clause. */
  readonly phrases: readonly Phrase[]
  /** Ways of asking; `owner` is the place of the guide. */
  readonly asks: readonly Phrase[]
  readonly lists: readonly Row[]
  readonly instruments: readonly Row[]
}
export type Row = readonly string[]
export interface Phrase {
  readonly owner: number
  readonly text: string
}

export function heldClauses(library: Library): readonly HeldClause[] {
  return [...library.clauses.values()].filter(({ entry }) => entry.answerable !== false)
}

/** Lists by the clauses in them. */
export function listsByClause(library: Library): ReadonlyMap<string, readonly HeldList[]> {
  const out = new Map<string, HeldList[]>()
  for (const list of library.lists.values()) for (const id of list.items) out.set(id, [...(out.get(id) ?? []), list])
  return out
}

export function sourcesOf(library: Library): Sources {
  return { ...smallSources(library), clauses: heldClauses(library).map(rowOf(library)) }
}

/** All but the clauses, which may be many. */
export function smallSources(library: Library): Omit<Sources, 'clauses'> {
  return {
    phrases: phrasesOf(library),
    asks: asksOf(library),
    lists: [...library.lists.values()].map((list) => [list.title, list.intro ?? '', namesOf(list.instrument)]),
    instruments: library.instruments.map((instrument) => [namesOf(instrument)]),
  }
}

export function rowOf(library: Library): (clause: HeldClause) => Row {
  const listsOf = listsByClause(library)
  return ({ entry, instrument, searched }) => [
    `${searched ?? entry.text} ${entry.label}`,
    [entry.heading, ...(listsOf.get(entry.id) ?? []).map((l) => l.title)].join(' '),
    namesOf(instrument),
    (entry.words ?? []).join(' '),
  ]
}

export function phrasesOf(library: Library): readonly Phrase[] {
  return heldClauses(library).flatMap(({ entry }, owner) => (entry.words ?? []).map((text) => ({ owner, text })))
}

export function asksOf({ guides }: Library): readonly Phrase[] {
  return guides.flatMap((guide, owner) => [guide.title, ...guide.asks].map((text) => ({ owner, text })))
}

function namesOf({ title, short, aliases = [] }: HeldClause['instrument']): string {
  return [title, short, ...aliases].join(' ')
}
