/** Words kept in memory for a little while, to be sent once; they are never written anywhere. */
export interface ShortKeeping {
  keep(key: string, words: string): void
  find(key: string): string | undefined
}

/** Long enough for a platform that is away for a moment; then the words are said to be gone. */
const keptMs = 10 * 60_000
/** Replies of one office at one time; older ones go first. */
const most = 500

/** @param now milliseconds. */
export function shortKeeping(now: () => number): ShortKeeping {
  const kept = new Map<string, { readonly words: string; readonly until: number }>()
  function sweep(): void {
    for (const [key, { until }] of kept) {
      if (until > now() && kept.size <= most) break
      kept.delete(key)
    }
  }
  return {
    keep(key, words) {
      kept.set(key, { words, until: now() + keptMs })
      sweep()
    },
    find(key) {
      sweep()
      return kept.get(key)?.words
    },
  }
}
