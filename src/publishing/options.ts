import type { extract } from '../extract/index.ts'
import type { Library } from '../knowledge/index.ts'
import type { Clock, Store } from '../runtime/index.ts'
import type { Ours } from './ours.ts'

/** What publishing needs from the rest of the house; handed over once, at start. */
export interface PressOptions {
  readonly store: Store
  readonly library: Library
  /** All that this house wrote and that cites clauses (`oursOf`). */
  readonly ours: readonly Ours[]
  readonly now: Clock
  /** Reads the words out of a file; `extract` unless a test says otherwise. */
  readonly extract?: typeof extract
}
