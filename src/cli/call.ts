/** What every command gets: its words, its switches, and where to write. */
export interface Call {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  print(line: string): void
  complain(line: string): void
}
