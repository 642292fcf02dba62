import { Refused } from '../base/index.ts'
import { type PdfLine, paragraphs } from './pdf-lines.ts'
import { textBounds } from './types.ts'

/** No office prints more pages in one text; every page costs time. */
const mostPages = 2000

/**
 * The words of a pdf: lines joined to paragraphs by where they stand, numbers of pages and running heads dropped.
 *
 * @throws Refused textScanned where there are no words to read, textLocked, textBroken, textTooLarge
 */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{ readonly text: string; readonly title?: string; readonly pages: number }> {
  const { getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false }).catch(broken)
  const pages: PdfLine[][] = []
  let length = 0
  if (document.numPages > mostPages) throw new Refused('textTooLarge')
  for (let at = 1; at <= document.numPages; at++) {
    const page = await document.getPage(at).catch(broken)
    const { items } = await page.getTextContent().catch(broken)
    const lines = linesOf(items)
    length += lines.reduce((sum, line) => sum + line.text.length, 0)
    if (length > textBounds.characters) throw new Refused('textTooLarge')
    pages.push(lines)
    page.cleanup()
  }
  const text = paragraphs(pages).join('\n')
  if (isPicture(text, document.numPages)) throw new Refused('textScanned')
  return { text, pages: document.numPages }
}

/** Scans have nothing, a number on each page, or signs of a font that does not say what they mean. */
function isPicture(text: string, pages: number): boolean {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const senseless = text.match(/[\p{Co}\p{Cn}\ufffd]/gu)?.length ?? 0
  return letters < 8 * pages || senseless * 5 > letters
}

function broken(error: unknown): never {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') throw new Refused('textLocked', { cause: error })
  throw new Refused('textBroken', { cause: error })
}

interface TextItem {
  readonly str: string
  /** Two by two matrix and the place: x and y from the left and the bottom of the page, in points. */
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** Items on one height, in their order, are a line. */
function linesOf(items: readonly object[]): PdfLine[] {
  const lines: PdfLine[] = []
  let line: { text: string; left: number; right: number; y: number; size: number } | undefined
  for (const item of items) {
    if (!isText(item) || item.str === '') continue
    const [, , , , x = 0, y = 0] = item.transform
    const size = item.height || Math.abs(item.transform[3] ?? 0) || 10
    if (line && Math.abs(line.y - y) < size * 0.5) {
      // Between Chinese characters there are no blanks; a wide gap is a column or an indent.
      const gap = x - line.right
      line.text +=
        (gap > size * 0.8 || (gap > size * 0.15 && /\w$/.test(line.text) && /^\w/.test(item.str)) ? ' ' : '') + item.str
      line.right = Math.max(line.right, x + item.width)
      line.left = Math.min(line.left, x)
    } else {
      if (line) lines.push(line)
      line = { text: item.str, left: x, right: x + item.width, y, size }
    }
  }
  if (line) lines.push(line)
  return lines.filter(({ text }) => text.trim() !== '')
}

function isText(item: object): item is TextItem {
  return 'str' in item && typeof item.str === 'string' && 'transform' in item && Array.isArray(item.transform)
}
