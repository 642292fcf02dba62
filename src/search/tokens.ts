/**
 * Search terms of a text already in one spelling (`plainText`): each Han character and each neighbouring pair of them,
 * and runs of latin letters or digits whole. Pairs stand for words without a word list (RETRIEVAL section 3: best of all tried).
 */
export function tokens(text: string): string[] {
  const out: string[] = []
  for (const [run] of text.matchAll(runs)) {
    if (!han.test(run)) {
      out.push(run)
      continue
    }
    const chars = [...run]
    chars.forEach((char, n) => {
      out.push(char)
      const next = chars[n + 1]
      if (next !== undefined) out.push(char + next)
    })
  }
  return out
}

const runs = /\p{Script=Han}+|[\p{Script=Latin}\p{N}]+/gu
const han = /^\p{Script=Han}/u
