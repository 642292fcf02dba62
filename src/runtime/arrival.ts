import type { HandedFile } from './attachments.ts'

/** Where a conversation lives: one person on one channel. `person` is the channel's own id for them. */
export interface Thread {
  readonly channel: string
  readonly person: string
  /**
   * 256 random bits, base64url, that only the person's browser keeps: what is said is sealed under it, and without it the
   * conversation is not there. Absent on channels whose clients can keep none. Never to be written anywhere.
   */
  readonly secret?: string
}

/** One message or event that came in. `id` is the platform's own message id; (channel, id) is taken in at most once. */
export interface Arrival extends Thread {
  readonly id: string
  readonly event: Said | { readonly type: 'joined' } | Unheard | Told
}

/** What a person wrote or handed in; `text` may be empty where there are files. */
export interface Said {
  readonly type: 'said'
  readonly text: string
  /** A machine wrote down what was spoken, so it may be misheard. */
  readonly spoken?: true
  /** At most `fileBounds.count`. Only ever in an arrival that goes straight to `take`: they are too large to wait in a table. */
  readonly files?: readonly HandedFile[]
}

/** Something came that this channel takes no words from: a voice nobody wrote down, a picture, a file, a place. */
export interface Unheard {
  readonly type: 'unheard'
  readonly what: 'voice' | 'picture' | 'file' | 'other'
}

/** What an officer did that the person must hear of. */
export interface Told {
  readonly type: 'told'
  readonly case: string
  readonly text: string
  readonly question?: string
  /** Questions that follow it, one after the other. */
  readonly more?: readonly string[]
}

/** The time, ISO 8601 with +08:00, seconds precision; the only clock of the house. Fixed by `QINGWEN_NOW` under test. */
export type Clock = () => string

/** Where the person of a case is told what officers do. */
export interface Address extends Pick<Thread, 'channel'> {
  /** The channel's own id for them; with `row` the row of a conversation under a secret (`Seals.row`), from which nobody is known. */
  readonly person: string
  readonly row?: true
}
