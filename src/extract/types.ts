/** What text can be read from. */
export const textKinds = ['docx', 'pdf', 'html', 'md', 'txt'] as const
export type TextKind = (typeof textKinds)[number]

/** Encodings an officer may name where the bytes do not tell. */
export const charsets = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const
export type Charset = (typeof charsets)[number]

/** A file as it was handed in; the kind is told by the ending of `name`, and the bytes must agree with it. */
export interface TextFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The words of a file: one paragraph a line, tables row by row, the cells of a row parted by ` | `, footnotes at the end. */
export interface Extracted {
  /** At most 2 million UTF-16 units, never blank. */
  readonly text: string
  readonly kind: TextKind
  /** How the bytes were read; absent for docx and pdf, which say it themselves. */
  readonly charset?: Charset
  /** What the file says its title is: `<title>` or the first heading; absent if nothing. */
  readonly title?: string
  /** Pages of a pdf. */
  readonly pages?: number
  /** What was in the file and is not in the text, for the person who uploads: plain Chinese sentences. */
  readonly notes: readonly string[]
}

/** Most that is taken in and given out: bytes of a file, UTF-16 units of text. */
export const textBounds = { bytes: 20 * 1024 * 1024, characters: 2_000_000 } as const
