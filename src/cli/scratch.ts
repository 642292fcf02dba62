import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Content, openContent, openHouse } from '../assembly.ts'
import type { Channel, Clock, House } from '../runtime/index.ts'
import { openStore } from '../store/index.ts'
import { openReceipts } from '../vault/index.ts'

/** A house on a database of its own that is gone afterwards; the real core, nothing stubbed. */
export interface Scratch {
  readonly house: House
  readonly content: Content
  close(): Promise<void>
}

/** @param channels names of the channels spoken over; their clients read the log. */
export async function openScratch(clock: Clock, channels: readonly string[], area?: string): Promise<Scratch> {
  const folder = mkdtempSync(join(tmpdir(), 'qingwen-'))
  const content = openContent()
  const store = await openStore({ dataDir: folder })
  const receipts = await openReceipts(join(folder, 'server.key'))
  const plugs = new Map<string, Channel>(channels.map((name) => [name, { name, delivery: 'log' }]))
  const house = openHouse({
    content,
    store,
    receipts,
    clock,
    channels: plugs,
    onFault: () => undefined,
    ...(area === undefined ? {} : { area }),
  })
  return {
    house,
    content,
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What a person reads: the receipt in its place, if this message shows one. */
export async function readable(house: House, text: string, caseId: string | undefined): Promise<string> {
  if (!text.includes('{{receipt}}') || caseId === undefined) return text
  const nonce = await house.store.cases.receiptNonce(caseId)
  return text.replace('{{receipt}}', nonce === undefined ? '（已隐藏）' : house.receipts.show(nonce))
}
