/** The smallest size something padded has. Bytes. */
const least = 1024
const lengthSize = 4

/**
 * Fills bytes up to a power of two from 1 KB, length first, so that the size of what is sealed says little of what is in it.
 *
 * @throws RangeError for 2 GiB and more.
 */
export function padded(plain: Uint8Array): Buffer {
  const whole = lengthSize + plain.length
  if (whole > 2 ** 31) throw new RangeError('too much to be padded at once')
  const out = Buffer.alloc(Math.max(least, 2 ** Math.ceil(Math.log2(whole))))
  out.writeUInt32BE(plain.length)
  out.set(plain, lengthSize)
  return out
}

/** @returns what was padded; nothing if it was not padded here. */
export function unpadded(bytes: Uint8Array): Buffer | undefined {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (whole.length < least || (whole.length & (whole.length - 1)) !== 0) return undefined
  const length = whole.readUInt32BE()
  return length > whole.length - lengthSize ? undefined : whole.subarray(lengthSize, lengthSize + length)
}
