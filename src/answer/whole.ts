import type { HeldClause } from '../knowledge/index.ts'
import { type Choice, unsearched } from './choose.ts'
import { type Asked, type Desk, type PartAnswer, words } from './desk.ts'
import { likely } from './likely.ts'
import type { Notes } from './notes.ts'
import { answerPart } from './part.ts'

/** So likely for the message read as one question, a clause is told beside the answers to its parts, and at most so many of them. */
const least = 0.3
const most = 3

/**
 * A message that tells a story or asks several things, read once more as one question: one sentence names the matter and another asks
 * about it. Answers it where no part was answered; else tells what is likely for the whole of it and was told for none of its parts.
 * @returns absent where there is nothing to add.
 */
export function answerWhole(
  desk: Desk,
  asked: Asked,
  answers: readonly PartAnswer[],
  notes: Notes,
): PartAnswer | undefined {
  const found = answers.filter(({ outcome }) => outcome !== 'no-match')
  if (found.length === 0) {
    const answer = answerPart(desk, asked, notes)
    return answer.outcome === 'no-match' ? undefined : answer
  }
  const told = new Set(found.flatMap(({ choices }) => choices.flatMap(({ clauses }) => clauses.map(idOf))))
  const clauses = likely(desk, desk.search.read(asked.part), asked)
    .clauses.filter(({ clause, chance }) => chance >= least && !told.has(idOf(clause)))
    .slice(0, most)
    .map(({ clause }) => clause)
  if (clauses.length === 0) return undefined
  const choice: Choice = { clauses, articles: [], evidence: unsearched }
  return { outcome: 'grounded', text: `${desk.phrases.wholeToo}\n${words(desk, choice, notes)}`, choices: [choice] }
}

const idOf = ({ entry }: HeldClause): string => entry.id
