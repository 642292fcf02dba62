import { DECIDING, SMALL, TYPED } from './sound-words.ts'

/** A stretch of Latin letters that stands for Chinese words. Places count UTF-16 units. */
export interface Spelt {
  readonly from: number
  readonly to: number
  readonly word: string
}

const deciding = new Map([
  ...Object.entries(DECIDING).map(([word, sound]): [string, string] => [sound.replaceAll(' ', ''), word]),
  ...Object.entries(TYPED),
])
const small = new Map(Object.entries(SMALL))
const LONGEST = 24
/** No address, no file, no code: letters with blanks between them and nothing else beside. */
const LETTERS = /(?<![\w@./\\-])[a-z]{1,40}(?:[ '’]{1,2}[a-z]{1,40}){0,11}(?![\w@/\\-]|\.\w)/gi

/** Deciding words typed in pinyin: `rongcuo beian`, `wo yao jubao`. Other letters stay: nobody's name is guessed. */
export function spelt(text: string): readonly Spelt[] {
  const found: Spelt[] = []
  for (const run of text.matchAll(LETTERS)) {
    const tokens = [...run[0].matchAll(/[a-z]+/gi)].map((t) => ({
      at: run.index + t.index,
      letters: t[0].toLowerCase(),
    }))
    const here: (Spelt & { deciding: boolean })[] = []
    for (let n = 0; n < tokens.length; ) {
      const taken = wordAt(tokens, n)
      const [first, last] = [tokens[n], tokens[n + (taken?.count ?? 1) - 1]]
      if (taken && first && last)
        here.push({ from: first.at, to: last.at + last.letters.length, word: taken.word, deciding: taken.deciding })
      n += taken?.count ?? 1
    }
    if (here.some((w) => w.deciding)) found.push(...here.map(({ from, to, word }) => ({ from, to, word })))
  }
  return found
}

/** The most tokens that spell one word together: ju bao; else one token of several words: woyaojubao. */
function wordAt(
  tokens: readonly { letters: string }[],
  n: number,
): { word: string; count: number; deciding: boolean } | undefined {
  for (let count = Math.min(8, tokens.length - n); count >= 1; count--) {
    const letters = tokens
      .slice(n, n + count)
      .map((t) => t.letters)
      .join('')
    const word = letters.length <= LONGEST ? deciding.get(letters) : undefined
    if (word !== undefined) return { word, count, deciding: true }
  }
  const letters = tokens[n]?.letters ?? ''
  const one = small.get(letters)
  if (one !== undefined) return { word: one, count: 1, deciding: false }
  const several = split(letters)
  return several === undefined ? undefined : { word: several, count: 1, deciding: true }
}

/** woyaojubao → 我要举报: the whole token in known words, at least one of them deciding. */
function split(letters: string): string | undefined {
  if (letters.length > 40) return undefined
  const best: ({ word: string; deciding: boolean } | undefined)[] = [{ word: '', deciding: false }]
  for (let end = 1; end <= letters.length; end++)
    for (let from = Math.max(0, end - LONGEST); from < end; from++) {
      const before = best[from]
      const part = letters.slice(from, end)
      const word = deciding.get(part) ?? small.get(part)
      if (!before || word === undefined) continue
      const is = { word: before.word + word, deciding: before.deciding || deciding.has(part) }
      if (!best[end] || is.deciding) best[end] = is
    }
  const whole = best[letters.length]
  return whole?.deciding ? whole.word : undefined
}
