import { bareText } from '../base/index.ts'
import type { Found } from '../dialogue/index.ts'
import type { Library } from '../knowledge/index.ts'
import type { Reach, Search } from '../search/index.ts'
import type { Choice } from './choose.ts'
import { compose, type Notes } from './compose.ts'
import { mostWords, type Vocabulary } from './doubt.ts'
import type { AnswerPhrases } from './phrases.ts'
import type { Ways } from './ways.ts'

/** What every answer is made with. */
export interface Desk {
  readonly library: Library
  readonly search: Search
  readonly phrases: AnswerPhrases
  readonly vocabulary: Vocabulary
  readonly ways: Ways
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
 * How surely a choice answers the question, as a logistic fit over answered and unanswerable questions (knowledge/questions,
 * test/answer/near-miss.yaml) tells it, rounded. Below `least` an answer would only look like one; below `sure` it is told as the nearest we have.
 */
const least = 0.3
const sure = 0.45
const sharedPart = 0.6
const weights = {
  bias: -1.4,
  chance: 0.3,
  asked: 2.7,
  unheld: -4.9,
  /** … and by how much it is nearer than what may be answered, of which a part is always shared. */
  unheldNearer: -3.2,
  covered: 1.9,
  /** A question that names one of our topics is likelier to have an answer here. */
  topic: 1.3,
  /** People who say 我 ask about something of their own, and who tells much is rarely near by chance. */
  own: 0.8,
  words: 1.7,
  placed: 0.9,
  unknown: -2.2,
  beyond: -2.6,
} as const

/** How far a choice may be told as the answer to the question. */
export function trust({ phrases, vocabulary }: Desk, { part, reach }: Asked, choice: Choice): 'none' | 'some' | 'full' {
  if (choice.clauses.length === 0) return 'none'
  if (choice.articles.some((a) => a.type !== 'absent')) return 'full'
  const said = bareText(part)
  const around = choice.clauses.flatMap(({ entry }) => [entry.text, ...(entry.words ?? [])])
  const { words, unknown, beyond } = vocabulary.strange(part, around)
  const { chance, asked, unheld, covered } = choice.evidence
  const sum =
    weights.bias +
    weights.chance * Math.log((chance + 1e-4) / (1 - chance + 1e-4)) +
    weights.asked * asked +
    weights.unheld * unheld +
    weights.unheldNearer * Math.max(0, unheld - sharedPart * asked) +
    weights.covered * covered +
    (phrases.topics.some((topic) => said.includes(topic)) ? weights.topic : 0) +
    (/[我俺咱]/u.test(said) ? weights.own : 0) +
    (weights.words * words) / mostWords +
    (reach.places.length > 0 ? weights.placed : 0) +
    weights.unknown * unknown +
    (beyond.length > 0 ? weights.beyond : 0)
  const support = 1 / (1 + Math.exp(-sum))
  return support < least ? 'none' : support < sure ? 'some' : 'full'
}

/** @param head said before the clauses, where the place asks for it. */
export function tell(desk: Desk, asked: Asked, choice: Choice, notes: Notes, head = ''): PartAnswer {
  const { phrases } = desk
  const absent = choice.articles.some((a) => a.type === 'absent')
  if (absent) return { ...nothing, text: words(desk, { ...choice, clauses: [] }, notes) }
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
