import { z } from 'zod'

const units = z.number().int().positive()

/**
 * How long a clock gives: working days, calendar days, months of the calendar (not thirty days), or up to a day the office
 * names itself in an input of the move that starts it.
 */
export const Length = z.union([
  z.strictObject({ workingDays: units }),
  z.strictObject({ days: units }),
  z.strictObject({ months: units }),
  z.strictObject({ until: z.iso.date() }),
])
export type Length = z.infer<typeof Length>

/** A length in words: 15个工作日. */
export function lengthWords(length: Length): string {
  if ('workingDays' in length) return `${length.workingDays}个工作日`
  if ('days' in length) return `${length.days}天`
  if ('months' in length) return `${length.months}个月`
  return `到${length.until}`
}
