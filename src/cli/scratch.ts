import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Content, openContent, openHouse } from '../assembly.ts'
import {
  type Channel,
  type Clock,
  draftCodeOf,
  type House,
  hiddenDraftCode,
  type Keyring,
  type Taken,
  type Unlocked,
} from '../runtime/index.ts'
import { openStore } from '../store/index.ts'
import { openVault } from '../vault/index.ts'

/** A house on a database of its own that is gone afterwards; the real core, nothing stubbed. */
export interface Scratch {
  readonly house: House
  readonly content: Content
  /** An officer's key that opens what is handed in here. */
  readonly unlocked: Unlocked
  close(): Promise<void>
}

/** @param channels names of the channels spoken over; their clients read the log. @param content the digest alone unless given. */
export async function openScratch(
  clock: Clock,
  channels: readonly string[],
  area?: string,
  content: Content = openContent(),
): Promise<Scratch> {
  const folder = mkdtempSync(join(tmpdir(), 'qingwen-'))
  const vault = await openVault(join(folder, 'server.key'))
  const store = await openStore({ dataDir: folder, seals: vault.seals })
  const unlocked = await keyOf(vault.keyring(store))
  const plugs = new Map<string, Channel>(channels.map((name) => [name, { name, delivery: 'log' }]))
  const house = openHouse({
    content,
    store,
    ...{ receipts: vault.receipts, draftCodes: vault.draftCodes, sealer: vault.sealer(store), seals: vault.seals },
    clock,
    channels: plugs,
    onFault: () => undefined,
    ...(area === undefined ? {} : { area }),
  })
  return {
    house,
    content,
    unlocked,
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The only officer of a scratch database. */
async function keyOf(keyring: Keyring): Promise<Unlocked> {
  const passwordKey = randomBytes(32)
  await keyring.enrol('talk', passwordKey)
  const unlocked = await keyring.unlock('talk', passwordKey)
  if (!unlocked) throw new Error('a key that was made just now opens')
  await keyring.takeOver(unlocked, 'local')
  return unlocked
}

/** What a person reads: the receipt and the draft code in their place, if this message shows them. */
export async function readable(house: House, text: string, about: { case?: string; draft?: string }): Promise<string> {
  let out = text
  if (about.case !== undefined && out.includes('{{receipt}}')) {
    const nonce = await house.store.cases.receiptNonce(about.case)
    out = out.replace('{{receipt}}', nonce === undefined ? '（已隐藏）' : house.receipts.show(nonce))
  }
  if (about.draft !== undefined && out.includes('{{draftCode}}'))
    out = out.replace('{{draftCode}}', (await draftCodeOf(house, about.draft)) ?? hiddenDraftCode)
  return out
}

/** What the messages of a turn may show: the receipt of the case at hand, the code of a draft just kept. */
export const shownIn = ({ state, draft }: Pick<Taken, 'state' | 'draft'>): { case?: string; draft?: string } => ({
  ...(state.case === undefined ? {} : { case: state.case }),
  ...(draft === undefined ? {} : { draft }),
})
