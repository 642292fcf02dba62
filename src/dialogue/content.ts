import type { Cite } from '../base/index.ts'
import type { Flow, Rule } from '../flow/index.ts'
import type { Place } from '../reading/index.ts'

/** What the engine knows; built once at start from bot/ and knowledge/, never written to. */
export interface Bot {
  readonly flows: readonly Flow[]
  readonly rules: readonly Rule[]
  readonly phrases: Phrases
  readonly doors: readonly Door[]
  /** Questions about the assistant itself. */
  readonly about?: readonly About[]
  readonly fears?: readonly FearWords[]
  readonly places: readonly Place[]
  /** Every citable clause by id. */
  readonly clauses: Readonly<Record<string, Clause>>
}

/** A citable clause with its digest text, so the engine can show what a question or a finding rests on. */
export interface Clause extends Cite {
  readonly text: string
}

/**
 * What people ask about the assistant itself, and what it says. `when`: of one of the alternatives, each group needs one of its
 * words in what was said; `^` before a word: that is all that was said.
 */
export interface About {
  readonly id: string
  readonly when: readonly (readonly (readonly string[])[])[]
  /** With one of these the question is about something else. */
  readonly unless: readonly string[]
  /** Wordings in order of use. */
  readonly says: readonly string[]
  /** What it says instead where the channel knows who writes; absent: the same. */
  readonly known?: readonly string[]
  /** What could be said next. */
  readonly choices?: readonly string[]
}

/** What is said, with the clauses of the whole country that bear it out. */
export interface Comfort {
  readonly text: string
  readonly cites?: readonly string[]
}

/**
 * A fear said out loud: no question, no answer and no consent, wherever in the conversation it is said. `when` and `unless` as in
 * `About`; `^` before a word: one breath is that and no more.
 */
export interface FearWords extends Pick<About, 'id' | 'when' | 'unless' | 'choices'> {
  /** Wordings in order of use. */
  readonly says: readonly Comfort[]
  /** Instead, where the channel knows who writes; absent: the same. */
  readonly known?: readonly Comfort[]
  /** What is said of it where it was told beside an answer; absent: nothing. */
  readonly beside?: Comfort
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
  /** What is answered here: a text that reads like it passes all doors but those of safety, whatever its words. */
  readonly passes?: readonly string[]
  readonly says: readonly string[]
  readonly cites: readonly string[]
  /** Domain event noted, e.g. `out_of_scope:labour`, `injection_flagged`. */
  readonly event?: string
  /** A flow that could be offered instead. */
  readonly offers?: string
  /** What was said may be part of the story too (他威胁过我): while one is being told it is kept as its answer. */
  readonly keeps?: true
  /** What is asked beside the danger is answered too, after what is said here. */
  readonly answers?: true
}
