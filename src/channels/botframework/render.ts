import type { Choice, Say } from '../../dialogue/index.ts'
import { pieces } from '../pieces.ts'
import type { OutgoingActivity, Place } from './activity.ts'
import { adaptiveCard, cardInWords, most } from './card.ts'
import { citesInWords, messageEntity } from './citations.ts'
import { asMarkdown } from './markdown.ts'

export interface RenderOptions {
  readonly place: Place
  /** Others read along; buttons are for one person only. */
  readonly group: boolean
  readonly origin?: string
}

/**
 * UTF-16 units of one message before its marks are escaped. Teams takes about 28 kB with everything in it: 6,000 Chinese
 * characters are 18 kB, and 6,000 marks become 12,000 units.
 * See https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages (read 2026-11-30).
 */
export const longest = 6000

/** One reply as the activities that show it, in order. Everything else hangs on the last, where the eye rests. */
export function render(say: Say, text: string, { place, group, origin }: RenderOptions): readonly OutgoingActivity[] {
  const teams = place.channelId === 'msteams'
  const { card, cites = [], choices = [] } = say
  const whole = [
    card ? withoutCard(text, cardInWords(card)) : text,
    teams || cites.length === 0 ? '' : citesInWords(cites),
    group && choices.length > 0 ? choicesInWords(choices) : '',
  ]
  const parts = pieces(whole.filter(Boolean).join('\n\n'), longest)
  return (parts.length === 0 && card ? [''] : parts).map((part, n, all) => {
    const last = n === all.length - 1
    const marks = positionsIn(part, cites.length)
    return {
      type: 'message',
      text: asMarkdown(part, teams ? marks : undefined),
      textFormat: 'markdown',
      ...(last && card
        ? { summary: cardInWords(card).slice(0, 500), attachments: [adaptiveCard(card, group ? [] : choices)] }
        : {}),
      ...(last && !card && !group && choices.length > 0 ? { suggestedActions: buttons(choices, place.user) } : {}),
      ...(teams && (marks.size > 0 || say.ai) ? { entities: [messageEntity(cites, marks, origin, say.ai)] } : {}),
      // An answer to a question may be thought about; a question of a form may not.
      ...(last && teams && say.version !== undefined ? { channelData: { feedbackLoop: { type: 'default' } } } : {}),
    }
  })
}

/** The core writes the card into the text, for those who see no cards; whoever sees one should not read it twice. */
function withoutCard(text: string, words: string): string {
  return text.replace(words, () => '').trim()
}

const positionsIn = (text: string, count: number): ReadonlySet<number> =>
  new Set([...text.matchAll(/〔(\d+)〕/g)].map((found) => Number(found[1])).filter((n) => n >= 1 && n <= count))

function buttons(choices: readonly Choice[], user: string) {
  return {
    to: [user],
    actions: choices.slice(0, most).map(({ label, value }) => ({ type: 'imBack', title: label, value })),
  }
}

const choicesInWords = (choices: readonly Choice[]) => choices.map(({ label }, n) => `${n + 1}. ${label}`).join('\n')
