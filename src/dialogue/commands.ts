import type { Value, Withheld } from '../flow/index.ts'
import type { Fear } from './fear.ts'
import type { Item } from './open-list.ts'
import type { About, Door } from './types.ts'

/** What a sentence was taken to mean: a closed list. A language model may propose commands; only these can be proposed. */
export type Command =
  | { readonly type: 'start'; readonly flow: string; readonly said: string }
  /** `direct`: it answers the question that was open; otherwise it was said on the way. */
  | {
      readonly type: 'fill'
      readonly path: string
      readonly value: Value
      readonly said: string
      readonly direct: boolean
    }
  | { readonly type: 'add'; readonly list: string; readonly items: readonly Item[]; readonly said: string }
  | {
      readonly type: 'noAnswer'
      readonly path: string
      readonly is: Withheld
      readonly said: string
    }
  | {
      readonly type: 'correct'
      /** Empty where `unsure`. */
      readonly path: string
      readonly said?: string
      readonly ordinal?: number
      /** The new answer, where it is not read out of `said` by the field itself: one thing more in a list. */
      readonly value?: Value
      /** What it may be that is to be corrected, at most four: it is asked, and nothing is changed. */
      readonly unsure?: readonly string[]
      /** What is unsure is where one thing more belongs. */
      readonly adds?: true
      /** What else was said in the same breath. */
      readonly also?: readonly Command[]
    }
  | { readonly type: 'remove'; readonly list: string; readonly index: number }
  /** Words for one more item of a list that is filled already; without them they are asked for. */
  | { readonly type: 'more'; readonly list: string; readonly said: string }
  /** There is no item or answer of that number. */
  | { readonly type: 'noSuch'; readonly n: number }
  /** A second form wished for in the same message: remembered, and offered when the first is done. */
  | { readonly type: 'later'; readonly flow: string; readonly said: string }
  | { readonly type: 'impossible'; readonly why: string }
  | { readonly type: 'wonder'; readonly question: string }
  | { readonly type: 'door'; readonly door: Door }
  /** Asked about the assistant itself. */
  | { readonly type: 'about'; readonly about: About }
  /** Fear said out loud. */
  | ({ readonly type: 'fear' } & Fear)
  | { readonly type: 'openReceipt'; readonly receipt: string }
  /** What a kept form was waiting for has been told. */
  | { readonly type: 'resumeHeld'; readonly flow: string }
  | { readonly type: 'feedback'; readonly which: 'up' | 'down' }
  | { readonly type: 'askReceipt' }
  | {
      readonly type:
        | 'undo'
        | 'keep'
        | 'restore'
        | 'restoreItem'
        | 'why'
        | 'example'
        | 'repeat'
        | 'review'
        | 'pause'
        | 'resume'
        | 'cancel'
        | 'delete'
        | 'wait'
        | 'hurry'
        | 'yours'
        | 'who'
        | 'verdict'
        | 'human'
        | 'greet'
        | 'abuse'
        | 'refuse'
        | 'receiptLost'
        | 'unchanged'
        | 'miss'
    }
