import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { Refused } from '../base/index.ts'
import type { Clock, Keyring, Officer, Store, Unlocked } from '../runtime/index.ts'
import type { Attempts } from './attempts.ts'
import { worksCases } from './officers.ts'
import { opensWith } from './password.ts'

/** Who is asking, and the token every change they make must carry. */
export interface Signed {
  readonly officer: Officer
  readonly csrf: string
  readonly idHash: string
  /** The officer's own key, opened for this request; absent where they have none yet. */
  readonly unlocked?: Unlocked
}

export interface Opened extends Signed {
  /** 256 random bits; given to the browser or program once and kept by us only as its hash. */
  readonly id: string
  /** ISO instant after which it is dead however much it is used. */
  readonly until: string
}

/** OWASP session guidance: a desk left alone closes after a quarter of an hour, and every session after a working day. */
export const idleMs = 15 * 60_000
export const longestMs = 8 * 3_600_000
/** Writing the new idle limit at every click would be a write per page; a minute off is nobody's harm. */
const touchEveryMs = 60_000

export interface Sessions {
  /** @throws Refused `badToken` for a wrong password, an unknown or a disabled account alike; `tooMany` when locked. */
  open(account: string, password: string, source: string): Promise<Opened>
  /** The officer behind a session id; `undefined` if it is unknown, idle too long, too old, or the account is disabled. */
  read(id: string): Promise<Signed | undefined>
  close(idHash: string, officer: string): Promise<void>
}

export function keepSessions(store: Store, keyring: Keyring, attempts: Attempts, now: Clock): Sessions {
  /** Opens the officer's key with their password for as long as the session lasts; makes it at their first sign-in. */
  async function unlock(officer: Officer, passwordKey: Buffer): Promise<Unlocked | undefined> {
    await keyring.enrol(officer.id, passwordKey)
    const unlocked = await keyring.unlock(officer.id, passwordKey)
    if (unlocked && worksCases(officer) && (await keyring.takeOver(unlocked, unitOf(officer))))
      await store.audit.append(
        [{ who: `officer:${officer.id}`, what: 'key.takenOver', object: unitOf(officer) }],
        now(),
      )
    return unlocked
  }

  return {
    async open(account, password, source) {
      // As the store compares account names; or every other spelling would be a fresh share of guesses.
      const name = account.normalize('NFKC').trim().toLowerCase().slice(0, 100)
      const at = now()
      attempts.book(name, source, at)
      const found = await store.officers.byAccount(name)
      const fits = await opensWith(password, found?.password)
      if (!found || !fits || found.disabled) {
        // What was typed is not written down: people type their password into the account field.
        await store.audit.append(
          [{ who: 'system', what: 'session.refused', ...(found ? { object: found.id } : {}) }],
          at,
        )
        throw new Refused('badToken')
      }
      attempts.succeeded(name, source)
      const { password: _, ...officer } = found
      const id = secret()
      const until = later(at, longestMs)
      const session = { idHash: hashed(id), officer: officer.id, csrf: secret(), idleUntil: later(at, idleMs), until }
      await store.officers.openSession(session)
      const unlocked = await unlock(officer, fits)
      await unlocked?.keep(session.idHash, id)
      await store.audit.append([{ who: `officer:${officer.id}`, what: 'session.opened' }], at)
      return { officer, csrf: session.csrf, idHash: session.idHash, id, until, ...(unlocked ? { unlocked } : {}) }
    },

    async read(id) {
      if (!/^[\w-]{43}$/.test(id)) return undefined
      const idHash = hashed(id)
      const session = await store.officers.session(idHash)
      const at = now()
      const time = Date.parse(at)
      if (!session || time >= Date.parse(session.idleUntil) || time >= Date.parse(session.until)) return undefined
      const officer = await store.officers.byId(session.officer)
      if (!officer || officer.disabled) return undefined
      if (time + idleMs - Date.parse(session.idleUntil) >= touchEveryMs)
        // A disk that is full must not shut officers out from reading; the session then only ends sooner.
        await store.officers.touchSession(idHash, later(at, idleMs)).catch(() => undefined)
      const unlocked = await keyring.bySession(officer.id, idHash, id)
      return { officer, csrf: session.csrf, idHash, ...(unlocked ? { unlocked } : {}) }
    },

    async close(idHash, officer) {
      await store.officers.closeSession(idHash)
      await store.audit.append([{ who: `officer:${officer}`, what: 'session.closed' }], now())
    },
  }
}

/** The unit whose cases an officer works; there is one. */
export const unitOf = (_officer: Officer): string => 'local'

/** Compares without telling by time how much was right. */
export function sameToken(given: string, kept: string): boolean {
  return timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(kept).digest())
}

const secret = () => randomBytes(32).toString('base64url')
const hashed = (id: string) => createHash('sha256').update(id).digest('base64url')
const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString()
