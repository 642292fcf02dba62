import { bareText } from '../base/index.ts'
import type { Door } from './types.ts'

/**
 * The door a sentence stands at, if any. Safety comes before refusals, refusals before what belongs elsewhere;
 * among doors of one kind the most specific wins: more groups met, then more characters matched.
 * Spelling is evened out first (width, case, traditional characters, blanks and marks), for the text and the doors' words alike.
 */
export function screen(doors: readonly Door[], text: string): Door | undefined {
  const said = bareText(text)
  let best: Door | undefined
  let bestRank = 0
  for (const door of doors) {
    const rank = specificity(door, said)
    if (rank > bestRank) {
      best = door
      bestRank = rank
    }
  }
  return best
}

/** No door matches with more than this many groups or characters, so kinds never mix in the ranking. */
const kindStep = 1_000_000
const groupStep = 1_000
const kinds = { safety: 3, refused: 2, 'out-of-scope': 1 } as const

function specificity(door: Door, said: string): number {
  if (door.unless?.some((word) => said.includes(word))) return 0
  let most = 0
  for (const groups of door.when) {
    const lengths = groups.map((words) =>
      words.reduce((most, word) => (said.includes(word) ? Math.max(most, word.length) : most), 0),
    )
    if (lengths.length > 0 && !lengths.includes(0))
      most = Math.max(most, groups.length * groupStep + lengths.reduce((a, b) => a + b, 0))
  }
  return most === 0 ? 0 : kinds[door.kind] * kindStep + most
}
