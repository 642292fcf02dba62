import { createHmac, randomBytes } from 'node:crypto'
import { Refused } from '../base/index.ts'

/** Counts failed sign-ins in memory only; nobody's address or account name is kept, not even hashed under a known key. */
export interface Attempts {
  /**
   * Books an attempt before the password is looked at, so that many at once cannot slip through.
   * @throws Refused `tooMany` when the account or the source has used up its share; a right password is refused too.
   */
  book(account: string, source: string, at: string): void
  /** Forgets the account's failures after a sign-in that succeeded, and gives the source its attempt back. */
  succeeded(account: string, source: string): void
}

/** Failures allowed in a quarter of an hour. A source gets more, because one office shares one address. */
const share = { account: 5, source: 30 }
const windowMs = 15 * 60_000
/** Bounds the memory: the oldest entries go first. */
const most = 10_000

export function countAttempts(): Attempts {
  const key = randomBytes(32)
  const seen = new Map<string, { count: number; since: number }>()
  const name = (kind: string, of: string) => createHmac('sha256', key).update(`${kind} ${of}`).digest('base64')

  function book(kind: keyof typeof share, of: string, now: number) {
    const id = name(kind, of)
    const kept = seen.get(id)
    const entry = kept && now - kept.since < windowMs ? kept : { count: 0, since: now }
    if (entry.count >= share[kind])
      throw new Refused('tooMany', { retryAfter: Math.ceil((entry.since + windowMs - now) / 1000) })
    seen.delete(id)
    seen.set(id, { ...entry, count: entry.count + 1 })
    for (const oldest of seen.keys()) {
      if (seen.size <= most) break
      seen.delete(oldest)
    }
  }

  return {
    book(account, source, at) {
      const now = Date.parse(at)
      book('source', source, now)
      book('account', account, now)
    },
    succeeded(account, source) {
      seen.delete(name('account', account))
      const id = name('source', source)
      const entry = seen.get(id)
      if (entry) seen.set(id, { ...entry, count: Math.max(0, entry.count - 1) })
    },
  }
}
