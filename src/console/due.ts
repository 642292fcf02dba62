import { type Calendar, workingDaysBetween } from '../base/index.ts'
import { type CaseClock, type ClockStanding, soonBefore } from '../intake/index.ts'

/** How a case stands against its limit, in words; colour only repeats them. */
export interface DueWords {
  readonly says: string
  readonly standing: 'none' | 'provisional' | 'calm' | 'soon' | 'today' | 'overdue'
  /** Working days left, negative once it is over; absent where it cannot be counted. */
  readonly left?: number
}

/** @param today ISO day. `dueCite` without `due` is a limit that ends beyond the published calendar. */
export function dueWords(
  { due, dueCite }: { due?: string; dueCite?: string },
  today: string,
  calendar: Calendar,
): DueWords {
  if (due === undefined)
    return dueCite === undefined
      ? { says: '未规定时限', standing: 'none' }
      : { says: '有时限，放假安排未公布，暂不能算出日期', standing: 'provisional' }
  if (due === today) return { says: '今天到期', standing: 'today', left: 0 }
  if (due < today) {
    const over = workingDaysBetween(due, today, calendar)
    if (over === 'beyond') return { says: '已超期', standing: 'overdue' }
    // Due on Friday, looked at on Saturday: over, but by no working day yet.
    return {
      says: over === 0 ? '已超期' : `已超期 ${over} 个工作日`,
      standing: 'overdue',
      left: over === 0 ? -1 : -over,
    }
  }
  const left = workingDaysBetween(today, due, calendar)
  if (left === 'beyond') return { says: `${due} 到期`, standing: 'calm' }
  return { says: `还有 ${left} 个工作日`, standing: left <= soonBefore ? 'soon' : 'calm', left }
}

/** How one clock of a case stands, in words. */
export function clockWords({ standing, due, left }: ClockStanding, clock: CaseClock): string {
  switch (standing) {
    case 'ended':
      return due !== undefined && clock.ended !== undefined && clock.ended > due ? '办了，晚于期限' : '已经了结'
    case 'paused':
      return `停表中，从${clock.pauses.at(-1)?.from ?? ''}起不计`
    case 'provisional':
      return '有时限，放假安排未公布，暂不能算出日期'
    case 'today':
      return '今天到期'
    case 'overdue':
      return left === undefined ? '已超期' : `已超期 ${-left} 个工作日`
    case 'calm':
    case 'soon':
      return left === undefined ? `${due ?? ''} 到期` : `还有 ${left} 个工作日`
  }
}
