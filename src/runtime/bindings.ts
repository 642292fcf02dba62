/** A member of a vendor's organisation who is an officer here, proven with a code from the console. */
export interface Binding {
  /** `teams`, `wecom`, `wecom-bot`. */
  readonly channel: string
  /** ISO 8601, +08:00. */
  readonly since: string
}

/** Which verified users of which channels are officers; never by a name. An account that is disabled loses all of it. */
export interface Bindings {
  /** Takes the code an officer was shown; an older one of theirs is void. `until` is an ISO instant in UTC. */
  offer(officer: string, code: string, until: string): Promise<void>
  /**
   * Uses a code up, once, and binds whoever typed it; what was bound to this officer on this channel, or to this member,
   * is bound no more. @returns the account id; absent for a code that is unknown, used or over. `at` is an ISO instant in UTC.
   */
  redeem(typed: {
    readonly code: string
    readonly channel: string
    readonly member: string
    readonly at: string
  }): Promise<string | undefined>
  /** Account id behind the channel's own verified id of a member. */
  of(channel: string, member: string): Promise<string | undefined>
  list(officer: string): Promise<readonly Binding[]>
  /** @returns false if there was none. */
  drop(officer: string, channel: string): Promise<boolean>
}

/** How long a code is good for; long enough to find the phone. */
export const bindingMinutes = 10
