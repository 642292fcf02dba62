/** A body with officers of its own. A new house has one: `local`, 本单位. */
export interface Unit {
  /** Lower-case letters, digits and `-`. */
  readonly id: string
  readonly name: string
  /** The unit above, where reports about this unit's own leaders go; absent where none signs in here. */
  readonly upper?: string
}

export interface Units {
  list(): Promise<readonly Unit[]>
  /** @returns `taken` if the id is in use. */
  add(unit: Unit): Promise<Unit | 'taken'>
  /** Gives a unit another name or another unit above. @returns false if there is no such unit. */
  change(unit: Unit): Promise<boolean>
}

/** Where people hand in; the only unit of a new house. */
export const localUnit = 'local'

/** Under which group key a case is sealed: `report-upper` is never opened by the unit it is about. */
export type Purpose = 'report' | 'report-upper' | 'tolerance'
