import type { HeldClause } from '../knowledge/index.ts'
import type { Reach } from './region.ts'

/** For which places and which day clauses are looked for. */
export interface Scope {
  /** Absent: every region. */
  readonly reach?: Reach
  /** ISO day. */
  readonly today: string
}

/** A source that hides where it is belongs to no place, and is named as such wherever it is told. */
const nowhere = '未明'

export function reaches(region: string, { reach }: Scope): boolean {
  return reach === undefined || region === '全国' || region === nowhere || reach.regions.has(region)
}

export function inForce({ entry, instrument }: HeldClause, { today }: Scope): boolean {
  return (
    (entry.validity?.from ?? instrument.validity.from ?? '') <= today &&
    today <= (entry.validity?.until ?? instrument.validity.until ?? '9999')
  )
}
