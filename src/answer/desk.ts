import { bareText } from '../base/index.ts'
import type { Found } from '../dialogue/index.ts'
import type { Library } from '../knowledge/index.ts'
import type { Reach, Search } from '../search/index.ts'
import type { Choice } from './choose.ts'
import { compose } from './compose.ts'
import { mostWords, type Vocabulary } from './doubt.ts'
import type { Notes } from './notes.ts'
import type { AnswerPhrases } from './phrases.ts'

/** What every answer is made with. */
export interface Desk {
  readonly library: Library
  readonly search: Search
  readonly phrases: AnswerPhrases
  readonly vocabulary: Vocabulary
}

/** How a question was asked. */
export interface Asked {
  readonly reach: Reach
  readonly today: string
  /** The question itself names the place. */
  readonly named: boolean
  readonly sideBySide: boolean
  /** This question of the message. */
  readonly part: string
  /** The whole message, for what one part leaves unsaid. */
  readonly whole: string
}

/** The answer to one question of a message. */
export interface PartAnswer {
  readonly outcome: Found['outcome']
  /** Empty where nothing was found and nothing particular is to be said about it. */
  readonly text: string
  readonly choices: readonly Choice[]
}

export const nothing: PartAnswer = { outcome: 'no-match', text: '', choices: [] }

/**
 * Below `least` an answer would only look like one; below `sure` it is told as the nearest we have. The shares come from a
 * logistic fit over answered and unanswerable questions (knowledge/questions, test/answer/near-miss.yaml), rounded.
 */
const least = 0.9
const sure = 1.2
const shares = {
  /** A question that names one of our topics is likelier to have an answer here. */
  topic: 0.45,
  alike: 0.25,
  /** Who tells much asks about something of their own, and so do people who say 我; strangers’ questions are short. */
  words: 0.65,
  own: 0.3,
  unknown: -0.65,
  beyond: -0.7,
} as const

/** How far a choice may be told as the answer to the question. */
export function trust({ phrases, vocabulary }: Desk, { part }: Asked, choice: Choice): 'none' | 'some' | 'full' {
  if (choice.clauses.length === 0) return 'none'
  if (choice.articles.some((a) => a.type !== 'absent')) return 'full'
  const said = bareText(part)
  const around = choice.clauses.flatMap(({ entry }) => [entry.text, ...(entry.words ?? [])])
  const { words, unknown, beyond } = vocabulary.strange(part, around)
  const support =
    choice.support +
    shares.alike * choice.alike +
    (phrases.topics.some((topic) => said.includes(topic)) ? shares.topic : 0) +
    (/[我俺咱]/u.test(said) ? shares.own : 0) +
    (shares.words * words) / mostWords +
    shares.unknown * unknown +
    (beyond.length > 0 ? shares.beyond : 0)
  return support < least ? 'none' : support < sure ? 'some' : 'full'
}

/** @param head said before the clauses, where the place asks for it. */
export function tell(desk: Desk, asked: Asked, choice: Choice, notes: Notes, head = ''): PartAnswer {
  const { phrases } = desk
  // No such article, or none any more: what merely lies near is no answer to a number.
  const gone = choice.articles.some((a) => a.type === 'absent' || (a.type === 'former' && a.clauses.length === 0))
  if (gone && !choice.articles.some((a) => a.type === 'current'))
    return { ...nothing, text: words(desk, { ...choice, clauses: [] }, notes) }
  const trusted = trust(desk, asked, choice)
  if (trusted === 'none') return nothing
  const text = words(desk, choice, notes)
  const lines = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('\n')
  if (choice.clauses[0]?.cite.held === 'name-only')
    return { outcome: 'name-only', text: lines(head, phrases.nameOnly, text), choices: [choice] }
  const binds = choice.clauses.some((c) => c.cite.authority === '正式条文' || c.cite.authority === '编写建议')
  return {
    outcome: 'grounded',
    text: lines(head, trusted === 'some' ? phrases.nearest : '', text, binds ? '' : phrases.notBinding),
    choices: [choice],
  }
}

/** The clauses of a choice as paragraphs. */
export function words({ library, phrases }: Desk, choice: Choice, notes: Notes): string {
  return compose(choice, notes, phrases, (id) => library.clauses.get(id))
}
