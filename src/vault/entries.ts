import { randomBytes } from 'node:crypto'
import type { Entries, EntryRows, IndexedCase, Keys, SealedEntry } from '../runtime/index.ts'
import type { Place } from './bound-to.ts'
import { lockContent } from './envelope.ts'
import { unlock } from './lock.ts'
import { unpadded } from './padding.ts'
import { type KeyPair, open, seal } from './seal.ts'

/**
 * The index of cases under the group keys one officer holds. One symmetric key for each group key, sealed to it: opening
 * an entry then costs a hundredth of what opening its case does, and whoever leaves a group opens nothing that is
 * written under the key of its next epoch.
 */
export function entriesUnder(
  keys: Pick<Keys, 'current'>,
  rows: Pick<EntryRows, 'key' | 'addKey'>,
  held: () => Promise<ReadonlyMap<string, KeyPair>>,
): Entries {
  const opened = new Map<string, Promise<Buffer | undefined>>()

  async function openKey(id: string): Promise<Buffer | undefined> {
    const pair = (await held()).get(id)
    const sealed = pair && (await rows.key(id))
    return sealed && open(pair, sealed, keyPlace(id))
  }

  /** Looked up once; one that is not there yet is looked for again. */
  async function keyOf(id: string): Promise<Buffer | undefined> {
    const known = opened.get(id) ?? openKey(id)
    opened.set(id, known)
    const key = await known
    if (!key) opened.delete(id)
    return key
  }

  async function keyFor(unit: string, purpose: string): Promise<{ id: string; key: Buffer } | undefined> {
    const group = await keys.current(unit, purpose)
    const pair = group && (await held()).get(group.id)
    if (!group || !pair) return undefined
    const { id } = group
    const there = await keyOf(id)
    if (there) return { id, key: there }
    const sealed = await rows.addKey(id, seal(group.publicKey, randomBytes(32), keyPlace(id)))
    const key = open(pair, sealed, keyPlace(id))
    return key && { id, key }
  }

  return {
    keys: async () => [...(await held()).keys()],

    async open(entries) {
      const own = new Map<string, Buffer | undefined>()
      for (const id of new Set(entries.map(({ key }) => key))) own.set(id, await keyOf(id))
      return entries.map((entry) => openEntry(own.get(entry.key), entry))
    },

    async seal({ unit, purpose }, entry) {
      const under = await keyFor(unit, purpose)
      if (!under) return undefined
      const at = { caseId: entry.id, key: under.id, lines: entry.lines }
      return { ...at, locked: lockContent(under.key, entry, entryPlace(at)) }
    },
  }
}

function openEntry(key: Buffer | undefined, entry: SealedEntry): IndexedCase | undefined {
  const bytes = key && unlock(key, entry.locked, entryPlace(entry))
  const plain = bytes && unpadded(bytes)
  // Written by `seal` above, and nobody without the key can have changed it since.
  return plain && (JSON.parse(plain.toString()) as IndexedCase)
}

const keyPlace = (id: string): Place => ({ table: 'index_keys', row: id, field: 'sealed' })
const entryPlace = ({ caseId, key, lines }: Omit<SealedEntry, 'locked'>): Place => ({
  table: 'case_index',
  row: `${caseId} ${key}`,
  field: `locked ${lines}`,
})
