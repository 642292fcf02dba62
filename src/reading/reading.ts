import type { Answers, Value } from '../flow/index.ts'
import type { Place } from './place.ts'

/** A reading: a value, a kind of not-answering, or what is impossible about it. `undefined`: not an answer to this field. */
export type Reading =
  | { readonly value: Value }
  | { readonly is: 'unknown' }
  | { readonly impossible: string }
  | undefined

/** What reading needs to know: the answers so far, today's day, and the places people name. */
export interface Around {
  readonly answers: Answers
  readonly today: string
  readonly places: readonly Place[]
}
