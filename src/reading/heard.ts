import { simplify } from '../base/index.ts'

/** What was typed, evened out for understanding, and the way back to the person's own characters. */
export interface HeardText {
  /** NFKC, simplified, slips of the input method put right. */
  readonly plain: string
  /** @returns the person's own characters for a part of `plain`; the part itself where they cannot be matched one to one. */
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

// Wrong characters the input method puts for words that decide something. Pairs are of one length, so places stay.
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/神马|森么|什莫|甚麼|甚么|什末/g, '什么'],
  [/肿么|怎莫|怎末|怎摸|咋么|zen么|怎幺/g, '怎么'],
  [/举抱|举保|举爆|居报|举豹/g, '举报'],
  [/昵名|逆名|溺名|匿明|拟名|腻名|匿民/g, '匿名'],
  [/实明|时名|石名|实铭/g, '实名'],
  [/跳郭|跳锅|跳国/g, '跳过'],
  [/荣错|容措|溶错|绒错/g, '容错'],
  [/巫告|污告|无告(?=陷害)/g, '诬告'],
  [/为森么/g, '为什么'],
  [/上一部|上1步/g, '上一步'],
  [/意识(?=[?？吧啊呢]*$)/g, '意思'],
]

/** Reads a message for understanding. @param text at most `LONGEST_TEXT` characters of it are read. */
export function heardText(text: string): HeardText {
  const typed = readPart(text)
  // One typed character may stand for several plain ones (㎡ → m2): it is kept with the first.
  const wide = [...typed].flatMap((c) => [...c.normalize('NFKC')].map((_, n) => (n === 0 ? c : '')))
  const even = simplify([...typed].map((c) => c.normalize('NFKC')).join(''))
  // The dictionary takes a lone 么 for a form of 幺, which nobody types.
  const simple = typed.includes('幺') ? even : even.replaceAll('幺', '么')
  const plain = SLIPS.reduce(
    (t, [slip, right]) => t.replace(slip, (w) => (right.length === w.length ? right : w)),
    simple,
  )
  const units = [...plain]
  // Only where characters stand one for one is there a way back.
  const exact = units.length === wide.length
  const own = (part: string): string => {
    const at = exact ? plain.indexOf(part) : -1
    if (at < 0 || part === '') return part
    const from = [...plain.slice(0, at)].length
    return wide.slice(from, from + [...part].length).join('')
  }
  return { plain, own }
}
