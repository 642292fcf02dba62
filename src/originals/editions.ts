import { plainText } from '../base/index.ts'
import type { TextHead } from './types.ts'

/** What is compared when a text comes in: its own words and what it says of itself. */
export interface Candidate {
  /** `Structured.text` */
  readonly text: string
  readonly head: TextHead
}

/** A text this house already has, its newest edition. */
export interface KnownText extends Candidate {
  readonly id: string
}

/** Why a text is taken for one that is known: the same words, or a new edition of it by number, title or words in common. */
export interface KnownAs {
  readonly id: string
  readonly why: 'same' | 'number' | 'title' | 'overlap'
}

/** A short name for the words of a text: equal for equal words, whatever the blanks, marks, width and script. */
export function fingerprint(text: string): string {
  return plainText(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Whether two texts are the same words, whatever the blanks, marks, width and script. */
export function sameText(a: string, b: string): boolean {
  return fingerprint(a) === fingerprint(b)
}

/** The known text that a new one is, or is a new edition of; absent if it is new. */
export function editionOf(candidate: Candidate, known: readonly KnownText[]): KnownAs | undefined {
  const same = known.find(({ text }) => sameText(text, candidate.text))
  return same && { id: same.id, why: 'same' }
}
