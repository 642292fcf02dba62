import { Refused } from '../base/index.ts'
import type { Officer } from '../runtime/index.ts'
import type { ConsoleOptions } from './options.ts'

/** Why somebody needs to know who reported: chosen and not written, so that no content stands beside the case. */
export const reasons = {
  verify: '核实情况',
  accept: '告知受理情况',
  answer: '答复结果',
  protect: '保护举报人',
} as const
export type Reason = keyof typeof reasons

/** Minutes until a request nobody agreed to, and one that was agreed to, is over. */
const minutes = 30

/** A request to see who reported, alive. */
export interface Asked {
  /** Account id. */
  readonly by: string
  readonly why: Reason
  readonly at: string
  /** Account id of the second person; absent while they have not agreed. */
  readonly agreedBy?: string
}

/** Seeing who reported takes two officers (SECURITY 3.5): one asks and says why, another agrees, for half an hour. */
export interface Reveal {
  /** Absent if nobody asked, or its time is over. */
  asked(number: string): Promise<Asked | undefined>
  /** @throws Refused `stale` if another asked at this moment. */
  ask(officer: Officer, number: string, why: Reason): Promise<void>
  /** @throws Refused `forbidden` for one's own request; `notFound` if there is none alive. */
  agree(officer: Officer, number: string): Promise<void>
}

export function openReveal({ store, now }: Pick<ConsoleOptions, 'store' | 'now'>): Reveal {
  const key = (number: string) => `identity/${number}`
  const read = async (number: string): Promise<{ asked: Asked | undefined; revision: number }> => {
    const { value, revision } = await store.memory.recall('console', key(number))
    // Only `keep` below writes it.
    const asked = value === undefined ? undefined : (JSON.parse(value) as Asked)
    const over = asked !== undefined && Date.parse(now()) - Date.parse(asked.at) >= minutes * 60_000
    return { asked: over ? undefined : asked, revision }
  }
  const keep = async (number: string, asked: Asked, revision: number) => {
    if ((await store.memory.keep('console', key(number), JSON.stringify(asked), revision)) === 'stale')
      throw new Refused('stale')
  }
  const note = (officer: Officer, what: string, object: string, note: string) =>
    store.audit.append([{ who: `officer:${officer.id}`, what, object, note }], now())

  return {
    asked: async (number) => (await read(number)).asked,

    async ask(officer, number, why) {
      const { revision } = await read(number)
      await keep(number, { by: officer.id, why, at: now() }, revision)
      await note(officer, 'identity.asked', number, reasons[why])
    },

    async agree(officer, number) {
      const { asked, revision } = await read(number)
      if (!asked) throw new Refused('notFound')
      if (asked.by === officer.id) throw new Refused('forbidden')
      await keep(number, { ...asked, at: now(), agreedBy: officer.id }, revision)
      await note(officer, 'identity.agreed', number, reasons[asked.why])
    },
  }
}
