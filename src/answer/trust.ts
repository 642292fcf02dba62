import { bareText } from '../base/index.ts'
import { asks } from '../dialogue/index.ts'
import type { Reach } from '../search/index.ts'
import { lacking } from './asked-for.ts'
import type { Choice } from './choose.ts'
import { mostWords, type Vocabulary } from './doubt.ts'
import type { AnswerPhrases } from './phrases.ts'

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
] as const

/** What a trust is read with, and the question it is about. */
interface Known {
  readonly phrases: AnswerPhrases
  readonly vocabulary: Vocabulary
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
  { phrases, vocabulary }: Known,
  { part, story, reach }: Question,
  { clauses, evidence }: Choice,
): readonly number[] {
  const said = bareText(`${story}${part}`)
  const around = clauses.flatMap(({ entry }) => [entry.text, ...(entry.words ?? [])])
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
    lacking(part, clauses) ? 1 : 0,
  ]
}

/**
 * How surely a choice answers the question: a logistic fit over all ways of asking in knowledge/asks, those that nothing held
 * answers among them, each asked while it was left out (`npm run bench likely`), and over the questions of test/answer/near-miss.yaml.
 * Below `least` an answer would only look like one; below `sure` it is told as the nearest we have.
 */
const least = 0.45
const sure = 0.6
const bias = -3.76
const weights: Readonly<Record<(typeof trustSigns)[number], number>> = {
  chance: 0,
  asked: 1.24,
  unheld: -4.43,
  unheldNearer: -2.6,
  fit: 7.63,
  covered: 1.3,
  topic: 0.55,
  own: 1.74,
  words: 4.62,
  placed: 2.81,
  unknown: -1.04,
  beyond: -3.55,
  lacking: -2.66,
}

/** How far a choice may be told as the answer to the question. */
export function trust(known: Known, question: Question, choice: Choice): 'none' | 'some' | 'full' {
  if (choice.clauses.length === 0) return 'none'
  if (choice.articles.some((a) => a.type !== 'absent') || choice.evidence.own > 0) return 'full'
  const signs = readTrust(known, question, choice)
  const sum = trustSigns.reduce((total, name, n) => total + weights[name] * (signs[n] ?? 0), bias)
  const support = 1 / (1 + Math.exp(-sum))
  if (support < least) return 'none'
  if (support >= sure) return 'full'
  // Who asks nothing is not told what lies nearest by chance.
  return asks(question.part) ? 'some' : 'none'
}
