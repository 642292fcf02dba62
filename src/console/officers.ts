import { z } from 'zod'
import { Refused } from '../base/index.ts'
import type { Officer, Store } from '../runtime/index.ts'
import { longestPassword, sealPassword, shortestPassword } from './password.ts'

/** `受理` works cases; `政策` also keeps the library of texts; `系统管理` also keeps accounts and reads the audit. */
export const roles = ['受理', '政策', '系统管理'] as const
export type Role = (typeof roles)[number]

const visible = z
  .string()
  .trim()
  .regex(/^[^\p{C}]*$/u)

/** Whether a role may see cases: whoever only keeps texts has no business with reports. */
export const worksCases = ({ role }: Pick<Officer, 'role'>): boolean => role !== '政策'

/** What is written down when an account is made. The password is 10 to 200 characters. */
export const NewOfficer = z.strictObject({
  account: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{1,31}$/),
  name: visible.min(1).max(30),
  password: z.string().min(shortestPassword).max(longestPassword),
})
export type NewOfficer = z.infer<typeof NewOfficer>

/**
 * Adds an account; also behind `qingwen officer add`.
 * @param by `officer:3` or `system`, for the audit.
 * @returns `taken` if the account name is in use. @throws Refused `badRequest` if a field does not fit.
 */
export async function addOfficer(
  store: Store,
  officer: { account: string; name: string; password: string; role: string },
  by: string,
  at: string,
): Promise<Officer | 'taken'> {
  const { password, ...checked } = read(officer)
  const role = roles.find((known) => known === officer.role)
  if (!role) throw new Refused('badRequest')
  const added = await store.officers.add({ ...checked, role, password: (await sealPassword(password)).record }, at)
  if (added !== 'taken')
    await store.audit.append([{ who: by, what: 'officer.added', object: added.id, note: role }], at)
  return added
}

/** Adds the first account of an office. @returns `setupDone` if somebody was faster. */
export async function addFirstOfficer(
  store: Store,
  officer: { account: string; name: string; password: string },
  at: string,
): Promise<Officer | 'setupDone'> {
  const { password, ...checked } = read(officer)
  const added = await store.officers.addFirst(
    { ...checked, role: '系统管理', password: (await sealPassword(password)).record },
    at,
  )
  if (added !== 'setupDone')
    await store.audit.append([{ who: 'system', what: 'setup.done', object: added.id, note: added.role }], at)
  return added
}

function read({ account, name, password }: NewOfficer): NewOfficer {
  const checked = NewOfficer.safeParse({ account, name, password })
  if (!checked.success) throw new Refused('badRequest')
  return checked.data
}
