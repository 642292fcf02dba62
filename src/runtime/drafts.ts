/** Days a draft kept under a code may be opened; then it is deleted. Also said to people: bot/phrases.ts must say the same. */
export const draftDays = 30

/**
 * Hours the code of a draft can be shown again to the conversation it was kept in, so that a reply cut off by a crash or
 * a dead line is not a draft lost. For so long server key and database together can make out the code.
 */
export const draftShownHours = 24

/** A draft as it is written: sealed under its code, which stands nowhere. */
export interface NewDraft {
  /** Look-up id made from the code; says nothing without it. */
  readonly id: string
  readonly sealed: string
  /** What the code can be shown from until `shownUntil`, or until the draft is opened. */
  readonly nonce: string
  /** ISO 8601, +08:00, as all times here. */
  readonly shownUntil: string
  readonly until: string
}

/** What a turn does to stored drafts, in its own transaction: first deletes, then keeps. */
export interface DraftWrite {
  readonly kept?: NewDraft
  readonly dropped: readonly string[]
  /** Drafts whose code was said to us: from now on it is never shown again. */
  readonly opened: readonly string[]
}

/** Drafts under a code, as the store keeps them. They are written by turns only. */
export interface Drafts {
  /** The sealed draft; absent when there is none or its time is over at `at`. */
  sealed(id: string, at: string): Promise<string | undefined>
  /** What the code can be shown from; absent when it may not be shown any more. */
  nonce(id: string, at: string): Promise<string | undefined>
  /** How many forms are under way in conversations, and how many drafts lie under a code. All are sealed: which, nobody can say. */
  underWay(at: string): Promise<{ readonly talks: number; readonly coded: number }>
  /** Deletes drafts whose time is over, and what codes could be shown from. @returns how many drafts went. */
  sweep(at: string): Promise<number>
}

/** Makes draft codes, and seals and opens what is kept under them; src/vault. */
export interface DraftCodes {
  /** Seals a JSON text under a fresh code: `D` and 16 digits in four groups. Nobody can open it without the code. */
  seal(text: string): Promise<{ code: string; id: string; nonce: string; sealed: string }>
  /** The code of a nonce, always the same. */
  show(nonce: string): string
  /**
   * What a code opens: the id to look under, and the way to open what is found there (absent if it is not what was sealed
   * under this code and id). The same time is spent on any code. Absent if the text holds no draft code.
   */
  unlock(text: string): Promise<{ id: string; open(sealed: string): string | undefined } | undefined>
}
