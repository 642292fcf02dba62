import { evenText, plainText } from '../../base/index.ts'
import { tokens } from '../tokens.ts'
import type { Embedder } from './embedder.ts'
import { hear } from './hear.ts'
import { damped, embedReflective, type ReflectiveModel } from './reflective.ts'
import { openSounds } from './sounds.ts'

/** The embedder that needs no server: what was learned from the library itself, pairs typed by sound heard as what was meant. */
export function openBuiltIn(model: ReflectiveModel): Embedder {
  const place = new Map(model.terms.map((term, n) => [term, n]))
  // In a handful of texts nothing stands in three.
  const least = model.texts < 100 ? 1 : 3
  const frequency = (term: string) => model.frequency[place.get(term) ?? -1] ?? 0
  const sounds = openSounds([...model.terms, ...model.common], frequency, least)
  const embed = (text: string, heard: boolean) => {
    const wanted = new Map<string, number>()
    for (const term of tokens(text)) wanted.set(term, (wanted.get(term) ?? 0) + 1)
    for (const [term, times] of wanted) wanted.set(term, damped(times))
    if (heard) for (const [term, weight] of hear(wanted, sounds)) wanted.set(term, weight)
    return embedReflective(model, (term) => place.get(term), wanted)
  }
  return {
    model: builtInName(model.dimension),
    weight: 0.2,
    async question(text) {
      return embed(plainText(text), true)
    },
    async texts(list) {
      return list.map((text) => embed(evenText(text), false))
    },
  }
}

/** Changes whenever learning does, so that files of an older way of learning are refused. */
export const builtInName = (dimension: number): string => `qingwen-reflective-1-${dimension}`
