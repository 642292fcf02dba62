import { Refused } from '../base/index.ts'
import { type HandedOver, type Officer, type SealedCase, type Seat, sight, worksCases } from '../runtime/index.ts'
import { type DeskSight, mayWork } from './desk-sight.ts'
import type { DeskCase, Standing } from './desk-view.ts'
import type { ConsoleOptions } from './options.ts'

/** Somebody a case can be given to. */
export interface Colleague {
  readonly account: string
  readonly name: string
}

export interface HandOverDeed {
  /** Account name of whose cases they are; absent: the officer's own. */
  readonly from?: string | undefined
  /** Account names. */
  readonly to: readonly string[]
  /** Case numbers; absent: all. */
  readonly numbers?: readonly string[] | undefined
  readonly key: string
}

/** What an officer holds, for whoever may hand it over. */
export interface HeldView {
  readonly from: { readonly account: string; readonly name: string; readonly mine: boolean }
  readonly cases: readonly {
    readonly number: string
    readonly title: string
    readonly state: string
    readonly due?: string
  }[]
  readonly colleagues: readonly Colleague[]
}

/** Giving cases away: one to a colleague, or many when somebody leaves. */
export interface HandDesk {
  /** What this officer may do about who holds a case. It is given only to those who are of the unit, have a key and a desk for its kind, and no conflict. */
  about(officer: Officer, found: SealedCase): Promise<Pick<DeskCase, 'mayWork' | 'colleagues' | 'mayTakeBack'>>
  /** @throws Refused `notFound`; `forbidden` for a desk that works no such case; `notYours`; `cannotTake`. */
  give(seat: Seat, number: string, account: string): Promise<Standing>
  /** @throws Refused `notFound`; `notYours` once the colleague has done something with it. */
  takeBack(seat: Seat, number: string): Promise<Standing>
  /** @throws Refused `notFound` for somebody else's cases, unless one is 复核 of the same unit. */
  held(seat: Seat, from: string | undefined): Promise<HeldView>
  /** The giver no longer sees what was handed over. @throws Refused as `held`; `cannotTake`; `badRequest` without receivers. */
  handOver(seat: Seat, deed: HandOverDeed): Promise<HandedOver>
}

export function openHandDesk(options: ConsoleOptions, { find, standing, note, seen }: DeskSight): HandDesk {
  const { store, keyring, kinds, now } = options
  const kindOf = (id: string) => kinds.find((kind) => kind.id === id)

  /** Colleagues who can open what the unit receives: a case given to anybody else would lie there. */
  async function present({ unit, id }: Pick<Officer, 'unit' | 'id'>): Promise<readonly Officer[]> {
    const { holders } = await keyring.standing(unit)
    return (await store.officers.list()).filter(
      (each) => each.id !== id && !each.disabled && each.unit === unit && worksCases(each) && holders.includes(each.id),
    )
  }

  async function takers(officer: Officer, found: SealedCase): Promise<readonly Officer[]> {
    const [walls, others] = await Promise.all([seen(officer).wallOf(found.id), present(officer)])
    return others.filter(
      (each) =>
        mayWork(kindOf(found.kind), each) &&
        !walls.includes(`officer:${each.id}`) &&
        !walls.includes(`unit:${each.unit}`),
    )
  }

  /** Whose cases: one's own, or as 复核 those of a colleague, who may be closed already. */
  async function giver({ officer }: Seat, account: string | undefined): Promise<Officer> {
    if (!worksCases(officer)) throw new Refused('notFound')
    if (account === undefined || account === officer.account) return officer
    const other = (await store.officers.list()).find((each) => each.account === account)
    if (!other || other.unit !== officer.unit || !officer.role.split('、').includes('复核'))
      throw new Refused('notFound')
    return other
  }

  return {
    async about(officer, found) {
      const works = mayWork(kindOf(found.kind), officer)
      const gives = works && (found.holder === undefined || found.holder === officer.id)
      return {
        mayWork: works,
        colleagues: gives ? (await takers(officer, found)).map(face) : [],
        mayTakeBack: works && found.givenBy === officer.id && found.holder !== officer.id,
      }
    },

    async give(seat, number, account) {
      const { officer } = seat
      const before = await find(seat, number)
      if (!mayWork(kindOf(before.kind), officer)) throw new Refused('forbidden')
      const to = (await takers(officer, before)).find((each) => each.account === account)
      if (!to) throw new Refused('cannotTake')
      const given = await store.hands.give({ number, by: officer.id, to: to.id, seen: sight(officer), at: now() })
      if (given === 'absent') throw new Refused('notFound')
      if (given === 'taken') throw new Refused('notYours')
      if (given === 'cannot') throw new Refused('cannotTake')
      if (given.fence !== before.fence) await note(officer, 'case.given', number, `officer:${to.id}`)
      return standing(seat, given)
    },

    async takeBack(seat, number) {
      const { officer } = seat
      const before = await find(seat, number)
      if (!mayWork(kindOf(before.kind), officer)) throw new Refused('forbidden')
      const back = await store.hands.takeBack({ number, by: officer.id, seen: sight(officer), at: now() })
      if (back === 'absent') throw new Refused('notFound')
      if (back === 'lost') throw new Refused('notYours')
      if (back.fence !== before.fence) await note(officer, 'case.takenBack', number)
      return standing(seat, back)
    },

    async held(seat, account) {
      const from = await giver(seat, account)
      const cases = await store.hands.held(from.id, sight(seat.officer))
      return {
        from: { ...face(from), mine: from.id === seat.officer.id },
        cases: cases.map(({ kind, ...row }) => ({ ...row, title: kindOf(kind)?.title ?? kind })),
        colleagues: (await present(from)).map(face),
      }
    },

    async handOver(seat, { from: account, to, numbers, key }) {
      const from = await giver(seat, account)
      const others = await present(from)
      const receivers = to.map((name) => others.find((each) => each.account === name))
      if (receivers.length === 0) throw new Refused('badRequest')
      const known = receivers.filter((each) => each !== undefined)
      if (known.length < receivers.length) throw new Refused('cannotTake')
      const done = await store.hands.handOver({
        key: `${seat.officer.id}/${from.id}/${key}`,
        from: from.id,
        to: known.map((each) => receiver(each, kinds)),
        ...(numbers === undefined ? {} : { numbers }),
        by: seat.officer.id,
        unit: from.unit,
        seen: sight(seat.officer),
        giver: 'walled',
        at: now(),
      })
      if (done === 'cannot') throw new Refused('cannotTake')
      return done
    },
  }
}

/** A receiver with the kinds of case their desks are for. */
export function receiver(officer: Officer, kinds: ConsoleOptions['kinds']) {
  return { officer: officer.id, kinds: kinds.filter((kind) => mayWork(kind, officer)).map(({ id }) => id) }
}

const face = ({ account, name }: Officer): Colleague => ({ account, name })
