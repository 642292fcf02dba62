import type { Mark } from './marks.ts'

const heads: ReadonlySet<string> = new Set(['编', '分编', '章', '节'])

/**
 * Lines of a table of contents: titles that stand together before the text and come again within it.
 *
 * @returns for each line whether it is one.
 */
export function contentsOf(lines: readonly string[], marks: readonly (Mark | undefined)[]): readonly boolean[] {
  const keys = lines.map(keyOf)
  const last = new Map<string, number>()
  for (const [at, key] of keys.entries()) last.set(key, at)
  const listed = new Array<boolean>(lines.length).fill(false)
  for (let at = 0; at < lines.length; at++) {
    const isNamed = /^[目錄录次\s\u3000]{2,8}$/.test(lines[at]!) && /^目[\s\u3000]*[录錄次]/.test(lines[at]!)
    const first = isNamed ? at + 1 : at
    const isHead = first < lines.length && (isNamed ? isTitle(first) : heads.has(marks[first]?.kind ?? ''))
    // Only a title that comes again can have been listed before.
    if (!isHead || last.get(keys[first]!)! <= first) continue
    let end = first + 1
    while (end < lines.length && keys[end] !== keys[first] && isTitle(end)) end++
    // Without the word 目录 one title alone, or titles with text between, are no table.
    if (keys[end] !== keys[first] || (!isNamed && end - first < 2)) continue
    for (let line = at; line < end; line++) listed[line] = true
    at = end - 1
  }
  return listed

  function isTitle(at: number): boolean {
    const line = lines[at]!
    return line.length <= 60 && !/[。；;，,：:？！]$/.test(line) && marks[at]?.kind !== '条'
  }
}

/** A title without its blanks, dots and the number of its page. */
function keyOf(line: string): string {
  return line.length > 80 ? line : line.replace(/[\s\u3000.．…·]+/g, '').replace(/(?<=\D)\d{1,4}$/, '')
}
