import type { Thread } from './arrival.ts'

/** Where something sealed stands; moved to another row or field it no longer opens. */
export interface SealedAt {
  readonly table: string
  readonly row: string
  readonly field: string
}

/** One key, which nobody sees; what it seals is padded to powers of two from 1 KB. */
export interface Seal {
  seal(text: string, at: SealedAt): Uint8Array
  /** @throws Error if it was not sealed under this key for this place. */
  open(sealed: Uint8Array, at: SealedAt): string
}

/**
 * Keeps conversations from whoever has the database alone; src/vault. Where the client brings a secret, who has the server
 * key as well learns no more; elsewhere the server key opens what is not deleted yet (SECURITY 3.4).
 */
export interface Seals {
  /** The row of a conversation. It names nobody, and with another secret, or none, it is another row: wrong is absent. */
  row(thread: Thread): string
  /** A name for what must be met again (an arrival, a reply, what a channel keeps), which tells nothing without the server key. */
  tag(text: string): string
  /** 32 bytes by chance, base64url. A conversation without a secret opens only while its own are there: deleting them shreds it. */
  life(): string
  /** Seals what one conversation holds; under its secret, or under server key and life. */
  talk(thread: Thread, life: string): Seal
  /** Seals under the server key alone what is deleted soon: what waits to be taken in, to be sent, and where to. */
  house(row: string): Seal
  /** The public half of a secret, base64url: anybody may seal to it. */
  mailbox(secret: string): string
  /** Seals what only the secret behind a mailbox opens, for when it is not here. */
  post(mailbox: string, text: string, at: SealedAt): Uint8Array
  /** @throws Error if it was not posted to this secret for this place. */
  collect(secret: string, posted: Uint8Array, at: SealedAt): string
}
