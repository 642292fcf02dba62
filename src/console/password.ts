import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { Refused } from '../base/index.ts'

/** NIST SP 800-63B asks for 8; two more because the accounts open reports. */
export const shortestPassword = 10
export const longestPassword = 200

/** N=2^17, r=8, p=1 (OWASP password storage): about 0.35 s and 128 MiB a run. */
const cost = { log2: 17, r: 8, p: 1 }
const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** A password, stretched once: half of what comes out is kept to know it by, the other half locks the officer's key. */
export interface Stretched {
  /** `scrypt$17$8$1$salt$hash`, base64url. */
  readonly record: string
  /** 32 bytes, kept nowhere. Who has the record must still guess the password to learn them. */
  readonly key: Buffer
}

/** @throws Refused `badRequest` if too short or too long. */
export async function sealPassword(password: string): Promise<Stretched> {
  if ([...password].length < shortestPassword || password.length > longestPassword) throw new Refused('badRequest')
  const salt = randomBytes(16)
  const { hash, key } = await inTurn(() => stretch(password, salt, cost.log2, cost.r, cost.p))
  const record = ['scrypt', cost.log2, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
  return { record, key }
}

/**
 * Checks a password against a record. Without a record the same work is done on a dummy, so that an account that does
 * not exist answers as slowly as one that does.
 *
 * @returns the half that locks the officer's key; nothing if it is not their password.
 */
export async function opensWith(password: string, record: string | undefined): Promise<Buffer | undefined> {
  const [, log2, r, p, salt, hash] = (record ?? dummy).split('$')
  const kept = Buffer.from(hash ?? '', 'base64url')
  const made = await inTurn(() =>
    stretch(
      password.slice(0, longestPassword),
      Buffer.from(salt ?? '', 'base64url'),
      Number(log2),
      Number(r),
      Number(p),
    ),
  )
  return kept.length === made.hash.length && timingSafeEqual(kept, made.hash) && record !== undefined
    ? made.key
    : undefined
}

/**
 * NFKC, because the same password typed on another keyboard may come in another form. Of 64 bytes the first 32 are those
 * a call for 32 gives (RFC 7914: PBKDF2 makes them block by block), so records from before keys existed still fit.
 */
async function stretch(password: string, salt: Buffer, log2: number, r: number, p: number) {
  const both = await derive(password.normalize('NFKC'), salt, 64, { N: 2 ** log2, r, p, maxmem: 160 * 2 ** 20 })
  return { hash: both.subarray(0, 32), key: both.subarray(32) }
}

const dummy = `scrypt$17$8$1$${randomBytes(16).toString('base64url')}$${randomBytes(32).toString('base64url')}`

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/** One at a time: each run takes 128 MiB and a thread, and guessing must not starve those who hand in reports. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  // 20 in line is seven seconds; whoever would wait longer is asked to come back.
  if (waiting >= 20) throw new Refused('tooMany', { retryAfter: 10 })
  waiting++
  const mine = last.then(work)
  last = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    waiting--
  }
}
