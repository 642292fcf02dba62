import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { Refused } from '../base/index.ts'
import {
  type Clock,
  type Keyring,
  type May,
  mayOf,
  type Officer,
  type Store,
  type Unlocked,
  worksCases,
} from '../runtime/index.ts'
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
  /** The officer's own key, opened for this request; absent where nobody gave their password in this session yet. */
  readonly unlocked?: Unlocked
  /** Keeps the key for this session; absent where it has it already. */
  readonly keep?: (unlocked: Unlocked) => Promise<void>
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
  /**
   * Another session of the same officer beside theirs, for a door of its own; it is over no later than theirs would be.
   * @throws Refused `noKey` where nobody gave their password in this session; `noToken` if it has ended.
   */
  beside(signed: Signed): Promise<Pick<Opened, 'id' | 'idHash' | 'until'>>
  /** Makes a half session whole with a code, under a new id. @throws Refused `badCode`, `tooMany`. */
  finish(half: Signed, code: string, source: string): Promise<Opened>
  /** Password and code once more, within a session. @throws Refused `badToken`, `tooMany`. */
  confirm(signed: Signed, given: Pick<Given, 'password' | 'code' | 'source'>): Promise<void>
  /** The officer's key, by their password, for a session that another house vouched for. @throws Refused `badToken`, `tooMany`. */
  unlock(signed: Signed, password: string, source: string): Promise<void>
  /** @param touch false for what a page asks by itself: it keeps no session alive. The officer behind a session id; `undefined` if it is unknown, idle too long, too old, or the account is disabled. */
  read(id: string, touch?: boolean): Promise<Signed | undefined>
  close(idHash: string, officer: string): Promise<void>
  /** Ends every session of an officer, on every machine. */
  closeAll(officer: string): Promise<void>
}

interface Parts {
  readonly store: Store
  readonly keyring: Keyring
  readonly attempts: Attempts
  readonly factor: SecondFactor
  readonly now: Clock
}

export function keepSessions({ store, keyring, attempts, factor, now }: Parts): Sessions {
  /** A new id at every step up: nobody can prepare a session for somebody else (fixation). */
  async function begin(officer: Officer, half: boolean, unlocked: Unlocked | undefined): Promise<Opened> {
    const at = now()
    const id = secret()
    const until = later(at, half ? halfMs : longestMs)
    const kept = { idHash: hashed(id), officer: officer.id, csrf: secret(), idleUntil: later(at, idleMs), until }
    await store.officers.openSession({ ...kept, ...(half ? { half } : {}) })
    await unlocked?.keep(kept.idHash, id)
    // A password alone takes nothing over: whoever guessed it has no code.
    if (!half && unlocked) await takeOver(officer, unlocked)
    const what = half ? 'session.half' : 'session.opened'
    await store.audit.append([{ who: `officer:${officer.id}`, what }], at)
    const may = mayOf(officer, await store.officers.list())
    const opened = { officer, may, csrf: kept.csrf, idHash: kept.idHash, id, until, half, fresh: false }
    return { ...opened, ...(unlocked ? { unlocked } : {}) }
  }

  /** The officer's key under their password; made at their first sign-in. */
  async function unlock(officer: Officer, passwordKey: Buffer): Promise<Unlocked | undefined> {
    await keyring.enrol(officer.id, passwordKey)
    return keyring.unlock(officer.id, passwordKey)
  }

  /** What came in before anybody worked cases lies in escrow until the first who does. */
  async function takeOver(officer: Officer, unlocked: Unlocked): Promise<void> {
    if (!worksCases(officer) || !(await keyring.takeOver(unlocked, officer.unit))) return
    const line = { who: `officer:${officer.id}`, what: 'key.takenOver', object: officer.unit }
    await store.audit.append([line], now())
  }

  /** What was typed is not written down: people type their password into the account field. */
  const refuse = (what: string, object?: string) =>
    store.audit.append([{ who: 'system', what, ...(object === undefined ? {} : { object }) }], now())

  /** Password, then code: the code is only used up with the right password, and nobody learns which was wrong. */
  async function proves(account: string, password: string, code: string) {
    const found = await store.officers.byAccount(account)
    const key = await opensWith(password, found?.password)
    const bound = found ? await factor.has(found.id) : false
    const right =
      found !== undefined && key && !found.disabled && (!bound || (await factor.take(found.id, code, now())))
    if (!right) {
      await refuse('session.refused', found?.id)
      throw new Refused('badToken')
    }
    const { password: _, ...officer } = found
    return { officer, bound, unlocked: await unlock(officer, key) }
  }

  return {
    async open({ account, password, code, source }) {
      const name = asCompared(account)
      attempts.book(name, source, now())
      const { officer, bound, unlocked } = await proves(name, password, code)
      attempts.succeeded(name, source)
      return begin(officer, !bound, unlocked)
    },

    vouched: (officer) => begin(officer, true, undefined),

    async beside({ officer, idHash, unlocked }) {
      if (!unlocked) throw new Refused('noKey')
      const own = await store.officers.session(idHash)
      if (!own) throw new Refused('noToken')
      const id = secret()
      const { until } = own
      const kept = { idHash: hashed(id), officer: officer.id, csrf: secret(), idleUntil: later(now(), idleMs), until }
      await store.officers.openSession(kept)
      await unlocked.keep(kept.idHash, id)
      return { id, idHash: kept.idHash, until }
    },

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
      return begin(half.officer, false, half.unlocked)
    },

    async confirm({ officer, idHash, keep }, { password, code, source }) {
      const name = asCompared(officer.account)
      attempts.book(name, source, now())
      const { unlocked } = await proves(name, password, code)
      attempts.succeeded(name, source)
      await store.officers.freshen(idHash, later(now(), freshMs))
      await store.audit.append([{ who: `officer:${officer.id}`, what: 'session.confirmed' }], now())
      if (unlocked) await keep?.(unlocked)
    },

    async unlock({ officer, keep }, password, source) {
      const name = asCompared(officer.account)
      attempts.book(name, source, now())
      const key = await opensWith(password, (await store.officers.byAccount(name))?.password)
      const unlocked = key && (await unlock(officer, key))
      if (!unlocked) {
        await refuse('session.refused', officer.id)
        throw new Refused('badToken')
      }
      attempts.succeeded(name, source)
      await keep?.(unlocked)
    },

    async read(id, touch = true) {
      if (!/^[\w-]{43}$/.test(id)) return undefined
      const idHash = hashed(id)
      const session = await store.officers.session(idHash)
      const at = now()
      const time = Date.parse(at)
      if (!session || time >= Date.parse(session.idleUntil) || time >= Date.parse(session.until)) return undefined
      const officers = await store.officers.list()
      const officer = officers.find((each) => each.id === session.officer)
      if (!officer || officer.disabled) return undefined
      if (touch && time + idleMs - Date.parse(session.idleUntil) >= touchEveryMs)
        // A disk that is full must not shut officers out from reading; the session then only ends sooner.
        await store.officers.touchSession(idHash, later(at, idleMs)).catch(() => undefined)
      const fresh = session.freshUntil !== undefined && time < Date.parse(session.freshUntil)
      const half = session.half === true
      const unlocked = await keyring.bySession(officer.id, idHash, id)
      const keep = async (key: Unlocked) => {
        await key.keep(idHash, id)
        await takeOver(officer, key)
      }
      return {
        ...{ officer, may: mayOf(officer, officers), csrf: session.csrf, idHash, half, fresh },
        ...(unlocked ? { unlocked } : { keep }),
      }
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
