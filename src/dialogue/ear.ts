import type { Open } from '../flow/index.ts'
import type { Around } from '../reading/index.ts'
import type { Bot, Conversation } from './types.ts'

/** What is needed to understand a sentence: the content, where the conversation stands, and what is open. */
export interface Ear {
  readonly bot: Bot
  readonly state: Conversation
  readonly open: Open | undefined
  readonly around: Around
  /** As typed. */
  readonly text: string
  /** ISO 8601, +08:00. */
  readonly at: string
}
