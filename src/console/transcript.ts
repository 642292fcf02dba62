import type { LogRow } from '../runtime/index.ts'

/** One message of the conversation behind a case, receipts masked. */
export interface Line {
  readonly from: 'person' | 'bot'
  readonly at: string
  readonly text: string
  /** Number of the person's message, counted as answers count them; absent on what the assistant said. */
  readonly turn?: number
}

/** Lays out a log for reading. Nothing that could be a receipt comes through, whoever wrote it. */
export function transcript(log: readonly LogRow[]): readonly Line[] {
  let turn = 0
  return log.map((row) =>
    row.from === 'person'
      ? { from: row.from, at: row.at, text: maskReceipts(spoken(row)), turn: ++turn }
      : {
          from: row.from,
          at: row.at,
          text: maskReceipts(
            row.say.text.replaceAll('{{receipt}}', hidden).replaceAll('{{draftCode}}', '●●●● ●●●● ●●●● ●●●●'),
          ),
        },
  )
}

/** What the person wrote, and what they handed in with it. */
function spoken({ text, files = [] }: Extract<LogRow, { from: 'person' }>): string {
  return [text, ...files.map(({ name }) => `［${name}］`)].filter(Boolean).join('\n')
}

/** Twenty digits in any usual spacing, half or full width, become dots. Shorter runs (telephones, amounts) stay. */
export function maskReceipts(text: string): string {
  return text.replace(/(?<!\p{Nd})\p{Nd}(?:[\s\u00a0.\-–—_·]{0,2}\p{Nd}){19}(?!\p{Nd})/gu, hidden)
}

const hidden = '●●●● ●●●● ●●●● ●●●● ●●●●'
