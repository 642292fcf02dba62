/** Keeps a server that fails from being asked again and again. */
export interface Breaker {
  /** @returns false while it is open; true once it is time for a trial, which is one at a time. */
  mayAsk(): boolean
  worked(): void
  failed(): void
  /** True while nothing is asked. */
  readonly open: boolean
}

/** So many failures in a row, whatever they were, and nothing is asked for a while. */
const mostFailures = 5
/** Milliseconds until one request may try again; doubled by each trial that fails, up to `longestRest`. */
const rest = 30_000
const longestRest = 600_000

/** @param now milliseconds of a clock that never goes back (`performance.now`). */
export function openBreaker(now: () => number): Breaker {
  let failures = 0
  let shutUntil = 0
  let pause = rest
  let trying = false
  const isOpen = () => failures >= mostFailures
  return {
    mayAsk() {
      if (!isOpen()) return true
      if (trying || now() < shutUntil) return false
      trying = true
      return true
    },
    worked() {
      failures = 0
      pause = rest
      trying = false
    },
    failed() {
      failures++
      if (!isOpen()) return
      if (trying) pause = Math.min(pause * 2, longestRest)
      trying = false
      shutUntil = now() + pause
    },
    get open() {
      return isOpen() && now() < shutUntil
    },
  }
}
