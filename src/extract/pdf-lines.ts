/** A line of a page and where it stands, in points from the left and the bottom. */
export interface PdfLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** — 3 —, - 12 -, 第3页, 第 3 页 共 12 页, 3/12, 3 */
const pageNumber = /^[\s—–―_\-·]*(?:第?\s*\d{1,4}\s*页?(?:\s*[,，/]?\s*共?\s*\d{1,4}\s*页?)?)[\s—–―_\-·]*$/

/** What begins a paragraph wherever the line before ended. */
const opening =
  /^\s*(?:第[〇零○一二三四五六七八九十百千\d]{1,9}\s*[编章节条條分]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、](?!\d)|[①-⑳㈠-㈩]|问[：:]|答[：:]|附件)/

/** Lines of pages to paragraphs: a line that reaches the right margin goes on in the next, unless that one is indented. */
export function paragraphs(pages: readonly (readonly PdfLine[])[]): readonly string[] {
  const lines = withoutRunningHeads(pages).flat()
  const right = usual(
    lines.map((line) => line.right).filter((_at, which) => lines[which]!.text.length > 8),
    0.9,
  )
  const left = usual(
    lines.map((line) => line.left),
    0.1,
  )
  const out: string[] = []
  let full = false
  for (const line of lines) {
    const text = line.text.trim()
    const indented = line.left > left + line.size * 1.2
    if (full && !indented && !opening.test(text)) {
      const before = out.at(-1)!
      out[out.length - 1] = before + (/[\w,.;]$/.test(before) && /^\w/.test(text) ? ' ' : '') + text
    } else out.push(text)
    full = line.right >= right - line.size * 2.2
  }
  return out
}

/** Pages without their number, and without a first or last line that most pages share. */
function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  const key = (line: PdfLine | undefined) => line?.text.replace(/[\d\s]+/g, '') ?? ''
  const often = new Map<string, number>()
  for (const page of pages)
    for (const edge of new Set([key(page[0]), key(page.at(-1))])) often.set(edge, (often.get(edge) ?? 0) + 1)
  const isRunning = (line: PdfLine | undefined) =>
    line !== undefined &&
    (pageNumber.test(line.text) || (pages.length >= 3 && (often.get(key(line)) ?? 0) > pages.length * 0.6))
  return pages.map((page) => {
    let kept = page
    // A number and a running head may stand one above the other.
    for (let rounds = 0; rounds < 2; rounds++) {
      if (isRunning(kept[0])) kept = kept.slice(1)
      if (isRunning(kept.at(-1))) kept = kept.slice(0, -1)
    }
    return kept
  })
}

/** The value below which `share` of all lie. */
function usual(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0
}
