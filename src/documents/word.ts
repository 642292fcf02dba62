import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { fonts, fontTable, lines, marginOf, pageSize, points, redHead, textWidth } from './layout.ts'
import type { Box, Paper, Piece, Run, Source } from './paper.ts'

/**
 * A paper as docx in the manner of GB/T 9704: A4, 仿宋 16 pt on exact lines of 29 pt, titles 小标宋 22 pt, page numbers outside.
 * All words go through the library's `w:t`, which escapes them; there are no fields but the page number, no links, nothing
 * from outside.
 */
export async function word(paper: Paper): Promise<Uint8Array> {
  const { title, letter, to, pieces, signer, look, sources } = paper
  const main = [
    ...(letter ? head(letter) : []),
    centred(title, fonts.title, points(22)),
    paragraph([{ text: '' }]),
    ...(to ? [paragraph(to)] : []),
    ...pieces.flatMap(piece),
    ...(signer ? signature(signer) : []),
  ]
  const behind = [
    centred('出处和核对（机关内部用，不随文发出）', fonts.heading, points(16), { pageBreakBefore: true }),
    ...look.flatMap(piece),
    sourceTable(sources),
  ]
  const file = new Document({
    // Who wrote it and when is for the office to say; the library would put its own name and the machine's.
    creator: '清问',
    lastModifiedBy: '清问',
    title,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { font: fonts.body, size: points(16) }, paragraph: { spacing: lines(29) } } },
    },
    sections: [
      {
        properties: { page: { size: pageSize, margin: marginOf } },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [...main, ...behind],
      },
    ],
  })
  return await Packer.toBuffer(file, undefined, [{ path: 'word/fontTable.xml', data: fontTable }])
}

function piece(each: Piece): FileChild[] {
  if (each.type === 'table') {
    const title =
      each.title === undefined ? [] : [paragraph([{ text: each.title }], { font: fonts.subheading, keep: true })]
    // Tables that touch would become one; the line between also lets a title breathe.
    return [...title, table(each.rows), small('')]
  }
  if (each.type === 'heading') return [paragraph(each.runs, { font: fonts.heading, indent: true, keep: true })]
  return split(each.runs).map((runs) => {
    return paragraph(runs, { indent: true, ...(each.type === 'quote' ? { font: fonts.subheading } : {}) })
  })
}

interface Manner {
  readonly font?: typeof fonts.body
  readonly size?: number
  readonly indent?: boolean
  readonly keep?: boolean
  readonly line?: number
}

function paragraph(runs: readonly Run[], { font, size, indent, keep, line = 29 }: Manner = {}): Paragraph {
  return new Paragraph({
    spacing: lines(line),
    // Two characters of 16 pt.
    ...(indent ? { indent: { firstLine: 640 } } : {}),
    ...(keep ? { keepNext: true } : {}),
    children: runs.map(({ text }) => written(text, font, size)),
  })
}

const written = (text: string, font: typeof fonts.body | undefined, size = points(16)): ParagraphChild =>
  new TextRun({ text, size, ...(font ? { font } : {}) })

/** Runs cut where a line ends, so that no paragraph holds a line end. */
function split(runs: readonly Run[]): Run[][] {
  const out: Run[][] = [[]]
  for (const run of runs)
    for (const [at, text] of run.text.split('\n').entries()) {
      if (at > 0) out.push([])
      if (text !== '') out.at(-1)!.push({ ...run, text })
    }
  return out
}

const centred = (text: string, font: typeof fonts.body, size: number, more: { pageBreakBefore?: boolean } = {}) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: lines(29),
    ...more,
    children: [new TextRun({ text, font, size })],
  })

const small = (text: string) => paragraph([{ text }], { size: points(10.5), line: 18 })

function head({ from, number }: NonNullable<Paper['letter']>): FileChild[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      // 29 pt would cut the top off letters of this size.
      spacing: lines(48),
      border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, space: 6, color: redHead } },
      children: from.map(({ text }) => new TextRun({ text, font: fonts.title, size: points(32), color: redHead })),
    }),
    new Paragraph({ alignment: AlignmentType.RIGHT, spacing: lines(29), children: [written(number, undefined)] }),
    paragraph([]),
  ]
}

/** Who signs and a day left open: the day on a paper is the day it is signed, which nobody knows here. */
function signature(signer: readonly Run[]): FileChild[] {
  const right = (children: ParagraphChild[]) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: lines(29),
      indent: { right: 640 },
      keepLines: true,
      children,
    })
  return [
    paragraph([]),
    paragraph([]),
    right(signer.map(({ text }) => written(text, undefined))),
    right([written('　　　　年　　月　　日', undefined)]),
  ]
}

/** Label and value, one pair or two in a row; a single value takes the rest of the line. */
function table(rows: readonly (readonly Box[])[]): Table {
  const label = 1640
  const half = Math.floor(textWidth / 2) - label
  const widths = [label, half, label, textWidth - 2 * label - half]
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: row.every(({ runs }) => runs.map(({ text }) => text).join('').length < 400),
          children: row.flatMap((box) => [
            cell([labelled(box.label)], label),
            cell(filled(box), row.length === 1 ? textWidth - label : half, row.length === 1 ? 3 : 1),
          ]),
        }),
    ),
  })
}

const labelled = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: lines(29),
    children: [written(text, fonts.heading, points(14))],
  })

function filled({ runs, blank }: Box): Paragraph[] {
  if (blank !== undefined) return Array.from({ length: blank }, () => paragraph([], { size: points(14) }))
  return split(runs).map((line) => paragraph(line, { size: points(14) }))
}

const cell = (children: Paragraph[], width: number, columnSpan = 1) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan,
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 100, right: 100 },
    children,
  })

/** Where each thing on the paper comes from: number, what it is, where it stands, the person's own words. */
function sourceTable(sources: readonly Source[]): Table {
  const widths = [600, 2300, 2700, textWidth - 5600]
  const line = (texts: readonly string[], head = false) =>
    new TableRow({
      tableHeader: head,
      children: texts.map((text, at) =>
        cell(
          split([{ text }]).map((runs) =>
            paragraph(runs, { size: points(10.5), line: 18, ...(head ? { font: fonts.heading } : {}) }),
          ),
          widths[at] ?? 0,
        ),
      ),
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      line(['序', '项目', '出处', '本人原话'], true),
      ...sources.map(({ label, where, said }, at) => line([String(at + 1), label, where, said ?? '—'])),
    ],
  })
}

/** `— 1 —`, 宋体 14 pt, one character in from the outer edge. */
function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  const indent = alignment === AlignmentType.RIGHT ? { right: 280 } : { left: 280 }
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fonts.number, size: points(14) })],
      }),
    ],
  })
}
