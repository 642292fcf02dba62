import type { Thread } from '../../src/runtime/index.ts'
import type { StoreOptions } from '../../src/store/index.ts'

/** What the parent writes to this program's stdin, as one line of JSON, when it is to begin. */
export interface Order extends StoreOptions {
  /** The process kills itself when it runs the `nth` statement (from 1) that contains `sql`: before it runs, or right after. */
  readonly killAt?: { readonly sql: string; readonly nth: number; readonly when: 'before' | 'after' }
}

/** People handing in forms at the same time. */
export const lanes = 6
/** The draft a lane's turn keeps. */
export const draftId = (n: number, turn: number) => `draft:${n}-${turn}`
export const lane = (n: number): Thread => ({ channel: 'web', person: `lane${n}` })
