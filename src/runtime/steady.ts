/**
 * The time by which things expire: the clock's, but never further on than this process has lived. A clock that jumps a day
 * ahead must not delete everybody's half-filled form.
 *
 * @param started the clock when the process began, and milliseconds lived since. @returns ISO 8601, +08:00.
 */
export function steady(now: string, started: string, lived: number): string {
  const most = Date.parse(started) + lived
  // A minute, because clocks are set right a little now and then.
  if (Date.parse(now) <= most + 60_000) return now
  return `${new Date(most + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}
