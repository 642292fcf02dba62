import { addDays, addMonths, addWorkingDays, type Calendar, daysBetween, workingDaysBetween } from '../base/index.ts'
import type { Length } from './length.ts'

/**
 * One clock of one case, as it is kept: nothing but days, so that the day it ends on can be counted anew when the next
 * calendar is published. Days are ISO `YYYY-MM-DD`.
 */
export interface CaseClock {
  /** Which clock of the kind it is. */
  readonly id: string
  /** Clause that sets it. */
  readonly cite: string
  /** As it was when the clock began, so that a kind edited later moves no deadline that is running. */
  readonly length: Length
  /** The day that started it; it does not count itself. */
  readonly began: string
  /** While it stood still: the days after `from` up to and including `to`; without `to` it stands still now. */
  readonly pauses: readonly Pause[]
  /** What was granted on top, and on which day; once. */
  readonly extended?: { readonly on: string; readonly by: Length }
  /** The day it was met, or had nothing to run for any more. */
  readonly ended?: string
}

export interface Pause {
  readonly from: string
  readonly to?: string
}

/**
 * The last day a clock leaves.
 *
 * @returns `paused` while it stands still (then no day can be named, unless it was over before), `beyond` where any day
 * that has to be counted lies outside the published calendar.
 */
export function lastDay(clock: CaseClock, calendar: Calendar): string | 'paused' | 'beyond' {
  const { began, pauses } = fromTheFirst(clock)
  const { length, extended } = clock
  if (began === undefined) return 'paused'
  if ('until' in length) return length.until
  const more = extended?.by
  if ('workingDays' in length)
    return working(began, length.workingDays + (more && 'workingDays' in more ? more.workingDays : 0), pauses, calendar)
  const plain =
    'months' in length
      ? addMonths(began, length.months + (more && 'months' in more ? more.months : 0))
      : addDays(began, length.days + (more && 'days' in more ? more.days : 0))
  return stretched(plain, pauses)
}

/** A pause from the first day on leaves nothing counted: the clock then begins where the pause ends. */
function fromTheFirst({ began, pauses }: Pick<CaseClock, 'began' | 'pauses'>): {
  began?: string
  pauses: readonly Pause[]
} {
  const [first, ...rest] = pauses
  if (!first || first.from > began) return { began, pauses }
  if (first.to === undefined) return { pauses: rest }
  return fromTheFirst({ began: first.to, pauses: rest })
}

function working(
  began: string,
  count: number,
  pauses: readonly Pause[],
  calendar: Calendar,
): string | 'paused' | 'beyond' {
  let left = count
  let from = began
  for (const pause of pauses) {
    const end = addWorkingDays(from, left, calendar)
    // Over before it stood still: a pause heals no deadline that was missed.
    if (end !== 'beyond' && end <= pause.from) return end
    const used = workingDaysBetween(from, pause.from, calendar)
    if (pause.to === undefined) return 'paused'
    if (used === 'beyond') return 'beyond'
    left -= used
    from = pause.to
  }
  return addWorkingDays(from, left, calendar)
}

/** Days and months: every day a clock stood still before its end is put behind it. */
function stretched(plain: string, pauses: readonly Pause[]): string | 'paused' {
  let end = plain
  for (const { from, to } of pauses) {
    if (end <= from) return end
    if (to === undefined) return 'paused'
    end = addDays(end, daysBetween(from, to))
  }
  return end
}

/** The clock standing still from `day` on; a clock that ended or stands still already is left as it is. */
export function paused(clock: CaseClock, day: string): CaseClock {
  if (clock.ended !== undefined || isPaused(clock)) return clock
  return { ...clock, pauses: [...clock.pauses, { from: later(day, latest(clock)) }] }
}

/** The clock running again from the day after `day`; one that is not standing still is left as it is. */
export function resumed(clock: CaseClock, day: string): CaseClock {
  const last = clock.pauses.at(-1)
  if (clock.ended !== undefined || !last || last.to !== undefined) return clock
  return { ...clock, pauses: [...clock.pauses.slice(0, -1), { from: last.from, to: later(day, last.from) }] }
}

export const isPaused = ({ pauses, ended }: CaseClock): boolean =>
  ended === undefined && pauses.length > 0 && pauses.at(-1)?.to === undefined

/** The last day the clock knows of: what happens to it now cannot have happened before. */
const latest = ({ began, pauses }: CaseClock): string => pauses.at(-1)?.to ?? began

const later = (a: string, b: string): string => (a > b ? a : b)
