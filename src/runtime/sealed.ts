/** A data key, sealed to one public key. `to` is the id of a group key, or `reporter`. */
export interface KeyCopy {
  readonly to: string
  readonly sealed: Uint8Array
}

/** What lies in the database instead of words: content locked under a data key of its own, and that key for all who may open it. */
export interface Sealed {
  readonly locked: Uint8Array
  readonly keys: readonly KeyCopy[]
}

/** A form as it lies sealed. `head` holds what a row of the queue shows besides its plain columns, under the key of `body`. */
export interface SealedForm {
  readonly body: Sealed
  readonly head: Uint8Array
  readonly identity?: Sealed
}

export interface SealedMessage {
  /** Random id; what its content is bound to. */
  readonly id: string
  readonly from: 'officer' | 'person'
  readonly content: Sealed
}

/** A file of a case without its content. `face` holds type, size and digest, under the key of the bytes. */
export interface SealedFile {
  readonly id: string
  /** Counts through the case, from 1. */
  readonly n: number
  readonly face: Uint8Array
  readonly keys: readonly KeyCopy[]
}

/** A file as it becomes part of a case, in the turn that hands it in. */
export interface NewSealedFile extends Omit<SealedFile, 'n'> {
  readonly case: string
  readonly locked: Uint8Array
}
