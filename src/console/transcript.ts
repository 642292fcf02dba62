import type { TalkLine } from '../runtime/index.ts'

/** One message of the conversation behind a case, receipts masked. */
export type Line = TalkLine

/** Lays out a conversation for reading. Nothing that could be a receipt comes through, whoever wrote it. */
export function transcript(talk: readonly TalkLine[]): readonly Line[] {
  return talk.map((line) => ({
    ...line,
    text: maskReceipts(line.text.replaceAll('{{receipt}}', hidden).replaceAll('{{draftCode}}', '●●●● ●●●● ●●●● ●●●●')),
  }))
}

/** Twenty digits in any usual spacing, half or full width, become dots. Shorter runs (telephones, amounts) stay. */
export function maskReceipts(text: string): string {
  return text.replace(/(?<!\p{Nd})\p{Nd}(?:[\s\u00a0.\-–—_·]{0,2}\p{Nd}){19}(?!\p{Nd})/gu, hidden)
}

const hidden = '●●●● ●●●● ●●●● ●●●● ●●●●'
