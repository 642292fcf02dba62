/**
 * Search terms of a text already in one spelling (`plainText`): each Han character and each neighbouring pair of them,
 * and runs of latin letters or digits whole. Pairs stand for words without a word list (RETRIEVAL section 3: best of all tried).
 */
export function tokens(text: string): string[] {
  const out: string[] = []
  let last = ''
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0
    const next = at + (code > 0xffff ? 2 : 1)
    if (isHan(code)) {
      const char = text.slice(at, next)
      out.push(char)
      if (last !== '') out.push(last + char)
      last = char
      at = next
      continue
    }
    last = ''
    let end = at
    while (end < text.length && isWord(text.charCodeAt(end))) end++
    if (end > at) out.push(text.slice(at, end))
    at = Math.max(end, next)
  }
  return out
}

/** Unified ideographs, extension A, compatibility forms and the planes above; by number, because a property test costs ten times as much. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x20000 && code <= 0x3ffff) ||
    code === 0x3007
  )
}

/** Digits and latin letters, accented ones too; width is evened out before. */
export function isWord(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)
  )
}
