import { soundingRight } from './sounds.ts'

/**
 * The office's own names that somebody means: 已转办 and 转办 are one. The closest come first, and only they.
 *
 * @param names states and titles of moves. @returns empty if nothing is called so.
 */
export function namesMeant(said: string, names: readonly string[]): readonly string[] {
  const typed = meant(said, names)
  return typed.length > 0 ? typed : meant(soundingRight(said, names), names)
}

function meant(said: string, names: readonly string[]): readonly string[] {
  const wanted = bare(said)
  if (wanted === '') return []
  for (const fits of [
    (name: string) => name === said.trim(),
    (name: string) => bare(name) === wanted,
    // 转有权机关: 转有权机关处理; 办结: 办结反馈. A single character is no name.
    (name: string) =>
      wanted.length > 1 && bare(name).length > 1 && (bare(name).startsWith(wanted) || wanted.startsWith(bare(name))),
  ]) {
    const found = names.filter(fits)
    if (found.length > 0) return [...new Set(found)]
  }
  return []
}

/** Without what tells a deed from its result. */
const bare = (name: string): string =>
  name
    .replace(/[\s“”"'（）()，,。]/g, '')
    .replace(/^(?:已经|已|予以)/, '')
    .replace(/(?:了|掉|状态)$/, '')
