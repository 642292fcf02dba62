import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as every phone app reads it: SHA-1, six digits, half a minute. */
const kind = { issuer: '清问', algorithm: 'SHA1', digits: 6, period: 30 } as const

/** @returns 160 random bits in base32. */
export const newCodeSecret = (): string => new Secret({ size: 20 }).base32

/** What an authenticator app reads from the picture: `otpauth://totp/…`. */
export function codeAddress(secret: string, account: string): string {
  return new TOTP({ ...kind, label: account, secret: Secret.fromBase32(secret) }).toString()
}

/**
 * The half-minute a code belongs to; the one before and the one after count too, because clocks of phones differ.
 *
 * @param at ISO instant.
 * @returns `undefined` for a code of none of the three.
 */
export function stepOfCode(secret: string, code: string, at: string): number | undefined {
  const token = code.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const timestamp = Date.parse(at)
  const delta = TOTP.validate({ ...kind, token, secret: Secret.fromBase32(secret), timestamp, window: 1 })
  return delta === null ? undefined : TOTP.counter({ period: kind.period, timestamp }) + delta
}
