import { addWorkingDays, type Calendar } from '../base/index.ts'
import { type Answers, holds } from '../flow/index.ts'
import type { CaseKind } from './case-kind.ts'

/**
 * The last day a kind's clock leaves for a form.
 * Both absent: no rule sets a limit. `dueCite` without `due`: there is a limit, but it ends beyond the published
 * calendar, so no day may be named yet (provisional).
 */
export interface Deadline {
  readonly due?: string
  readonly dueCite?: string
}

/** @param received the day the form came in, ISO; it does not count itself. */
export function deadline(kind: CaseKind, answers: Answers, received: string, calendar: Calendar): Deadline {
  const { clock } = kind
  if (!clock || (clock.when && holds(clock.when, answers) !== 'yes')) return {}
  const due = addWorkingDays(received, clock.workingDays, calendar)
  return due === 'beyond' ? { dueCite: clock.cite } : { due, dueCite: clock.cite }
}
