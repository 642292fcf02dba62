import { bareText } from '../base/index.ts'
import type { Library } from '../knowledge/index.ts'
import type { Choice } from './choose.ts'
import type { AnswerPhrases } from './phrases.ts'

/** At most this many questions are offered: they become buttons on a phone. */
const mostSuggestions = 3

/** Questions that lead on from what was answered: the guide's own, then guides that rest on the same clauses, then families of the same text. */
export function suggestionsFor(
  library: Library,
  choices: readonly Choice[],
  phrases: AnswerPhrases,
): readonly string[] {
  const used = new Set(choices.flatMap((c) => (c.guide ? [c.guide.id] : [])))
  const ids = new Set(choices.flatMap((c) => c.clauses.map((clause) => clause.entry.id)))
  const own = choices.flatMap((c) => c.guide?.suggestions ?? [])
  const beside = library.guides
    .filter((g) => !used.has(g.id) && g.region === undefined)
    .map((g) => ({
      ask: g.asks[0] ?? g.title,
      shared: g.sentences.flatMap((s) => s.cites).filter((id) => ids.has(id)).length,
    }))
    .filter((g) => g.shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map((g) => g.ask)
  const found = [...new Set([...own, ...beside])]
  return (found.length > 0 ? found : phrases.starters).slice(0, mostSuggestions)
}

/** A form that would serve better than an answer: the guide's, else the first whose words are in the question. */
export function flowFor(
  text: string,
  choices: readonly Choice[],
  phrases: AnswerPhrases,
  open: readonly string[],
): string | undefined {
  const said = bareText(text)
  const offered = phrases.offers.find(
    ({ when, unless }) =>
      !unless?.some((word) => said.includes(word)) &&
      when.some((groups) => groups.every((words) => words.some((word) => said.includes(word)))),
  )?.flow
  const flow = choices.find((c) => c.guide?.flow)?.guide?.flow ?? offered
  return flow !== undefined && open.includes(flow) ? flow : undefined
}
