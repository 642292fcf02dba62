import { simplify } from '../base/index.ts'
import { soundsRight } from './sounds.ts'
import { spelt } from './typed-pinyin.ts'

/** What was typed, evened out for understanding, and the way back to the person's own characters. */
export interface HeardText {
  /** NFKC, simplified, slips of the input method put right, deciding words typed in pinyin put into characters. */
  readonly plain: string
  /** @returns the person's own characters for a part of `plain`; the part itself where they cannot be matched. */
  own(part: string): string
}

/** No message is read further than this; longer ones are refused at the channel, so nothing of an accepted one is lost. */
const LONGEST_TEXT = 4000

/** The part of a message that is read. One typed character may unfold into eighteen; then it is the unfolded text that is cut. */
export function readPart(text: string): string {
  const typed = text.slice(0, LONGEST_TEXT)
  const even = typed.normalize('NFKC')
  return even.length > LONGEST_TEXT ? even.slice(0, LONGEST_TEXT) : typed
}

// Slips that do not sound alike, and those of small words. Pairs are of one length, so places stay.
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/神马|森么|什莫|甚麼|甚么|什末|神魔(?=[?？]|情况|意思|时候)/g, '什么'],
  [/肿么|怎莫|怎末|怎摸|咋么|怎幺/g, '怎么'],
  [/匿民/g, '匿名'],
  [/时名|石名/g, '实名'],
  [/上1步/g, '上一步'],
]

/** Reads a message for understanding. @param text at most `LONGEST_TEXT` characters of it are read. */
export function heardText(text: string): HeardText {
  const typed = readPart(text)
  // Where in the typed text each unit of the plain one begins and ends; one typed character may unfold into several (㎡).
  const from: number[] = []
  const to: number[] = []
  let even = ''
  let at = 0
  for (const c of typed) {
    const wide = c.normalize('NFKC')
    for (let n = 0; n < wide.length; n++) {
      from.push(at)
      to.push(at + c.length)
    }
    even += wide
    at += c.length
  }
  const simple = simplify(even)
  const right = soundsRight(SLIPS.reduce((t, [slip, word]) => t.replace(slip, word), simple))
  // Only where characters stand one for one is there a way back.
  const exact = right.length === even.length
  let plain = ''
  const begins: number[] = []
  const ends: number[] = []
  let done = 0
  const copy = (until: number) => {
    for (let n = done; n < until; n++) {
      begins.push(from[n] ?? 0)
      ends.push(to[n] ?? 0)
    }
    plain += right.slice(done, until)
  }
  for (const word of spelt(right)) {
    copy(word.from)
    for (let n = 0; n < word.word.length; n++) {
      begins.push(from[word.from] ?? 0)
      ends.push(to[word.to - 1] ?? 0)
    }
    plain += word.word
    done = word.to
  }
  copy(right.length)
  const own = (part: string): string => {
    const place = exact && part !== '' ? plain.indexOf(part) : -1
    return place < 0 ? part : typed.slice(begins[place], ends[place + part.length - 1])
  }
  return { plain, own }
}
