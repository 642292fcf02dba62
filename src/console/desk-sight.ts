import { Refused } from '../base/index.ts'
import { type CaseKind, mayMove } from '../intake/index.ts'
import {
  type Case,
  type Officer,
  type SealedCase,
  type Seat,
  type SeenCases,
  sight,
  type Unlocked,
} from '../runtime/index.ts'
import { rowView } from './case-view.ts'
import type { Standing } from './desk-view.ts'
import { deskRoles } from './officers.ts'
import type { ConsoleOptions } from './options.ts'

/** What every part of the desk begins with: the case as this officer may see it, and the line that says they did. */
export interface DeskSight {
  /** Everything on the desk goes through what the officer can see: the rest is not there. */
  seen(officer: Officer): SeenCases
  /** @throws Refused `notFound` */
  find(seat: Seat, number: string): Promise<SealedCase>
  /** @throws Refused `noKey` for an officer whom nobody has given the unit's key yet. */
  opened(seat: Seat, sealed: SealedCase): Promise<{ found: Case; key: Unlocked }>
  standing(seat: Seat, found: SealedCase): Promise<Standing>
  note(officer: Officer, what: string, object?: string, more?: string): Promise<void>
}

export function deskSight(options: ConsoleOptions): DeskSight {
  const { store, now } = options
  const seen = (officer: Officer) => store.cases.seenBy(sight(officer))
  return {
    seen,

    async find({ officer }, number) {
      // Asking the database for anything else would only make absent and malformed differ.
      const found = /^[A-Z]-\d{1,12}$/.test(number) ? await seen(officer).byNumber(number) : undefined
      if (!found) throw new Refused('notFound')
      return found
    },

    async opened({ unlocked }, sealed) {
      const found = await unlocked?.case(sealed)
      if (!unlocked || !found) throw new Refused('noKey')
      return { found, key: unlocked }
    },

    async standing({ officer }, found) {
      const { number, state, closed, fence, revision, due } = found
      const holder = rowView({ ...found, answered: false }, officer, await store.officers.list(), options).holder
      return {
        number,
        state,
        closed,
        fence,
        revision,
        ...(holder ? { holder } : {}),
        ...(due === undefined ? {} : { due }),
      }
    },

    note(officer, what, object, more) {
      const about = { ...(object === undefined ? {} : { object }), ...(more === undefined ? {} : { note: more }) }
      return store.audit.append([{ who: `officer:${officer.id}`, what, ...about }], now())
    },
  }
}

/** Whether an officer's desks have anything to do with a kind of case: some move of it is theirs. Others see it and do not hold it. */
export function mayWork(kind: CaseKind | undefined, officer: Pick<Officer, 'role'>): boolean {
  const roles = deskRoles(officer)
  return kind?.moves.some((move) => mayMove(kind, move, { roles })) ?? false
}
