import type { Officer } from './office.ts'
import { worksCases } from './roles.ts'

/**
 * What an officer can see of the cases: the store turns it into a condition of the very query, for every read and every
 * write. A case out of sight is not there: it is found as little as one that never was, and for the same price.
 */
export type Sight =
  | { readonly type: 'nothing' }
  | {
      readonly type: 'cases'
      /** Units whose cases they are. */
      readonly units: readonly string[]
      /** Who must not be behind the wall of a case: `officer:3`, `unit:local`. */
      readonly walled: readonly string[]
    }

/** Conflicts of interest stand with the case (its wall), roles and unit with the officer. */
export function sight(officer: Pick<Officer, 'id' | 'unit' | 'role' | 'disabled'>): Sight {
  if (officer.disabled || !worksCases(officer)) return { type: 'nothing' }
  return { type: 'cases', units: [officer.unit], walled: [`officer:${officer.id}`, `unit:${officer.unit}`] }
}

/** What an officer may have counted: the cases in sight, and for who reads the audit all of the unit, which they never open. */
export function countSight(officer: Parameters<typeof sight>[0], may: { readonly audit: boolean }): Sight {
  if (officer.disabled || worksCases(officer) || !may.audit) return sight(officer)
  return { type: 'cases', units: [officer.unit], walled: [`officer:${officer.id}`, `unit:${officer.unit}`] }
}
