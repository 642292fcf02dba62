import type { DeskMemory, Say } from '../dialogue/index.ts'

/** Something said on a channel that may be an officer's word to the desk. */
export interface DeskSaid {
  readonly channel: string
  /** The channel's own verified id of who speaks alone with us; absent where it vouches for nobody. */
  readonly member?: string
  /** The conversation, where `member` is absent: to say a thing once in it. */
  readonly person: string
  /** Others read along. */
  readonly overheard: boolean
  readonly text: string
  /** A machine wrote down what was spoken. */
  readonly spoken: boolean
  /** The same for a message and its repeats: what is done twice under it is done once. */
  readonly key: string
  readonly talk: DeskMemory | undefined
  /** A form is open in this conversation, or a question of it waits. */
  readonly busy: boolean
  /** `Conversation.turn` before this message. */
  readonly turn: number
}

export interface DeskAnswer {
  readonly say: Say
  readonly talk: DeskMemory
  /** Domain events (`case_claimed:R-1003`); their audit lines are written by the desk itself. */
  readonly events: readonly string[]
}

/** Officers' commands on channels that know who writes; src/console. */
export interface OfficerDesk {
  /**
   * Does what an officer says and answers it. Never throws for what was said; deeds are done before it returns, each once.
   *
   * @returns absent for whatever is no command, or nobody's who may give one: the public conversation hears it.
   */
  hear(said: DeskSaid): Promise<DeskAnswer | undefined>
  /** Words that stand in no row, for a reply whose text has `{{kept}}`; absent where this process has them no more. */
  kept(key: string): string | undefined
}

/** Stands for what was typed, where conversations are logged: reasons and questions are words of a case. */
export const deskHeard = '（办件口令，原话不留）'
/** Stands for words that this process has no more. */
export const deskGone = '（办件内容不留在消息里，现在已经看不到了，请把口令再发一次）'
