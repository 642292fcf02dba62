import { daysBetween } from '../base/index.ts'
import type { Agreement, ToldFact } from './alike-types.ts'

/** So many days apart two memories of one thing may lie: a month and a half, as `夏天` and `秋天` do at their ends. */
const nearDays = 45
/** A stretch longer than this (three years) overlaps with nearly everything and says little. */
const longDays = 1100

type Times = Pick<ToldFact, 'from' | 'to'>
type Amounts = Pick<ToldFact, 'amountMin' | 'amountMax'>

/** Whether two times can be one: `same` where they overlap, `near` where they lie close, or one is years long. */
export function agreeOnTime(a: Times, b: Times): Agreement {
  const [one, other] = [daysOf(a), daysOf(b)]
  if (!one || !other) return 'unknown'
  const [first, second] = one.from <= other.from ? [one, other] : [other, one]
  if (second.from <= first.to) return long(one) || long(other) ? 'near' : 'same'
  return daysBetween(first.to, second.from) <= nearDays ? 'near' : 'differs'
}

/** Whether two amounts can be one: `near` up to half as much again, which is how people guess. */
export function agreeOnAmount(a: Amounts, b: Amounts): Agreement {
  const [one, other] = [yuanOf(a), yuanOf(b)]
  if (!one || !other) return 'unknown'
  const gap = Math.max(one.min, other.min) / Math.max(Math.min(one.max, other.max), 1)
  if (gap <= 1) return 'same'
  return gap <= 1.5 ? 'near' : 'differs'
}

/** A bound that is left open is the one that is known: an open end must not overlap with everything. */
function daysOf({ from, to }: Times): { readonly from: string; readonly to: string } | undefined {
  const start = from ?? to
  const end = to ?? from
  if (start === undefined || end === undefined) return undefined
  return start <= end ? { from: start, to: end } : { from: end, to: start }
}

const long = ({ from, to }: { readonly from: string; readonly to: string }) => daysBetween(from, to) > longDays

function yuanOf({ amountMin, amountMax }: Amounts): { readonly min: number; readonly max: number } | undefined {
  const min = amountMin ?? amountMax
  const max = amountMax ?? amountMin
  return min === undefined || max === undefined ? undefined : { min: Math.min(min, max), max: Math.max(min, max) }
}
