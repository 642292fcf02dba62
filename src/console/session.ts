import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { Refused } from '../base/index.ts'
import { type Clock, type May, mayOf, type Officer, type Store } from '../runtime/index.ts'
import type { Attempts } from './attempts.ts'
import { opensWith } from './password.ts'
import type { SecondFactor } from './second-factor.ts'

/** Who is asking, and the token every change they make must carry. */
export interface Signed {
  readonly officer: Officer
  readonly may: May
  readonly csrf: string
  readonly idHash: string
  /** The password was right, the code is still to come. */
  readonly half: boolean
  /** Password and code were given again less than five minutes ago. */
  readonly fresh: boolean
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
/** Time to set up an authenticator app, with somebody helping; nothing else is open meanwhile. */
const halfMs = 15 * 60_000
/** SECURITY 3.5: long enough for one deed, too short for a desk that was left. */
const freshMs = 5 * 60_000
/** Writing the new idle limit at every click would be a write per page; a minute off is nobody's harm. */
const touchEveryMs = 60_000

export interface Given {
  readonly account: string
  readonly password: string
  /** From the phone; empty at the very first sign-in. */
  readonly code: string
  readonly source: string
}

export interface Sessions {
  /**
   * Half open where the account has no code yet.
   * @throws Refused `badToken` for a wrong password or code, an unknown or a disabled account alike; `tooMany` when locked.
   */
  open(given: Given): Promise<Opened>
  /** Opens a half session for somebody another house vouches for; the code is still asked. */
  vouched(officer: Officer): Promise<Opened>
  /** Makes a half session whole with a code, under a new id. @throws Refused `badCode`, `tooMany`. */
  finish(half: Signed, code: string, source: string): Promise<Opened>
  /** Password and code once more, within a session. @throws Refused `badToken`, `tooMany`. */
  confirm(signed: Signed, given: Pick<Given, 'password' | 'code' | 'source'>): Promise<void>
  /** The officer behind a session id; `undefined` if it is unknown, idle too long, too old, or the account is disabled. */
  read(id: string): Promise<Signed | undefined>
  close(idHash: string, officer: string): Promise<void>
  /** Ends every session of an officer, on every machine. */
  closeAll(officer: string): Promise<void>
}

interface Parts {
  readonly store: Store
  readonly attempts: Attempts
  readonly factor: SecondFactor
  readonly now: Clock
}

export function keepSessions({ store, attempts, factor, now }: Parts): Sessions {
  /** A new id at every step up: nobody can prepare a session for somebody else (fixation). */
  async function begin(officer: Officer, half: boolean): Promise<Opened> {
    const at = now()
    const id = secret()
    const until = later(at, half ? halfMs : longestMs)
    const kept = { idHash: hashed(id), officer: officer.id, csrf: secret(), idleUntil: later(at, idleMs), until }
    await store.officers.openSession({ ...kept, ...(half ? { half } : {}) })
    const what = half ? 'session.half' : 'session.opened'
    await store.audit.append([{ who: `officer:${officer.id}`, what }], at)
    const may = mayOf(officer, await store.officers.list())
    return { officer, may, csrf: kept.csrf, idHash: kept.idHash, id, until, half, fresh: false }
  }

  /** What was typed is not written down: people type their password into the account field. */
  const refuse = (what: string, object?: string) =>
    store.audit.append([{ who: 'system', what, ...(object === undefined ? {} : { object }) }], now())

  /** Password, then code: the code is only used up with the right password, and nobody learns which was wrong. */
  async function proves(account: string, password: string, code: string) {
    const found = await store.officers.byAccount(account)
    const fits = await opensWith(password, found?.password)
    const bound = found ? await factor.has(found.id) : false
    const right =
      found !== undefined && fits && !found.disabled && (!bound || (await factor.take(found.id, code, now())))
    if (!right) {
      await refuse('session.refused', found?.id)
      throw new Refused('badToken')
    }
    const { password: _, ...officer } = found
    return { officer, bound }
  }

  return {
    async open({ account, password, code, source }) {
      const name = asCompared(account)
      attempts.book(name, source, now())
      const { officer, bound } = await proves(name, password, code)
      attempts.succeeded(name, source)
      return begin(officer, !bound)
    },

    vouched: (officer) => begin(officer, true),

    async finish(half, code, source) {
      const { account, id } = half.officer
      const name = asCompared(account)
      attempts.book(name, source, now())
      if (!(await factor.take(id, code, now()))) {
        await refuse('session.refused', id)
        throw new Refused('badCode')
      }
      attempts.succeeded(name, source)
      await store.officers.closeSession(half.idHash)
      return begin(half.officer, false)
    },

    async confirm({ officer, idHash }, { password, code, source }) {
      const name = asCompared(officer.account)
      attempts.book(name, source, now())
      await proves(name, password, code)
      attempts.succeeded(name, source)
      await store.officers.freshen(idHash, later(now(), freshMs))
      await store.audit.append([{ who: `officer:${officer.id}`, what: 'session.confirmed' }], now())
    },

    async read(id) {
      if (!/^[\w-]{43}$/.test(id)) return undefined
      const idHash = hashed(id)
      const session = await store.officers.session(idHash)
      const at = now()
      const time = Date.parse(at)
      if (!session || time >= Date.parse(session.idleUntil) || time >= Date.parse(session.until)) return undefined
      const officers = await store.officers.list()
      const officer = officers.find((each) => each.id === session.officer)
      if (!officer || officer.disabled) return undefined
      if (time + idleMs - Date.parse(session.idleUntil) >= touchEveryMs)
        // A disk that is full must not shut officers out from reading; the session then only ends sooner.
        await store.officers.touchSession(idHash, later(at, idleMs)).catch(() => undefined)
      const fresh = session.freshUntil !== undefined && time < Date.parse(session.freshUntil)
      const half = session.half === true
      return { officer, may: mayOf(officer, officers), csrf: session.csrf, idHash, half, fresh }
    },

    async close(idHash, officer) {
      await store.officers.closeSession(idHash)
      await store.audit.append([{ who: `officer:${officer}`, what: 'session.closed' }], now())
    },

    async closeAll(officer) {
      await store.officers.closeSessionsOf(officer)
      await store.audit.append([{ who: `officer:${officer}`, what: 'sessions.closed' }], now())
    },
  }
}

/** Compares without telling by time how much was right. */
export function sameToken(given: string, kept: string): boolean {
  return timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(kept).digest())
}

/** As the store compares account names; or every other spelling would be a fresh share of guesses. */
const asCompared = (account: string) => account.normalize('NFKC').trim().toLowerCase().slice(0, 100)
const secret = () => randomBytes(32).toString('base64url')
const hashed = (id: string) => createHash('sha256').update(id).digest('base64url')
const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString()
