import { plainText } from '../base/index.ts'
import type { Words } from '../knowledge/index.ts'
import { tokens } from './tokens.ts'

/** A question made ready for the index. */
export interface Query {
  /** One spelling, nothing cut out. */
  readonly text: string
  /** What was told to it, in one spelling; empty where nothing was. */
  readonly story: string
  /** Term → how much it counts. */
  readonly wanted: ReadonlyMap<string, number>
  /** Things asked for, each as the pairs that would show it is covered: the person's own pairs, or those of the texts' words for it. */
  readonly matters: readonly Matter[]
}

export interface Matter {
  readonly terms: readonly string[]
  readonly own: boolean
}

/** Single characters say little beside pairs in so small a collection. */
const singleWeight = 0.25
/** The texts' words for what a person said: surely meant, but not said. Less for everyday words (`几天`), which mean many things. */
const expandedWeight = 0.4

/** What else the message speaks of: enough to break ties (`算不算处分` after a sentence about 容错). */
const aroundWeight = 0.2
/** What a story tells is what its question is about, and much in it is beside the matter. */
const storyWeight = 0.45

/** Words that carry the question, not its matter. Cut before pairing so that they form no pairs. Longest first. */
const askingWords = [
  '请问一下',
  '我想问一下',
  '想问一下',
  '我想问',
  '想问问',
  '想问',
  '请问',
  '问一下',
  '是不是',
  '能不能',
  '可不可以',
  '会不会',
  '有没有',
  '要不要',
  '算不算',
  '是什么意思',
  '什么意思',
  '怎么样',
  '为什么',
  '怎么办',
  '咋办',
  '怎么',
  '怎样',
  '咋样',
  '如何',
  '什么',
  '哪些',
  '哪几',
  '哪个',
  '哪里',
  '哪种',
  '哪一',
  '几个',
  '几种',
  '一下',
  '可以',
  '能否',
  '是否',
  '请',
  '吗',
  '呢',
  '吧',
  '啊',
  '呀',
  '么',
  '嘛',
  '咋',
  '啥',
  '捏',
  '不',
  '的',
  '了',
  '着',
  '过',
  '我们',
  '你们',
  '他们',
  '俺们',
  '我',
  '你',
  '您',
  '他',
  '她',
  '它',
  '俺',
  '这个',
  '那个',
  '这',
  '那',
  '就是',
  '还是',
  '是',
  '有',
  '要',
  '想',
  '在',
  '和',
  '跟',
  '与',
  '对',
  '把',
  '被',
  '给',
  '让',
  '到',
  '去',
  '来',
  '说',
  '会',
  '能',
  '得',
  '也',
  '都',
  '就',
  '还',
  '又',
  '再',
  '很',
  '太',
  '呗',
  '哈',
  '哦',
  '喂',
  '嗯',
  '现在',
  '一个',
  '个',
].sort((a, b) => b.length - a.length)
const asking = new RegExp(askingWords.join('|'), 'gu')

/** @param rarity of a term in the library; of the empty term: that of a term no text has. @param around the rest of the message: its terms help to choose, but nothing is asked for by them. */
export function readQuery(
  text: string,
  words: readonly Words[],
  rarity: (term: string) => number,
  around = '',
  story = '',
): Query {
  const plain = plainText(text)
  const wanted = new Map<string, number>()
  for (const term of tokens(cutAsking(plainText(around))))
    wanted.set(term, aroundWeight * (term.length > 1 ? 1 : singleWeight))
  for (const term of tokens(cutAsking(plainText(story))))
    wanted.set(term, storyWeight * (term.length > 1 ? 1 : singleWeight))
  const add = (term: string, weight: number) => wanted.set(term, Math.max(wanted.get(term) ?? 0, weight))
  const bare = cutAsking(plain)
  const own = tokens(bare)
  for (const term of own) add(term, term.length > 1 ? 1 : singleWeight)
  const matters: Matter[] = own.filter((t) => t.length > 1).map((t) => ({ terms: [t], own: true }))
  for (const { say, text: texts } of words) {
    const said = say.filter((word) => plain.includes(word))
    if (said.length === 0) continue
    const weight = (expandedWeight * Math.max(...said.map((word) => rarest(word, rarity)))) / rarity('')
    for (const word of texts) for (const term of tokens(word)) add(term, weight * (term.length > 1 ? 1 : singleWeight))
    matters.push({ terms: texts.flatMap((word) => tokens(word).filter((t) => t.length > 1)), own: false })
  }
  return { text: plain, story: plainText(story), wanted, matters }
}

function rarest(word: string, rarity: (term: string) => number): number {
  return Math.max(...tokens(word).map((term) => (term.length > 1 || word.length === 1 ? rarity(term) : 0)))
}

/** Cuts out the words that carry a question and not its matter, leaving a blank so that no pair is formed across. */
export function cutAsking(plain: string): string {
  return plain.replace(asking, ' ')
}
