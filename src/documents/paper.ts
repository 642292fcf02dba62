/** A piece of text and where it came from: `source` counts from 1 into `Paper.sources`; absent for the paper's own words. */
export interface Run {
  readonly text: string
  readonly source?: number
}

export interface Box {
  readonly label: string
  readonly runs: readonly Run[]
  /** Left for a pen, so many lines high. */
  readonly blank?: number
  /** Whose name goes there once a second officer has approved it: who wrote it up, or who approved. */
  readonly by?: 'asked' | 'signed'
}

export type Piece =
  | { readonly type: 'heading' | 'text' | 'quote'; readonly runs: readonly Run[] }
  | { readonly type: 'table'; readonly title?: string; readonly rows: readonly (readonly Box[])[] }

/** Where words on a paper come from, as the last page lists it. */
export interface Source {
  /** The answer's path (`facts[0].what`), `fact:` and the input of a move, `message:` and its number, `clause:` and its id, or `case:`. */
  readonly path: string
  readonly label: string
  /** Number of the person's message in the conversation; absent for what is not an answer. */
  readonly turn?: number
  /** Where it stands, in words: `对话第 3 句`. */
  readonly where: string
  /** The person's own words; absent where there are none, and where they are sealed. */
  readonly said?: string
}

/** A finished paper as data: what the docx, the page for print and the console are all made of. */
export interface Paper {
  readonly id: string
  readonly title: string
  /** Made here of the case number and the paper's id, ASCII, no name in it: `R-1001-registration.docx`. */
  readonly file: string
  readonly letter?: { readonly from: readonly Run[]; readonly number: string }
  readonly to?: readonly Run[]
  readonly pieces: readonly Piece[]
  readonly signer?: readonly Run[]
  /** The office's own page behind it, which does not go out. */
  readonly look: readonly Piece[]
  readonly sources: readonly Source[]
}

/** The text of runs without their sources. */
export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')
