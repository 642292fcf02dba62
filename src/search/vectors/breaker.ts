/** Keeps a dead server from being asked again and again: after some failures in a row it rests, then one trial goes out. */
export interface Breaker {
  /** Whether to ask; false while resting, and while the one trial after a rest is on its way. */
  open(): boolean
  /** To be told how each asking went. */
  ended(well: boolean): void
}

/** @param now milliseconds, never going back. */
export function openBreaker(now: () => number, { failures = 3, restMs = 30_000 } = {}): Breaker {
  let failed = 0
  let restUntil = 0
  return {
    open() {
      if (failed < failures) return true
      if (now() < restUntil) return false
      // The trial has as long as a rest; if nobody tells how it ended, the next one goes out after that.
      restUntil = now() + restMs
      return true
    },
    ended(well) {
      failed = well ? 0 : failed + 1
      if (failed >= failures) restUntil = now() + restMs
    },
  }
}
