import { z } from 'zod'
import { Refused } from '../base/index.ts'
import { has, joinRoles, localUnit, type Officer, type Store } from '../runtime/index.ts'
import { longestPassword, sealPassword, shortestPassword } from './password.ts'

const visible = z
  .string()
  .trim()
  .regex(/^[^\p{C}]*$/u)

/** The desks an officer sits at, for `mayMove`. */
export const deskRoles = (officer: Pick<Officer, 'role'>): readonly string[] =>
  (['受理', '承办', '复核'] as const).filter((desk) => has(officer, desk))

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

export interface NewAccount extends NewOfficer {
  /** Chosen roles, or one text with `、` between; none for an account that waits for the security administrator. */
  readonly role: string | readonly string[]
  readonly unit?: string
}

/**
 * Adds an account; also behind `qingwen officer add`.
 * @param by `officer:3` or `system`, for the audit.
 * @returns `taken` if the account name is in use. @throws Refused `badRequest` if a field does not fit; `rolesApart`.
 */
export async function addOfficer(
  store: Store,
  { unit = localUnit, ...officer }: NewAccount,
  by: string,
  at: string,
): Promise<Officer | 'taken'> {
  const { password, ...checked } = read(officer)
  const role = chosenRoles(officer.role)
  if (!(await store.units.list()).some(({ id }) => id === unit)) throw new Refused('badRequest')
  const { record } = await sealPassword(password)
  const added = await store.officers.add({ ...checked, role, unit, password: record }, at)
  if (added !== 'taken')
    await store.audit.append([{ who: by, what: 'officer.added', object: added.id, note: role }], at)
  return added
}

/**
 * Adds the first account of an office. It keeps accounts; it also works cases where somebody has to.
 * @returns `setupDone` if somebody was faster.
 */
export async function addFirstOfficer(
  store: Store,
  officer: NewOfficer & { readonly alone: boolean },
  at: string,
): Promise<Officer | 'setupDone'> {
  const { password, ...checked } = read(officer)
  const role = officer.alone ? '系统管理、受理、承办' : '系统管理'
  const { record } = await sealPassword(password)
  const added = await store.officers.addFirst({ ...checked, role, password: record }, at)
  if (added !== 'setupDone')
    await store.audit.append([{ who: 'system', what: 'setup.done', object: added.id, note: added.role }], at)
  return added
}

/** @throws Refused `badRequest` for a role nobody knows; `rolesApart`. */
export function chosenRoles(chosen: string | readonly string[]): string {
  const names = typeof chosen === 'string' ? chosen.split('、') : chosen
  const joined = joinRoles(names.filter((name) => name !== ''))
  if ('role' in joined) return joined.role
  throw new Refused(joined.fault === 'unknown' ? 'badRequest' : 'rolesApart')
}

function read({ account, name, password }: NewOfficer): NewOfficer {
  const checked = NewOfficer.safeParse({ account, name, password })
  if (!checked.success) throw new Refused('badRequest')
  return checked.data
}
