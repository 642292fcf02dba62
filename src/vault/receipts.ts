import { randomBytes } from 'node:crypto'
import { checkDigit, groupReceipt, readReceipt } from '../base/index.ts'
import type { Receipts } from '../runtime/index.ts'
import { drawn, mac } from './mac.ts'
import type { Lane, Stretch } from './stretch.ts'

/** One more than the greatest number of 19 digits. */
const bound = 10n ** 19n

const cost = { N: 2 ** 14, r: 8, p: 1 } as const

/**
 * Receipts under the server key (SECURITY 3.3). A receipt is derived from its nonce, so it need not be stored anywhere;
 * a case is looked up by an id that says nothing without the key.
 */
export function receipts(key: Buffer, stretch: Stretch): Receipts {
  const salt = mac(key, 'receipt-salt')

  const digits = (nonce: string): string =>
    drawn(key, 'receipt', nonce, bound, (number) => {
      const random = number.toString().padStart(19, '0')
      return random + checkDigit(random)
    })
  const lookUpId = async (receipt: string, lane: Lane) =>
    mac(key, 'receipt-id', await stretch(receipt, salt, cost, lane)).toString('hex')

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
