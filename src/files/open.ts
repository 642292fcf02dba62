import { createHash } from 'node:crypto'
import { Refused } from '../base/index.ts'
import { type CheckedFile, type Files, fileBounds, type HandedFile } from '../runtime/index.ts'
import { type FileKind, heic, kinds } from './kinds.ts'
import { markOf } from './magic.ts'
import { isPlainText } from './plain-text.ts'
import { openRepaint } from './repaint.ts'

/**
 * The look at what people hand in: the ending and the first bytes must say the same, photos are painted anew without what
 * the camera wrote into them, and nothing is unpacked.
 */
export function openFiles(): Files {
  const repaint = openRepaint()
  return {
    async check(file: HandedFile): Promise<CheckedFile> {
      const { bytes } = file
      if (bytes.byteLength === 0) throw new Refused('fileEmpty')
      const mark = await markOf(bytes)
      if (is(heic.marks, mark) || is(heic.endings, endingOf(file.name))) throw new Refused('fileHeic')
      const kind = kindOf(file)
      if (kind.marks ? !is(kind.marks, mark) : mark !== undefined || !isPlainText(bytes))
        throw new Refused('fileMismatch')
      const kept = kind.repaint ? await repaint(bytes, kind.repaint) : bytes
      if (kept.byteLength > fileBounds.each) throw new Refused('fileTooLarge')
      return {
        word: kind.word,
        // Both lists are never empty: they are written out in kinds.ts.
        type: kind.types[0]!,
        extension: kind.endings[0]!,
        bytes: kept,
        sha256: createHash('sha256').update(kept).digest('hex'),
        stripped: kind.repaint !== undefined,
      }
    },
  }
}

/** By its ending; only where it has none, as from some phones' galleries, by the type it is said to be. */
function kindOf({ name, type }: HandedFile): FileKind {
  const ending = endingOf(name)
  const said = type.split(';')[0]?.trim().toLowerCase()
  const kind = kinds.find(({ endings, types }) => (ending === undefined ? is(types, said) : is(endings, ending)))
  if (!kind) throw new Refused('fileType')
  return kind
}

/** Windows leaves out dots and blanks at the end of a name, so they must not hide an ending. */
function endingOf(name: string): string | undefined {
  const last = name.normalize('NFKC').split(/[/\\]/).at(-1) ?? ''
  return /\.([^.]{1,20})$/.exec(last.replace(/[\s.]+$/u, ''))?.[1]?.toLowerCase()
}

const is = (list: readonly string[], one: string | undefined): boolean => one !== undefined && list.includes(one)
