import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type Cite, Fault } from '../base/index.ts'
import { check } from './check.ts'
import type { HeldClause, HeldList, Library, Place } from './library.ts'
import { read, type SourceFile } from './read.ts'
import type { ClauseEntry, Instrument } from './types.ts'

/** Reads the knowledge folder `dir`. @throws Fault with everything that is wrong in it, each line naming file and word. */
export function loadLibrary(dir: string): Library {
  const { library, faults } = openLibrary(dir)
  if (faults.length > 0) throw new Fault(faults)
  return library
}

/** Reads the knowledge folder `dir` for `check` and for writers at work: what is sound, and every fault. Nothing is served from it. */
export function openLibrary(dir: string): { readonly library: Library; readonly faults: readonly string[] } {
  const files = filesOf(dir)
  const { shelf, faults } = read(files)
  const instruments = shelf.instruments.map(({ instrument }) => instrument)
  const clauses = new Map<string, HeldClause>()
  const lists = new Map<string, HeldList>()
  for (const instrument of instruments) {
    for (const entry of instrument.clauses)
      if (entry.answerable !== false) clauses.set(entry.id, { entry, instrument, cite: citeOf(entry, instrument) })
    for (const list of instrument.lists ?? []) lists.set(list.id, { ...list, instrument })
  }
  const library: Library = {
    instruments,
    clauses,
    guides: shelf.guides.map(({ guide }) => guide),
    asks: shelf.asks.map(({ asks }) => asks),
    lists,
    places: withHeld(shelf.places, clauses.values()),
    words: shelf.words,
    everyday: shelf.everyday,
    calendar: shelf.calendar,
    version: hash(files),
  }
  return { library, faults: [...faults, ...check(shelf)] }
}

/** Marks the places that have a text of their own; a mere title is not one. */
function withHeld(places: readonly Place[], clauses: Iterable<HeldClause>): readonly Place[] {
  const held = new Set<string>()
  for (const { entry, cite } of clauses) if (cite.held !== 'name-only' && entry.status !== 'gap') held.add(cite.region)
  return places.map((place) => (held.has(place.name) ? { ...place, held: true as const } : place))
}

function citeOf(entry: ClauseEntry, instrument: Instrument): Cite {
  return {
    id: entry.id,
    instrument: instrument.title,
    label: entry.label,
    region: entry.region ?? instrument.region,
    authority: entry.authority ?? instrument.authority,
    held: entry.status === 'name-only' ? 'name-only' : instrument.held,
  }
}

/** Sorted by path, so that the version and the order of faults do not hang on the file system. */
function filesOf(dir: string): readonly SourceFile[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) =>
      /^(?:instruments\/.+\.yaml|guides\/[^/]+\.md|asks\/[^/]+\.yaml|(?:places|calendar|words|everyday)\.yaml)$/.test(
        path,
      ),
    )
    .sort()
    .map((path) => ({ path, text: readFileSync(join(dir, path), 'utf8') }))
}

function hash(files: readonly SourceFile[]): string {
  const sum = createHash('sha256')
  // A NUL cannot stand in a path or in YAML: two folders that differ never hash alike by shifting text between files.
  for (const { path, text } of files) sum.update(`${path}\0${text}\0`)
  return sum.digest('hex')
}
