import type { CaseKind } from '../../intake/index.ts'

export type { CaseKind }

/** What states and moves are called, so that a sentence that names one is read as a command; each once. */
export const namesOfMoves = (kinds: readonly CaseKind[]): readonly string[] => [
  ...new Set(kinds.flatMap(({ states, moves }) => [...states.map(({ id }) => id), ...moves.map(({ title }) => title)])),
]
