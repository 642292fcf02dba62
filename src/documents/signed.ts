import type { Box, Paper, Piece } from './paper.ts'
import { longDay } from './words.ts'

/** Who wrote a paper up and who approved it. */
export interface Signatures {
  readonly asked: Signature
  readonly signed: Signature
}

export interface Signature {
  readonly name: string
  /** ISO 8601, +08:00. */
  readonly at: string
}

/** A paper as it was approved: both names in the boxes meant for them, and on the office's own page who did it when. Nothing else changes. */
export function signedPaper(paper: Paper, { asked, signed }: Signatures): Paper {
  const box = (each: Box): Box => {
    if (each.by === undefined) return each
    const { blank: _, ...rest } = each
    const { name, at } = each.by === 'asked' ? asked : signed
    return { ...rest, runs: [{ text: `${name}　${longDay(at.slice(0, 10))}` }] }
  }
  const pieces = paper.pieces.map(
    (piece): Piece => (piece.type === 'table' ? { ...piece, rows: piece.rows.map((row) => row.map(box)) } : piece),
  )
  const says = `本稿由${asked.name}于${moment(asked.at)}送复核，${signed.name}于${moment(signed.at)}复核同意。复核以后内容没有改动。`
  return { ...paper, pieces, look: [{ type: 'text', runs: [{ text: says }] }, ...paper.look] }
}

const moment = (at: string) => `${longDay(at.slice(0, 10))}${at.slice(11, 16)}`
