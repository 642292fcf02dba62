import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Store } from '../runtime/index.ts'

/** The first run: while there is no officer, one link made at start may set up the first account. */
export interface Setup {
  /** @returns the link to print, or `undefined` if there are officers already. The token is not kept, only its hash. */
  link(origin: string): Promise<string | undefined>
  /** True while `token` is the one in the link; the same time is spent on any. */
  fits(token: string): boolean
  /** True once somebody has set the office up; from then on every link is dead. */
  done(): Promise<boolean>
}

/** Made once at start and handed to both `setupLink` and `consoleRouter`. */
export function firstRun(store: Store): Setup {
  let kept: Buffer | undefined
  return {
    async link(origin) {
      if ((await store.officers.list()).length > 0) return undefined
      const token = randomBytes(32).toString('base64url')
      kept = digest(token)
      return `${origin}/console/setup?token=${token}`
    },
    fits: (token) => kept !== undefined && timingSafeEqual(digest(token), kept),
    async done() {
      const officers = await store.officers.list()
      if (officers.length > 0) kept = undefined
      return officers.length > 0
    },
  }
}

const digest = (token: string) => createHash('sha256').update(token).digest()
