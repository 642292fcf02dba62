import type { DraftCodes, Keyring, Receipts, Sealer, Seals, Secrets, ShredRecord, Store } from '../runtime/index.ts'
import { drafts } from './drafts.ts'
import { type HeadSigner, headSigner } from './heads.ts'
import { openKey } from './key.ts'
import { openKeyring } from './keyring.ts'
import { receipts } from './receipts.ts'
import { openSealer } from './sealer.ts'
import { secretsUnder } from './secrets.ts'
import { shredRecord } from './shred-record.ts'
import { stretcher } from './stretch.ts'
import { talks } from './talks.ts'

export type { Place } from './bound-to.ts'
export { type HeadSigner, readHeads, type SignedHead } from './heads.ts'
export { lock, unlock } from './lock.ts'
export { type HeadKeeper, keepHeads, keptIn } from './outside.ts'
export { padded, unpadded } from './padding.ts'
export { type KeyPair, keyPair, open, seal } from './seal.ts'
export { talks } from './talks.ts'

/** What is kept under the server key. */
export interface Vault {
  readonly receipts: Receipts
  readonly draftCodes: DraftCodes
  readonly seals: Seals
  readonly secrets: Secrets
  /** Signs heads of the audit chain. */
  readonly heads: HeadSigner
  /** What was destroyed, in a file beside the database and outside of it. */
  shredded(file: string): ShredRecord
  /** Seals to public keys only. */
  sealer(store: Pick<Store, 'cases' | 'keys'>): Sealer
  /** Officers' keys; only for a process that serves the console. */
  keyring(store: Pick<Store, 'keys' | 'entries'>): Keyring
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
    seals: talks(key),
    secrets: secretsUnder(key),
    heads: headSigner(key),
    shredded: (file) => shredRecord(file, key),
    sealer: (store) => openSealer(store, key),
    keyring: ({ keys, entries }) => openKeyring(keys, entries, key),
  }
}
