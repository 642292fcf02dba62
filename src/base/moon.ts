/** A day by the moon's calendar; `leap` is a month put in twice. */
export interface MoonDay {
  readonly year: number
  readonly month: number
  readonly leap: boolean
  readonly day: number
}

let calendar: Intl.DateTimeFormat | undefined

/** The moon's day of an ISO day, by the calendar every JavaScript engine carries; calendar and zone are named, so no machine's settings count. */
export function moonOf(day: string): MoonDay {
  calendar ??= new Intl.DateTimeFormat('en-u-ca-chinese', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  const parts = calendar.formatToParts(new Date(`${day}T00:00:00Z`)) as readonly { type: string; value: string }[]
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  const month = part('month')
  return {
    year: Number(part('relatedYear')),
    month: Number.parseInt(month, 10),
    leap: /\D/.test(month),
    day: Number(part('day')),
  }
}
