import { Refused } from '../base/index.ts'
import { has, type Officer, type Seat, worksCases } from '../runtime/index.ts'
import { type DeskSight, mayWork } from './desk-sight.ts'
import type { ConsoleOptions } from './options.ts'

/** Somebody of the unit, before or behind the wall of a case. */
export interface WalledView {
  readonly account: string
  readonly name: string
}

export interface WallView {
  readonly number: string
  readonly walled: readonly WalledView[]
  readonly others: readonly WalledView[]
  /** Whether this officer may let somebody out. */
  readonly mayLift: boolean
}

/**
 * Conflicts of interest: who of the unit does not see a case. Whoever works it or approves its papers puts somebody behind
 * the wall, themselves too; only 复核 lets anybody out. Who stands behind it finds neither case nor wall.
 */
export interface WallDesk {
  /** @throws Refused `notFound` */
  view(seat: Seat, number: string): Promise<WallView>
  /** @throws Refused `notFound`, also for an account that is not of the unit; `forbidden` to let somebody out. */
  set(seat: Seat, number: string, account: string, walled: boolean): Promise<void>
}

export function openWallDesk(options: ConsoleOptions, { find, note, seen }: DeskSight): WallDesk {
  const { store, kinds, now } = options
  const face = ({ account, name }: Officer): WalledView => ({ account, name })

  async function colleagues({ unit }: Officer): Promise<readonly Officer[]> {
    return (await store.officers.list()).filter((each) => each.unit === unit && worksCases(each))
  }

  return {
    async view({ officer, ...seat }, number) {
      const found = await find({ officer, ...seat }, number)
      const [walls, all] = await Promise.all([seen(officer).wallOf(found.id), colleagues(officer)])
      const behind = (each: Officer) => walls.includes(`officer:${each.id}`)
      return {
        number,
        walled: all.filter(behind).map(face),
        others: all.filter((each) => !behind(each) && !each.disabled).map(face),
        mayLift: has(officer, '复核'),
      }
    },

    async set(seat, number, account, walled) {
      const { officer } = seat
      const found = await find(seat, number)
      const kind = kinds.find(({ id }) => id === found.kind)
      if (walled ? !(mayWork(kind, officer) || has(officer, '复核')) : !has(officer, '复核'))
        throw new Refused('forbidden')
      const who = (await colleagues(officer)).find((each) => each.account === account)
      if (!who) throw new Refused('notFound')
      // Before it is done: afterwards who walled themselves off could leave no line about it.
      await note(officer, walled ? 'wall.raised' : 'wall.lifted', number, `officer:${who.id}`)
      if (!(await seen(officer).wall(found.id, `officer:${who.id}`, walled, now()))) throw new Refused('notFound')
    },
  }
}
