import { readingsOf } from '../../base/index.ts'

/** Finds the pairs of characters of a library that sound like one nobody wrote there: 举抱 → 举报. Tones are not heard. */
export interface Sounds {
  /** Known pairs that sound the same, most frequent first; empty if the pair is known itself or nothing sounds like it. */
  alike(pair: string): readonly string[]
}

/** Characters with more readings than this are heard in their first ones only. */
const readings = 3
/** More pairs of one sound than this would say anything. */
const mostAlike = 4

/**
 * @param terms terms of a library; only pairs of Han characters are looked at.
 * @param frequency in how many texts a term stands.
 * @param least a pair that stands in fewer texts is known, but nobody is thought to have meant it: most such pairs are
 * the seam between two words (写举, from 书写举报).
 */
export function openSounds(terms: Iterable<string>, frequency: (term: string) => number, least = 3): Sounds {
  const syllables = new Map<string, number>()
  const number = (syllable: string) => {
    const known = syllables.get(syllable)
    if (known !== undefined) return known
    syllables.set(syllable, syllables.size)
    return syllables.size - 1
  }
  const soundsOf = (pair: string): number[] => {
    const [first = '', second = ''] = pair
    const seconds = readingsOf(second).slice(0, readings)
    return readingsOf(first)
      .slice(0, readings)
      .flatMap((one) => seconds.map((two) => number(one) * syllableRoom + number(two)))
  }

  const pairs: string[] = []
  const known = new Set<string>()
  const bySound: { sound: number; pair: number }[] = []
  for (const term of terms) {
    if (!isPair(term)) continue
    known.add(term)
    if (frequency(term) < least) continue
    for (const sound of soundsOf(term)) bySound.push({ sound, pair: pairs.length })
    pairs.push(term)
  }
  // Two columns sorted by sound take less room than a map of lists.
  bySound.sort((a, b) => a.sound - b.sound)
  const sounds = Uint32Array.from(bySound, (each) => each.sound)
  const owners = Uint32Array.from(bySound, (each) => each.pair)

  return {
    alike(pair) {
      if (!isPair(pair) || known.has(pair)) return []
      const found = new Set<string>()
      for (const sound of soundsOf(pair))
        for (let at = firstAt(sounds, sound); sounds[at] === sound; at++) found.add(pairs[owners[at] ?? 0] ?? '')
      // One slip in a pair is a typo; two are another word, or the seam between two words, and only made answers less exact.
      const slips = [...found].filter((meant) => meant[0] === pair[0] || meant[1] === pair[1])
      return slips.sort((a, b) => frequency(b) - frequency(a) || (a < b ? -1 : 1)).slice(0, mostAlike)
    },
  }
}

/** Mandarin has some 410 syllables without tones. */
const syllableRoom = 1024

function isPair(term: string): boolean {
  const [first = '', second = '', ...more] = term
  return more.length === 0 && readingsOf(first).length > 0 && readingsOf(second).length > 0
}

function firstAt(sorted: Uint32Array, wanted: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
