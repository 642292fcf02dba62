import type { Authority } from '../base/index.ts'
import type { OriginalText, Passage } from '../originals/index.ts'

/** Originals on their way from an uploaded file to a published edition, and all editions since. */
export interface Texts {
  /**
   * Every edition that is published, old ones too, by text and edition: all that answers may quote. An edition that names no
   * last day and is followed by one with a later first day ends the day before. `revision` is at most that of the texts.
   */
  published(): Promise<{ readonly revision: number; readonly texts: readonly OriginalText[] }>
  /** Grows whenever `published()` would answer otherwise; 0 before the first publication. Cheap enough to ask every second. */
  revision(): Promise<number>
  /** Without content, newest proposal first. */
  list(): Promise<readonly TextRow[]>
  /** Absent for an id that never was. */
  open(id: string): Promise<TextProposal | undefined>
  /** The file exactly as it was handed in. */
  file(id: string): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>
  /** Keeps a proposal. @returns `twice` while the same words (`sameness`) are waiting or published already. */
  propose(text: NewText, by: string, at: string): Promise<TextRow | 'twice'>
  /**
   * The proposer says more of a proposal that waits; what it follows and what it carries are given anew with it, because they
   * hang on what the text is.
   * @returns `other-person` to anybody else, `over` once published or withdrawn, `stale` if it was changed meanwhile.
   */
  amend(change: TextDeed & Pick<NewText, 'says' | 'follows' | 'carries'>): Promise<TextRow | 'other-person' | TextMiss>
  /** Anybody who may publish takes a wrong match out: clause `clause` no longer rests on passage `passage`. */
  strike(change: TextDeed & { readonly clause: string; readonly passage: string }): Promise<TextRow | TextMiss>
  /**
   * Publishes, with its audit line, or does nothing. Looked at in the transaction itself: the publisher is not the proposer
   * (`same-person`), though `system` may publish while the house has no account at all (`set-up-over` after); nothing is missing
   * (`missing`); `seen`, the revision of all texts it was judged against, is still the last (`moved`).
   */
  publish(
    deed: TextDeed & { readonly seen: number },
  ): Promise<Published | 'same-person' | 'set-up-over' | 'missing' | 'moved' | TextMiss>
  /**
   * Takes back a proposal, or takes down an edition: answers stop quoting it. One person is enough, since the digest remains.
   * @returns `over` if that was done before.
   */
  withdraw(deed: TextDeed): Promise<TextRow | TextMiss>
}

/** A deed on a proposal as its doer saw it. `revision` is the row's own; another one is `stale`. */
export interface TextDeed {
  readonly id: string
  readonly revision: number
  /** `officer:3` or `system`. */
  readonly by: string
  /** ISO instant. */
  readonly at: string
}
export type TextMiss = 'absent' | 'stale' | 'over'
export interface Published {
  readonly row: TextRow
  /** Of all texts, after this. */
  readonly revision: number
}

/** What is said of a text, by itself or by an officer. */
export interface TextSays {
  readonly title?: string
  readonly aliases?: readonly string[]
  readonly issuer?: string
  readonly region?: string
  readonly authority?: Authority
  readonly number?: string
  /** ISO days. `from` may be `不详`: somebody looked, and the text does not say. */
  readonly issued?: string
  readonly from?: string
  readonly until?: string
}

/** What must be known before anything is published. */
export const textNeeds = ['title', 'region', 'authority', 'issuer', 'from'] as const
export type TextNeed = (typeof textNeeds)[number]

/** What is still to be said of a text, in the order it is asked for. */
export function missingIn(says: TextSays): readonly TextNeed[] {
  return textNeeds.filter((need) => says[need] === undefined)
}

export interface TextFileFace {
  /** As the sender calls it; shown escaped, never used as a path. */
  readonly name: string
  /** `docx`, `pdf`, `html`, `md` or `txt`, as the content shows it. */
  readonly kind: string
  /** Bytes. */
  readonly size: number
  /** Of the bytes as handed in, hex. */
  readonly sha256: string
}

export interface NewText {
  readonly says: TextSays
  /** Id of the text this is a new edition of, and the newest edition there was; absent: a text of its own. */
  readonly follows?: { readonly text: string; readonly edition: number }
  /** `Structured.text`. */
  readonly text: string
  /** Kept as spans of `text`, so that no passage can say anything else. */
  readonly passages: readonly Passage[]
  readonly carries: OriginalText['carries']
  /** The same for the same words, whatever the file format; hex. */
  readonly sameness: string
  readonly file: TextFileFace & { readonly bytes: Uint8Array }
}

export type TextState = 'waiting' | 'published' | 'withdrawn'

/** A proposal or an edition in a list. */
export interface TextRow {
  /** Of the proposal: `p12`. */
  readonly id: string
  readonly state: TextState
  readonly revision: number
  readonly says: TextSays
  /** What must still be said before it can be published; empty once published. */
  readonly missing: readonly TextNeed[]
  /** Set when published, or from the start for a new edition of a known text. */
  readonly text?: string
  readonly edition?: number
  /** Newest edition when this was proposed, which it was compared with. */
  readonly follows?: number
  /** How many digest clauses it carries. */
  readonly carried: number
  readonly file: TextFileFace
  readonly proposed: TextHand
  readonly published?: TextHand
  readonly withdrawn?: TextHand
}
export interface TextHand {
  readonly by: string
  readonly at: string
}

export interface TextProposal {
  readonly row: TextRow
  readonly text: string
  readonly passages: readonly Passage[]
  readonly carries: OriginalText['carries']
}
