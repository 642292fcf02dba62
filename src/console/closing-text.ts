/** A text a topic of the gap ledger may be closed by. */
export interface ClosingText {
  readonly id: string
  readonly title: string
  /** What it is, in a word officers know: 文件, 答法, 原文. */
  readonly kind: string
}
