import type { Thread } from './arrival.ts'
import type { CheckedFile } from './attachments.ts'
import type { CaseMessage, Form } from './cases.ts'
import type { NewSealedFile, SealedForm, SealedMessage } from './sealed.ts'

/** A case as it was written before anything was sealed. */
export interface PlainCase {
  readonly id: string
  readonly kind: string
  readonly form: Form
  readonly thread: Thread
  readonly area?: string
  readonly at: string
  /** While the receipt may still be shown, its key can be made out from this. */
  readonly receiptNonce?: string
  readonly messages: readonly { readonly n: number; readonly message: CaseMessage }[]
  readonly files: readonly (Omit<CheckedFile, 'word'> & { readonly id: string; readonly at: string })[]
}

export interface PlainSealed {
  readonly id: string
  readonly sealed: SealedForm
  readonly reporterKey?: Uint8Array
  readonly messages: readonly { readonly n: number; readonly message: SealedMessage }[]
  readonly files: readonly NewSealedFile[]
}

/** Rows in clear from before sealing: read one by one, sealed, emptied. */
export interface PlainRows {
  /** One that is still in clear; absent when there is none left. */
  next(): Promise<PlainCase | undefined>
  /** Writes what is sealed and empties what was clear, in one transaction. */
  replace(sealed: PlainSealed): Promise<void>
  /** Rewrites the file or tables, so that what was deleted lies in no free page either. */
  scrub(): Promise<void>
}
