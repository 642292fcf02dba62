import type { Cite } from '../base/index.ts'
import type { Answer, Answers, Finding } from '../flow/index.ts'
import type { Place } from '../reading/index.ts'
import type { Deed, Lookup } from './effects.ts'
import type { Found } from './found.ts'

export type * from './content.ts'
export type * from './effects.ts'
export type { Place }

/** Plain JSON; `v` changes only together with a migration. */
export interface Conversation {
  readonly v: 1
  /** Messages taken in so far. */
  readonly turn: number
  /** When the last one came. */
  readonly at?: string
  readonly frame?: Frame
  /** Forms set aside: cancelled with 保留草稿, or left for another form. Newest first. */
  readonly drafts: readonly Frame[]
  /** What the last reply asked, when it was not a field of the form (`cancel_choice`, `receipt_tail` …), and what it was about. */
  readonly aside?: Aside
  /** Replies in a row that could not be read. */
  readonly misses: number
  /** The question asked last; asked again it comes in fewer words. */
  readonly asked?: string
  /** Forms wished for in one breath with another, to be offered when that one is done. */
  readonly later?: readonly string[]
  /** Place the person named or was given, kept across forms. */
  readonly area?: string
  /** Keys of phrases already used, newest first, so that the next wording is another one. */
  readonly used: readonly string[]
  /** The case opened by receipt or handed in here; its officer's messages come to this conversation. */
  readonly case?: string
  /** Plain words for its state, as told when it was opened. */
  readonly caseSays?: string
  /** The person writes in traditional characters, and is answered in them. */
  readonly script?: 'traditional'
  /** The policy question answered last, which the next may lean on and a thumb down is about. */
  readonly last?: {
    readonly question: string
    readonly area?: string
    readonly cites: readonly string[]
    /** Asked inside a report: it may be leant on, and is noted nowhere. */
    readonly quiet?: true
  }
  /** A form was kept under a draft code; which one is not written here. */
  readonly coded?: true
  /** What was heard in a voice message, and counts for nothing until the person says that it was heard right. */
  readonly voice?: string
}

export interface Aside {
  readonly id: string
  readonly choices?: readonly Choice[]
  /** What is to be done if the person agrees: the flow offered, the case asked about, … */
  readonly about?: string
  /** What was told before the form was offered: it is not asked for again. */
  readonly told?: string
  /** An officer's questions that come after the one put. */
  readonly more?: readonly string[]
}

export interface Choice {
  readonly label: string
  /** What is sent when the button is pressed; equal to the label unless the label is long. */
  readonly value: string
}

/** An open form. `edition` pins the wording the person agreed to answer. */
export interface Frame {
  readonly flow: string
  readonly edition: string
  readonly answers: Answers
  /** Answers taken back by 上一步 or by a correction they depended on: asked again, with the old words shown. */
  readonly reopened: Answers
  /** The last correction and what stood there before, so that it can be taken back; gone with the next answer. */
  readonly changed?: { readonly path: string; readonly was: Answer }
  /** The item taken out of a list last, so that it can be brought back; `turn` is when. */
  readonly gone?: { readonly list: string; readonly index: number; readonly answers: Answers; readonly turn: number }
  /** The question the person wants to answer anew, asked before all others until it is answered. */
  readonly wanted?: string
  /** The findings as they were told last, so that only what has changed is told again. */
  readonly found?: readonly Finding[]
  /** Kinds of mark the report coach has seen and spoken of, so that each is spoken of once. */
  readonly seen?: readonly string[]
  /** Id of the stored draft this form was opened from. */
  readonly draft?: string
  readonly startedAt: string
}

/** Everything that can happen to a conversation. `at` (ISO 8601, +08:00) is the only clock the engine has. */
export type Event =
  | {
      readonly type: 'said'
      readonly text: string
      readonly at: string
      /** Random id for a case, should this turn hand one in; made outside, because the engine knows no chance. */
      readonly newCase: string
      /** A machine wrote down what was spoken. */
      readonly spoken?: true
      /** What came with the text, checked and stripped already; the engine never sees content. */
      readonly files?: readonly HeardFile[]
    }
  | { readonly type: 'joined'; readonly at: string }
  /** Something came that the channel takes no words from. */
  | { readonly type: 'unheard'; readonly what: 'voice' | 'picture' | 'file' | 'other'; readonly at: string }
  | {
      readonly type: 'found'
      readonly question: string
      readonly answer: Found
      readonly more?: number
      readonly at: string
    }
  | { readonly type: 'opened'; readonly view?: CaseView; readonly at: string }
  | { readonly type: 'tailChecked'; readonly ok: boolean; readonly at: string }
  /** `frame` and `id` are absent together: the code opens nothing, whatever the reason. */
  | { readonly type: 'draftOpened'; readonly frame?: Frame; readonly id?: string; readonly at: string }
  | {
      readonly type: 'told'
      readonly case: string
      readonly text: string
      readonly question?: string
      /** Questions that follow it, one after the other. */
      readonly more?: readonly string[]
      readonly at: string
    }

/** A file somebody handed in with a message. */
export interface HeardFile {
  /** Made here (`照片1.jpg`), never the sender's own. */
  readonly name: string
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** True if place, time and device were taken out; false where the type does not allow it. */
  readonly stripped: boolean
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

/** Everything a conversation can cause. */
export type Effect = Say | Lookup | Deed

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
}

export interface ReviewCard {
  readonly title: string
  readonly rows: readonly {
    readonly path: string
    readonly label: string
    readonly value: string
    readonly said?: string
    readonly cite?: string
  }[]
}

/** One step of the engine. `events` are domain events (`flow_started:report`) for audit, metrics and tests. */
export interface Turn {
  readonly state: Conversation
  readonly effects: readonly Effect[]
  readonly events: readonly string[]
}
