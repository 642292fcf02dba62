/** What WeChat lets us send to one person: counted from their last message. */
export interface Window {
  /** When they wrote last, seconds since 1970; 0: never. */
  readonly since: number
  /** Messages sent to them since. */
  readonly sent: number
}

/** 5 messages within 48 hours of the person's last one; https://developer.work.weixin.qq.com/document/path/94677 read 2026-11-30. */
export const windowBounds = { messages: 5, seconds: 48 * 3600 } as const
export interface Bounds {
  readonly messages: number
  readonly seconds: number
}

/** Kept free by every reply, so that an officer's word still reaches the person. */
const kept = 2
/** What leaves here in the last minute may arrive too late. Seconds. */
const margin = 60

export const closed: Window = { since: 0, sent: 0 }

/** Messages that may still be sent. @param now seconds since 1970. */
export function left({ since, sent }: Window, now: number, { messages, seconds }: Bounds = windowBounds): number {
  return since === 0 || now >= since + seconds - margin ? 0 : Math.max(0, messages - sent)
}

/** The person wrote. What is pulled twice, or late, opens nothing again. */
export function opened(window: Window, at: number): Window {
  return at > window.since ? { since: at, sent: 0 } : window
}

/** One more was sent. */
export const spent = ({ since, sent }: Window): Window => ({ since, sent: sent + 1 })

/** WeChat says that there is no more, whatever we counted. */
export const used = ({ since }: Window, { messages }: Bounds = windowBounds): Window => ({ since, sent: messages })

/** How many messages one reply may take of what is left; at least one where any is left. */
export function share(left: number): number {
  return left <= 0 ? 0 : Math.max(1, left - kept)
}
