import type { CaseClock } from './clock.ts'
import type { Facts } from './facts.ts'

/** What an officer's deed makes of a case. `message` is kept with the case, `told` goes to the person's conversation. */
export interface Acted {
  readonly state: string
  readonly closed: boolean
  readonly clocks: readonly CaseClock[]
  /** As `nearest` of the clocks. */
  readonly due?: string
  readonly dueCite?: string
  readonly message: CaseWord
  readonly told?: {
    readonly type: 'told'
    readonly case: string
    readonly text: string
    readonly question?: string
    readonly more?: readonly string[]
  }
  /** A line of the case's history: no content in it. */
  readonly step: CaseStep
  readonly audit: { readonly who: string; readonly what: string; readonly object: string; readonly note: string }
  /** Domain events: `status_changed`, `officer_question_sent`, `audit_written`. */
  readonly events: readonly string[]
}

/** What is kept of a move with the case, as content. */
export interface CaseWord {
  readonly at: string
  readonly from: 'officer'
  readonly text: string
  readonly question?: true
  /** Questions that wait, in order; then `text` is all of them for reading. */
  readonly questions?: readonly string[]
  /** Not for the person. */
  readonly internal?: true
  readonly facts?: Facts
}

/** One step of a case's life: who, when, from where to where, by which clause. */
export interface CaseStep {
  readonly at: string
  readonly officer: string
  readonly action: string
  readonly from: string
  readonly to: string
  readonly cite?: string
}
