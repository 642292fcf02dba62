import { hkdfSync, randomBytes } from 'node:crypto'

/** Without I, L, O, U and the digits they are taken for; 32 signs, 5 bits each. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 32 signs out of 30: 157 bits of chance, so that nobody guesses and nothing needs to be stretched. */
const length = 32

/** A fresh recovery key: eight groups of four signs, and the secret they stand for. */
export function newRecoveryKey(): { readonly printed: string; readonly secret: string } {
  let secret = ''
  while (secret.length < length)
    // 240 is the greatest multiple of 30 in a byte; more would favour the first signs.
    for (const byte of randomBytes(length)) if (byte < 240 && secret.length < length) secret += signs[byte % 30]
  return { printed: secret.match(/.{4}/g)!.join('-'), secret }
}

/** @returns the secret of what was typed, in any case and spacing, half or full width; nothing if it cannot be one. */
export function readRecoveryKey(typed: string): string | undefined {
  const secret = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
  return secret.length === length && [...secret].every((sign) => signs.includes(sign)) ? secret : undefined
}

/** The key a private half is locked under besides the password. */
export function recoveryLock(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'qingwen recovery', 32))
}
