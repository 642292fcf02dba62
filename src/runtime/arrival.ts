/** Where a conversation lives: one person on one channel. `person` is the channel's own id for them. */
export interface Thread {
  readonly channel: string
  readonly person: string
}

/** One message or event that came in. `id` is the platform's own message id; (channel, id) is taken in at most once. */
export interface Arrival extends Thread {
  readonly id: string
  readonly event: { readonly type: 'said'; readonly text: string } | { readonly type: 'joined' } | Told
}

/** What an officer did that the person must hear of. */
export interface Told {
  readonly type: 'told'
  readonly case: string
  readonly text: string
  readonly question?: string
}

/** The time, ISO 8601 with +08:00, seconds precision; the only clock of the house. Fixed by `QINGWEN_NOW` under test. */
export type Clock = () => string
