import { randomBytes } from 'node:crypto'
import { checkDigit, groupReceipt, readReceipt } from '../base/index.ts'
import type { CaseMessage, Reader, Receipts } from '../runtime/index.ts'
import { openKey, parts, places, reporter, server, unlockContent } from './envelope.ts'
import { drawn, mac } from './mac.ts'
import { type KeyPair, keyPair } from './seal.ts'
import type { Lane, Stretch } from './stretch.ts'

/** One more than the greatest number of 19 digits. */
const bound = 10n ** 19n

const cost = { N: 2 ** 14, r: 8, p: 1 } as const

/**
 * Receipts under the server key (SECURITY 3.3). A receipt is derived from its nonce, so it need not be stored anywhere;
 * a case is looked up by an id that says nothing without the key. The same stretch gives the reporter's key pair: its
 * private half is stored nowhere, not even locked, and comes back with the receipt alone.
 */
export function receipts(key: Buffer, stretch: Stretch): Receipts {
  const salt = mac(key, 'receipt-salt')
  const forOlder = keyPair(mac(key, 'older-cases'))

  const digits = (nonce: string): string =>
    drawn(key, 'receipt', nonce, bound, (number) => {
      const random = number.toString().padStart(19, '0')
      return random + checkDigit(random)
    })
  async function keysOf(receipt: string, lane: Lane): Promise<{ id: string; pair: KeyPair }> {
    const stretched = await stretch(receipt, salt, cost, lane)
    return {
      id: mac(key, 'receipt-id', stretched).toString('hex'),
      pair: keyPair(mac(key, 'receipt-pair', stretched)),
    }
  }

  return {
    async issue() {
      const nonce = randomBytes(16).toString('base64url')
      const receipt = digits(nonce)
      const { id, pair } = await keysOf(receipt, 'new')
      return { receipt: groupReceipt(receipt), id, nonce, publicKey: pair.publicKey }
    },

    show: (nonce) => groupReceipt(digits(nonce)),

    async idOf(receipt) {
      const plain = readReceipt(receipt)
      return plain === undefined ? undefined : (await keysOf(plain, 'lookup')).id
    },

    async unlock(receipt) {
      const plain = readReceipt(receipt)
      if (plain === undefined) return undefined
      const { id, pair } = await keysOf(plain, 'lookup')
      return { id, reader: readerOf(pair, forOlder) }
    },

    publicKeyOf: async (nonce) => (await keysOf(digits(nonce), 'new')).pair.publicKey,
  }
}

function readerOf(pair: KeyPair, forOlder: KeyPair): Reader {
  const keys = new Map([
    [reporter, pair],
    [server, forOlder],
  ])
  return {
    publicKey: pair.publicKey,
    message(caseId, { id, content }) {
      const key = openKey(content.keys, keys, { caseId, part: parts.message(id) })
      // Sealed by an officer's deed, and nobody without the key can have changed it since.
      return (
        key && (JSON.parse(unlockContent(key, content.locked, places.message(caseId, id)).toString()) as CaseMessage)
      )
    },
  }
}
