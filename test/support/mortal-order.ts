/** Where the process may be told to kill itself. */
export const handingIn = [
  'before the receipt is made',
  'before the commit',
  'after the commit, before anything is told',
  'when open connections are fed',
  'while the receipt is put into the message',
] as const
export const asking = [
  'before the deed is written',
  'after the deed was written',
  'when the question is taken up',
  'after the question was told',
] as const

export type Point = (typeof handingIn)[number] | (typeof asking)[number]

/** One line of JSON on the stdin of a mortal house. */
export interface Order {
  readonly environment: Readonly<Record<string, string>>
  readonly dies?: Point
  /** An officer's account to add. */
  readonly account?: string
}
