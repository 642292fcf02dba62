import { plainText, readingsOf } from '../../src/base/index.ts'

/**
 * Types questions the way a hurried hand does: in each, one character of a pair the texts know is replaced by another
 * of the same sound. Always the same ones.
 *
 * @param known whether the texts know a pair; only such are mistyped.
 * @param characters to choose from.
 * @returns the question mistyped; undefined where nothing in it can be.
 */
export function openTypos(
  characters: Iterable<string>,
  known: (pair: string) => boolean,
): (question: string) => string | undefined {
  const bySound = new Map<string, string[]>()
  for (const character of new Set(characters)) {
    const [sound] = readingsOf(character)
    if (sound !== undefined) bySound.set(sound, [...(bySound.get(sound) ?? []), character])
  }
  let state = 7
  const draw = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >>> 8) % below
  }
  return (question) => {
    const typed = [...plainText(question)]
    const places = typed.flatMap((first, n) => (known(first + (typed[n + 1] ?? '')) ? [n, n + 1] : []))
    for (let tries = 0; tries < 20 && places.length > 0; tries++) {
      const at = places[draw(places.length)] ?? 0
      const meant = typed[at] ?? ''
      const others = (bySound.get(readingsOf(meant)[0] ?? '') ?? []).filter((c) => c !== meant)
      const other = others.length > 0 ? others[draw(others.length)] : undefined
      if (other !== undefined) return typed.with(at, other).join('')
    }
    return undefined
  }
}
