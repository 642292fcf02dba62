/** When one member was sent something: what WeCom counts, and drops without a word beyond it. */
export interface Sent {
  /** Seconds since 1970, oldest first, of the last minute. */
  readonly minute: readonly number[]
  /** How many in each `slice` of the last hour, by the number of the slice. */
  readonly hour: Readonly<Record<string, number>>
}

export const nothingSent: Sent = { minute: [], hour: {} }

/** Messages of one application to one member, https://developer.work.weixin.qq.com/document/path/90312 (read 2026-11-30): 30 a minute, 1000 an hour. */
export const paceBounds = { minute: 30, hour: 1000 } as const

/** Seconds: an hour is counted by slices, the oldest of them in full, so that the true count is never above ours. */
const slice = 300

/** Seconds until one more may be sent; 0 if it may now. @param now seconds since 1970. */
export function waitFor({ minute, hour }: Sent, now: number): number {
  const recent = minute.filter((at) => at > now - 60)
  const first = recent[recent.length - paceBounds.minute]
  const forMinute = first === undefined ? 0 : first + 61 - now
  const slices = Object.entries(hour).filter(([n]) => counts(Number(n), now))
  const inHour = slices.reduce((sum, [, count]) => sum + count, 0)
  if (inHour < paceBounds.hour) return forMinute
  const oldest = Math.min(...slices.map(([n]) => Number(n)))
  return Math.max(forMinute, (oldest + 1) * slice + 3601 - now)
}

/** With one more sent now; what no longer counts is forgotten. */
export function sentOne({ minute, hour }: Sent, now: number): Sent {
  const n = Math.floor(now / slice)
  const kept = Object.entries(hour).filter(([each]) => counts(Number(each), now))
  return {
    minute: [...minute.filter((at) => at > now - 60), now].slice(-paceBounds.minute),
    hour: { ...Object.fromEntries(kept), [n]: (hour[n] ?? 0) + 1 },
  }
}

/** A slice counts as long as its last second lies within the hour. */
const counts = (n: number, now: number) => (n + 1) * slice > now - 3600
