import { bareText } from '../base/index.ts'
import type { About } from './types.ts'

/** Longer than people ask about the assistant; what is longer tells of a matter of its own. */
const longest = 26

/**
 * The question about the assistant itself that the whole of `said` is: whether it can be believed, costs money, keeps what is
 * said. None of the regulations answers that, and what lies near by its words would mislead.
 */
export function aboutIn(abouts: readonly About[] | undefined, said: string): About | undefined {
  const plain = bareText(said)
    .replace(/[俺咱]/gu, '我')
    .replace(/您/gu, '你')
    .replace(/咋样|咋/gu, '怎么')
  if (plain === '' || plain.length > longest) return undefined
  return abouts?.find(
    ({ when, unless }) =>
      !unless.some((word) => plain.includes(word)) &&
      when.some((groups) => groups.every((any) => any.some((word) => reads(plain, word)))),
  )
}

/** `^好怕$`: the whole of it; else it stands anywhere. */
function reads(plain: string, word: string): boolean {
  return word.startsWith('^') ? plain === word.slice(1) : plain.includes(word)
}
