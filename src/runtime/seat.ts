import type { Unlocked } from './keys.ts'
import type { Officer } from './office.ts'

/** Who is at the desk. Without `unlocked`, or where it opens nothing of the unit, cases stay closed. */
export interface Seat {
  readonly officer: Officer
  readonly unlocked?: Unlocked
  /** The session they sit there by: what was opened for them is held in memory while it lives. Absent: for one call only. */
  readonly idHash?: string
}
