import { pinyin } from 'pinyin-pro'

/**
 * How a character may be read, without tones: 重 → zhong, chong. Empty for what is no Chinese character.
 * Every reading there is: people slip on any of them.
 */
export function readingsOf(character: string): readonly string[] {
  const known = readings.get(character)
  if (known) return known
  const found = HAN.test(character)
    ? [...new Set(pinyin(character, { toneType: 'none', multiple: true, type: 'array' }))]
    : []
  // Some twenty thousand characters at the most: it cannot grow without bound.
  readings.set(character, found)
  return found
}

const HAN = /^\p{Script=Han}$/u
const readings = new Map<string, readonly string[]>()
