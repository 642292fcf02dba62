import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Content, openContent, openHouse } from '../assembly.ts'
import {
  type Channel,
  type Clock,
  deskGone,
  draftCodeOf,
  type House,
  hiddenDraftCode,
  type Keyring,
  type OfficerDesk,
  openShredder,
  type Secrets,
  type Shredder,
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
  readonly vault: { readonly secrets: Secrets; readonly keyring: Keyring; readonly shredder: Shredder }
  /** Where officers' commands are heard; empty until somebody opens a console. */
  readonly office: { chat?: OfficerDesk | undefined }
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
  const keyring = vault.keyring(store)
  const unlocked = await keyOf(keyring)
  const office: Scratch['office'] = {}
  const plugs = new Map<string, Channel>(channels.map((name) => [name, plugNamed(name)]))
  const house = openHouse({
    content,
    store,
    ...{ receipts: vault.receipts, draftCodes: vault.draftCodes, sealer: vault.sealer(store), seals: vault.seals },
    clock,
    channels: plugs,
    officerDesk: () => office.chat,
    onFault: () => undefined,
    ...(area === undefined ? {} : { area }),
  })
  return {
    house,
    content,
    unlocked,
    vault: {
      secrets: vault.secrets,
      keyring,
      shredder: openShredder({
        retention: store.retention,
        record: vault.shredded(join(folder, 'shredded.list')),
        now: clock,
      }),
    },
    office,
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Its clients read the log; where a vendor knows who writes, whoever writes is known. */
const plugNamed = (name: string): Channel => ({
  name,
  delivery: 'log',
  ...(/^(?:teams|wecom)/.test(name) ? { member: (person: string) => person } : {}),
})

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
export async function readable(
  house: House,
  text: string,
  about: { case?: string; draft?: string; kept?: string },
): Promise<string> {
  let out = text
  if (about.case !== undefined && out.includes('{{receipt}}')) {
    const nonce = await house.store.cases.receiptNonce(about.case)
    out = out.replace('{{receipt}}', nonce === undefined ? '（已隐藏）' : house.receipts.show(nonce))
  }
  if (about.draft !== undefined && out.includes('{{draftCode}}'))
    out = out.replace('{{draftCode}}', (await draftCodeOf(house, about.draft)) ?? hiddenDraftCode)
  const { kept } = about
  return kept === undefined ? out : out.replace('{{kept}}', () => house.officerDesk?.()?.kept(kept) ?? deskGone)
}

/** What the messages of a turn may show: the receipt of the case at hand, the code of a draft just kept. */
export const shownIn = ({ state, draft }: Pick<Taken, 'state' | 'draft'>): { case?: string; draft?: string } => ({
  ...(state.case === undefined ? {} : { case: state.case }),
  ...(draft === undefined ? {} : { draft }),
})
