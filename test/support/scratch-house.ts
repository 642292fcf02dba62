import { join } from 'node:path'
import { type Content, openContent, openHouse } from '../../src/assembly.ts'
import type { Channel, House } from '../../src/runtime/index.ts'
import { openStore } from '../../src/store/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { scratchFolder } from './scratch.ts'

export interface ScratchHouse {
  readonly house: House
  readonly faults: unknown[]
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
  const clock = { at: '2026-11-23T09:30:00+08:00' }
  const house = openHouse({
    content,
    store,
    ...vault,
    clock: () => clock.at,
    channels: new Map(channels.map((each) => [each.name, each])),
    onFault: (fault) => void faults.push(fault),
  })
  return {
    house: { ...house, ...parts },
    faults,
    clock,
    async close() {
      await store.close()
      folder.remove()
    },
  }
}
