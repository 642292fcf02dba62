import type { IndexedCase } from '../runtime/index.ts'

/** An entry in memory, and the group key it was opened under. */
export interface Opened {
  readonly key: string
  readonly entry: IndexedCase
}

/** What entries may weigh together, in characters: some 300 MB, or 150,000 ordinary reports. */
const mostWeight = 150_000_000
/** What an entry weighs besides its text. */
const frame = 500

/**
 * The opened index in memory: one for the whole process, because officers of a unit read the same. It forgets whatever no
 * session that is alive can open.
 */
export interface Shelf {
  /** Says that a session opens these keys. */
  sit(session: string, officer: string, keys: readonly string[]): void
  /** Sessions that sit here, with their officers. */
  readonly sessions: ReadonlyMap<string, { readonly officer: string; readonly keys: readonly string[] }>
  /** Lets a session go, or leaves it only some keys. */
  leave(session: string, keysLeft?: readonly string[]): void
  /** Forgets what no session opens any more. */
  tidy(): void
  of(caseId: string): Opened | undefined
  /**
   * Puts an entry in the place of an older one. What would be too much, or lies under a key whose rows were not read, is
   * left out: it then counts as not read yet.
   */
  put(key: string, entry: IndexedCase): void
  drop(caseId: string): void
  /** How many entries under a key are held. */
  under(key: string): number
  /** Forgets all under a key: it is read anew with the next look. */
  forget(key: string): void
  /** Up to which number the rows under a key were read; 0 for none. */
  readTo(key: string): number
  hasRead(key: string, n: number): void
  /** Entries held now. */
  readonly size: number
}

/** @param most for tests of what is too much. */
export function openShelf(most = mostWeight): Shelf {
  const opened = new Map<string, Opened>()
  const counts = new Map<string, number>()
  const read = new Map<string, number>()
  const sessions = new Map<string, { readonly officer: string; readonly keys: readonly string[] }>()
  let weight = 0

  const count = (key: string, by: number) => void counts.set(key, (counts.get(key) ?? 0) + by)

  function forget(gone: readonly string[]): void {
    for (const key of gone) read.delete(key)
    if (gone.length > 0) for (const [id, { key }] of opened) if (gone.includes(key)) drop(id)
  }

  function drop(caseId: string): void {
    const held = opened.get(caseId)
    if (!held) return
    weight -= weightOf(held.entry)
    opened.delete(caseId)
    count(held.key, -1)
  }

  return {
    sessions,
    sit: (session, officer, keys) => void sessions.set(session, { officer, keys }),

    leave(session, keysLeft = []) {
      const sitting = sessions.get(session)
      if (!sitting) return
      if (keysLeft.length > 0) sessions.set(session, { ...sitting, keys: keysLeft })
      else sessions.delete(session)
    },

    tidy() {
      const wanted = new Set([...sessions.values()].flatMap(({ keys }) => keys))
      forget([...read.keys()].filter((key) => !wanted.has(key)))
    },

    of: (caseId) => opened.get(caseId),

    put(key, entry) {
      drop(entry.id)
      if (!read.has(key) || weight + weightOf(entry) > most) return
      weight += weightOf(entry)
      opened.set(entry.id, { key, entry })
      count(key, 1)
    },

    drop,
    under: (key) => counts.get(key) ?? 0,
    forget: (key) => forget([key]),
    readTo: (key) => read.get(key) ?? 0,
    hasRead: (key, n) => void read.set(key, n),
    get size() {
      return opened.size
    },
  }
}

const weightOf = ({ text }: IndexedCase) => text.length + frame
