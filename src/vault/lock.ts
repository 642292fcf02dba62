import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { boundTo, type Place } from './bound-to.ts'

/** AES-256-GCM under a key both sides hold; the first byte, so that another suite can follow. */
export const lockSuite = 1
const nonceSize = 12
export const tagSize = 16

/**
 * Locks bytes under a 32-byte key: suite, nonce, ciphertext, tag. As long as `plain` and 29 bytes more: content whose
 * length says something goes through `padded` first.
 *
 * @param nonce 12 bytes, by chance unless a test vector fixes them. A key may lock 2^32 times before chance is a risk.
 */
export function lock(key: Uint8Array, plain: Uint8Array, place: Place, nonce = randomBytes(nonceSize)): Buffer {
  return Buffer.concat([Buffer.from([lockSuite]), nonce, cipher(key, nonce, plain, boundTo(lockSuite, place))])
}

/** @returns what was locked; nothing if key, place or any byte is another. Which of them, nobody is told. */
export function unlock(key: Uint8Array, locked: Uint8Array, place: Place): Buffer | undefined {
  if (locked.length < 1 + nonceSize + tagSize || locked[0] !== lockSuite) return undefined
  const nonce = locked.subarray(1, 1 + nonceSize)
  return decipher(key, nonce, locked.subarray(1 + nonceSize), boundTo(lockSuite, place))
}

/** Ciphertext and tag. */
export function cipher(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, aad: Uint8Array): Buffer {
  const aes = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagSize }).setAAD(aad)
  return Buffer.concat([aes.update(plain), aes.final(), aes.getAuthTag()])
}

/** @param sealed ciphertext and tag, at least a tag long. @returns nothing if it does not open. */
export function decipher(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Buffer | undefined {
  const aes = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagSize }).setAAD(aad)
  aes.setAuthTag(sealed.subarray(-tagSize))
  const plain = aes.update(sealed.subarray(0, -tagSize))
  try {
    aes.final()
  } catch {
    plain.fill(0)
    return undefined
  }
  return plain
}
