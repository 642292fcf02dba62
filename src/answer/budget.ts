/** How much may be asked of a model: what is over it is answered without. */
export interface Budget {
  /** @param thread whose conversation it is. @returns absent if there is none left; else what gives the place back when the request is over. */
  take(thread: string): (() => void) | undefined
}

export interface Allowance {
  /** Requests an hour, all conversations together. */
  readonly all: number
  /** Requests an hour in one conversation. */
  readonly each: number
  /** Requests at the same time. */
  readonly atOnce: number
}

/** A person asks some twenty questions an hour at most; an office's own server writes a few answers at a time. */
export const allowance: Allowance = { all: 2000, each: 40, atOnce: 8 }

const hour = 3_600_000

/** @param now milliseconds of a clock that never goes back. */
export function openBudget(now: () => number, { all, each, atOnce }: Allowance = allowance): Budget {
  let since = now()
  let asked = 0
  let running = 0
  let threads = new Map<string, number>()
  return {
    take(thread) {
      if (now() - since >= hour) {
        since = now()
        asked = 0
        threads = new Map()
      }
      const own = threads.get(thread) ?? 0
      if (asked >= all || own >= each || running >= atOnce) return undefined
      asked++
      running++
      threads.set(thread, own + 1)
      let over = false
      return () => {
        if (!over) running--
        over = true
      }
    },
  }
}
