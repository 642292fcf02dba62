import type { IndexedCase } from './indexed.ts'
import type { Case } from './opened.ts'

/** An entry of the index as it lies in the database. */
export interface SealedEntry {
  readonly caseId: string
  /** Id of the group key under whose index key it lies: `local/report/1`. */
  readonly key: string
  /** How many messages of the case it has read. */
  readonly lines: number
  readonly locked: Uint8Array
}

/** The sealed index as the store keeps it. */
export interface EntryRows {
  /** The index key sealed to a group key; absent if nothing was read under it yet. */
  key(id: string): Promise<Uint8Array | undefined>
  /** Adds one; of two that do so at once the first stands. @returns the one that stands. */
  addKey(id: string, sealed: Uint8Array): Promise<Uint8Array>
  /** Writes entries; older ones of the same cases go. What lies under a key that a newer epoch follows is not taken. */
  put(entries: readonly SealedEntry[]): Promise<void>
  /** Entries under a key written after number `n`, in that order. Without `locked`: the case was shredded. */
  after(
    key: string,
    n: number,
    limit: number,
  ): Promise<readonly (Omit<SealedEntry, 'locked'> & { readonly n: number; readonly locked?: Uint8Array })[]>
  /** How many there are under a key. */
  count(key: string): Promise<number>
  /** Which of at most 200 cases were not read yet, or not all of them; a shredded one is not read any more. */
  missing(caseIds: readonly string[]): Promise<readonly string[]>
}

/** The index under the keys of one officer; src/vault. The keys themselves are never given out. */
export interface Entries {
  /** Ids of the group keys this officer's key opens. */
  keys(): Promise<readonly string[]>
  /** @returns nothing for each that does not open: it was changed or moved, or no key for it is held. */
  open(entries: readonly SealedEntry[]): Promise<readonly (IndexedCase | undefined)[]>
  /** Seals under the newest group key of the case's unit and purpose. @returns nothing if the officer does not hold that. */
  seal(of: Pick<Case, 'unit' | 'purpose'>, entry: IndexedCase): Promise<SealedEntry | undefined>
}
