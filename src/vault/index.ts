import type { DraftCodes, Receipts, Secrets } from '../runtime/index.ts'
import { drafts } from './drafts.ts'
import { type HeadSigner, headSigner } from './heads.ts'
import { openKey } from './key.ts'
import { receipts } from './receipts.ts'
import { secretsUnder } from './secrets.ts'
import { stretcher } from './stretch.ts'

export { type HeadSigner, readHeads, type SignedHead } from './heads.ts'
export { type HeadKeeper, keepHeads, keptIn } from './outside.ts'

/** What is kept under the server key. */
export interface Vault {
  readonly receipts: Receipts
  readonly draftCodes: DraftCodes
  readonly secrets: Secrets
  /** Signs heads of the audit chain. */
  readonly heads: HeadSigner
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
  return {
    receipts: receipts(key, stretch),
    draftCodes: drafts(key, stretch),
    secrets: secretsUnder(key),
    heads: headSigner(key),
  }
}
