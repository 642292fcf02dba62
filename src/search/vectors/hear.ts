import type { Query } from '../query.ts'
import type { Sounds } from './sounds.ts'

/** A pair that only sounds like what was typed counts less than one that was typed (weights .4 to 1 measured: .7 finds most). */
const heardWeight = 0.7
/** The same for its single characters, which say little by themselves. */
const heardCharWeight = 0.175

/**
 * Terms meant where a pair was typed that the library does not know but hears: for 备按 also 备案 and 案.
 * The typed terms keep their weight.
 *
 * @param wanted term → how much it counts; anything but pairs of Han characters is left as it is.
 * @returns what to add: term → weight; empty for a question without such pairs.
 */
export function hear(wanted: ReadonlyMap<string, number>, sounds: Sounds): ReadonlyMap<string, number> {
  const heard = new Map<string, number>()
  const add = (term: string, weight: number) => heard.set(term, Math.max(heard.get(term) ?? 0, weight))
  for (const [typed, weight] of wanted)
    for (const meant of sounds.alike(typed)) {
      add(meant, heardWeight * weight)
      for (const character of meant) if (!typed.includes(character)) add(character, heardCharWeight * weight)
    }
  for (const [term, weight] of heard) if ((wanted.get(term) ?? 0) >= weight) heard.delete(term)
  return heard
}

/**
 * A question with what it only sounds like: that helps to find a clause, but is never counted as something the clause
 * covers. Counted, a question nobody holds an answer to (年休假工资怎么算) passed for answered.
 */
export function hearQuery(query: Query, sounds: Sounds): Query {
  const heard = hear(query.wanted, sounds)
  return heard.size === 0 ? query : { ...query, wanted: new Map([...query.wanted, ...heard]) }
}
