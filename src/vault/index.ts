import type { DraftCodes, Receipts, Seals } from '../runtime/index.ts'
import { drafts } from './drafts.ts'
import { openKey } from './key.ts'
import { receipts } from './receipts.ts'
import { stretcher } from './stretch.ts'
import { talks } from './talks.ts'

export type { Place } from './bound-to.ts'
export { lock, unlock } from './lock.ts'
export { padded, unpadded } from './padding.ts'
export { type KeyPair, keyPair, open, seal } from './seal.ts'
export { talks } from './talks.ts'

/** What is kept under the server key. */
export interface Vault {
  readonly receipts: Receipts
  readonly draftCodes: DraftCodes
  readonly seals: Seals
}

/**
 * Opens the vault with the server key in `keyFile`, which is made on the first start.
 *
 * @param waiting how many look-ups may wait before the next is refused; 200 are about four seconds, longer than anybody waits.
 * @throws Fault if the key file is unreadable or damaged.
 */
export async function openVault(keyFile: string, waiting = 200): Promise<Vault> {
  const key = await openKey(keyFile)
  const stretch = stretcher(waiting)
  return { receipts: receipts(key, stretch), draftCodes: drafts(key, stretch), seals: talks(key) }
}
