import { type Calendar, Refused } from '../base/index.ts'
import type { Answers } from '../flow/index.ts'
import type { Acted } from './acted.ts'
import type { CaseKind, Move } from './case-kind.ts'
import type { CaseClock } from './clock.ts'
import { clocksAfter, extendable } from './clocks.ts'
import { type Facts, meantFor, readInputs, unmet, withFacts } from './facts.ts'
import { nearest } from './standing.ts'
import { questionLimit, words } from './told-words.ts'

/** Characters an officer may write to a person at once; longer than any notice needs, shorter than one message may be. */
export const reasonLimit = 1000

/** The part of a case a decision needs. */
export interface Standing {
  /** Random id; what the person's conversation knows the case by. */
  readonly id: string
  readonly number: string
  readonly state: string
  readonly clocks: readonly CaseClock[]
}

export interface Deed {
  readonly action: string
  /** The officer's words; trimmed here. */
  readonly reason: string
  /** What the move needs to be told. */
  readonly inputs?: Facts
  /** Questions to be put one after the other, instead of one in `reason`: what the form still lacks. */
  readonly questions?: readonly string[]
  /** Account id. */
  readonly officer: string
  /** ISO 8601, +08:00. */
  readonly at: string
}

/**
 * Decides what an officer's deed does to a case; writes nothing.
 *
 * @param known the form's answers and what earlier moves established (`factsOf`).
 * @throws Refused `illegalMove` if this state or this case does not allow the action; `moveNeeds` if one of its guards is
 * not met; `badRequest` if reason or inputs are missing, too long, or hold what cannot be shown.
 */
export function act(kind: CaseKind, standing: Standing, deed: Deed, known: Answers, calendar: Calendar): Acted {
  const move = movesFrom(kind, standing.state, known).find(({ action }) => action === deed.action)
  if (!move) throw new Refused('illegalMove')
  if (move.extends && !extendable(standing.clocks, move.extends.clock)) throw new Refused('illegalMove')
  const today = deed.at.slice(0, 10)
  const inputs = readInputs(move, deed.inputs ?? {}, today)
  const questions = move.asks ? asked(deed.questions) : []
  const reason = readable(deed.reason)
  if (reason === '' && questions.length === 0 && move.reason === 'required') throw new Refused('badRequest')
  const facts = withFacts(known, inputs)
  if (unmet(move, facts).length > 0) throw new Refused('moveNeeds')
  const state = move.to ?? standing.state
  const day = dayOf(move, inputs) ?? today
  const clocks = clocksAfter(kind, standing.clocks, { move, state, facts, inputs, day })
  const { id, number, state: from } = standing
  const { at, officer } = deed
  return {
    state,
    closed: kind.states.find((each) => each.id === state)?.closed ?? false,
    clocks,
    ...nearest(clocks, calendar),
    ...words(move, { case: id, reason, questions, inputs, at }),
    step: {
      at,
      officer,
      action: move.action,
      from,
      to: state,
      ...(move.cite === undefined ? {} : { cite: move.cite }),
    },
    audit: {
      who: `officer:${officer}`,
      what: `case.${move.action}`,
      object: number,
      // States only: the reason is content and stays with the case.
      note: state === from ? state : `${from} → ${state}`,
    },
    events: [
      ...(state === from ? [] : ['status_changed']),
      ...(move.asks ? ['officer_question_sent'] : []),
      'audit_written',
    ],
  }
}

/** The moves an officer may make from this state in a case with these facts, in the order written. */
export function movesFrom(kind: CaseKind, state: string, known: Answers = {}): readonly Move[] {
  return kind.moves.filter((move) => move.from.includes(state) && meantFor(move, known))
}

/** Plain words for a state, as the holder of the receipt reads them. */
export function says(kind: CaseKind, state: string): string {
  return kind.states.find(({ id }) => id === state)?.says ?? state
}

function dayOf({ on }: Move, inputs: Facts): string | undefined {
  const day = on === undefined ? undefined : inputs[on]
  return typeof day === 'string' ? day : undefined
}

/** More questions at once than this are a form of their own. */
function asked(questions: readonly string[] = []): readonly string[] {
  if (questions.length > questionLimit) throw new Refused('badRequest')
  return questions.map(readable).filter((each) => each !== '')
}

function readable(reason: string): string {
  const text = reason.replaceAll('\r\n', '\n').trim()
  if (text.length > reasonLimit || unshowable.test(text)) throw new Refused('badRequest')
  return text
}

/** Control characters but tab and line feed, and the marks that reverse the direction of what follows. */
const unshowable = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u
