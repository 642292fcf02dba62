import type { Cite } from '../base/index.ts'

/** What the answerer found for a question. */
export interface Found {
  readonly outcome: Outcome
  readonly text: string
  readonly cites: readonly Cite[]
  readonly suggestions: readonly string[]
  /** A language model has worded it; it was held against its cites, and says so itself. */
  readonly ai?: true
  /** A flow that would serve better than an answer. */
  readonly flow?: string
  /** The question in full, whatever it leaned on (`那许昌呢`), and where the person is: what the next one leans on. Absent at a door. */
  readonly asked?: { readonly question: string; readonly area?: string }
  /** What it was answered from: first 12 hex digits of the library's version. Equal versions answer alike. */
  readonly version?: string
}

export type Outcome =
  | 'grounded'
  | 'clarify'
  | 'name-only'
  | 'no-match'
  | 'out-of-scope'
  | 'refused'
  | 'safety'
  | 'unavailable'
