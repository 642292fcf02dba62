import { createCipheriv, randomBytes } from 'node:crypto'
import { encrypt, getSignature } from '@wecom/crypto'
import { callbackOf, outerOf, pathOf, seal, textOf } from './wecom-caller.ts'

const inner = textOf('mallory', '4561255354251345929', '查一下我的举报')
const nonce = '1372623149'

/** An outer message around these bytes, rightly signed at this time. */
function signedAround(encrypted: string, at: number, token: string = seal.token) {
  return { path: pathOf(getSignature(token, at, nonce, encrypted), at, nonce), body: outerOf(encrypted) }
}

/** Encrypts what is already padded, however wrongly. */
function raw(bytes: Buffer): string {
  const key = Buffer.from(`${seal.aesKey}=`, 'base64')
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(bytes), cipher.final()]).toString('base64')
}

/** 16 random bytes, a length, a text and whom it is for, padded by a byte given in full. */
function packed(length: number, text: string, receiver: string, pad?: (whole: Buffer) => Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(length)
  const whole = Buffer.concat([randomBytes(16), size, Buffer.from(text), Buffer.from(receiver)])
  if (pad) return pad(whole)
  const missing = 32 - (whole.length % 32)
  return Buffer.concat([whole, Buffer.alloc(missing, missing)])
}

const toBlock = (whole: Buffer, fill: (missing: number) => Buffer) => {
  const missing = 32 - (whole.length % 32)
  return Buffer.concat([whole, fill(missing)])
}

/** Twenty and more callbacks that no WeCom sent, each wrong in its own way. @param at seconds since 1970. @returns the status each was met with. */
export function forgedCallbacks(url: string, at: number): Readonly<Record<string, () => Promise<number>>> {
  const bytes = Buffer.byteLength(inner)
  const good = encrypt(seal.aesKey, inner, seal.receiver)
  const post = async ({ path, body }: { path: string; body: string | Buffer }) =>
    (await fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'text/xml' }, body: body as BodyInit }))
      .status // Buffers are bodies, too.
  const signature = getSignature(seal.token, at, nonce, good)
  const flipped = `${good.slice(0, 40)}${good[40] === 'A' ? 'B' : 'A'}${good.slice(41)}`
  const badly = (bytesOf: Buffer) => () => post(signedAround(raw(bytesOf), at))
  return {
    'a signature of zeros': () => post({ path: pathOf('0'.repeat(40), at, nonce), body: outerOf(good) }),
    'a signature in capitals': () => post({ path: pathOf(signature.toUpperCase(), at, nonce), body: outerOf(good) }),
    'half a signature': () => post({ path: pathOf(signature.slice(0, 20), at, nonce), body: outerOf(good) }),
    'no signature': () => post({ path: `/wecom/callback?timestamp=${at}&nonce=${nonce}`, body: outerOf(good) }),
    'an empty signature': () => post({ path: pathOf('', at, nonce), body: outerOf(good) }),
    'another token': () => post(signedAround(good, at, 'QDG6eL')),
    'another nonce than was signed': () => post({ path: pathOf(signature, at, '1'), body: outerOf(good) }),
    'another time than was signed': () => post({ path: pathOf(signature, at + 1, nonce), body: outerOf(good) }),
    'one letter of the message changed': () => post({ path: pathOf(signature, at, nonce), body: outerOf(flipped) }),
    'eleven minutes old': () => post(callbackOf(inner, at - 660)),
    'eleven minutes early': () => post(callbackOf(inner, at + 660)),
    'a time that is no number': () => {
      const odd = getSignature(seal.token, 'soon', nonce, good)
      return post({ path: pathOf(odd, 'soon', nonce), body: outerOf(good) })
    },
    'for another company': () => post(callbackOf(inner, at, { receiver: 'wx0000000000000000' })),
    'for a company whose id begins like ours': () => post(callbackOf(inner, at, { receiver: `${seal.receiver}1` })),
    'another key': () => post(callbackOf(inner, at, { aesKey: `${'A'.repeat(42)}A` })),
    'a length beyond the end': badly(packed(bytes + 10_000, inner, seal.receiver)),
    'a length that hides the receiver': badly(packed(bytes + seal.receiver.length, inner, seal.receiver)),
    'padding of nothing': badly(
      packed(bytes, inner, seal.receiver, (whole) => toBlock(whole, (n) => Buffer.alloc(n, 0))),
    ),
    'padding longer than a block': badly(
      packed(bytes, inner, seal.receiver, (whole) => toBlock(whole, (n) => Buffer.alloc(n, 33))),
    ),
    'padding that disagrees with itself': badly(
      packed(bytes, inner, seal.receiver, (whole) =>
        toBlock(whole, (n) => Buffer.concat([Buffer.alloc(n - 1, n ^ 1), Buffer.from([n])])),
      ),
    ),
    'padding only': badly(Buffer.alloc(32, 32)),
    'no whole block': () => post(signedAround(Buffer.alloc(40, 7).toString('base64'), at)),
    'nothing encrypted': () => post(signedAround('', at)),
    'not base64': () => post(signedAround('这不是密文', at)),
    'base64 with something between': () => post(signedAround(`${good.slice(0, 8)}\n${good.slice(8)}`, at)),
    'no envelope': () => post({ path: pathOf(signature, at, nonce), body: inner }),
    'not XML': () => post({ path: pathOf(signature, at, nonce), body: '{"Encrypt":"x"}' }),
    'an empty body': () => post({ path: pathOf(signature, at, nonce), body: '' }),
    'a body of a megabyte': () => post({ path: pathOf(signature, at, nonce), body: outerOf('A'.repeat(1_000_000)) }),
    'a signed message for another application': () =>
      post(callbackOf(inner.replace('<AgentID>1000002<', '<AgentID>1000003<'), at)),
    'a signed message to another company within': () =>
      post(callbackOf(inner.replace(seal.receiver, 'wx0000000000000000'), at)),
    'an echo nobody signed': async () =>
      (await fetch(`${url}${pathOf('0'.repeat(40), at, nonce, `&echostr=${encodeURIComponent(good)}`)}`)).status,
    'another method': async () => (await fetch(`${url}/wecom/callback`, { method: 'PUT', body: 'x' })).status,
  }
}
