import type { Cite } from '../base/index.ts'

export interface Choice {
  readonly label: string
  /** What is sent when the button is pressed; equal to the label unless the label is long. */
  readonly value: string
}

export interface Say {
  readonly type: 'say'
  readonly text: string
  readonly choices?: readonly Choice[]
  readonly cites?: readonly Cite[]
  readonly card?: ReviewCard
  /** Part of `text` was worded by a language model. */
  readonly ai?: true
  /** `Found.version` of the answers in it, the last one's. */
  readonly version?: string
  /** This message shows the receipt of the form handed in with it; `text` holds `{{receipt}}` where it goes. */
  readonly receipt?: true
  /** `text` holds `{{kept}}` for words that are in no row: the officers' desk has them under this key, in memory only. */
  readonly kept?: string
}

export interface ReviewCard {
  /** Rows to be read only: nothing is confirmed with it. */
  readonly list?: true
  readonly title: string
  readonly rows: readonly {
    readonly path: string
    readonly label: string
    readonly value: string
    readonly said?: string
    readonly cite?: string
  }[]
}

/** Where a conversation is held, as far as it changes what may be said and done there. Given by the channel, never kept. */
export interface Setting {
  /** The channel tells us who writes, and is called this (`Teams`, `企业微信`); absent where nobody knows, as in the web chat. */
  readonly knownBy?: string
  /** Others read along, as in a group: no form is filled in, no code is opened. */
  readonly overheard?: true
  /** Address of the web chat, where one can write unnamed. */
  readonly web?: string
}

/** What the holder of a receipt may see of a case. */
export interface CaseView {
  readonly case: string
  readonly kind: string
  /** Plain words for the state, from bot/cases. */
  readonly says: string
  /** What officers wrote to the person, oldest first. */
  readonly messages: readonly { readonly at: string; readonly text: string; readonly question: boolean }[]
  /** The question still waiting for an answer. */
  readonly openQuestion?: string
  /** What is to be asked after it, one after the other. */
  readonly more?: readonly string[]
  /** How many messages and how many files the person has added. */
  readonly followups: number
  readonly attachments: number
}
