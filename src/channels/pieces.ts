/**
 * Cuts a text into pieces a platform takes. It is cut where it hurts least: between paragraphs, lines, sentences, and else
 * between characters as people see them, so that nothing of several parts (😀, é) is torn. Put together again, the pieces
 * are the text, but for blank space where it was cut.
 *
 * @param most size of a piece, at least 100. @param size how the platform counts; must never shrink as a text grows.
 */
export function pieces(
  text: string,
  most: number,
  size: (text: string) => number = (t) => t.length,
): readonly string[] {
  const out: string[] = []
  let rest = text.trim()
  while (size(rest) > most) {
    const head = longestHead(rest, most, size)
    const cut = niceCut(head)
    out.push(head.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trimStart()
  }
  return rest === '' ? out : [...out, rest]
}

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** As many whole characters from the beginning as fit. */
function longestHead(text: string, most: number, size: (text: string) => number): string {
  let fits = 0
  let over = text.length
  while (over - fits > 1) {
    const middle = (fits + over) >> 1
    if (size(text.slice(0, middle)) <= most) fits = middle
    else over = middle
  }
  // Far enough back that the last character before the cut is seen whole.
  const from = Math.max(0, fits - 64)
  let end = from
  for (const { segment } of characters.segment(text.slice(from, fits + 64))) {
    if (end + segment.length > fits) break
    end += segment.length
  }
  if (end > from) return text.slice(0, end)
  // One character of more than 64 units is nobody's writing; it is cut between its code points.
  const half = fits > 1 && /[\ud800-\udbff]/.test(text[fits - 1] ?? '') ? fits - 1 : fits
  return text.slice(0, Math.max(1, half))
}

/** Where in the last third of a piece it is best cut. */
function niceCut(head: string): number {
  const least = Math.floor((head.length * 2) / 3)
  for (const mark of ['\n\n', '\n', '。', '；', '，']) {
    const at = head.lastIndexOf(mark)
    if (at + mark.length > least && at >= 0) return at + mark.length
  }
  return head.length
}
