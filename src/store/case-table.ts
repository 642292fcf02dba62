import type { Generated } from 'kysely'

/** `person`, here and wherever a conversation is named, is `Seals.row`: who it is stands nowhere in the open. */
export interface TalkTable {
  channel: string
  person: string
  revision: number
  /** The last number used in the log. */
  seq: number
  /** How many forms are under way in it; which, nobody can say. */
  forms: number
  /** Whole hour from which it may be swept. Null, with `life` and `state`, while only its address is kept, for a case. */
  until: string | null
  life: string | null
  /** The public half of its secret; null where there is none. */
  mailbox: string | null
  state: Uint8Array | null
}

export interface CaseTable {
  id: string
  number: string
  kind: string
  state: string
  /** Null, and `channel`, `person`, `form` empty, but in rows older than sealing. */
  area: string | null
  channel: string
  person: string
  form: string
  /** Sealed; null only in rows older than sealing. */
  body: Uint8Array | null
  head: Uint8Array | null
  identity: Uint8Array | null
  reporter_key: Uint8Array | null
  holder: string | null
  /** Who gave it to the holder, until the holder does something with it. */
  given_by: string | null
  fence: number
  revision: number
  created: string
  changed: string
  /** ISO day, or `none`, which sorts after every digit. */
  due: string
  due_cite: string | null
  closed: number
  /** ISO day it was closed; null while it is open. */
  closed_on: string | null
  answered: number
  /** An officer asked the person something last. */
  asked: Generated<number>
  /** How many messages there are. */
  lines: number
  receipt_id: string
  receipt_nonce: string | null
  unit: Generated<string>
  purpose: Generated<string>
}

/** `due` of a case that has no clock. */
export const noDay = 'none'
