import type { Address } from './arrival.ts'
import type { Attachment } from './attachments.ts'
import type { CaseColumns, CaseMessage, Form } from './cases.ts'
import type { LogRow } from './conversations.ts'
import type { NewFacts } from './links.ts'
import type { NewSealedFile, Sealed, SealedForm, SealedMessage } from './sealed.ts'
import type { Purpose } from './units.ts'

/** A case as an officer who holds the key reads it; in the store it is a `SealedCase`. */
export interface Case extends CaseColumns {
  readonly area?: string
  /** Without the answers that say who reported: those are opened apart. */
  readonly form: Form
  /** True if who reported lies sealed beside it. */
  readonly identity: boolean
  readonly thread: Address
  /** The conversation up to the form. */
  readonly heard: readonly LogRow[]
  readonly messages: readonly CaseMessage[]
}

/** The body of a case, all that is not identity. */
export interface CaseBody {
  readonly form: Form
  readonly thread: Address
  readonly area?: string
  /** To the second; the row beside it only knows the day. */
  readonly at: string
  /** The conversation up to the form, for the officer who asks where an answer comes from. */
  readonly heard: readonly LogRow[]
}

/** Who reported: sealed apart under a key of its own, so that seeing it can need a second person. */
export interface Identity {
  readonly answers: Form['answers']
}

export type FileFace = Omit<Attachment, 'id' | 'name'> & { readonly extension: string }

/** Public keys something is sealed to. */
export interface Recipients {
  readonly group: { readonly id: string; readonly publicKey: Uint8Array }
  /** Absent for cases older than sealing. */
  readonly reporter?: Uint8Array
}

/**
 * Seals what people hand in and what is said about it; src/vault. Needs public keys only, so that a process without any
 * private key can take reports in.
 */
export interface Sealer {
  /** The key of a unit's group as it stands now; made, with its private half in escrow, where the unit has none yet. */
  group(unit: string, purpose: Purpose): Promise<Recipients>
  /** Whoever may read a case now. @throws Refused notFound */
  ofCase(caseId: string): Promise<Recipients>
  form(to: Recipients, caseId: string, body: CaseBody, identity: Identity | undefined): SealedForm
  /** An officer's message is for the reporter, too; a person's is for officers only, so that a lost receipt gives no word of theirs away. */
  message(to: Recipients, caseId: string, message: CaseMessage): SealedMessage
  /** What one case adds to another, for whoever may read the other. @param id of the link. */
  newFacts(to: Recipients, masterId: string, id: string, facts: NewFacts): Sealed
  /** A paper that waits for a second officer, or was signed by one. */
  paper(to: Recipients, caseId: string, id: string, content: unknown): Sealed
  file(to: Recipients, caseId: string, id: string, face: FileFace, bytes: Uint8Array): NewSealedFile
}
