import { lastDayOfMonth, Refused } from '../base/index.ts'
import { type Answer, type Answers, given, holds } from '../flow/index.ts'
import type { Input, Move } from './move.ts'

/** What the inputs of a move were given as: ISO days, `yes`/`no`, ids of options, or words. Kept with the move's message. */
export type Facts = Readonly<Record<string, string | readonly string[]>>

/** The answers of the form and, over them, what the officers' moves have established since; the last word counts. */
export function factsOf(answers: Answers, messages: readonly { readonly facts?: Facts }[]): Answers {
  const found: Record<string, Answer> = { ...answers }
  for (const { facts } of messages) for (const [id, value] of Object.entries(facts ?? {})) found[id] = asAnswer(value)
  return found
}

/** The same with what one move was told. */
export const withFacts = (known: Answers, facts: Facts): Answers => factsOf(known, [{ facts }])

// What an officer states has no words of the person behind it and belongs to no turn.
const asAnswer = (value: Facts[string]): Answer => ({ is: 'given', value, said: '', turn: 0 })

/** True if the move is meant for a case with these facts. What is not known keeps nobody from a step, unless the step says `when`. */
export const meantFor = ({ when, unless }: Pick<Move, 'when' | 'unless'>, facts: Answers): boolean =>
  (when === undefined || holds(when, facts) === 'yes') && (unless === undefined || holds(unless, facts) !== 'yes')

/** The guards of a move that these facts do not meet. */
export function unmet(move: Pick<Move, 'guards'>, facts: Answers): Move['guards'] {
  return move.guards.filter(
    ({ where, needs }) => (where === undefined || holds(where, facts) === 'yes') && holds(needs, facts) !== 'yes',
  )
}

/**
 * Reads what a move was told in.
 *
 * @param today ISO day. @throws Refused `badRequest` for an input that is missing, wrong, or none of the move's.
 */
export function readInputs(move: Pick<Move, 'inputs'>, told: Facts, today: string): Facts {
  const known = new Set(move.inputs.map(({ id }) => id))
  if (Object.keys(told).some((id) => !known.has(id))) throw new Refused('badRequest')
  const read = move.inputs.flatMap((input): [string, string | readonly string[]][] => {
    const value = told[input.id]
    const empty = value === undefined || value.length === 0 || (typeof value === 'string' && value.trim() === '')
    if (empty) {
      if (input.optional) return []
      throw new Refused('badRequest')
    }
    return [[input.id, readInput(input, value, today)]]
  })
  return Object.fromEntries(read)
}

function readInput(input: Input, value: string | readonly string[], today: string): string | readonly string[] {
  if (input.kind === 'choice') {
    const chosen = typeof value === 'string' ? [value] : [...new Set(value)]
    if (chosen.some((each) => !Object.hasOwn(input.options, each))) throw new Refused('badRequest')
    if (input.many) return chosen
    if (chosen.length !== 1) throw new Refused('badRequest')
    return chosen[0] ?? ''
  }
  if (typeof value !== 'string') throw new Refused('badRequest')
  const words = value.trim()
  if (input.kind === 'yesNo' && words !== 'yes' && words !== 'no') throw new Refused('badRequest')
  if (input.kind === 'text' && (words.length > input.max || unshowable.test(words))) throw new Refused('badRequest')
  if (input.kind === 'date' && !isDay(words, input.when, today)) throw new Refused('badRequest')
  return words
}

function isDay(words: string, when: 'past' | 'ahead', today: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  if (month < 1 || month > 12 || day < 1 || words > lastDayOfMonth(year, month)) return false
  return when === 'past' ? words <= today : words >= today
}

/** One line: no control characters at all, and no marks that reverse the direction of what follows. */
const unshowable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

/** The words of a fact for a sentence: labels of options, days as they are. */
export function factWords(input: Input, value: string | readonly string[]): string {
  const all = typeof value === 'string' ? [value] : value
  if (input.kind === 'choice') return all.map((each) => input.options[each] ?? each).join('、')
  if (input.kind === 'yesNo') return value === 'yes' ? '是' : '否'
  return all.join('、')
}

/** A fact that is one word: the id of an option, a day. */
export function factOf(facts: Answers, id: string): string | undefined {
  const value = given(facts, id)
  return typeof value === 'string' ? value : undefined
}
