import { type Answers, holds } from '../flow/index.ts'
import type { CaseKind, ClockKind } from './case-kind.ts'
import { type CaseClock, isPaused, paused, resumed } from './clock.ts'
import type { Facts } from './facts.ts'
import type { Length } from './length.ts'
import type { Move } from './move.ts'

/** The clocks a form starts by coming in. @param day ISO day it came in; it does not count itself. */
export function clocksAtOpening(kind: CaseKind, state: string, facts: Answers, day: string): readonly CaseClock[] {
  return kind.clocks
    .filter((clock) => clock.starts === 'handed-in' && meant(clock, facts, state))
    .map((clock) => begun(clock, state, day, {}))
}

/** What a move made it of. */
export interface Moved {
  readonly move: Move
  /** State afterwards. */
  readonly state: string
  /** Everything known, the move's own inputs included. */
  readonly facts: Answers
  readonly inputs: Facts
  /** ISO day it happened. */
  readonly day: string
}

/**
 * The clocks of a case after a move: those that the new state stops stand still, those it lets run go on, those it has no
 * room for are ended, and those it starts are begun. A clock that was met never starts again by itself.
 */
export function clocksAfter(kind: CaseKind, clocks: readonly CaseClock[], moved: Moved): readonly CaseClock[] {
  const { move, state, facts, inputs, day } = moved
  const kept = clocks.map((clock) => {
    const extended = move.extends?.clock === clock.id && clock.ended === undefined ? longer(clock, move, day) : clock
    return carried(kindOf(kind, clock), extended, state, day)
  })
  const started = kind.clocks.filter(
    (clock) => clock.starts !== 'handed-in' && clock.starts.after.includes(move.action) && meant(clock, facts, state),
  )
  const ended = kept.map((clock) =>
    started.some(({ id }) => id === clock.id) && clock.ended === undefined ? { ...clock, ended: day } : clock,
  )
  return [...ended, ...started.map((clock) => begun(clock, state, day, inputs))]
}

/** True if the clock may still be given more time: it is there, not ended, and has been given none. */
export function extendable(clocks: readonly CaseClock[], id: string): boolean {
  return clocks.some((clock) => clock.id === id && clock.ended === undefined && clock.extended === undefined)
}

function carried(kind: ClockKind | undefined, clock: CaseClock, state: string, day: string): CaseClock {
  if (clock.ended !== undefined) return clock
  if (kind?.runsIn.includes(state)) return resumed(clock, day)
  if (kind?.pausesIn.includes(state)) return paused(clock, day)
  return { ...(isPaused(clock) ? resumed(clock, day) : clock), ended: day }
}

function begun(kind: ClockKind, state: string, day: string, inputs: Facts): CaseClock {
  const clock = { id: kind.id, cite: kind.cite, length: lengthOf(kind, inputs), began: day, pauses: [] }
  return kind.pausesIn.includes(state) ? { ...clock, pauses: [{ from: day }] } : clock
}

/** A day that was asked for is always there: the kind was checked to have that input, and the input to be a day. */
function lengthOf({ length }: ClockKind, inputs: Facts): Length {
  if (!('until' in length)) return length
  const day = inputs[length.until]
  if (typeof day !== 'string') throw new RangeError(`no day given as ${length.until}`)
  return { until: day }
}

const longer = (clock: CaseClock, { extends: more }: Move, on: string): CaseClock =>
  more && clock.extended === undefined ? { ...clock, extended: { on, by: more.by } } : clock

const kindOf = (kind: CaseKind, { id }: CaseClock): ClockKind | undefined => kind.clocks.find((each) => each.id === id)

const meant = ({ when, runsIn, pausesIn }: ClockKind, facts: Answers, state: string): boolean =>
  (when === undefined || holds(when, facts) === 'yes') && (runsIn.includes(state) || pausesIn.includes(state))
