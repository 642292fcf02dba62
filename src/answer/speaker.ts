import type { Prompt } from './prompts.ts'

/** A language model as this room needs it. `model.ts` plugs in a real one. */
export interface Speaker {
  /** @returns what came back, not yet looked at. @throws Unanswered, and whatever the line throws. */
  say(request: Request, signal: AbortSignal): Promise<unknown>
  /** The answer as it comes, in pieces of text of any length. @throws as `say`, in the middle, too. */
  stream(request: Request, signal: AbortSignal): AsyncIterable<string>
}

/** One thing asked: the prompt's own words, and the values as data. */
export interface Request {
  readonly prompt: Prompt
  /** Becomes one JSON object, the whole of the second message. */
  readonly values: Readonly<Record<string, unknown>>
}

/** Where a model is and how it is asked; from `LLM_BASE_URL`, `LLM_API_KEY`, `LLM_MODEL`. */
export interface ModelAccess {
  readonly baseUrl: string
  readonly apiKey: string
  readonly model: string
}

/** A model gave no answer that can be used. `why` is a word of ours for the log; there is no content in it. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered'
  readonly why: Why
  /** Whether asking once more may help. */
  readonly again: boolean

  constructor(why: Why, again: boolean, options?: ErrorOptions) {
    super(why, options)
    this.why = why
    this.again = again
  }
}

export type Why = 'timeout' | 'refused' | 'overloaded' | 'unsupported' | 'unreachable' | 'garbage' | 'stopped'
