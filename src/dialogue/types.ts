import type { Answer, Answers, Conclusion, Finding } from '../flow/index.ts'
import type { Place } from '../reading/index.ts'
import type { Found } from './found.ts'
import type { CaseView, Choice, Say } from './said.ts'

export type * from './content.ts'
export type * from './said.ts'
export type { Place }

/** Plain JSON; `v` changes only together with a migration. */
export interface Conversation {
  readonly v: 1
  /** Messages taken in so far. */
  readonly turn: number
  /** When the last one came. */
  readonly at?: string
  readonly frame?: Frame
  /** Forms set aside: cancelled with 保留草稿, or left for another form. Newest first. */
  readonly drafts: readonly Frame[]
  /** What the last reply asked, when it was not a field of the form (`cancel_choice`, `receipt_tail` …), and what it was about. */
  readonly aside?: Aside
  /** Replies in a row that could not be read. */
  readonly misses: number
  /** The question asked last; asked again it comes in fewer words. */
  readonly asked?: string
  /** Forms wished for in one breath with another, to be offered when that one is done. */
  readonly later?: readonly string[]
  /** Place the person named or was given, kept across forms. */
  readonly area?: string
  /** Keys of phrases already used, newest first, so that the next wording is another one. */
  readonly used: readonly string[]
  /** The case opened by receipt or handed in here; its officer's messages come to this conversation. */
  readonly case?: string
  /** Plain words for its state, as told when it was opened. */
  readonly caseSays?: string
  /** The person writes in traditional characters, and is answered in them. */
  readonly script?: 'traditional'
  /** The policy question answered last, which the next may lean on and a thumb down is about. */
  readonly last?: {
    readonly question: string
    readonly area?: string
    readonly cites: readonly string[]
    /** Asked inside a report: it may be leant on, and is noted nowhere. */
    readonly quiet?: true
  }
  /** A form offered that was neither taken nor declined, and what had been told: 那就写吧 some questions later still opens it. */
  readonly offered?: Pick<Aside, 'about' | 'told'>
  /** A form was kept under a draft code; which one is not written here. */
  readonly coded?: true
  /** An officer speaks here with the desk: what it remembers of that; src/runtime. No content of any case. */
  readonly desk?: DeskMemory
  /** What was heard in a voice message, and counts for nothing until the person says that it was heard right. */
  readonly voice?: string
}

/** Plain JSON of the desk's own; the engine passes it on. `turn` is the last one it answered. */
export interface DeskMemory {
  readonly turn: number
  /** The case spoken of last. */
  readonly case?: string
  /** Numbers of cases shown last, in that order. */
  readonly list?: readonly string[]
  /** The link made last. */
  readonly linked?: { readonly case: string; readonly to: string }
  /** Messages answered last, by a short hash: a repeat of one is not done again. */
  readonly heard: readonly string[]
}

export interface Aside {
  readonly id: string
  readonly choices?: readonly Choice[]
  /** What is to be done if the person agrees: the flow offered, the case asked about, … */
  readonly about?: string
  /** What was told before the form was offered: it is not asked for again. */
  readonly told?: string
  /** An officer's questions that come after the one put. */
  readonly more?: readonly string[]
}

/** An open form. `edition` pins the wording the person agreed to answer. */
export interface Frame {
  readonly flow: string
  readonly edition: string
  readonly answers: Answers
  /** Answers taken back by 上一步 or by a correction they depended on: asked again, with the old words shown. */
  readonly reopened: Answers
  /** The last correction and what stood there before, so that it can be taken back; gone with the next answer. */
  readonly changed?: { readonly path: string; readonly was: Answer }
  /** The item taken out of a list last, so that it can be brought back; `turn` is when. */
  readonly gone?: { readonly list: string; readonly index: number; readonly answers: Answers; readonly turn: number }
  /** The question the person wants to answer anew, asked before all others until it is answered. */
  readonly wanted?: string
  /** The findings as they were told last, so that only what has changed is told again. */
  readonly found?: readonly Finding[]
  /** Kinds of mark the report coach has seen and spoken of, so that each is spoken of once. */
  readonly seen?: readonly string[]
  /** Id of the stored draft this form was opened from. */
  readonly draft?: string
  readonly startedAt: string
}

/** Everything that can happen to a conversation. `at` (ISO 8601, +08:00) is the only clock the engine has. */
export type Event =
  | {
      readonly type: 'said'
      readonly text: string
      readonly at: string
      /** Random id for a case, should this turn hand one in; made outside, because the engine knows no chance. */
      readonly newCase: string
      /** A machine wrote down what was spoken. */
      readonly spoken?: true
      /** What came with the text, checked and stripped already; the engine never sees content. */
      readonly files?: readonly HeardFile[]
    }
  | { readonly type: 'joined'; readonly at: string }
  /** Something came that the channel takes no words from. */
  | { readonly type: 'unheard'; readonly what: 'voice' | 'picture' | 'file' | 'other'; readonly at: string }
  | {
      readonly type: 'found'
      readonly question: string
      readonly answer: Found
      readonly more?: number
      readonly at: string
    }
  /** `destroyed`: the case was closed and its content destroyed on that ISO day. */
  | {
      readonly type: 'opened'
      readonly view?: CaseView
      readonly destroyed?: { readonly kind: string; readonly on: string }
      readonly at: string
    }
  | { readonly type: 'tailChecked'; readonly ok: boolean; readonly at: string }
  /** `frame` and `id` are absent together: the code opens nothing, whatever the reason. */
  | { readonly type: 'draftOpened'; readonly frame?: Frame; readonly id?: string; readonly at: string }
  | {
      readonly type: 'told'
      readonly case: string
      readonly text: string
      readonly question?: string
      /** Questions that follow it, one after the other. */
      readonly more?: readonly string[]
      readonly at: string
    }

/** A file somebody handed in with a message. */
export interface HeardFile {
  /** Made here (`照片1.jpg`), never the sender's own. */
  readonly name: string
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** True if place, time and device were taken out; false where the type does not allow it. */
  readonly stripped: boolean
}

/** Everything a conversation can cause. */
export type Effect = Say | Lookup | Deed

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

/** One step of the engine. `events` are domain events (`flow_started:report`) for audit, metrics and tests. */
export interface Turn {
  readonly state: Conversation
  readonly effects: readonly Effect[]
  readonly events: readonly string[]
}
