import { Refused } from '../../base/index.ts'
import type { Clock, Store } from '../../runtime/index.ts'
import type { Sessions, Signed } from '../session.ts'

/**
 * Desks that officers opened for the chats. Each is a session of its own beside the one at the console, whose secret is kept
 * in this process's memory and nowhere else: it ends with that one's sign-out, after a quarter of an hour without a word, with
 * a change of roles, password or account, and with the process.
 */
export interface OpenedDesks {
  /** @throws Refused `noKey` where the session at the console has no key. */
  open(signed: Signed): Promise<void>
  /** @returns false if it was not open. */
  close(officer: string): Promise<boolean>
  /** The officer's seat, with their key; absent where their desk is not open. Being asked counts as being used. */
  seat(officer: string): Promise<Signed | undefined>
}

interface Kept {
  readonly id: string
  readonly idHash: string
  /** Hash of the session at the console it hangs on. */
  readonly beside: string
}

export function openedDesks({
  store,
  sessions,
  now,
}: {
  readonly store: Store
  readonly sessions: Sessions
  readonly now: Clock
}): OpenedDesks {
  const kept = new Map<string, Kept>()

  async function close(officer: string): Promise<boolean> {
    const own = kept.get(officer)
    if (!own) return false
    kept.delete(officer)
    await store.officers.closeSession(own.idHash)
    return true
  }

  const note = (officer: string, what: string) => store.audit.append([{ who: `officer:${officer}`, what }], now())

  return {
    async open(signed) {
      const { id: officer } = signed.officer
      if (signed.half) throw new Refused('noToken')
      await close(officer)
      const { id, idHash } = await sessions.beside(signed)
      kept.set(officer, { id, idHash, beside: signed.idHash })
      await note(officer, 'chat.deskOpened')
    },

    async close(officer) {
      const was = await close(officer)
      if (was) await note(officer, 'chat.deskClosed')
      return was
    },

    async seat(officer) {
      const own = kept.get(officer)
      if (!own) return undefined
      // Signed out at the console: the row of that session is gone, and with it this one.
      const beside = await store.officers.session(own.beside)
      const signed = beside && Date.parse(now()) < Date.parse(beside.until) ? await sessions.read(own.id) : undefined
      if (signed?.unlocked) return signed
      await close(officer)
      return undefined
    },
  }
}
