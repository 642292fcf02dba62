import type { Cite } from '../base/index.ts'
import type { Answer, Answers, Finding, Flow, Rule } from '../flow/index.ts'
import type { Place } from '../reading/index.ts'

export type { Place }

/** What the engine knows; built once at start from bot/ and knowledge/, never written to. */
export interface Bot {
  readonly flows: readonly Flow[]
  readonly rules: readonly Rule[]
  readonly phrases: Phrases
  readonly doors: readonly Door[]
  readonly places: readonly Place[]
  /** Every citable clause by id. */
  readonly clauses: Readonly<Record<string, Clause>>
}

/** A citable clause with its digest text, so the engine can show what a question or a finding rests on. */
export interface Clause extends Cite {
  readonly text: string
}

/** Every fixed sentence by key; an array holds wordings in order of use, so that no sentence is said twice in a row. */
export type Phrases = Readonly<Record<string, string | readonly string[]>>

/**
 * What is answered at the door, before any form or search: danger to life, requests that must be refused,
 * and matters that belong elsewhere. `when`: of one of the alternatives, each group needs at least one of its words in the text.
 * A word may hold `…`, where a few characters may stand: 把…调走.
 */
export interface Door {
  readonly id: string
  readonly kind: 'safety' | 'refused' | 'out-of-scope'
  readonly when: readonly (readonly (readonly string[])[])[]
  /** Words that, if present, mean this door does not apply. */
  readonly unless?: readonly string[]
  /** As `when`, for what turns a request into a question about such a deed, or an office's matter into an official's conduct: then the door does not apply. */
  readonly about?: readonly (readonly (readonly string[])[])[]
  /** Words that ask for the deed itself, whatever is asked beside it: with one of them `about` does not count. */
  readonly despite?: readonly string[]
  /** What people said at this door. A text that reads more like these than like anything `unlike` stands at the door too, whatever its words. */
  readonly like?: readonly string[]
  /** What comes near some door and must pass all of them. */
  readonly unlike?: readonly string[]
  readonly says: readonly string[]
  readonly cites: readonly string[]
  /** Domain event noted, e.g. `out_of_scope:labour`, `injection_flagged`. */
  readonly event?: string
  /** A flow that could be offered instead. */
  readonly offers?: string
  /** What was said may be part of the story too (他威胁过我): while one is being told it is kept as its answer. */
  readonly keeps?: true
}

/** Plain JSON; `v` changes only together with a migration. */
export interface Conversation {
  readonly v: 1
  /** Messages taken in so far. */
  readonly turn: number
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
}

export interface Aside {
  readonly id: string
  readonly choices?: readonly Choice[]
  /** What is to be done if the person agrees: the flow offered, the case asked about, … */
  readonly about?: string
}

export interface Choice {
  readonly label: string
  /** What is sent when the button is pressed; equal to the label unless the label is long. */
  readonly value: string
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
  /** The question the person wants to answer anew, asked before all others until it is answered. */
  readonly wanted?: string
  /** The findings as they were told last, so that only what has changed is told again. */
  readonly found?: readonly Finding[]
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
    }
  | { readonly type: 'joined'; readonly at: string }
  | {
      readonly type: 'found'
      readonly question: string
      readonly answer: Found
      readonly more?: number
      readonly at: string
    }
  | { readonly type: 'opened'; readonly view?: CaseView; readonly at: string }
  | { readonly type: 'tailChecked'; readonly ok: boolean; readonly at: string }
  | {
      readonly type: 'told'
      readonly case: string
      readonly text: string
      readonly question?: string
      readonly at: string
    }

/** What the answerer found for a question. */
export interface Found {
  readonly outcome: Outcome
  readonly text: string
  readonly cites: readonly Cite[]
  readonly suggestions: readonly string[]
  /** A flow that would serve better than an answer. */
  readonly flow?: string
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

/** What the holder of a receipt may see of a case. */
export interface CaseView {
  readonly case: string
  readonly kind: string
  /** Plain words for the state, from bot/cases. */
  readonly says: string
  /** What officers wrote to the person, oldest first. */
  readonly messages: readonly { readonly at: string; readonly text: string; readonly question: boolean }[]
  /** The question still waiting for an answer. */
  readonly openQuestion?: string
}

/** Everything a conversation can cause. */
export type Effect = Say | Lookup | Deed

export interface Say {
  readonly type: 'say'
  readonly text: string
  readonly choices?: readonly Choice[]
  readonly cites?: readonly Cite[]
  readonly card?: ReviewCard
  /** This message shows the receipt of the form handed in with it; `text` holds `{{receipt}}` where it goes. */
  readonly receipt?: true
}

export interface ReviewCard {
  readonly title: string
  readonly rows: readonly {
    readonly path: string
    readonly label: string
    readonly value: string
    readonly said?: string
    readonly cite?: string
  }[]
}

/** Looked up outside the transaction; the result comes back as an event of the same turn. */
export type Lookup =
  | { readonly type: 'search'; readonly question: string; readonly area?: string }
  | { readonly type: 'openReceipt'; readonly receipt: string }
  | { readonly type: 'checkTail'; readonly case: string; readonly tail: string }

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
      readonly startedAt: string
    }
  | { readonly type: 'reply'; readonly case: string; readonly text: string }
  | { readonly type: 'receiptKept'; readonly case: string }
  | { readonly type: 'handOver'; readonly because: string; readonly briefing: string }
  | { readonly type: 'draftDeleted'; readonly flow: string }
  | { readonly type: 'gap'; readonly question: string; readonly why: 'no-match' | 'name-only' | 'thumbs-down' }

/** One step of the engine. `events` are domain events (`flow_started:report`) for audit, metrics and tests. */
export interface Turn {
  readonly state: Conversation
  readonly effects: readonly Effect[]
  readonly events: readonly string[]
}
