import type { StatisticsRow } from './statistics-desk.ts'

/** One bar of a chart, laid out: no style and no script, so that it is drawn alike on a screen and on paper. */
export interface Bar {
  readonly label: string
  readonly says: string
  /** Top of its line. */
  readonly y: number
  readonly width: number
  /** Its number is not shown: drawn hatched, and always of one length. */
  readonly hidden: boolean
}

export interface Bars {
  readonly bars: readonly Bar[]
  readonly height: number
}

/** What a bar takes of the height, and the length of the longest; units of the drawing. */
export const line = 30
export const longest = 380
/** As long whatever it stands for. */
const hiddenLength = 24

export function barsOf(rows: readonly StatisticsRow[]): Bars {
  const most = Math.max(1, ...rows.map(({ shown }) => (typeof shown === 'number' ? shown : 0)))
  return {
    height: rows.length * line,
    bars: rows.map(({ label, says, shown }, n) => ({
      ...{ label, says, y: n * line, hidden: typeof shown !== 'number' },
      width: typeof shown === 'number' ? Math.round((shown / most) * longest) : hiddenLength,
    })),
  }
}
