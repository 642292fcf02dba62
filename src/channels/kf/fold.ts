import { bytesOf, pieces, textBytes } from '../wecom/index.ts'

/** A text in at most so many messages; the rest waits until it is asked for. */
export interface Folded {
  readonly out: readonly string[]
  /** UTF-16 length of what waits, counted from the end of the text; 0: nothing. */
  readonly tail: number
}

/** Told under what is folded. */
export const foldLine = (word: string): string => `……（还有一部分，回复${word === '1' ? '1' : `“${word}”`}看全文）`

/** @param most messages, at least one. @param word what the person is to reply with for the rest. */
export function fold(text: string, most: number, word: string): Folded {
  const whole = text.trim()
  const all = pieces(whole)
  if (all.length <= most) return { out: all, tail: 0 }
  const line = `\n${foldLine(word)}`
  const out: string[] = []
  let rest = whole
  while (out.length < most && rest !== '') {
    const last = out.length === most - 1
    const [piece = ''] = pieces(rest, last ? textBytes - bytesOf(line) : textBytes)
    rest = rest.slice(piece.length).trimStart()
    out.push(last && rest !== '' ? `${piece}${line}` : piece)
  }
  return { out, tail: rest.length }
}
