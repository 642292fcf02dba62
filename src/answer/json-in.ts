import { Unanswered } from './speaker.ts'

/** The first whole JSON object in a text: models like to put words or a fence around it. @throws Unanswered `garbage`. */
export function jsonIn(text: string): unknown {
  const start = text.indexOf('{')
  const [whole] = start < 0 ? [] : objectsIn(text.slice(start), 0).found
  if (whole === undefined) throw new Unanswered('garbage', true)
  return parsed(whole)
}

/**
 * The whole objects that stand at a depth of braces in a text that may end anywhere.
 *
 * @param depth 0: the outermost; 1: those in it, as the sentences of an answer are.
 * @returns their texts, and how much of `text` was used up by them.
 */
export function objectsIn(text: string, depth: number): { readonly found: readonly string[]; readonly used: number } {
  const found: string[] = []
  let [level, start, used, quoted] = [0, 0, 0, false]
  for (let n = 0; n < text.length; n++) {
    const character = text[n]
    if (quoted) {
      if (character === '\\') n++
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{') {
      if (level === depth) start = n
      level++
    } else if (character === '}') {
      level--
      if (level === depth) {
        found.push(text.slice(start, n + 1))
        used = n + 1
      }
      if (level <= 0) break
    }
  }
  return { found, used }
}

/** @throws Unanswered `garbage`. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Unanswered('garbage', true, { cause })
  }
}
