import { bareText } from '../base/index.ts'
import { asks } from '../dialogue/index.ts'
import type { Reach } from '../search/index.ts'
import { askedFor } from './asked-for.ts'
import type { Choice } from './choose.ts'
import { askingSides, mostWords, type Vocabulary } from './doubt.ts'
import type { AnswerPhrases } from './phrases.ts'
import type { Ways } from './ways.ts'

/** What speaks for an answer being one and against it; each 0..1 or nearly so, so that nothing hangs on what a score means. */
export const trustSigns = [
  'chance',
  'asked',
  'unheld',
  'unheldNearer',
  'fit',
  'covered',
  'topic',
  'own',
  'words',
  'placed',
  'unknown',
  'beyond',
  'lacking',
  'unsaid',
  'unsaidFirst',
  'particular',
  'givenApart',
] as const

/** What a trust is read with, and the question it is about. */
interface Known {
  readonly phrases: AnswerPhrases
  readonly vocabulary: Vocabulary
  readonly ways: Pick<Ways, 'unsaid'>
}
interface Question {
  readonly part: string
  readonly story: string
  readonly reach: Reach
}

/** Of how near the nearest way of asking is that nothing held answers, a part is always shared with those that are answered. */
const sharedPart = 0.6

/** @returns the signs in the order of `trustSigns`. */
export function readTrust(
  { phrases, vocabulary, ways }: Known,
  { part, story, reach }: Question,
  { clauses, evidence }: Choice,
): readonly number[] {
  const said = bareText(`${story}${part}`)
  const around = clauses.flatMap(({ entry }) => [entry.text, ...(entry.words ?? [])])
  const ids = clauses.map(({ entry }) => entry.id)
  // What asks counts as much as all that is said: one side often names the matter and the other asks about it.
  const unsaid = (of: readonly string[]) => (ways.unsaid(askingSides(part), of) + ways.unsaid(part, of)) / 2
  const wanted = askedFor(part, clauses)
  const { words, unknown, beyond } = vocabulary.strange(story === '' ? part : `${story}。${part}`, around)
  const { chance, asked, unheld, fit, covered } = evidence
  return [
    Math.log((chance + 1e-4) / (1 - chance + 1e-4)),
    asked,
    unheld,
    Math.max(0, unheld - sharedPart * asked),
    fit,
    covered,
    // A question that names one of our topics is likelier to have an answer here.
    phrases.topics.some((topic) => said.includes(topic)) ? 1 : 0,
    // People who say 我 ask about something of their own, and who tells much is rarely near by chance.
    /[我俺咱]/u.test(said) ? 1 : 0,
    words / mostWords,
    reach.places.length > 0 ? 1 : 0,
    unknown,
    beyond.length > 0 ? 1 : 0,
    wanted.lacking ? 1 : 0,
    unsaid(ids),
    unsaid(ids.slice(0, 1)),
    wanted.any ? 1 : 0,
    // What gives a number must speak of the matter too: a clause may give days for something else.
    wanted.any ? Math.min(1, ...wanted.givenBy.map(({ entry }) => unsaid([entry.id]))) : 0,
  ]
}

/**
 * How surely a choice answers the question: a logistic fit over all ways of asking in knowledge/asks, those that nothing held
 * answers among them, each asked while it was left out (`npm run bench likely`), and over the questions of test/answer/near-miss.yaml.
 * Below `least` an answer would only look like one; below `sure` it is told as the nearest we have.
 */
const least = 0.35
const sure = 0.6
/** Who only tells something, and may want a form, is answered from here on. */
const unasked = 0.85
const bias = 2.03
const weights: Readonly<Record<(typeof trustSigns)[number], number>> = {
  chance: 0.16,
  asked: 0.24,
  unheld: -6.98,
  unheldNearer: -5.02,
  fit: 3.84,
  covered: 0.24,
  topic: 0.31,
  own: 1.54,
  words: 5.4,
  placed: 2.2,
  unknown: -1.02,
  beyond: -2.88,
  lacking: -1.19,
  unsaid: -2.46,
  unsaidFirst: -3.83,
  particular: -0.22,
  givenApart: -2.47,
}

/** How far a choice may be told as the answer to the question. */
export function trust(known: Known, question: Question, choice: Choice): 'none' | 'some' | 'full' {
  if (choice.clauses.length === 0) return 'none'
  if (choice.articles.some((a) => a.type !== 'absent') || choice.evidence.own > 0) return 'full'
  const signs = readTrust(known, question, choice)
  const sum = trustSigns.reduce((total, name, n) => total + weights[name] * (signs[n] ?? 0), bias)
  const support = 1 / (1 + Math.exp(-sum))
  if (support < least) return 'none'
  // Who asks nothing is not told what lies nearest by chance.
  if (!asks(question.part)) return support >= unasked ? 'full' : 'none'
  return support >= sure ? 'full' : 'some'
}
