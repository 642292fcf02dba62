import type { Calendar } from '../base/index.ts'
import { type Answers, given, holds } from '../flow/index.ts'
import type { CaseKind } from './case-kind.ts'
import type { CaseClock } from './clock.ts'
import { clocksAtOpening } from './clocks.ts'
import { nearest } from './standing.ts'

/** What a submitted form begins with as a case. Absent `area`: no place was named, or the kind shows none. */
export interface Opened {
  readonly kind: string
  readonly state: string
  readonly letter: string
  /** True where it concerns the office's own leaders; a condition left unknown does not send it up. */
  readonly upward?: true
  readonly area?: string
  readonly clocks: readonly CaseClock[]
  /** As `nearest` of the clocks. */
  readonly due?: string
  readonly dueCite?: string
}

/** @param at when the form was handed in, ISO 8601 with +08:00. */
export function open(kind: CaseKind, answers: Answers, at: string, calendar: Calendar): Opened {
  const area = kind.area === undefined ? undefined : given(answers, kind.area)
  // defineCaseKind holds every kind to two states or more
  const state = kind.begins.find((b) => holds(b.when, answers) === 'yes')?.state ?? kind.states[0]!.id
  const clocks = clocksAtOpening(kind, state, answers, at.slice(0, 10))
  return {
    kind: kind.id,
    state,
    letter: kind.letter,
    ...(kind.upward && holds(kind.upward, answers) === 'yes' ? { upward: true as const } : {}),
    ...(typeof area === 'string' ? { area } : {}),
    clocks,
    ...nearest(clocks, calendar),
  }
}
