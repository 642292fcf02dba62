import { randomBytes } from 'node:crypto'
import type { Keyring, Unlocked } from '../../src/runtime/index.ts'

/** Gives an officer a key pair, without the third of a second a password costs. */
export async function keyOf(keyring: Keyring, officer: string): Promise<Unlocked> {
  const passwordKey = randomBytes(32)
  await keyring.enrol(officer, passwordKey)
  const unlocked = await keyring.unlock(officer, passwordKey)
  if (!unlocked) throw new Error('a key that was made just now opens')
  return unlocked
}

/** An officer who has taken the unit's keys over. */
export async function keyHolder(keyring: Keyring, officer = 'holder'): Promise<Unlocked> {
  const unlocked = await keyOf(keyring, officer)
  if (!(await keyring.takeOver(unlocked, 'local'))) throw new Error('the keys were taken over by somebody else')
  return unlocked
}
