import { Refused } from '../base/index.ts'
import type { TextFile, TextKind } from './types.ts'

const endings: Readonly<Record<string, TextKind>> = {
  docx: 'docx',
  pdf: 'pdf',
  html: 'html',
  htm: 'html',
  md: 'md',
  markdown: 'md',
  txt: 'txt',
  text: 'txt',
}

/** First bytes by which a file shows that it is something else than text. */
const zip = [0x50, 0x4b]
const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d]
/** The container of Word 97 and of a docx with a password. */
const ole = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * What a file is, by its ending and its first bytes.
 *
 * @throws Refused textType for a kind that is not read, fileMismatch where ending and bytes disagree, textLocked for a
 *   docx with a password, textEmpty for no bytes.
 */
export function kindOf({ name, bytes }: TextFile): TextKind {
  const ending = /\.([^.]{1,20})$/.exec(name.normalize('NFKC').replace(/[\s.]+$/u, ''))?.[1]?.toLowerCase()
  const kind = ending === undefined ? undefined : endings[ending]
  if (!kind) throw new Refused('textType')
  if (bytes.byteLength === 0) throw new Refused('textEmpty')
  if (kind === 'docx' && begins(bytes, ole)) throw new Refused(isLocked(bytes) ? 'textLocked' : 'fileMismatch')
  const agrees =
    kind === 'docx'
      ? begins(bytes, zip)
      : kind === 'pdf'
        ? hasPdfMark(bytes)
        : !begins(bytes, ole) && !begins(bytes, pdf) && !begins(bytes, [...zip, 0x03, 0x04])
  if (!agrees) throw new Refused('fileMismatch')
  return kind
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}

/** Readers accept the mark anywhere in the first 1024 bytes (ISO 32000-1, implementation note 13). */
function hasPdfMark(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes(Buffer.from(pdf))
}

/** A docx with a password is an OLE file with a stream of this name in UTF-16. */
function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
}
