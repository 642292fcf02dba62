import type { Kysely, RawBuilder } from 'kysely'
import type { Tables } from './tables.ts'

/** What the two databases give the store: everything else in this room is the same SQL on both. */
export interface Engine {
  /** The database's own clock in milliseconds since 1970; leases are measured by it alone. */
  readonly now: RawBuilder<number>
  /** Rows read `for update` are locked and already locked ones left out; SQLite has one writer and needs neither. */
  readonly rowLocks: boolean
  /** Reads outside a transaction. @throws Refused notSaved when the database does not answer. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>
  /**
   * Runs `work` whole or not at all; an error takes back what it wrote. It may be run again after a deadlock.
   *
   * @param repeatable `work` finds its own key if it was kept already: then it is run again when a commit went unanswered.
   * @throws Refused notSaved when the database cannot take it.
   */
  write<T>(work: (tx: Db) => Promise<T>, repeatable?: boolean): Promise<T>
  /** Rewrites what the tables lie in, so that deleted rows lie in no free page. Nothing else runs meanwhile on SQLite. */
  scrub(): Promise<void>
  /** Leaves nothing of data keys that were deleted just now where the database itself can still reach it; quick, others wait no longer than for a write. */
  forget(): Promise<void>
  close(): Promise<void>
}

export type Db = Kysely<Tables>

/** Thrown inside `write` to take back what was written and still answer: the loser of a race gets a value, not an error. */
export class Undo extends Error {
  override readonly name = 'Undo'
  readonly outcome: string

  constructor(outcome: string) {
    super(outcome)
    this.outcome = outcome
  }
}
