import { Refused } from '../base/index.ts'
import { has, type Officer, type Store } from '../runtime/index.ts'
import { opensWith } from './password.ts'

/**
 * Whether an officer may propose, publish and take down texts: 政策 may; 系统管理 may stand in while there are not two of
 * those, because one alone could never publish what they proposed.
 */
export function keepsTexts(officer: Officer, officers: readonly Officer[]): boolean {
  if (officer.disabled) return false
  if (has(officer, '政策')) return true
  const own = officers.filter((each) => has(each, '政策') && !each.disabled)
  return has(officer, '系统管理') && own.length < 2
}

/**
 * The officer behind an account and its password, for one deed without a session.
 * @throws Refused `badToken` for a wrong password, an unknown or a disabled account alike; `forbidden` for another role.
 */
export async function textKeeper(store: Store, account: string, password: string, at: string): Promise<Officer> {
  const found = await store.officers.byAccount(account)
  const fits = await opensWith(password, found?.password)
  if (!found || !fits || found.disabled) {
    await store.audit.append([{ who: 'system', what: 'session.refused', ...(found ? { object: found.id } : {}) }], at)
    throw new Refused('badToken')
  }
  const { password: _, ...officer } = found
  if (!keepsTexts(officer, await store.officers.list())) throw new Refused('forbidden')
  return officer
}

/** Says who did something by what stands in the rows: names of officers, not account ids. */
export function namesOf(store: Store): () => Promise<(by: string) => string> {
  return async () => {
    const officers = await store.officers.list()
    return (by) => (by === 'system' ? '首次设置之前' : (officers.find(({ id }) => `officer:${id}` === by)?.name ?? by))
  }
}
