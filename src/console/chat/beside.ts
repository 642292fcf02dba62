import { Refused } from '../../base/index.ts'
import { type SealedCase, type Seat, sight } from '../../runtime/index.ts'
import type { ConsoleOptions } from '../options.ts'
import { papersOf } from '../papers.ts'

/** What a chat asks of a case and is not given there, written down all the same. */
export interface Beside {
  /** Writes down that somebody asked who reported, and was not told. @throws Refused `notFound` */
  identityRefused(seat: Seat, number: string, channel: string): Promise<void>
  /**
   * A paper of this case, to be fetched at the console; written down as exported when its address is given out, and again when
   * it is fetched. @param name as it was called; absent: the first there is. @returns absent if there is none.
   * @throws Refused `notFound`
   */
  paperLink(
    seat: Seat,
    number: string,
    name: string | undefined,
    channel: string,
  ): Promise<{ readonly id: string; readonly title: string } | undefined>
}

export function openBeside(options: ConsoleOptions): Beside {
  const { store, papers, now } = options

  async function find({ officer }: Seat, number: string): Promise<SealedCase> {
    const found = await store.cases.seenBy(sight(officer)).byNumber(number)
    if (!found) throw new Refused('notFound')
    return found
  }

  const note = ({ officer }: Seat, what: string, object: string, more: string) =>
    store.audit.append([{ who: `officer:${officer.id}`, what, object, note: more }], now())

  /** Which papers a case has depends on what is in it; without the key, on its kind alone. */
  async function offered({ unlocked }: Seat, sealed: SealedCase) {
    const found = await unlocked?.case(sealed)
    return found ? papersOf(found, options) : papers.filter((paper) => paper.of.includes(sealed.kind))
  }

  return {
    async identityRefused(seat, number, channel) {
      await find(seat, number)
      await note(seat, 'identity.refused', number, channel)
    },

    async paperLink(seat, number, name, channel) {
      const all = await offered(seat, await find(seat, number))
      const paper = name === undefined ? all[0] : all.find(({ title }) => title.includes(name) || name.includes(title))
      if (!paper) return undefined
      await note(seat, 'document.exported', number, `${paper.id} link ${channel}`)
      const { id, title } = paper
      return { id, title }
    },
  }
}
