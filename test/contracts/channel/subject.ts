import type { Channel, House, Thread } from '../../../src/runtime/index.ts'

/** A channel under test: how to open it over a house, and what it promises its vendor. */
export interface ChannelSubject {
  /** What it is called in the list of tests. */
  readonly name: string
  readonly delivery: Channel['delivery']
  /** `at once`: the message is stored, acknowledged, and worked on later. `when committed`: the turn is done first. */
  readonly acknowledges: 'at once' | 'when committed'
  /** The most one message may hold, and how the vendor counts it; absent where there is no limit. */
  readonly limit?: { readonly most: number; of(text: string): number }
  /** Opens it with a stand-in for its vendor. @param nudge to be called when an arrival was stored. */
  open(house: House, nudge: () => void): Promise<OpenChannel>
}

export interface OpenChannel {
  readonly channel: Channel
  /** What the vendor does when a person sends this. Resolves when it is acknowledged; rejects if it is not. */
  send(text: string, from: { readonly id: string; readonly person: string }): Promise<void>
  /** Where the conversation of this person lives; they have sent something before. */
  thread(person: string): Thread
  /** What the vendor shows this person of what we sent, in order. */
  sent(person: string): Promise<readonly Shown[]>
  /** Sends something no vendor sent, each in its own way. @returns the HTTP status it was met with. */
  readonly forgeries: Readonly<Record<string, () => Promise<number>>>
  /** The vendor goes bad; only where `delivery` is `push`. */
  fail?(mode: Failure): void
  heal?(): void
  close(): Promise<void>
}

/**
 * `down`: answers 503 or nothing listens. `stalled`: takes the request and never answers. `busy`: 429 (or the vendor's own
 * code) asking for 7 seconds' patience where it can. `left`: the person has left or blocked us.
 */
export type Failure = 'down' | 'stalled' | 'busy' | 'left'

export interface Shown {
  /** As the person reads it: markup is resolved. */
  readonly text: string
  /** Labels of the buttons beside it. */
  readonly buttons: readonly string[]
  /** All the words of a card; absent where there is none. */
  readonly card?: string
}
