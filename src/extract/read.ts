import { Refused } from '../base/index.ts'
import { decode } from './charset.ts'
import { kindOf } from './kind.ts'
import { tidy } from './tidy.ts'
import { type Charset, type Extracted, type TextFile, textBounds } from './types.ts'

/**
 * Reads a file right here; `extract` calls it in a process of its own. Libraries are loaded when a file of their kind comes.
 *
 * @throws Refused as `extract` says
 */
export async function read(file: TextFile, said?: Charset): Promise<Extracted> {
  const kind = kindOf(file)
  if (kind === 'docx') {
    const { readDocx } = await import('./docx.ts')
    return bounded({ kind, ...(await readDocx(file.bytes)) })
  }
  if (kind === 'pdf') {
    const { readPdf } = await import('./pdf.ts')
    return bounded({ kind, notes: [], ...(await readPdf(file.bytes)) })
  }
  if (kind === 'html') {
    const { declaredCharset, readHtml } = await import('./html.ts')
    const { text, charset } = await decode(file.bytes, said, declaredCharset(file.bytes))
    return bounded({ kind, charset, notes: [], ...(await readHtml(text)) })
  }
  const { text, charset } = await decode(file.bytes, said)
  if (text.length > textBounds.characters) throw new Refused('textTooLarge')
  if (kind === 'txt') return bounded({ kind, charset, notes: [], text })
  const { readMarkdown } = await import('./markdown.ts')
  return bounded({ kind, charset, notes: [], ...readMarkdown(tidy(text)) })
}

function bounded(found: Extracted): Extracted {
  if (found.text.length > textBounds.characters) throw new Refused('textTooLarge')
  const text = tidy(found.text)
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Refused('textEmpty')
  const title = found.title === undefined ? undefined : tidy(found.title).replace(/\s+/g, ' ').slice(0, 300)
  const { title: _raw, ...rest } = found
  return { ...rest, text, ...(title ? { title } : {}) }
}
