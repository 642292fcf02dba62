import { createHmac } from 'node:crypto'

/** Labels under which the server key is used; each keeps one use of the key from answering for another. */
type Label =
  | 'receipt-salt'
  | 'receipt-id'
  | 'draft-salt'
  | 'draft-id'
  | 'draft-seal'
  | 'secrets'
  | 'audit-sign'
  | 'receipt-pair'
  | 'group-escrow'
  | 'older-cases'
  | 'shredded'
  | `talk-${'row' | 'tag' | 'life' | 'house'}`
  | `${'receipt' | 'draft'}|${string}`

/** HMAC-SHA-256 under the server key. */
export function mac(key: Buffer, label: Label, message: Buffer = Buffer.alloc(0)): Buffer {
  return createHmac('sha256', key).update(`${label}\0`).update(message).digest()
}

/**
 * A number below `bound` drawn from a nonce under the server key, always the same; 64 bits at or above the greatest
 * multiple of `bound` are drawn again, so that all numbers are equally likely.
 *
 * @param fits numbers that do not are drawn again.
 */
export function drawn<T>(
  key: Buffer,
  what: 'receipt' | 'draft',
  nonce: string,
  bound: bigint,
  fits: (n: bigint) => T | undefined,
): T {
  const most = 2n ** 64n - (2n ** 64n % bound)
  for (let draw = 0; ; draw++) {
    const bytes = mac(key, `${what}|${nonce}|${draw}`)
    for (let at = 0; at < bytes.length; at += 8) {
      const number = bytes.readBigUInt64BE(at)
      const fitting = number < most ? fits(number % bound) : undefined
      if (fitting !== undefined) return fitting
    }
  }
}
