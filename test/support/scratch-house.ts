import { join } from 'node:path'
import { type Content, openContent, openHouse } from '../../src/assembly.ts'
import type { Case, Channel, House, Keyring, Unlocked } from '../../src/runtime/index.ts'
import { openStore } from '../../src/store/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { keyHolder } from './key-holder.ts'
import { scratchFolder } from './scratch.ts'

export interface ScratchHouse {
  readonly house: House
  /** Where the database and the key are. */
  readonly folder: string
  readonly faults: unknown[]
  readonly keyring: Keyring
  /** The key of an officer who opens what is handed in here. */
  readonly unlocked: Unlocked
  /** A case as that officer reads it. */
  read(caseId: string): Promise<Case | undefined>
  /** The time it is; to be moved by tests. */
  clock: { at: string }
  close(): Promise<void>
}

let content: Content | undefined

/** The house without its web server: the real content, core, store and receipts, and channels a test looks through. */
export async function scratchHouse(channels: readonly Channel[], parts: Partial<House> = {}): Promise<ScratchHouse> {
  // Read once for all tests of a file: it is never written to.
  content ??= openContent()
  const folder = scratchFolder()
  const vault = await openVault(join(folder.path, 'server.key'))
  const store = await openStore({ dataDir: folder.path, seals: vault.seals })
  const faults: unknown[] = []
  const { receipts, draftCodes } = vault
  const keyring = vault.keyring(store)
  const unlocked = await keyHolder(keyring)
  const clock = { at: '2026-11-23T09:30:00+08:00' }
  const house = openHouse({
    content,
    store,
    ...{ receipts, draftCodes, sealer: vault.sealer(store), seals: vault.seals },
    clock: () => clock.at,
    channels: new Map(channels.map((each) => [each.name, each])),
    onFault: (fault) => void faults.push(fault),
  })
  return {
    house: { ...house, ...parts },
    folder: folder.path,
    faults,
    keyring,
    unlocked,
    async read(caseId) {
      const sealed = await store.cases.byId(caseId)
      return sealed && unlocked.case(sealed)
    },
    clock,
    async close() {
      await store.close()
      folder.remove()
    },
  }
}
