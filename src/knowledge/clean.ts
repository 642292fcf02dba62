import type { Authority } from '../base/index.ts'
import type { OriginalText } from '../originals/index.ts'
import type { Library } from './library.ts'

/** An original whose names may be shown and whose place among its editions is known. */
export interface SafeOriginal {
  readonly original: OriginalText
  readonly title: string
  readonly aliases: readonly string[]
  readonly authority: Authority
  /** Its title is that of another text of ours with more weight or for the whole country: its article numbers are nobody's. */
  readonly borrowed: boolean
  /** The newest edition; an earlier one that is over otherwise. */
  readonly newest: boolean
}

/** Longest title shown; longer ones are whole sentences somebody put there. */
const longestTitle = 60

/**
 * Originals made fit to be named.
 * @param originals by text, newest edition first.
 */
export function safeOriginals(originals: readonly OriginalText[], library: Library): readonly SafeOriginal[] {
  const owners = namesOf(library)
  const newest = new Map<string, OriginalText>()
  return originals.flatMap((original) => {
    if (!/^[a-z0-9]+$/.test(original.id)) return []
    const latest = newest.get(original.id)
    newest.set(original.id, latest ?? original)
    // Replaced with no day of its own between: a correction. There is no day on which it may be cited.
    if (latest && (original.until === undefined || original.until < (original.from ?? ''))) return []
    // Advice is this house's own voice; nothing that came in from outside speaks with it.
    const authority = original.authority === '编写建议' ? '调研材料' : original.authority
    const plain = shownName(original.title, longestTitle) || '未命名文件'
    const takes = (name: string) =>
      (owners.get(keyOf(name)) ?? []).some(
        (owner) =>
          // Two cities may well have a rule of one name; a city that has one of the nation's name has it from there.
          (owner.region === '全国' && original.region !== '全国') ||
          (owner.region === original.region && weight(owner.authority) > weight(authority)),
      )
    const borrowed = takes(plain)
    return [
      {
        original,
        title: borrowed ? `${plain}（${shownName(original.region, 20)}·${authority}）` : plain,
        aliases: borrowed
          ? []
          : (original.aliases ?? [])
              .map((alias) => shownName(alias, longestTitle))
              .filter((alias) => alias.length > 1 && !takes(alias)),
        authority,
        borrowed,
        newest: latest === undefined,
      },
    ]
  })
}

/** How much a text weighs: a match never lends a text the weight of another. */
export function weight(authority: Authority): number {
  return { 正式条文: 4, 官方答问: 3, 新闻报道: 2, 调研材料: 1, 编写建议: 0 }[authority]
}

/** A name of an original as shown in a line of ours: no characters that are not seen, no markup, no marks that would end it. */
export function shownName(name: string, most: number): string {
  const even = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]+/gu, '')
    .replace(/<[^>]*>/g, '')
    .replace(/[(（]?[a-z][a-z0-9+.-]*:\/\/\S*/gi, '')
    .replace(/[《》〈〉「」『』〔〕【】[\]{}<>`*_#|\\]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  const letters = [...even]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : even
}

function namesOf({ instruments }: Library): ReadonlyMap<string, readonly { region: string; authority: Authority }[]> {
  const out = new Map<string, { region: string; authority: Authority }[]>()
  for (const { title, short, aliases = [], region, authority } of instruments)
    for (const name of [title, short ?? '', ...aliases]) {
      const key = keyOf(name)
      if (key !== '') out.set(key, [...(out.get(key) ?? []), { region, authority }])
    }
  return out
}

/** People call 中华人民共和国刑法 刑法, and whoever borrows the name would, too. */
const keyOf = (name: string) => name.replace(/[^\p{L}\p{N}]+/gu, '').replace(/^(?:中华人民共和国|中国共产党)/u, '')
