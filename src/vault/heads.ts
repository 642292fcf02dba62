import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { Head } from '../runtime/index.ts'
import { mac } from './mac.ts'

/** A head with the signature that says the house itself wrote it. One line of JSON outside. */
export interface SignedHead extends Head {
  /** Ed25519 over the head, base64url. */
  readonly signature: string
}

export interface HeadSigner {
  sign(head: Head): SignedHead
  /** True if this house, with this server key, signed it. */
  verify(head: SignedHead): boolean
  /** SHA-256 of the public key, hex: for a paper on the auditor's desk. */
  readonly fingerprint: string
}

/** RFC 8410: what stands before the 32 bytes of a private Ed25519 key in PKCS #8. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key follows from the server key, so there is nothing more to keep and nothing of it in the database. */
export function headSigner(serverKey: Buffer): HeadSigner {
  const seed = mac(serverKey, 'audit-sign')
  const own: KeyObject = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const open = createPublicKey(own)
  const line = ({ seq, hash, at }: Head) => Buffer.from(JSON.stringify(['qingwen-audit-head', seq, hash, at]))
  return {
    sign: ({ seq, hash, at }) => {
      const head = { seq, hash, at }
      return { ...head, signature: sign(null, line(head), own).toString('base64url') }
    },
    verify: (head) => verify(null, line(head), open, Buffer.from(head.signature, 'base64url')),
    fingerprint: createHash('sha256')
      .update(open.export({ format: 'der', type: 'spki' }))
      .digest('hex'),
  }
}

/**
 * Reads heads as they were kept, one a line.
 * @returns those this house signed; `wrong` counts lines that are none of its.
 */
export function readHeads(text: string, signer: HeadSigner): { readonly heads: readonly SignedHead[]; wrong: number } {
  const heads: SignedHead[] = []
  let wrong = 0
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const head = headIn(line)
    if (head && signer.verify(head)) heads.push(head)
    else wrong++
  }
  return { heads, wrong }
}

/** From the first brace on: a system log puts its own words before a line. */
function headIn(line: string): SignedHead | undefined {
  try {
    const given = JSON.parse(line.slice(line.indexOf('{'))) as Partial<Record<keyof SignedHead, unknown>>
    const { seq, hash, at, signature } = given
    if (typeof seq !== 'number' || typeof hash !== 'string' || typeof at !== 'string') return undefined
    return typeof signature === 'string' ? { seq, hash, at, signature } : undefined
  } catch {
    // Not JSON: counted as a line that is not ours.
    return undefined
  }
}
