import { plainText } from '../base/index.ts'
import type { Library } from '../knowledge/index.ts'
import type { Search } from '../search/index.ts'
import type { AnswerPhrases } from './phrases.ts'

/** How strange a question is to this library, whatever clause comes nearest. */
export interface Strangeness {
  /** Words that carry a matter, at most `mostWords`: a story is rarely near by chance. */
  readonly words: number
  /** Share 0..1 of them that stand nowhere in the library and in no list of people's words. */
  readonly unknown: number
  /** Words of subjects that are known not to be held here, and that none of the clauses chosen speaks of. */
  readonly beyond: readonly string[]
}

export interface Vocabulary {
  /** @param around the clauses chosen: what one of them says is no stranger here. */
  strange(question: string, around: readonly string[]): Strangeness
}

export const mostWords = 8

/**
 * All words of the library, to tell a question of ours from one that is merely worded alike (入党要几年, 年休假几天).
 * Chinese has no blanks: what the house knows is cut out first, the rest is cut by the ICU word list that comes with Node;
 * characters that stand alone after that are read in pairs (党|费 → 党费). Made ready with the first question, not at start.
 */
export function openVocabulary(
  library: Library,
  phrases: Pick<AnswerPhrases, 'topics' | 'beyond'>,
  search?: Pick<Search, 'knows'>,
): Vocabulary {
  // Originals may be sixty thousand passages: their words are looked up in the index instead of being read through.
  const knows = library.instruments.some(({ held }) => held === 'original') ? search?.knows : undefined
  let ready: { known: RegExp; held: string } | undefined
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

  const open = () => {
    const own = [...new Set([...phrases.topics, ...library.words.flatMap(({ say }) => say)].map(plainText))]
    const known = own.filter((word) => word.length > 1).sort((a, b) => b.length - a.length)
    return { known: new RegExp(known.map(escaped).join('|'), 'gu'), held: digestText(library) }
  }

  const wordsOf = (question: string, known: RegExp): ReadonlySet<string> => {
    const out = new Set<string>()
    const rest = plainText(question).replace(known, (word) => {
      out.add(word)
      return ' '
    })
    let singles = ''
    const flush = () => {
      for (let n = 0; n + 1 < singles.length; n++) out.add(singles.slice(n, n + 2))
      singles = ''
    }
    for (const { segment, isWordLike } of segmenter.segment(rest)) {
      const single = isWordLike === true && /^\p{Script=Han}$/u.test(segment) && !lightChars.has(segment)
      if (single) {
        singles += segment
        continue
      }
      flush()
      if (isWordLike && segment.length > 1 && !lightWords.has(segment) && !/^\d+$/.test(segment)) out.add(segment)
    }
    flush()
    return out
  }

  return {
    strange(question, around) {
      ready ??= open()
      const { known, held } = ready
      const words = [...wordsOf(question, known)]
      const unknown = words.filter((word) => !held.includes(word) && !knows?.(word)).length
      const asked = askingSides(question)
      return {
        words: Math.min(words.length, mostWords),
        unknown: words.length === 0 ? 0 : unknown / words.length,
        beyond: phrases.beyond.filter((word) => asked.includes(word) && !around.some((text) => text.includes(word))),
      }
    },
  }
}

/** The sides of a sentence that ask something: 因为酒驾受了严重警告 only tells what came before 影响期多长. All of it where none does. */
export function askingSides(question: string): string {
  const plain = plainText(question)
  const sides = plain.split(/[，,。；;]/u)
  const asking = sides.filter((side) =>
    /[几吗呢么哪谁啥咋]|多少|多久|多长|怎么|怎样|什么|能不能|要不要|会不会|可不可以|行不行|是不是|不$/u.test(side),
  )
  return asking.length > 0 ? asking.join('，') : plain
}

/** Kept while the digest stays, whatever originals come and go: to simplify it costs as much as a hundred answers. */
const kept = new WeakMap<Library['guides'], string>()

function digestText(library: Library): string {
  const known = kept.get(library.guides) ?? heldText(library)
  kept.set(library.guides, known)
  return known
}

function heldText(library: Library): string {
  const clauses = [...library.clauses.values()].flatMap(({ entry, passage }) =>
    passage === undefined ? [entry.text, entry.label, entry.heading ?? '', ...(entry.words ?? [])] : [],
  )
  const names = library.instruments
    .filter(({ held }) => held !== 'original')
    .flatMap((i) => [i.title, i.short ?? '', ...(i.aliases ?? [])])
  const asks = library.guides.flatMap((guide) => [guide.title, ...guide.asks])
  const places = library.places.flatMap((place) => [place.name, place.short])
  const said = library.words.flatMap(({ say }) => say)
  return plainText([...clauses, ...names, ...asks, ...places, ...said].join('\n'))
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Characters and words that carry a question and not its matter. */
const lightChars = new Set(
  '的了着过吗呢吧啊呀么嘛要多长按之几给被能找谁是我你他她它您俺咱打不会去在和跟与对把让到来说得也都就还又再很太这那有没无将向从为以于及或而但可应该须否哪何其每各个次种条项件名位本上下里外中前后大小新老最更先才只算用做办弄搞看想问请自己',
)
const lightWords = new Set(
  '多少 多少钱 多久 几天 什么 怎么 怎样 如何 哪些 哪里 为什么 能不能 可不可以 会不会 是不是 有没有 要不要 可以 需要 应该 时间 规定 要求 标准 办理 情况 问题 材料 方式 内容 事情 单位 干部 公务员 人员 领导 多长 长时间 一年 几年 处理 一个 之后 以后 以前 现在 具体 第几 几个 几种 哪个 自己 我们 你们 他们 人家 别人 因为 所以 如果 违反 影响 程序 条件'.split(
    ' ',
  ),
)
