import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { Refused } from '../../base/index.ts'

/** What an application's callback page in the WeCom console holds, and whom it is for. */
export interface Seal {
  /** 3 to 32 letters and figures. */
  readonly token: string
  /** EncodingAESKey: 43 characters, 32 bytes in base64 without its `=`. */
  readonly aesKey: string
  /** The corp id, to whom every message must be addressed. */
  readonly receiver: string
}

/** What stands in the address of a callback. */
export interface Signed {
  readonly signature: string
  /** Seconds since 1970. */
  readonly timestamp: string
  readonly nonce: string
}

export interface Envelope {
  /**
   * Opens what WeCom encrypted: signature, then time, then padding, length and receiver; only then is there a text.
   *
   * @param now seconds since 1970.
   * @throws Refused `badSignature`, `badTime`, `badEnvelope`, `notForUs`
   */
  open(encrypted: string, signed: Signed, now: number): string
  /** Encrypts and signs as WeCom does. @param random 16 bytes; only vectors give their own. */
  seal(text: string, stamp: Pick<Signed, 'timestamp' | 'nonce'>, random?: Buffer): Signed & { encrypted: string }
}

/** Seconds a message may be early or late: WeCom tries three times within seconds, clocks of servers are minutes apart at most. */
export const tolerance = 600

/** AES works in blocks of 16, but WeCom pads to 32. */
const block = 32
/** 16 random bytes and four of length stand before the text. */
const head = 20

/** The envelope of WeCom's callbacks: SHA-1 over the sorted parts, AES-256-CBC within; https://developer.work.weixin.qq.com/document/path/90968 read 2026-11-30. */
export function envelope({ token, aesKey, receiver }: Seal): Envelope {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  if (key.length !== 32) throw new RangeError('EncodingAESKey has 43 characters and makes 32 bytes')
  const iv = key.subarray(0, 16)
  const addressee = Buffer.from(receiver)

  const sign = (timestamp: string, nonce: string, encrypted: string) =>
    createHash('sha1').update([token, timestamp, nonce, encrypted].sort().join('')).digest('hex')

  return {
    open(encrypted, { signature, timestamp, nonce }, now) {
      const given = Buffer.from(/^[0-9a-f]{40}$/.test(signature) ? signature : '')
      const ours = Buffer.from(sign(timestamp, nonce, encrypted))
      if (given.length !== ours.length || !timingSafeEqual(given, ours)) throw new Refused('badSignature')
      if (!/^\d{1,12}$/.test(timestamp) || Math.abs(Number(timestamp) - now) > tolerance) throw new Refused('badTime')
      const plain = decrypt(key, iv, encrypted)
      const length = plain.readUInt32BE(16)
      if (head + length > plain.length) throw new Refused('badEnvelope')
      if (!plain.subarray(head + length).equals(addressee)) throw new Refused('notForUs')
      return plain.toString('utf8', head, head + length)
    },

    seal(text, { timestamp, nonce }, random = randomBytes(16)) {
      const body = Buffer.from(text)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(body.length)
      const whole = Buffer.concat([random, length, body, addressee])
      const missing = block - (whole.length % block)
      const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
      const encrypted = Buffer.concat([
        cipher.update(Buffer.concat([whole, Buffer.alloc(missing, missing)])),
        cipher.final(),
      ]).toString('base64')
      return { encrypted, timestamp, nonce, signature: sign(timestamp, nonce, encrypted) }
    },
  }
}

/** @throws Refused `badEnvelope`. Nobody without the token comes this far, so that saying so helps no oracle. */
function decrypt(key: Buffer, iv: Buffer, encrypted: string): Buffer {
  const bytes = Buffer.from(encrypted, 'base64')
  // Node passes over what is no base64; what it read must be what was written.
  if (bytes.toString('base64') !== encrypted || bytes.length === 0 || bytes.length % block !== 0)
    throw new Refused('badEnvelope')
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()])
  const missing = padded.at(-1) ?? 0
  if (missing < 1 || missing > block) throw new Refused('badEnvelope')
  const end = padded.length - missing
  if (end < head || !padded.subarray(end).every((byte) => byte === missing)) throw new Refused('badEnvelope')
  return padded.subarray(0, end)
}
