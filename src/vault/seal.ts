import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { boundTo, type Place } from './bound-to.ts'
import { cipher, decipher, tagSize } from './lock.ts'

/** Ephemeral X25519, HKDF-SHA-256, AES-256-GCM; the first byte of everything sealed to a public key. */
const suite = 2
const info = 'qingwen seal X25519 HKDF-SHA256 AES-256-GCM'
const pairInfo = 'qingwen key pair X25519'
const keySize = 32
const nonceSize = 12

/** Raw X25519 keys, 32 bytes each (RFC 7748). */
export interface KeyPair {
  readonly publicKey: Buffer
  readonly privateKey: Buffer
}

/** The key pair of a secret of 256 bits, always the same; by chance without one. */
export function keyPair(secret: Uint8Array = randomBytes(keySize)): KeyPair {
  const privateKey = Buffer.from(hkdfSync('sha256', secret, '', pairInfo, keySize))
  return { privateKey, publicKey: publicHalf(privateKey) }
}

/**
 * Seals bytes to whoever holds the private half (SECURITY 3.2): suite, ephemeral public key, ciphertext, tag; 49 bytes
 * more than `plain`. The key is used once, so its nonce comes from the same derivation.
 *
 * @param ephemeral by chance, unless a test vector fixes it.
 */
export function seal(to: Uint8Array, plain: Uint8Array, place: Place, ephemeral: KeyPair = onceOnly()): Buffer {
  const shared = agreed(ephemeral, to)
  if (!shared) throw new RangeError('not a public key one can seal to')
  const { key, nonce } = derived(shared, ephemeral.publicKey, to)
  return Buffer.concat([Buffer.from([suite]), ephemeral.publicKey, cipher(key, nonce, plain, boundTo(suite, place))])
}

/** @returns what was sealed; nothing if key, place or any byte is another. Which of them, nobody is told. */
export function open(own: KeyPair, sealed: Uint8Array, place: Place): Buffer | undefined {
  if (sealed.length < 1 + keySize + tagSize || sealed[0] !== suite) return undefined
  const ephemeral = sealed.subarray(1, 1 + keySize)
  const shared = agreed(own, ephemeral)
  if (!shared) return undefined
  const { key, nonce } = derived(shared, ephemeral, own.publicKey)
  return decipher(key, nonce, sealed.subarray(1 + keySize), boundTo(suite, place))
}

/** The public half of a raw private key. */
export function publicHalf(privateKey: Uint8Array): Buffer {
  const spki = createPublicKey(privateObject(privateKey)).export({ format: 'der', type: 'spki' })
  return Buffer.from(spki.subarray(-keySize))
}

function derived(shared: Uint8Array, ephemeral: Uint8Array, to: Uint8Array) {
  const bytes = Buffer.from(hkdfSync('sha256', shared, Buffer.concat([ephemeral, to]), info, keySize + nonceSize))
  return { key: bytes.subarray(0, keySize), nonce: bytes.subarray(keySize) }
}

/** Nothing for a public key of small order, with which everybody would agree on the same secret: OpenSSL refuses it. */
function agreed(own: KeyPair, publicKey: Uint8Array): Buffer | undefined {
  try {
    return diffieHellman({ privateKey: pairObject(own), publicKey: publicObject(publicKey) })
  } catch {
    return undefined
  }
}

/** A key pair for one seal. Its private half goes with it: nothing is ever opened with it again. */
function onceOnly(): KeyPair {
  const { d, x } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' })
  return { privateKey: Buffer.from(d ?? '', 'base64url'), publicKey: Buffer.from(x ?? '', 'base64url') }
}

/** What stands before the 32 bytes of a private key in DER (RFC 8410); for keys whose public half is not known yet. */
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex')
const privateObject = (raw: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8, raw]), format: 'der', type: 'pkcs8' })

// JWK (RFC 8037) where both halves are known: OpenSSL takes the bytes as they are, which is several times faster.
const okp = { kty: 'OKP', crv: 'X25519' } as const
const text = (raw: Uint8Array) => Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('base64url')
const pairObject = ({ privateKey, publicKey }: KeyPair): KeyObject =>
  createPrivateKey({ key: { ...okp, d: text(privateKey), x: text(publicKey) }, format: 'jwk' })
const publicObject = (raw: Uint8Array): KeyObject => createPublicKey({ key: { ...okp, x: text(raw) }, format: 'jwk' })
