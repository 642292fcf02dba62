import { gcm } from '@noble/ciphers/aes.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyPair, lock, open, padded, seal, unlock, unpadded } from '../../src/vault/index.ts'
import * as locking from '../../src/vault/lock.ts'
import * as sealing from '../../src/vault/seal.ts'
import vectors from './vectors.json' with { type: 'json' }

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => Buffer.from(text, 'hex')
const utf8 = (text: string) => new TextEncoder().encode(text)

interface Place {
  table: string
  row: string
  field: string
}

/** The same format by another library, from its description in SECURITY 3.2 and not from our code. */
const other = {
  aad: (suite: number, { table, row, field }: Place) => utf8(JSON.stringify([suite, 1, table, row, field])),
  pair(secret: Uint8Array) {
    const privateKey = hkdf(sha256, secret, new Uint8Array(0), utf8('qingwen key pair X25519'), 32)
    return { privateKey, publicKey: x25519.getPublicKey(privateKey) }
  },
  keys(shared: Uint8Array, ephemeral: Uint8Array, to: Uint8Array) {
    const salt = Buffer.concat([ephemeral, to])
    const derived = hkdf(sha256, shared, salt, utf8('qingwen seal X25519 HKDF-SHA256 AES-256-GCM'), 44)
    return { key: derived.slice(0, 32), nonce: derived.slice(32) }
  },
  seal(to: Uint8Array, plain: Uint8Array, place: Place, secret: Uint8Array) {
    const ephemeral = x25519.getPublicKey(secret)
    const { key, nonce } = other.keys(x25519.getSharedSecret(secret, to), ephemeral, to)
    return Buffer.concat([Buffer.from([2]), ephemeral, gcm(key, nonce, other.aad(2, place)).encrypt(plain)])
  },
  open(privateKey: Uint8Array, sealed: Uint8Array, place: Place) {
    const ephemeral = sealed.slice(1, 33)
    const shared = x25519.getSharedSecret(privateKey, ephemeral)
    const { key, nonce } = other.keys(shared, ephemeral, x25519.getPublicKey(privateKey))
    return gcm(key, nonce, other.aad(2, place)).decrypt(sealed.slice(33))
  },
  lock: (key: Uint8Array, plain: Uint8Array, place: Place, nonce: Uint8Array) =>
    Buffer.concat([Buffer.from([1]), nonce, gcm(key, nonce, other.aad(1, place)).encrypt(plain)]),
  unlock: (key: Uint8Array, locked: Uint8Array, place: Place) =>
    gcm(key, locked.slice(1, 13), other.aad(1, place)).decrypt(locked.slice(13)),
}

const place = { table: 'cases', row: '7', field: 'body' }
const pair = keyPair(Buffer.alloc(32, 1))
const key = Buffer.alloc(32, 2)

describe('the vectors that are checked in', () => {
  test.each(vectors.pairs)('a secret gives the same key pair as ever: $publicKey', (vector) => {
    const mine = keyPair(bytes(vector.secret))
    expect([hex(mine.privateKey), hex(mine.publicKey)]).toEqual([vector.privateKey, vector.publicKey])
    const theirs = other.pair(bytes(vector.secret))
    expect([hex(theirs.privateKey), hex(theirs.publicKey)]).toEqual([vector.privateKey, vector.publicKey])
  })

  test.each(vectors.seal)('a seal is the same as ever, here and in another library', (vector) => {
    const privateKey = bytes(vector.privateKey)
    const to = { privateKey, publicKey: sealing.publicHalf(privateKey) }
    const own = bytes(vector.ephemeral)
    const ephemeral = { privateKey: own, publicKey: sealing.publicHalf(own) }
    expect(hex(sealing.seal(to.publicKey, bytes(vector.plain), vector.place, ephemeral))).toBe(vector.sealed)
    expect(hex(other.seal(to.publicKey, bytes(vector.plain), vector.place, own))).toBe(vector.sealed)
    expect(hex(open(to, bytes(vector.sealed), vector.place)!)).toBe(vector.plain)
    expect(hex(other.open(privateKey, bytes(vector.sealed), vector.place))).toBe(vector.plain)
  })

  test.each(vectors.lock)('a lock is the same as ever, here and in another library', (vector) => {
    const [with32, nonce, plain] = [bytes(vector.key), bytes(vector.nonce), bytes(vector.plain)]
    expect(hex(locking.lock(with32, plain, vector.place, nonce))).toBe(vector.locked)
    expect(hex(other.lock(with32, plain, vector.place, nonce))).toBe(vector.locked)
    expect(hex(unlock(with32, bytes(vector.locked), vector.place)!)).toBe(vector.plain)
    expect(hex(other.unlock(with32, bytes(vector.locked), vector.place))).toBe(vector.plain)
  })
})

describe('what is sealed', () => {
  test('opens in the other library, and what that seals opens here', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.string(), (plain, row) => {
        const at = { ...place, row }
        expect(hex(other.open(pair.privateKey, seal(pair.publicKey, plain, at), at))).toBe(hex(plain))
        const theirs = other.seal(pair.publicKey, plain, at, x25519.utils.randomSecretKey())
        expect(hex(open(pair, theirs, at)!)).toBe(hex(plain))
        expect(hex(other.unlock(key, lock(key, plain, at), at))).toBe(hex(plain))
      }),
      { numRuns: 40 },
    )
  })

  test('is another each time', () => {
    const plain = Buffer.from('同一句话')
    expect(hex(seal(pair.publicKey, plain, place))).not.toBe(hex(seal(pair.publicKey, plain, place)))
    expect(hex(lock(key, plain, place))).not.toBe(hex(lock(key, plain, place)))
  })

  const sealed = seal(pair.publicKey, Buffer.from('某镇干部收受礼金'), place)
  const locked = lock(key, Buffer.from('某镇干部收受礼金'), place)

  test('does not open with any one byte changed', () => {
    for (let at = 0; at < sealed.length; at++) {
      const other = Buffer.from(sealed)
      other[at]! ^= 0x41
      expect(open(pair, other, place), `byte ${at}`).toBeUndefined()
    }
    for (let at = 0; at < locked.length; at++) {
      const other = Buffer.from(locked)
      other[at]! ^= 0x41
      expect(unlock(key, other, place), `byte ${at}`).toBeUndefined()
    }
  })

  test('does not open when cut off or lengthened anywhere', () => {
    for (let length = 0; length < sealed.length; length++)
      expect(open(pair, sealed.subarray(0, length), place)).toBeUndefined()
    for (let length = 0; length < locked.length; length++)
      expect(unlock(key, locked.subarray(0, length), place)).toBeUndefined()
    expect(open(pair, Buffer.concat([sealed, Buffer.from([0])]), place)).toBeUndefined()
    expect(unlock(key, Buffer.concat([locked, Buffer.from([0])]), place)).toBeUndefined()
  })

  test.each([
    { table: 'messages', row: '7', field: 'body' },
    { table: 'cases', row: '8', field: 'body' },
    { table: 'cases', row: '7', field: 'identity' },
    { table: 'cases","7', row: '', field: 'body' },
  ])('does not open in another place: $table $row $field', (elsewhere) => {
    expect(open(pair, sealed, elsewhere)).toBeUndefined()
    expect(unlock(key, locked, elsewhere)).toBeUndefined()
  })

  test('does not open with another key', () => {
    expect(open(keyPair(), sealed, place)).toBeUndefined()
    expect(open({ ...keyPair(), publicKey: pair.publicKey }, sealed, place)).toBeUndefined()
    expect(unlock(Buffer.alloc(32, 3), locked, place)).toBeUndefined()
  })

  test('is not sealed to a key everybody agrees with, nor opened from one', () => {
    expect(() => seal(Buffer.alloc(32), Buffer.from('x'), place)).toThrow(RangeError)
    expect(open(pair, Buffer.concat([Buffer.from([2]), Buffer.alloc(32), sealed.subarray(33)]), place)).toBeUndefined()
  })
})

describe('padding', () => {
  test('fills up to powers of two from one kilobyte and gives the same back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (plain) => {
        const full = padded(plain)
        expect([1024, 2048, 4096, 8192]).toContain(full.length)
        expect(hex(unpadded(full)!)).toBe(hex(plain))
      }),
    )
  })

  test.each([
    [0, 1024],
    [1020, 1024],
    [1021, 2048],
    [2044, 2048],
    [2045, 4096],
  ])('%d bytes lie in %d', (size, full) => {
    expect(padded(Buffer.alloc(size)).length).toBe(full)
  })

  test('what was not padded here is not taken for it', () => {
    expect(unpadded(Buffer.alloc(1023))).toBeUndefined()
    expect(unpadded(Buffer.alloc(1025))).toBeUndefined()
    expect(unpadded(Buffer.alloc(512))).toBeUndefined()
    expect(unpadded(Buffer.alloc(1024, 0xff))).toBeUndefined()
  })
})
