import { addDays } from '../base/index.ts'
import type { Thread } from './arrival.ts'

/**
 * Whole days after its last turn for which a conversation is kept. One under a secret is dead as soon as the tab is closed;
 * a week lets a phone that only slept go on. Any other opens with the server key, so it is kept for a day (SECURITY 3.4).
 */
const days = { secret: 7, none: 1 } as const

/** When a conversation last spoken in at `at` may be deleted. On the hour, because a time to the second tells who it was. */
export function keptUntil({ secret }: Pick<Thread, 'secret'>, at: string): string {
  const day = addDays(at.slice(0, 10), days[secret === undefined ? 'none' : 'secret'])
  const hour = Number(at.slice(11, 13)) + 1
  const whole = (n: number) => `${String(n).padStart(2, '0')}:00:00+08:00`
  return hour === 24 ? `${addDays(day, 1)}T${whole(0)}` : `${day}T${whole(hour)}`
}
