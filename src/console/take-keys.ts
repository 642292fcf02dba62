import type { Officer } from '../runtime/index.ts'
import type { ConsoleOptions } from './options.ts'

/**
 * Takes the unit's keys from somebody who has no more business with them; those who stay begin a new epoch.
 * @param by account id, for the audit. @returns false if nobody else has them: then they stay where they are.
 */
export async function takeKeys(
  { keyring, store, now }: Pick<ConsoleOptions, 'keyring' | 'store' | 'now'>,
  by: string,
  { id, unit }: Pick<Officer, 'id' | 'unit'>,
): Promise<boolean> {
  if (!(await keyring.standing(unit)).holders.includes(id)) return true
  if ((await keyring.remove(unit, id)) === 'last') return false
  await store.audit.append([{ who: `officer:${by}`, what: 'key.taken', object: id }], now())
  return true
}
