import { bareText } from '../base/index.ts'
import type { Guide, Library } from '../knowledge/index.ts'
import { unsearched } from './choose.ts'
import { type Desk, nothing, type PartAnswer, words } from './desk.ts'
import type { Notes } from './notes.ts'
import type { AnswerPhrases } from './phrases.ts'

/**
 * The curated answer to what somebody who writes a report is afraid of. It goes before every search: such a question has hardly a
 * word in common with the clauses that calm it, and what lies near by its words (penalties, defamation) frightens.
 * @param placed the place it plays in is known. @returns the guide, and whether it yields to a clause that is as good as sure to answer.
 */
export function worryIn(
  text: string,
  placed: boolean,
  library: Library,
  { worries }: AnswerPhrases,
): { readonly guide: Guide; readonly yields: boolean } | undefined {
  const said = bareText(text)
    .replace(/[俺咱]/gu, '我')
    .replace(/她/gu, '他')
    .replace(/咋/gu, '怎么')
  const found = worries.find(
    ({ when, unless, unplaced, longest }) =>
      !(unplaced && placed) &&
      !(longest !== undefined && said.length > longest) &&
      !unless.some((word) => said.includes(word)) &&
      when.some((groups) => groups.every((any) => any.some((word) => said.includes(word)))),
  )
  const guide = found && library.guides.find(({ id }) => id === found.guide)
  return guide && { guide, yields: found.yields === true }
}

/** A guide told whole: its clauses hold everywhere, so neither the place nor the score of a search is asked for. */
export function tellGuide(desk: Desk, guide: Guide, notes: Notes): PartAnswer {
  const clauses = [...new Set(guide.sentences.flatMap((s) => s.cites))].flatMap(
    (id) => desk.library.clauses.get(id) ?? [],
  )
  if (clauses.length === 0) return nothing
  const choice = { clauses, guide, articles: [], evidence: unsearched }
  return { outcome: 'grounded', text: words(desk, choice, notes), choices: [choice] }
}
