import { plainText } from '../base/index.ts'
import { cutAsking } from '../search/index.ts'

/** Breaks between questions of one message: sentence marks, and the words people add another question with. */
const breaks =
  /[。？！?!；;\n]+|(?:还有|顺便|另外|再问|再一个|对了|以及想问)(?:再?问?一?下|问问|想问|就是|一个)?[，,、：: ]*/gu

/** More than this many questions in one message are not told apart any more: the rest is read together with the last. */
const mostParts = 4

/**
 * The questions of one message, in order. What is too short to be a question (`谢谢`, `许昌的`) is read with its neighbour,
 * because it says whom or what the question is about.
 */
export function partsOf(text: string): readonly string[] {
  const pieces = text
    .split(breaks)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  const parts: string[] = []
  for (const piece of pieces) {
    const last = parts.at(-1)
    if (last !== undefined && (slight(piece) || slight(last) || parts.length === mostParts))
      parts[parts.length - 1] = `${last}，${piece}`
    else parts.push(piece)
  }
  return parts
}

/** Too little matter to be searched for alone. */
function slight(piece: string): boolean {
  return cutAsking(plainText(piece)).replace(/[^\p{L}\p{N}]/gu, '').length < 3
}
