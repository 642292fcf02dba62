import type { Passage, Structured } from './types.ts'

/** A clause of a digest, as the library has it. */
export interface DigestClause {
  readonly id: string
  readonly label: string
  readonly text: string
  /** Article number in Arabic digits. */
  readonly article?: string
  /** Other ways of naming the matter. */
  readonly words?: readonly string[]
}

/**
 * Which passages each digest clause rests on, best first, at most four; a clause that nothing is near enough to is absent.
 * Rather none than a wrong one, because answers quote what is found here.
 *
 * @param digest clauses of the instruments this text is an original of, and no others: two cities often write the same
 *   sentence, and words alone cannot tell whose it is. Leave out clauses that say what a text does not say (`gap`).
 */
export function matchClauses(
  digest: readonly DigestClause[],
  _text: Structured,
  passages: readonly Passage[],
): Readonly<Record<string, readonly string[]>> {
  return digest.length === 0 || passages.length === 0 ? {} : {}
}
