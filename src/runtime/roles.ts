import type { Officer } from './office.ts'

/**
 * What an account is for, in the order lists show it. The first three keep each other in check (三权分立): `系统管理` keeps
 * accounts and settings, `安全管理` gives roles and key membership, `审计管理` reads the audit; none of them sees a case.
 * `受理` takes in, `承办` handles, `复核` is the second person; `政策` keeps the library of texts.
 */
export const roles = ['系统管理', '安全管理', '审计管理', '受理', '承办', '复核', '政策'] as const
export type Role = (typeof roles)[number]

const apart: readonly Role[] = ['系统管理', '安全管理', '审计管理']
const working: readonly Role[] = ['受理', '承办', '复核']

type Duties = Pick<Officer, 'role'>
type Standing = Pick<Officer, 'role' | 'disabled'>

/** The roles of an account; `role` lists them with `、` between. */
export function rolesOf({ role }: Duties): readonly Role[] {
  const own = role.split('、')
  return roles.filter((known) => own.includes(known))
}

export const has = (officer: Duties, ...any: readonly Role[]): boolean =>
  rolesOf(officer).some((role) => any.includes(role))

/** Whether an account has business with cases at all. */
export const worksCases = (officer: Duties): boolean => has(officer, ...working)

/** What is wrong with a choice of roles: a name nobody knows, two that must be apart, or an administrator who would see cases. */
export type RoleFault = 'unknown' | 'apart' | 'sees-cases'

/**
 * Puts chosen roles together as an account keeps them.
 *
 * @param alone true only where an office starts with one person: then `系统管理` may also work cases, and the console warns of it.
 */
export function joinRoles(chosen: readonly string[], alone = false): { readonly role: string } | { fault: RoleFault } {
  if (chosen.some((role) => !roles.some((known) => known === role))) return { fault: 'unknown' }
  const kept = roles.filter((role) => chosen.includes(role))
  const administrators = kept.filter((role) => apart.includes(role))
  if (administrators.length > 1) return { fault: 'apart' }
  const others = kept.length > administrators.length
  if (administrators.length === 1 && others && !(alone && administrators[0] === '系统管理'))
    return { fault: 'sees-cases' }
  return { role: kept.join('、') }
}

/** What an officer may do besides cases. */
export interface May {
  readonly cases: boolean
  /** Make and close accounts, name units. */
  readonly accounts: boolean
  /** Give roles, reset a lost code. */
  readonly roles: boolean
  readonly audit: boolean
  readonly texts: boolean
  readonly gaps: boolean
}

/** `系统管理` stands in for an administrator that nobody is yet; with the first such account the standing in ends. */
export function mayOf(officer: Officer, officers: readonly Officer[]): May {
  const nobody = (role: Role) => !officers.some((other) => !other.disabled && has(other, role))
  const standsIn = (role: Role) => has(officer, '系统管理') && nobody(role)
  return {
    cases: worksCases(officer),
    accounts: has(officer, '系统管理'),
    roles: has(officer, '安全管理') || standsIn('安全管理'),
    audit: has(officer, '审计管理') || standsIn('审计管理'),
    texts: has(officer, '政策', '系统管理'),
    gaps: worksCases(officer) || has(officer, '政策', '系统管理'),
  }
}

/** What an office still lacks, each as one key the console has a sentence for. */
export type Lack = 'no-security' | 'no-auditor' | 'admin-sees-cases' | 'no-reviewer' | 'nobody-works'

export function lacking(officers: readonly Standing[]): readonly Lack[] {
  const present = officers.filter(({ disabled }) => !disabled)
  const somebody = (role: Role) => present.some((officer) => has(officer, role))
  return [
    ...(somebody('安全管理') ? [] : (['no-security'] as const)),
    ...(somebody('审计管理') ? [] : (['no-auditor'] as const)),
    ...(present.some((officer) => has(officer, '系统管理') && worksCases(officer))
      ? (['admin-sees-cases'] as const)
      : []),
    ...(present.some((officer) => has(officer, '受理', '承办')) ? [] : (['nobody-works'] as const)),
    ...(somebody('复核') ? [] : (['no-reviewer'] as const)),
  ]
}
