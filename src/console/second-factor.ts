import type { Officer, Secrets, Store } from '../runtime/index.ts'
import { newCodeSecret, stepOfCode } from './one-time-code.ts'

/** The code of an officer's phone. The secret lies in the database sealed under the server key. */
export interface SecondFactor {
  /** Whether the account has one that was confirmed with a right code. */
  has(officer: string): Promise<boolean>
  /** The secret to set up, always the same until it is confirmed. @returns absent once it is: it is never shown again. */
  offered(officer: Pick<Officer, 'id'>): Promise<string | undefined>
  /** Takes a code, once: the same one, or an older one, is taken no second time. A right one confirms what was offered. */
  take(officer: string, code: string, at: string): Promise<boolean>
}

export function secondFactor({ officers }: Pick<Store, 'officers'>, secrets: Secrets): SecondFactor {
  const { factors } = officers
  const name = (officer: string) => `code/${officer}`

  return {
    has: async (officer) => (await factors.of(officer))?.confirmed === true,

    async offered({ id }) {
      const kept = (await factors.of(id)) ?? (await factors.offer(id, secrets.seal(name(id), newCodeSecret())))
      return kept.confirmed ? undefined : secrets.open(name(id), kept.sealed)
    },

    async take(officer, code, at) {
      const kept = await factors.of(officer)
      if (!kept) return false
      const step = stepOfCode(secrets.open(name(officer), kept.sealed), code, at)
      if (step === undefined || !(await factors.take(officer, step))) return false
      if (!kept.confirmed) await factors.confirm(officer)
      return true
    },
  }
}
