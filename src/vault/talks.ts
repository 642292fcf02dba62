import { createHmac, randomBytes } from 'node:crypto'
import type { Seal, SealedAt, Seals } from '../runtime/index.ts'
import { lock, unlock } from './lock.ts'
import { mac } from './mac.ts'
import { padded, unpadded } from './padding.ts'
import { keyPair, open, seal } from './seal.ts'

/** Conversations at rest (SECURITY 3.4), under the server key and the secrets that browsers hold. */
export function talks(key: Buffer): Seals {
  const lives = mac(key, 'talk-life')
  const houses = mac(key, 'talk-house')

  return {
    // JSON, so that no two threads ever read the same.
    row: ({ channel, person, secret }) =>
      mac(key, 'talk-row', Buffer.from(JSON.stringify([channel, person, secret ?? null]))).toString('base64url'),
    tag: (text) => mac(key, 'talk-tag', Buffer.from(JSON.stringify(text))).toString('base64url'),
    life: () => randomBytes(32).toString('base64url'),
    talk: ({ secret }, life) =>
      under(
        secret === undefined
          ? derived(lives, 'qingwen talk under a life', life)
          : derived(bytesOf(secret), 'qingwen talk under a secret', ''),
      ),
    house: (row) => under(derived(houses, 'qingwen talk under the server key', row)),
    mailbox: (secret) => pairOf(secret).publicKey.toString('base64url'),
    post: (mailbox, text, at) => seal(Buffer.from(mailbox, 'base64url'), padded(Buffer.from(text)), at),
    collect: (secret, posted, at) => opened(open(pairOf(secret), posted, at), at),
  }
}

const bytesOf = (secret: string) => Buffer.from(secret, 'base64url')
const pairOf = (secret: string) => keyPair(bytesOf(secret))
/** HKDF-Expand of one block (RFC 5869 2.3): what it is made from is random throughout, so there is nothing to extract. */
const derived = (secret: Uint8Array, info: string, of: string) =>
  createHmac('sha256', secret).update(`${info}\0${of}\x01`).digest()

function under(key: Buffer): Seal {
  return {
    seal: (text, at) => lock(key, padded(Buffer.from(text)), at),
    open: (sealed, at) => opened(unlock(key, sealed, at), at),
  }
}

/** Says which table it stands in and nothing else. */
function opened(bytes: Buffer | undefined, { table }: SealedAt): string {
  const text = bytes && unpadded(bytes)
  if (!text) throw new Error(`a sealed row of ${table} does not open`)
  return text.toString('utf8')
}
