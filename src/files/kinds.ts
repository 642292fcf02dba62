/** A kind of file that may come in. */
export interface FileKind {
  /** What a person calls it; its name here is made from it. */
  readonly word: '照片' | '文件' | '录音' | '视频'
  /** Endings people's devices give it; the first is the one it is kept under. */
  readonly endings: readonly string[]
  /** MIME types, for files that come without an ending; the first is the one it is handed out as. */
  readonly types: readonly string[]
  /** What its first bytes say, as `file-type` names it; absent for plain text, which has no mark. */
  readonly marks?: readonly string[]
  /** The format in which photos are painted anew; absent where nothing can be taken out. */
  readonly repaint?: 'jpeg' | 'png' | 'webp'
}

/** Everything that may come in: closed, because what is not listed here nobody has thought about. */
export const kinds: readonly FileKind[] = [
  { word: '照片', endings: ['jpg', 'jpeg'], types: ['image/jpeg', 'image/jpg'], marks: ['jpg'], repaint: 'jpeg' },
  { word: '照片', endings: ['png'], types: ['image/png'], marks: ['png', 'apng'], repaint: 'png' },
  { word: '照片', endings: ['webp'], types: ['image/webp'], marks: ['webp'], repaint: 'webp' },
  { word: '文件', endings: ['pdf'], types: ['application/pdf'], marks: ['pdf'] },
  {
    word: '文件',
    endings: ['docx'],
    types: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    marks: ['docx'],
  },
  {
    word: '文件',
    endings: ['xlsx'],
    types: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    marks: ['xlsx'],
  },
  { word: '文件', endings: ['txt'], types: ['text/plain'] },
  { word: '录音', endings: ['mp3'], types: ['audio/mpeg', 'audio/mp3'], marks: ['mp3'] },
  // Many recorders write the mark of a film into what they call m4a.
  { word: '录音', endings: ['m4a'], types: ['audio/mp4', 'audio/x-m4a', 'audio/m4a'], marks: ['m4a', 'mp4'] },
  { word: '录音', endings: ['amr'], types: ['audio/amr'], marks: ['amr'] },
  { word: '视频', endings: ['mp4'], types: ['video/mp4'], marks: ['mp4', 'm4v'] },
]

/** iPhones' own photo format: it holds the place where it was taken, and nothing here takes that out. */
export const heic = { endings: ['heic', 'heif', 'hif'], marks: ['heic'] } as const
