import type { Cite } from '../../base/index.ts'
import type { ReviewCard, Say } from '../../dialogue/index.ts'
import { hiddenDraftCode, type LogRow } from '../../runtime/index.ts'

/** A Direct Line activity as we send it; see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference */
export interface Activity {
  readonly type: 'message'
  readonly id: string
  readonly timestamp: string
  readonly channelId: 'directline'
  readonly conversation: { readonly id: string }
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'bot' | 'user' }
  readonly text: string
  /** Always plain: replies quote what people typed, and that must never be read as markup. */
  readonly textFormat: 'plain'
  /** What the person handed in with it, by the names it was given here; the content is not handed out again. */
  readonly attachments?: readonly { readonly contentType: string; readonly name: string }[]
  readonly suggestedActions?: { readonly to: readonly string[]; readonly actions: readonly Action[] }
  readonly entities?: readonly [SchemaMessage]
  readonly channelData: {
    readonly clientActivityID?: string
    readonly card?: ReviewCard
    readonly cites?: readonly Cite[]
    /** A language model has worded part of it. */
    readonly ai?: true
    /** What an answer was answered from, so that it can be made again. */
    readonly version?: string
    readonly receipt?: string
    readonly draftCode?: string
  }
}

interface Action {
  readonly type: 'imBack'
  readonly title: string
  readonly value: string
}

/** The form Teams gives citations; see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content */
interface SchemaMessage {
  readonly type: 'https://schema.org/Message'
  readonly '@type': 'Message'
  readonly '@context': 'https://schema.org'
  /** As Teams marks what a model has written. */
  readonly additionalType?: readonly ['AIGeneratedContent']
  readonly citation: readonly {
    readonly '@type': 'Claim'
    /** From 1, as in the text's 〔1〕. */
    readonly position: number
    readonly appearance: {
      readonly '@type': 'DigitalDocument'
      readonly identifier: string
      readonly name: string
      /** Where the original can be read, if its words are quoted and our address is known. */
      readonly url?: string
      readonly abstract: string
      readonly keywords: readonly string[]
    }
  }[]
}

export const bot = { id: 'qingwen', name: '清问', role: 'bot' } as const

/** The one person of a conversation, as Direct Line names users it made itself. */
export const userOf = (conversation: string) => `dl_${conversation}`

/** Zero-padded, so that ids sort as text. */
export const activityId = (conversation: string, seq: number) => `${conversation}|${String(seq).padStart(7, '0')}`

/** Stands where the receipt stood, once the person has shown to hold it. */
export const hiddenReceipt = '（回执编号只显示一次，现已隐藏）'

/** What is put into messages only as they are read, while it may still be shown. */
export interface Codes {
  showReceipt(caseId: string): Promise<string | undefined>
  showDraftCode(draftId: string): Promise<string | undefined>
}

/** A row of the log as an activity. @param origin our public address; without it citations carry no links, which other clients could not follow. */
export async function toActivity(row: LogRow, conversation: string, codes: Codes, origin?: string): Promise<Activity> {
  const common = {
    type: 'message',
    id: activityId(conversation, row.seq),
    timestamp: row.at,
    channelId: 'directline',
    conversation: { id: conversation },
    textFormat: 'plain',
  } as const
  if (row.from === 'person') {
    const own = row.clientId?.startsWith(`${conversation}/`)
      ? row.clientId.slice(conversation.length + 1)
      : row.clientId
    const channelData = own === undefined ? {} : { clientActivityID: own }
    const attachments = row.files?.map(({ type, name }) => ({ contentType: type, name }))
    return {
      ...common,
      from: { id: userOf(conversation), role: 'user' },
      text: row.text,
      ...(attachments ? { attachments } : {}),
      channelData,
    }
  }
  const { say } = row
  const receipt = say.receipt && row.case !== undefined ? await codes.showReceipt(row.case) : undefined
  const draftCode = row.draft === undefined ? undefined : await codes.showDraftCode(row.draft)
  // A function, because a replacement string would read `$&` in it as a pattern.
  const withReceipt = say.receipt ? say.text.replaceAll('{{receipt}}', () => receipt ?? hiddenReceipt) : say.text
  const text =
    row.draft === undefined ? withReceipt : withReceipt.replaceAll('{{draftCode}}', () => draftCode ?? hiddenDraftCode)
  return {
    ...common,
    from: bot,
    text,
    ...(say.choices?.length ? { suggestedActions: actions(say.choices, userOf(conversation)) } : {}),
    ...(say.cites?.length ? { entities: [citations(say.cites, origin, say.ai)] as const } : {}),
    channelData: {
      ...(say.card ? { card: say.card } : {}),
      ...(say.cites?.length ? { cites: say.cites } : {}),
      ...(say.ai ? { ai: true as const } : {}),
      ...(say.version === undefined ? {} : { version: say.version }),
      ...(receipt === undefined ? {} : { receipt }),
      ...(draftCode === undefined ? {} : { draftCode }),
    },
  }
}

function actions(choices: NonNullable<Say['choices']>, user: string): NonNullable<Activity['suggestedActions']> {
  return { to: [user], actions: choices.map(({ label, value }) => ({ type: 'imBack', title: label, value })) }
}

function citations(cites: readonly Cite[], origin: string | undefined, ai?: true): SchemaMessage {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    ...(ai ? { additionalType: ['AIGeneratedContent'] as const } : {}),
    citation: cites.map((cite, index) => ({
      '@type': 'Claim',
      position: index + 1,
      appearance: {
        '@type': 'DigitalDocument',
        identifier: cite.id,
        // Teams shows at most 80 characters of a name and 160 of an abstract.
        name: shorten(`《${cite.instrument}》${cite.label}`, 80),
        ...(cite.opens === undefined || origin === undefined ? {} : { url: `${origin}${cite.opens}` }),
        abstract: shorten(cite.quote ?? `${cite.region} · ${cite.authority}`, 160),
        keywords: [cite.region, cite.authority],
      },
    })),
  }
}

function shorten(text: string, length: number): string {
  const letters = [...text]
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : text
}
