import type { GroupCopy, GroupKey, Keys } from '../runtime/index.ts'
import type { Place } from './bound-to.ts'
import { lock, unlock } from './lock.ts'
import { mac } from './mac.ts'
import { type KeyPair, keyPair, open, publicHalf, seal } from './seal.ts'

/** Who holds a private half while no officer does. */
export const escrow = 'escrow'

export interface GroupKeys {
  /** The newest epoch, made if there is none. */
  current(unit: string, purpose: string): Promise<GroupKey>
  /** Begins a new epoch for these officers; with none of them it goes into escrow. @returns false if another did just now. */
  begin(unit: string, purpose: string, epoch: number, members: readonly Member[], leaver?: string): Promise<boolean>
  /** A private half out of escrow. */
  fromEscrow(copy: GroupCopy): KeyPair | undefined
}

export interface Member {
  readonly officer: string
  readonly publicKey: Uint8Array
}

/**
 * Keys of units. Until the first officer takes them over, the private halves lie locked under the server key: who has
 * database and server key opens what came in until then, and nothing afterwards.
 */
export function groupKeys(keys: Keys, serverKey: Buffer): GroupKeys {
  const escrowKey = mac(serverKey, 'group-escrow')

  async function begin(unit: string, purpose: string, epoch: number, members: readonly Member[], leaver?: string) {
    const id = `${unit}/${purpose}/${epoch}`
    const { publicKey, privateKey } = keyPair()
    const copies =
      members.length === 0
        ? [{ key: id, holder: escrow, sealed: lock(escrowKey, privateKey, copyPlace(id, escrow)) }]
        : members.map((member) => copyFor(member, id, privateKey))
    const added = await keys.addGroup({ id, unit, purpose, epoch, publicKey }, copies, leaver)
    privateKey.fill(0)
    return added
  }

  return {
    begin,

    async current(unit, purpose) {
      for (;;) {
        const key = await keys.current(unit, purpose)
        if (key) return key
        // Two that start together meet on the epoch; the loser takes the winner's key.
        await begin(unit, purpose, 1, [])
      }
    },

    fromEscrow({ key, sealed }) {
      const privateKey = unlock(escrowKey, sealed, copyPlace(key, escrow))
      return privateKey && { privateKey, publicKey: publicHalf(privateKey) }
    },
  }
}

/** A private half sealed to one officer. */
export function copyFor({ officer, publicKey }: Member, id: string, privateKey: Uint8Array): GroupCopy {
  return { key: id, holder: officer, sealed: seal(publicKey, privateKey, copyPlace(id, officer)) }
}

/** @returns the pair a copy holds; nothing if it does not open. */
export function openCopy(officer: KeyPair, { key, holder, sealed }: GroupCopy): KeyPair | undefined {
  const privateKey = open(officer, sealed, copyPlace(key, holder))
  return privateKey && { privateKey, publicKey: publicHalf(privateKey) }
}

const copyPlace = (key: string, holder: string): Place => ({ table: 'group_copies', row: key, field: holder })
