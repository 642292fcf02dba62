import { type Refusal, Refused } from '../base/index.ts'

/** What the store did not do, as the outside hears it. */
const heard = {
  absent: 'notFound',
  stale: 'stale',
  over: 'textOver',
  'other-person': 'textProposerOnly',
  'same-person': 'textSelf',
  'set-up-over': 'textSetUpOver',
  missing: 'textIncomplete',
  moved: 'textMoved',
} as const satisfies Record<string, Refusal>

/** @returns the outcome of a deed that was done. @throws Refused for one that was not. */
export function refusal<T extends object>(outcome: T | keyof typeof heard): T {
  if (typeof outcome === 'string') throw new Refused(heard[outcome])
  return outcome
}
