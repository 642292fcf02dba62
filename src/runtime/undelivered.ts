/**
 * A delivery a platform turned away, with what it says of trying again. Thrown by `Channel.deliver`; any other error is
 * tried again with growing waits.
 */
export class Undelivered extends Error {
  override readonly name: string
  /** Seconds to wait at least (a `Retry-After`); `never` where trying again is in vain: the person has left or blocked us. */
  readonly again: number | 'never'

  /** @param why a short code kept beside the reply (`429`, `left`); never anything a person said, and no name. */
  constructor(again: number | 'never', why: string, options?: ErrorOptions) {
    super(`not delivered: ${why}`, options)
    this.name = `Undelivered ${why}`
    this.again = again
  }
}
