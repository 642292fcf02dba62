import type { Authority } from '../base/index.ts'

/** What a piece of a text is, from the whole down: 编章节条款项目 of a regulation, 问答 of an interview, 段 of plain prose. */
export const levels = ['编', '分编', '章', '节', '条', '款', '项', '目', '标题', '问', '答', '段'] as const
export type Level = (typeof levels)[number]

/**
 * A piece of a text: a span of it and the pieces inside, in order. Spans are UTF-16 offsets into `Structured.text`; children lie
 * within their parent, never overlap, and what lies between them is the parent's own words, so nothing of a text is lost.
 */
export interface Piece {
  readonly level: Level
  /** Counted in Arabic digits: `1260`, `120-1` for 第一百二十条之一, `3` for （三）; absent where the text counts nothing. */
  readonly number?: string
  /** Title of a 编章节 or 标题, or the question of a 问. */
  readonly title?: string
  readonly start: number
  readonly end: number
  readonly children: readonly Piece[]
}

/** A text taken apart by its own structure. */
export interface Structured {
  /** The source in full, boilerplate dropped, one line break per paragraph; as it stands, never simplified. */
  readonly text: string
  readonly pieces: readonly Piece[]
}

/** The smallest piece that can be quoted alone, with the way down to it. */
export interface Passage {
  /** Stable within an edition and the same in the next where the numbering is: `a120-1.2.3` (article.paragraph.item), `q4.a.2`, `p12`. */
  readonly id: string
  /** What a person reads: `第一百二十条之一第二款第（三）项`, `第4问第（二）点`. */
  readonly label: string
  /** Titles from the outside in: `['第二章 总则', '第一节 …']`. */
  readonly path: readonly string[]
  /** Number of the article in Arabic digits, where there is one. */
  readonly article?: string
  /** Verbatim substring `text.slice(start, end)` of the structured text. */
  readonly text: string
  readonly start: number
  readonly end: number
}

/** What a text says of itself, or an officer says of it; absent means: could not be read, ask. */
export interface TextHead {
  readonly title?: string
  readonly issuer?: string
  /** `全国`, a province or a city. */
  readonly region?: string
  /** `许办〔2017〕5号` */
  readonly number?: string
  /** ISO days. */
  readonly issued?: string
  readonly from?: string
  readonly until?: string
}

/** One published edition of an original: all that answers may quote from it. */
export interface OriginalText {
  /** Of the text, the same through all its editions: `t7`. */
  readonly id: string
  /** Counted from 1. */
  readonly edition: number
  readonly title: string
  readonly aliases?: readonly string[]
  readonly issuer: string
  readonly region: string
  readonly authority: Authority
  /** ISO days, both inclusive. */
  readonly from?: string
  readonly until?: string
  /** `Structured.text`, in full; passages are spans of it. */
  readonly text: string
  readonly passages: readonly Passage[]
  /** Digest clause id → ids of the passages it rests on, best first. */
  readonly carries: Readonly<Record<string, readonly string[]>>
}
