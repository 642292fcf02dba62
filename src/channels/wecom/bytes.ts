/** WeCom cuts longer texts off without a word. Bytes of UTF-8. */
export const textBytes = 2048

/** Bytes a text takes in UTF-8. */
export const bytesOf = (text: string): number => Buffer.byteLength(text)

/**
 * A text in pieces of at most `most` bytes: whole paragraphs where they fit, else whole lines, sentences, characters.
 * No piece is empty; joined, nothing is missing but the space at the cuts.
 */
export function pieces(text: string, most: number = textBytes): readonly string[] {
  const whole = text.trim()
  if (bytesOf(whole) <= most) return whole === '' ? [] : [whole]
  const cut = cutAt(whole, most)
  return [whole.slice(0, cut).trimEnd(), ...pieces(whole.slice(cut), most)]
}

/** Where the first piece ends, UTF-16 offset. A break in its first half would leave many short pieces, so it is passed over. */
function cutAt(text: string, most: number): number {
  const fits = fitting(text, most)
  const head = text.slice(0, fits)
  for (const mark of ['\n\n', '\n']) {
    const at = head.lastIndexOf(mark)
    if (at > fits / 2) return at + mark.length
  }
  const sentence = Math.max(...['。', '！', '？', '；'].map((mark) => head.lastIndexOf(mark)))
  return sentence > fits / 2 ? sentence + 1 : fits
}

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** The longest beginning that fits, ending between characters as people see them; a single one that does not fit is cut by code points. */
function fitting(text: string, most: number): number {
  let bytes = 0
  for (const { segment, index } of characters.segment(text)) {
    bytes += bytesOf(segment)
    if (bytes > most) return index > 0 ? index : codePoints(segment, most)
  }
  return text.length
}

function codePoints(segment: string, most: number): number {
  let end = 0
  let bytes = 0
  for (const point of segment) {
    bytes += bytesOf(point)
    if (bytes > most && end > 0) break
    end += point.length
  }
  return end
}
