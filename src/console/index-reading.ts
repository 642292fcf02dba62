import { setImmediate as breath } from 'node:timers/promises'
import { indexedCase, type SealedEntry, type Seat, sight, type Unlocked } from '../runtime/index.ts'
import type { Shelf } from './index-shelf.ts'
import type { ConsoleOptions } from './options.ts'

/** Rows opened, and cases read, before others get their turn: some ten milliseconds. */
const rowsAtOnce = 500
const casesAtOnce = 20

export interface Reading {
  /** Opens what was written under these keys since the last look; of two that ask at once the second waits. */
  load(unlocked: Unlocked, keys: readonly string[]): Promise<void>
  /**
   * Opens cases and writes their entries, sealed. One that does not open for this session is not tried by it again.
   * @param ids in the order they are read. @returns how many were read.
   */
  read(seat: Seat, ids: readonly string[]): Promise<number>
  /** Forgets what a session could not open. */
  ended(idHash: string): void
}

/** Brings entries onto the shelf: out of the database, and out of cases nobody has read yet. */
export function readingFor(
  options: Pick<ConsoleOptions, 'store' | 'flows' | 'identity' | 'onFault'>,
  shelf: Shelf,
): Reading {
  const { store, flows, identity, onFault } = options
  const shut = new Map<string, Set<string>>()
  let turn: Promise<unknown> = Promise.resolve()
  /** Two at once would open the same rows, or read the same cases, twice. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  async function loadKey({ entries }: Unlocked, key: string): Promise<void> {
    for (;;) {
      const from = shelf.readTo(key)
      const rows = await store.entries.after(key, from, rowsAtOnce)
      const full = rows.filter((row): row is SealedEntry & { n: number } => row.locked !== undefined)
      const opened = await entries.open(full)
      shelf.hasRead(key, rows.at(-1)?.n ?? from)
      for (const { caseId, locked } of rows) if (locked === undefined) shelf.drop(caseId)
      for (const [at, entry] of opened.entries()) {
        if (entry) shelf.put(key, entry)
        else shelf.drop(full[at]?.caseId ?? '')
      }
      // Whoever changed or moved a row has hidden nothing: its case counts as not read, and is read again.
      if (opened.includes(undefined)) onFault(new Error('entries of the case index do not open'))
      if (rows.length < rowsAtOnce) return
      await breath()
    }
  }

  async function readSome(seat: Seat, unlocked: Unlocked, ids: readonly string[], fails: Set<string>): Promise<number> {
    const written: SealedEntry[] = []
    for (const sealed of await store.cases.seenBy(sight(seat.officer)).some(ids)) {
      const found = await unlocked.case(sealed).catch(onFault)
      const entry = found && indexedCase(found, flowOf(found.form), identity[found.form.flow] ?? [])
      const locked = entry && (await unlocked.entries.seal(found, entry))
      if (!found) fails.add(sealed.id)
      // A key that was followed by another meanwhile seals nothing more; with the next look there is the new one.
      if (!locked) continue
      written.push(locked)
      shelf.put(locked.key, entry)
    }
    if (written.length > 0) await store.entries.put(written)
    return written.length
  }

  function flowOf({ flow, edition }: { readonly flow: string; readonly edition: string }) {
    const own = flows.filter(({ id }) => id === flow)
    return own.find((each) => each.edition === edition) ?? own.at(-1)
  }

  return {
    load: (unlocked, keys) =>
      inTurn(async () => {
        for (const key of keys) await loadKey(unlocked, key)
      }),

    read: (seat, ids) =>
      inTurn(async () => {
        const { unlocked, idHash = '' } = seat
        const fails = shut.get(idHash) ?? new Set<string>()
        const left = ids.filter((id) => !fails.has(id))
        let done = 0
        for (let at = 0; unlocked && at < left.length; at += casesAtOnce) {
          done += await readSome(seat, unlocked, left.slice(at, at + casesAtOnce), fails)
          await breath()
        }
        if (fails.size > 0 && idHash !== '') shut.set(idHash, fails)
        return done
      }),

    ended: (idHash) => void shut.delete(idHash),
  }
}
