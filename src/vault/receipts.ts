import { createHmac, randomBytes } from 'node:crypto'
import { checkDigit, groupReceipt, readReceipt } from '../base/index.ts'
import type { Receipts } from '../runtime/index.ts'
import { openKey } from './key.ts'
import { stretcher } from './stretch.ts'

/** One more than the greatest number of 19 digits; 64 random bits at or above it are drawn again, so all are equally likely. */
const bound = 10n ** 19n

/**
 * Receipts under the server key in `keyFile` (SECURITY 3.3). A receipt is derived from its nonce, so it need not be stored
 * anywhere; a case is looked up by an id that says nothing without the key.
 *
 * @param waiting how many look-ups may wait before the next is refused; 200 are about four seconds, longer than anybody waits.
 * @throws Fault if the key file is unreadable or damaged.
 */
export async function openReceipts(keyFile: string, waiting = 200): Promise<Receipts> {
  const key = await openKey(keyFile)
  const stretch = stretcher(mac(key, 'receipt-salt'), waiting)

  const digits = (nonce: string): string => {
    for (let draw = 0; ; draw++) {
      const bytes = mac(key, `receipt|${nonce}|${draw}`)
      for (let at = 0; at < bytes.length; at += 8) {
        const number = bytes.readBigUInt64BE(at)
        if (number >= bound) continue
        const random = number.toString().padStart(19, '0')
        return random + checkDigit(random)
      }
    }
  }
  const lookUpId = async (receipt: string, lane: 'new' | 'lookup') =>
    mac(key, 'receipt-id', await stretch(receipt, lane)).toString('hex')

  return {
    async issue() {
      const nonce = randomBytes(16).toString('base64url')
      const receipt = digits(nonce)
      return { receipt: groupReceipt(receipt), id: await lookUpId(receipt, 'new'), nonce }
    },

    show: (nonce) => groupReceipt(digits(nonce)),

    async idOf(receipt) {
      const plain = readReceipt(receipt)
      return plain === undefined ? undefined : lookUpId(plain, 'lookup')
    },
  }
}

/** HMAC-SHA-256; the label keeps one use of the key from answering for another. */
function mac(key: Buffer, label: string, message: Buffer = Buffer.alloc(0)): Buffer {
  return createHmac('sha256', key).update(`${label}\0`).update(message).digest()
}
