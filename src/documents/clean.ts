import { maskDraftCodes, maskReceipts } from '../base/index.ts'

/**
 * Words of a person as they may stand on a paper: no control characters (XML 1.0, 2.2 has no way to write them), no half
 * characters, no marks that turn the direction of what follows, and no receipt or draft code. Line ends stay as `\n`.
 */
export function clean(words: string): string {
  const lines = words.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
  return maskDraftCodes(maskReceipts(lines.replace(unprintable, '')))
}

/** Controls but the line end, halves of characters, marks of direction, byte order marks, and what Unicode says is no character. */
const unprintable =
  /(?!\n)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu
