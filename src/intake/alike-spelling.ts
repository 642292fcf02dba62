import { readingsOf, simplify } from '../base/index.ts'

/** NFKC and simplified, character by character: for comparing only, and many times cheaper than whole words. */
export function evenHan(text: string): string {
  let out = ''
  for (const char of text.normalize('NFKC')) out += once(simpler, char, simplify)
  return out
}

/** How a character is read most often, with sounds as one that many do not keep apart (n l, zh z, eng en). */
export const soundOf = (char: string): string => once(sounds, char, (c) => even(readingsOf(c)[0] ?? c))

function once(known: Map<string, string>, char: string, find: (char: string) => string): string {
  const found = known.get(char) ?? find(char)
  if (!known.has(char)) known.set(char, found)
  return found
}

/** Of one length and read alike, character by character, in any of their readings: 章 of 张, 晓明 of 小明. */
export function soundAlike(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const other = [...b]
  return [...a].every((char, n) => char === other[n] || readAlike(char, other[n] ?? ''))
}

function readAlike(a: string, b: string): boolean {
  const [one, other] = [readings(a), readings(b)]
  return one.some((reading) => other.includes(reading))
}

function readings(char: string): readonly string[] {
  const known = allSounds.get(char)
  if (known) return known
  const found = readingsOf(char).map(even)
  allSounds.set(char, found)
  return found
}

const even = (reading: string): string =>
  reading
    .replace(/^([zcs])h/, '$1')
    .replace(/^l(?=.)/, 'n')
    .replace(/([aei])ng$/, '$1n')

// Some twenty thousand characters at the most: none of them can grow without bound.
const allSounds = new Map<string, readonly string[]>()
const simpler = new Map<string, string>()
const sounds = new Map<string, string>()
