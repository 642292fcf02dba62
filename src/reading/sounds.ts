import { readingsOf } from '../base/index.ts'
import { DECIDING, REAL, STANDS_ALONE, WORD_BEGINS, WORD_ENDS } from './sound-words.ts'
import { COMMON_SURNAMES } from './surnames.ts'

interface Slip {
  readonly at: number
  readonly word: string
  /** Sure by itself; the others need a sure one, or a right one, beside them. */
  readonly sure: boolean
}

const bySound = new Map(Object.entries(DECIDING).map(([word, sound]) => [sound, word]))
const words = new Set(Object.keys(DECIDING))
const FIRST = new Set(Object.values(DECIDING).map((sound) => sound.split(' ')[0]))

/**
 * Puts right the words that decide something here where other characters of the same sound stand for them: 容措备按, 污告, 居报.
 * Only where one character of two is right already, no real word is meant (聚宝, 拟名) and none is cut in two (选举保证).
 * The length stays, so places stay.
 */
export function soundsRight(text: string): string {
  const chars = [...text]
  // Characters beyond the basic plane would shift places; they are in no word here.
  if (chars.length !== text.length) return text
  const sounds = chars.map((c) => readingsOf(c)[0] ?? '')
  const found: Slip[] = []
  for (let at = 0; at < chars.length; ) {
    const here = FIRST.has(sounds[at]) ? slipAt(chars, sounds, at) : undefined
    if (here) found.push(here)
    at += here ? here.word.length : 1
  }
  for (const [n, { at, word, sure }] of found.entries()) {
    const beside = [found[n - 1], found[n + 1]].some(
      (o) => o && (o.at + o.word.length === at || at + word.length === o.at),
    )
    if (sure || (beside && [found[n - 1], found[n + 1]].some((o) => o?.sure))) chars.splice(at, word.length, ...word)
  }
  return chars.join('')
}

function slipAt(chars: readonly string[], sounds: readonly string[], at: number): Slip | undefined {
  for (const length of [4, 3, 2]) {
    const word = bySound.get(sounds.slice(at, at + length).join(' '))
    const typed = chars.slice(at, at + length)
    if (word === undefined || typed.length < length) continue
    if (words.has(typed.join(''))) return { at, word: typed.join(''), sure: true }
    const off = typed.flatMap((c, n) => (c === word[n] ? [] : [n]))
    if (off.length === length || REAL.has(typed.join(''))) continue
    const whole = isWhole(chars, at, length)
    const common = off.some((n) => STANDS_ALONE.includes(typed[n] ?? ''))
    if (length > 2) {
      // 上一部 is a slip only by itself: 上一部电影. Four sounds in a row are no chance.
      if (whole || (length === 4 && !common && off.length <= 2)) return { at, word, sure: true }
      continue
    }
    const cut =
      (WORD_ENDS[word.charAt(0)]?.includes(chars[at - 1] ?? '-') && typed[0] === word[0]) ||
      (WORD_BEGINS[word.charAt(1)]?.includes(chars[at + 2] ?? '-') && typed[1] === word[1])
    // 程清 and 吴告 are somebody.
    const somebody = off[0] === 0 && COMMON_SURNAMES.includes(typed[0] ?? '')
    if (cut) continue
    // 实明有什么好处, and 我要居报村长: only a word with 明 could be meant otherwise, and nobody wishes to 居.
    const plainly =
      !common ||
      WISH.test(chars.slice(Math.max(0, at - 6), at).join('')) ||
      (/[匿实]明/.test(typed.join('')) && !/[天白确年显知亮日早晚示细了码]/.test(chars[at + 2] ?? '-'))
    return { at, word, sure: !somebody && (whole || plainly) }
  }
  return undefined
}

const WISH = /(?:^|[^\p{Script=Han}])(?:我|俺|咱)?们?(?:要|想|想要|来)(?:匿名|实名)?$/u

/** Nothing stands beside the word in its clause but what people put round one: 我要…, …吧. */
function isWhole(chars: readonly string[], at: number, length: number): boolean {
  const before = chars.slice(Math.max(0, at - 8), at).join('')
  const behind = chars.slice(at + length, at + length + 5).join('')
  return (
    /(?:^|[^\p{Script=Han}])(?:我|俺|想|要|请|帮|给|能|可以|怎么|就|那|先|来|点|选|办|搞)*$/u.test(before) &&
    /^(?:吧|了|吗|呢|啊|一下|的|呀|嘛)*(?:$|[^\p{Script=Han}])/u.test(behind)
  )
}
