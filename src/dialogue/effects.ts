import type { Answers, Conclusion, Finding } from '../flow/index.ts'
import type { Conversation, Frame } from './types.ts'

/** Looked up outside the transaction; the result comes back as an event of the same turn. */
export type Lookup =
  | {
      readonly type: 'search'
      readonly question: string
      readonly area?: string
      readonly before?: Conversation['last']
    }
  | { readonly type: 'openReceipt'; readonly receipt: string }
  | { readonly type: 'checkTail'; readonly case: string; readonly tail: string }
  | { readonly type: 'openDraft'; readonly code: string }

/** Written in the turn's own transaction. */
export type Deed =
  | {
      readonly type: 'submit'
      readonly case: string
      readonly kind: string
      readonly flow: string
      readonly edition: string
      readonly answers: Answers
      /** Verdict and marks, shown to the officer beside the form; absent where the flow judges nothing. */
      readonly findings: readonly Finding[]
      /** What follows from the answers by a clause: to whom it goes, what clock runs. */
      readonly concluded: readonly Conclusion[]
      readonly startedAt: string
    }
  /** The official paper of a form handed in, with the clauses it rests on; made of the case, not of what is in here. */
  | {
      readonly type: 'document'
      readonly case: string
      readonly document: string
      readonly cites: readonly string[]
    }
  | { readonly type: 'reply'; readonly case: string; readonly text: string }
  /** Keeps a file of this event with a case; `file` is its place in `files`. */
  | { readonly type: 'attach'; readonly case: string; readonly file: number }
  | { readonly type: 'receiptKept'; readonly case: string }
  | { readonly type: 'draftDeleted'; readonly flow: string }
  /**
   * Seals the form under a new draft code, shown where the text of this turn's reply has `{{draftCode}}`; at most one in a
   * turn. `replaces`: id of the stored draft it continues, which is deleted with it: a code is good for one keeping.
   */
  | { readonly type: 'keepDraft'; readonly frame: Frame; readonly replaces?: string }
  /** Deletes a stored draft for good: on 彻底删除, and when the form it holds is handed in. */
  | { readonly type: 'dropDraft'; readonly id: string }
  | {
      readonly type: 'gap'
      /** In full: `Found.asked`. */
      readonly question: string
      /** `thumbs-up` is counted for the question and makes no gap. */
      readonly why: 'no-match' | 'name-only' | 'thumbs-down' | 'thumbs-up'
      /** With `thumbs-down`: the label of the choice taken, never the person's own words. */
      readonly reason?: string
      /** Where the answer was looked for. */
      readonly place?: string
      /** With `name-only`: id of the clause that tells only the name. */
      readonly about?: string
    }
