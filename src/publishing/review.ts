import { Refused } from '../base/index.ts'
import {
  type Change,
  diff,
  type Level,
  levels,
  type OriginalText,
  type Passage,
  type Piece,
  structure,
} from '../originals/index.ts'
import type { TextProposal, TextRow } from '../runtime/index.ts'
import { type Impact, impactOf } from './impact.ts'
import type { PressOptions } from './options.ts'
import { digestOf } from './original-of.ts'
import { type TouchedWork, touchedWork } from './touched-work.ts'

/** All that somebody needs to decide over a proposal. */
export interface Review {
  readonly row: TextRow
  /** What was in the file and is not in the text. */
  readonly notes: readonly string[]
  readonly characters: number
  readonly outline: Outline
  readonly passages: readonly Passage[]
  /** Against the newest edition there was when it was proposed; absent for a text of its own, or once that was taken down. */
  readonly changes?: readonly Change[]
  /** What rests on what was changed; empty for a text of its own. */
  readonly impact: Impact & TouchedWork
  readonly matches: readonly Match[]
  /** Clauses of the digest of this text that rest on no passage. */
  readonly unmatched: readonly DigestWords[]
}

export interface Outline {
  readonly counts: readonly { readonly level: Level; readonly count: number }[]
  /** Titles of 编章节 and 标题 in order, with how deep they stand, from 0. */
  readonly titles: readonly { readonly title: string; readonly depth: number }[]
}

/** A digest clause beside the passages it rests on. */
export interface Match extends DigestWords {
  readonly passages: readonly Passage[]
}
export interface DigestWords {
  readonly clause: string
  readonly label: string
  readonly instrument: string
  readonly text: string
}

/** Reads a proposal, or an edition it became, with all it touches. @throws Refused `notFound` */
export async function reviewText(options: PressOptions, id: string): Promise<Review> {
  const { store, library, ours } = options
  const [proposal, { texts: known }] = await Promise.all([store.texts.open(id), store.texts.published()])
  if (!proposal) throw new Refused('notFound')
  const { row, text, passages, carries, notes } = proposal
  const before = known.find((each) => each.id === row.text && each.edition === row.follows)
  const changes = before && diff(before.passages, passages)
  const impact = impactOf(changes ?? [], { before: before?.carries ?? {}, after: carries }, ours)
  return {
    row,
    notes,
    characters: text.replace(/\s/gu, '').length,
    outline: outlineOf(structure(text).pieces),
    passages,
    ...(changes ? { changes } : {}),
    impact: { ...impact, ...(await touchedWork(options, impact.forms)) },
    ...matchesOf(proposal, library),
  }
}

/** The matches of a proposal in words, and the clauses of its digest that have none. */
export function matchesOf(
  {
    row,
    text,
    passages,
    carries,
  }: Pick<TextProposal, 'row' | 'text' | 'passages'> & {
    readonly carries: OriginalText['carries']
  },
  library: PressOptions['library'],
): Pick<Review, 'matches' | 'unmatched'> {
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  const words = (clause: string): DigestWords => {
    const held = library.clauses.get(clause)
    return {
      clause,
      label: held?.cite.label ?? '',
      instrument: held?.cite.instrument ?? '',
      // A clause that has left the digest since; it carries nothing, and the match may be struck out.
      text: held?.entry.text ?? '（摘要里已经没有这一条）',
    }
  }
  const rests = (clause: string) => (carries[clause] ?? []).flatMap((each) => byId.get(each) ?? [])
  return {
    matches: Object.keys(carries).map((clause) => ({ ...words(clause), passages: rests(clause) })),
    unmatched: digestOf(row.says, text, library)
      .filter(({ id }) => carries[id] === undefined)
      .map(({ id }) => words(id)),
  }
}

/** How a text is built: how many of each level, and its titles. */
export function outlineOf(pieces: readonly Piece[]): Outline {
  const counts = new Map<Level, number>()
  const titles: { title: string; depth: number }[] = []
  const walk = (each: Piece, depth: number) => {
    counts.set(each.level, (counts.get(each.level) ?? 0) + 1)
    const titled = each.title !== undefined && each.level !== '条'
    if (titled) titles.push({ title: each.title ?? '', depth })
    for (const child of each.children) walk(child, titled ? depth + 1 : depth)
  }
  for (const piece of pieces) walk(piece, 0)
  return {
    counts: levels.flatMap((level) => {
      const count = counts.get(level)
      return count === undefined ? [] : [{ level, count }]
    }),
    titles,
  }
}
