import { addDays, type Calendar, isWorkingDay, workingDaysBetween } from '../base/index.ts'
import { type CaseClock, lastDay } from './clock.ts'

/** How a clock stands on a day. */
export interface ClockStanding {
  readonly standing: 'calm' | 'soon' | 'today' | 'overdue' | 'paused' | 'provisional' | 'ended'
  /** The last day; absent while it stands still, and where it lies beyond the published calendar. */
  readonly due?: string
  /** Working days from today to the last day, below zero once it is over; absent where they cannot be counted. */
  readonly left?: number
  /** The last day is a day off. No rule held here moves it, so it stays and is told with this note. */
  readonly dayOff?: true
}

/** Three working days, a usual office margin: shorter than a week and long enough to get a signature. */
export const soonBefore = 3

/** @param today ISO day. */
export function standingOn(clock: CaseClock, today: string, calendar: Calendar): ClockStanding {
  const day = lastDay(clock, calendar)
  const named = day === 'paused' || day === 'beyond' ? {} : { due: day, ...off(day, calendar) }
  if (clock.ended !== undefined) return { standing: 'ended', ...named }
  if (day === 'paused') return { standing: 'paused' }
  if (day === 'beyond') return { standing: 'provisional' }
  if (day === today) return { standing: 'today', ...named, left: 0 }
  if (day < today) {
    const over = workingDaysBetween(day, today, calendar)
    // Due on Friday, looked at on Saturday: over, but by no working day yet.
    return { standing: 'overdue', ...named, ...(over === 'beyond' ? {} : { left: over === 0 ? -1 : -over }) }
  }
  const left = workingDaysBetween(today, day, calendar)
  if (left === 'beyond') return { standing: 'calm', ...named }
  return { standing: left <= soonBefore ? 'soon' : 'calm', ...named, left }
}

/** The two days an officer is reminded of a clock: shortly before its last day, and when it is over. */
export interface Reminders {
  readonly soon: string
  readonly overdue: string
}

/** @returns absent for a clock that ended, stands still, or has no day that may be named. */
export function remindersOf(clock: CaseClock, calendar: Calendar): Reminders | undefined {
  const due = lastDay(clock, calendar)
  if (clock.ended !== undefined || due === 'paused' || due === 'beyond') return undefined
  let soon = due
  // Never before it began: a clock of two days is soon from its first day on.
  while (soon > addDays(clock.began, 1) && isSoon(addDays(soon, -1), due, calendar)) soon = addDays(soon, -1)
  return { soon, overdue: addDays(due, 1) }
}

function isSoon(day: string, due: string, calendar: Calendar): boolean {
  const left = workingDaysBetween(day, due, calendar)
  return left !== 'beyond' && left <= soonBefore
}

/** One clock an officer is to hear of, and whether it is nearly over or over. */
export interface Reminded {
  readonly clock: CaseClock
  readonly stage: 'soon' | 'overdue'
}

/** What is to be reminded of on exactly this day. */
export function remindedOn(clocks: readonly CaseClock[], today: string, calendar: Calendar): readonly Reminded[] {
  return clocks.flatMap((clock): Reminded[] => {
    const days = remindersOf(clock, calendar)
    if (days?.overdue === today) return [{ clock, stage: 'overdue' }]
    return days?.soon === today ? [{ clock, stage: 'soon' }] : []
  })
}

/** The nearest last day of all that run, for the order of the queue. `dueCite` without `due`: one runs whose day may not be named yet. */
export function nearest(
  clocks: readonly CaseClock[],
  calendar: Calendar,
): { readonly due?: string; readonly dueCite?: string } {
  const running = clocks.filter(({ ended }) => ended === undefined)
  const dated = running.flatMap((clock) => {
    const due = lastDay(clock, calendar)
    return due === 'paused' || due === 'beyond' ? [] : [{ due, dueCite: clock.cite }]
  })
  const first = dated.reduce<(typeof dated)[number] | undefined>((a, b) => (a && a.due <= b.due ? a : b), undefined)
  const open = running.find((clock) => lastDay(clock, calendar) === 'beyond')
  return first ?? (open ? { dueCite: open.cite } : {})
}

function off(day: string, calendar: Calendar): { dayOff?: true } {
  return isWorkingDay(day, calendar) === false ? { dayOff: true } : {}
}
