import type { SealedFile } from './sealed.ts'
import type { Sight } from './sight.ts'
/** A file as somebody handed it in. Name and type are what the sender claims; neither is ever stored. */
export interface HandedFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** A file that was looked at and may be kept. */
export interface CheckedFile {
  /** `照片`, `文件`, `录音` or `视频`: what a person calls it. */
  readonly word: string
  /** MIME type as the content shows it. */
  readonly type: string
  /** Without the dot, lower case. */
  readonly extension: string
  /** As kept: photos without what the camera wrote into them. */
  readonly bytes: Uint8Array
  /** Of `bytes`, hex. */
  readonly sha256: string
  /** True if place, time and device were taken out; false where the type does not allow it (pdf, docx, sound, film). */
  readonly stripped: boolean
}

/** Looks at what people hand in; src/files. Outside any transaction, since a photo takes up to a second. */
export interface Files {
  /**
   * @throws Refused `fileType`, `fileHeic`, `fileMismatch`, `fileEmpty`, `fileTooLarge`, `fileBroken`, or `photosClosed`
   * where the machine cannot strip photos: an unstripped one is never kept.
   */
  check(file: HandedFile): Promise<CheckedFile>
}

/** What one message may bring, and one case may hold. Bytes. */
export const fileBounds = {
  count: 5,
  each: 10 * 1024 * 1024,
  together: 20 * 1024 * 1024,
  caseCount: 20,
  caseBytes: 100 * 1024 * 1024,
} as const

/** A file of a case as an officer who holds the key sees it, without its content. */
export interface Attachment {
  readonly id: string
  /** Made here, counted through the case: `附件3.jpg`. What the sender called it was never stored. */
  readonly name: string
  readonly type: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  readonly stripped: boolean
  readonly at: string
}

/** Files of cases as the store keeps them, sealed; they come in with a turn (`TurnWrite.attachments`) and in no other way. */
export interface Attachments {
  /** In the order they came. */
  list(caseId: string): Promise<readonly SealedFile[]>
  /** Absent if there is none of this id, or it belongs to another case. */
  open(caseId: string, id: string): Promise<(SealedFile & { readonly locked: Uint8Array }) | undefined>
  /** The same for one officer: files of cases they cannot see are not there. */
  seenBy(sight: Sight): Omit<Attachments, 'seenBy'>
}
