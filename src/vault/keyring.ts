import { Fault } from '../base/index.ts'
import type { EntryRows, Keyring, Keys, Unlocked } from '../runtime/index.ts'
import { copyFor, escrow, groupKeys, type Member, openCopy } from './group-keys.ts'
import { lock, unlock } from './lock.ts'
import { readRecoveryKey, recoveryLock } from './recovery-key.ts'
import { type KeyPair, keyPair, publicHalf } from './seal.ts'
import { inSession, sessionKey, underPassword, underRecovery, unlockedKey } from './unlocked.ts'

const purposes = ['report', 'report-upper', 'tolerance'] as const

/** Officers' keys over the store. Private halves are in memory only while something is opened with them. */
export function openKeyring(keys: Keys, entries: EntryRows, serverKey: Buffer): Keyring {
  const groups = groupKeys(keys, serverKey)
  const pairs = new WeakMap<Unlocked, () => KeyPair>()

  function opened(officer: string, privateKey: Buffer | undefined): Unlocked | undefined {
    if (!privateKey) return undefined
    const { pair, ...unlocked } = unlockedKey(keys, entries, officer, { privateKey, publicKey: publicHalf(privateKey) })
    pairs.set(unlocked, pair)
    return unlocked
  }

  function pairOf(unlocked: Unlocked): KeyPair {
    const pair = pairs.get(unlocked)?.()
    if (!pair) throw new Error('this key was not opened here')
    return pair
  }

  async function member(officer: string): Promise<Member | undefined> {
    const key = await keys.officer(officer)
    return key && { officer, publicKey: key.publicKey }
  }

  return {
    async enrol(officer, passwordKey) {
      const { publicKey, privateKey } = keyPair()
      await keys.addOfficer(officer, { publicKey, byPassword: lock(passwordKey, privateKey, underPassword(officer)) })
      privateKey.fill(0)
    },

    async unlock(officer, passwordKey) {
      const key = await keys.officer(officer)
      return key && opened(officer, unlock(passwordKey, key.byPassword, underPassword(officer)))
    },

    async recover(officer, typed) {
      const secret = readRecoveryKey(typed)
      const key = await keys.officer(officer)
      if (secret === undefined || !key?.byRecovery) return undefined
      return opened(officer, unlock(recoveryLock(secret), key.byRecovery, underRecovery(officer)))
    },

    async bySession(officer, idHash, sessionId) {
      const locked = await keys.session(idHash)
      return locked && opened(officer, unlock(sessionKey(sessionId), locked, inSession(idHash)))
    },

    async takeOver(unlocked, unit) {
      // All of them, so that none is made later, when nobody is there to take it over.
      for (const purpose of purposes) await groups.current(unit, purpose)
      const own = new Set((await keys.groups(unit)).map(({ id }) => id))
      const kept = (await keys.copies(escrow)).filter(({ key }) => own.has(key))
      if (kept.length === 0) return false
      const to = { officer: unlocked.officer, publicKey: pairOf(unlocked).publicKey }
      const copies = kept.map((copy) => {
        const pair = groups.fromEscrow(copy)
        if (!pair) throw new Fault([`暂管的钥匙打不开：${copy.key}。server.key 可能换过，请从备份恢复。`])
        return copyFor(to, copy.key, pair.privateKey)
      })
      return keys.addCopies(copies, true)
    },

    async admit(unlocked, unit, officer) {
      const to = await member(officer)
      if (!to) return false
      const own = new Set((await keys.groups(unit)).map(({ id }) => id))
      const held = (await keys.copies(unlocked.officer)).filter(({ key }) => own.has(key))
      const copies = held.flatMap((copy) => {
        const pair = openCopy(pairOf(unlocked), copy)
        return pair ? [copyFor(to, copy.key, pair.privateKey)] : []
      })
      if (copies.length > 0) await keys.addCopies(copies, false)
      return copies.length > 0
    },

    async remove(unit, officer) {
      const all = await keys.groups(unit)
      const holders = await keys.holders(unit)
      // Older epochs would be lost with the last copy: whoever holds the only one passes it on first.
      const holds = (holder: string) => all.filter(({ id }) => holders.some((h) => h.key === id && h.holder === holder))
      const others = new Set(holders.map(({ holder }) => holder).filter((holder) => holder !== officer))
      if (holds(officer).some(({ id }) => ![...others].some((other) => holds(other).some((key) => key.id === id))))
        return 'last'
      for (const purpose of new Set(all.map((key) => key.purpose))) {
        for (let tries = 0; ; tries++) {
          const last =
            tries === 0 ? all.findLast((key) => key.purpose === purpose)! : await groups.current(unit, purpose)
          const staying = holders.filter(
            ({ key, holder }) => key === last.id && holder !== officer && holder !== escrow,
          )
          const members = (await Promise.all(staying.map(({ holder }) => member(holder)))).filter(
            (each) => each !== undefined,
          )
          if (await groups.begin(unit, purpose, last.epoch + 1, members, officer)) break
        }
      }
      return 'done'
    },

    async standing(unit) {
      const holders = (await keys.holders(unit)).map(({ holder }) => holder)
      return {
        holders: [...new Set(holders)].filter((holder) => holder !== escrow),
        escrow: holders.includes(escrow),
      }
    },

    hasRecovery: async (officer) => (await keys.officer(officer))?.byRecovery !== undefined,
  }
}
