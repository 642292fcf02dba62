/** What `words` (a sticky pattern) matches at a place of a text. */
export function sticky(words: RegExp, t: string, at: number): RegExpExecArray | null {
  words.lastIndex = at
  return words.exec(t)
}
