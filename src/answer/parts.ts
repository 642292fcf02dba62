import { plainText } from '../base/index.ts'
import { asks } from '../dialogue/index.ts'
import { cutAsking } from '../search/index.ts'

/** One question of a message, and the rest of the message that was told to it. */
export interface Part {
  readonly text: string
  readonly told: string
}

/** Breaks between questions of one message: sentence marks, and the words people add another question with. */
const breaks =
  /[。？！?!；;\n]+|(?:还有|顺便|另外|再问|再一个|对了|以及想问)(?:再?问?一?下|问问|想问|就是|一个)?[，,、：: ]*/gu

/** Says only how somebody feels: 我有点怕 beside a question is none of its own. */
const feeling =
  /^[我俺]?(?:们)?(?:现在|心里|真的|实在|就是|还是|也|都|有点儿?|有些|好|很|挺|特别|老|一直)*(?:怕|害怕|担心|紧张|慌|发慌|不安|没底|着急|难受|犯嘀咕|睡不着|不放心)(?:了|啊|呀|的|得很|死了|哦|呢|😟|😢|😭|[\p{P}\p{Emoji}\s])*$/u

/** More than this many questions in one message are not told apart any more: the rest is read together with the last. */
const mostParts = 4

/**
 * The questions of one message, in order. What is too short to be a question (`谢谢`, `许昌的`) is read with its neighbour,
 * because it says whom or what the question is about. What only tells is no question of its own: a story goes with each of its
 * questions, and a story that asks nothing is read whole.
 */
export function partsOf(text: string): readonly Part[] {
  const pieces = text
    .split(breaks)
    .flatMap(apartFromStory)
    .map((piece) => piece.trim())
    .filter((piece, _, all) => piece !== '' && !(all.length > 1 && feeling.test(plainText(piece))))
  const joined: string[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last !== undefined && (slight(piece) || slight(last))) joined[joined.length - 1] = `${last}，${piece}`
    else joined.push(piece)
  }
  const marked = joined.map((piece) => ({ piece, asked: asks(piece) || questionMark(text, piece) }))
  const told = marked.filter(({ asked }) => !asked).map(({ piece }) => piece)
  if (told.length === 0 || told.length === joined.length)
    return told.length > 1 && told.join('').length > storyLength
      ? [{ text: told.join('，'), told: '' }]
      : bounded(joined).map((piece) => ({ text: piece, told: '' }))
  if (told.join('').length <= storyLength && joined.length === 2 && !marked[1]?.asked)
    return bounded(joined).map((piece) => ({ text: piece, told: '' }))
  const asked = marked.filter(({ asked }) => asked).map(({ piece }) => piece)
  return bounded(asked).map((piece) => ({ text: piece, told: told.join('，') }))
}

/** Where a question begins after a story told in the same breath: 支书把钱装自己兜里了，俺想知道能举报不. */
const turn =
  /[，,\s](?=(?:[我俺咱]?(?:就|只|现在)?(?:想|要)(?:问|知道|了解|请教)|请问|问一?下|问问|[我俺咱](?:能不能|可不可以|该不该|该|能|可以|要不要)|这(?:种|事|样|算|个|能|该|可以|到底)|(?:能不能|可不可以|能|可以|该|要)(?:去|够|不)?(?:举报|告|反映|检举|控告|投诉))[^，,]{0,16}$)/u

/** The story and the question that ends it, where the question stands on its own. */
function apartFromStory(piece: string): readonly string[] {
  const at = piece.trim().search(turn)
  if (at < storyBefore) return [piece]
  const [story, question] = [piece.trim().slice(0, at), piece.trim().slice(at + 1)]
  return asks(question) && !asks(story) && !slight(question) ? [story, question] : [piece]
}

/** Shorter than this nothing is told that would be a story. */
const storyBefore = 8

/** So many characters and it is a story; shorter pieces name things to be looked up (`澄清的方式；回访的对象`). */
const storyLength = 16

function bounded(pieces: readonly string[]): readonly string[] {
  return pieces.length <= mostParts
    ? pieces
    : [...pieces.slice(0, mostParts - 1), pieces.slice(mostParts - 1).join('，')]
}

function questionMark(text: string, piece: string): boolean {
  const end = text.indexOf(piece) + piece.length
  return /^\s*[？?]/u.test(text.slice(end))
}

/** Too little matter to be searched for alone. */
function slight(piece: string): boolean {
  return cutAsking(plainText(piece)).replace(/[^\p{L}\p{N}]/gu, '').length < 3
}
