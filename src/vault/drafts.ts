import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { checkDigit, groupDraftCode, isDraftCode, readDraftCode } from '../base/index.ts'
import type { DraftCodes } from '../runtime/index.ts'
import { drawn, mac } from './mac.ts'
import type { Lane, Stretch } from './stretch.ts'

/** One more than the greatest number of 15 digits. Less the tenth that could be bank cards, that is 49.7 bits of chance. */
const bound = 10n ** 15n

/** Twice the cost of a receipt, which makes up for a code that is shorter: more than 2^50 stretches of a receipt's cost. */
const cost = { N: 2 ** 15, r: 8, p: 1 } as const

/** scrypt, HKDF-SHA-256, AES-256-GCM; the first byte of every sealed draft, so that another suite can follow. */
const suite = Buffer.from([1])
const nonceSize = 12
const tagSize = 16

/** Bytes a draft is filled up to a multiple of, so that its size says little of what is in it. */
const block = 1024

/**
 * Draft codes under the server key (SECURITY 3.4). The key that opens a draft comes from its code alone, stretched, and
 * neither is kept; who has the database and the server key still has to try codes, each at the cost of one stretch.
 */
export function drafts(key: Buffer, stretch: Stretch): DraftCodes {
  const salt = mac(key, 'draft-salt')

  const digits = (nonce: string): string =>
    drawn(key, 'draft', nonce, bound, (number) => {
      const random = number.toString().padStart(15, '0')
      const code = random + checkDigit(random)
      return isDraftCode(code) ? code : undefined
    })

  async function keysOf(code: string, lane: Lane): Promise<{ id: string; key: Buffer }> {
    const stretched = await stretch(code, salt, cost, lane)
    return {
      id: mac(key, 'draft-id', stretched).toString('hex'),
      key: Buffer.from(hkdfSync('sha256', stretched, mac(key, 'draft-seal'), 'draft', 32)),
    }
  }

  return {
    async seal(text) {
      const nonce = randomBytes(16).toString('base64url')
      const code = digits(nonce)
      const keys = await keysOf(code, 'new')
      return { code: groupDraftCode(code), id: keys.id, nonce, sealed: seal(keys, text) }
    },

    show: (nonce) => groupDraftCode(digits(nonce)),

    async unlock(text) {
      const code = readDraftCode(text)
      if (code === undefined) return undefined
      const keys = await keysOf(code, 'lookup')
      return { id: keys.id, open: (sealed) => open(keys, sealed) }
    },
  }
}

interface Keys {
  readonly id: string
  readonly key: Buffer
}

/** A key seals once only, so that a nonce drawn by chance cannot meet itself. */
function seal({ id, key }: Keys, text: string): string {
  const nonce = randomBytes(nonceSize)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagSize }).setAAD(boundTo(id))
  const sealed = Buffer.concat([cipher.update(filled(text)), cipher.final()])
  return Buffer.concat([suite, nonce, sealed, cipher.getAuthTag()]).toString('base64')
}

function open({ id, key }: Keys, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length <= 1 + nonceSize + tagSize || !bytes.subarray(0, 1).equals(suite)) return undefined
  const nonce = bytes.subarray(1, 1 + nonceSize)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagSize }).setAAD(boundTo(id))
  decipher.setAuthTag(bytes.subarray(-tagSize))
  const text = decipher.update(bytes.subarray(1 + nonceSize, -tagSize))
  try {
    decipher.final()
  } catch {
    return undefined
  }
  return text.toString('utf8').trimEnd()
}

/** What a sealed draft is bound to besides its key: the suite, what it is, and the row it stands in. */
const boundTo = (id: string) => Buffer.concat([suite, Buffer.from(`draft\0${id}`)])

/** Blanks behind JSON change nothing. */
function filled(text: string): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([bytes, Buffer.alloc(block - (bytes.length % block), ' ')])
}
