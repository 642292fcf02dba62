import type { Choice, ReviewCard } from '../../dialogue/index.ts'

/**
 * A form's review card as an Adaptive Card, made anew from the draft each time it is shown. Words stand in rich text
 * blocks, which read no markdown. `fallbackText` is the whole card in words, for clients that draw none.
 *
 * Version 1.4 is what Teams draws on phones and desktops alike; see
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference (read 2026-11-30).
 */
export function adaptiveCard({ title, rows }: ReviewCard, choices: readonly Choice[] = []) {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.4',
      // Two or three letters is all the schema knows of a language.
      lang: 'zh',
      fallbackText: cardInWords({ title, rows }),
      body: [
        { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: title, weight: 'Bolder', size: 'Medium' }] },
        ...rows.map(({ label, value }, n) => ({
          type: 'RichTextBlock',
          spacing: n === 0 ? 'Medium' : 'Small',
          inlines: [
            { type: 'TextRun', text: `${n + 1}. ${label}：`, isSubtle: true },
            { type: 'TextRun', text: value === '' ? ' ' : value },
          ],
        })),
      ],
      // Pressing one says its words in the chat, as typing them would.
      actions: choices.slice(0, most).map(({ label, value }) => ({
        type: 'Action.Submit',
        title: label,
        data: { msteams: { type: 'imBack', value } },
      })),
    },
  }
}

/** More are not drawn; https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions */
export const most = 6

/** The card in words, as the core writes it into the text of the same reply. */
export function cardInWords({ title, rows }: ReviewCard): string {
  return [title, ...rows.map(({ label, value }, n) => `${n + 1}. ${label}：${value}`)].join('\n')
}
