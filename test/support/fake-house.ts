import { Refused } from '../../src/base/index.ts'
import type { Say } from '../../src/dialogue/index.ts'
import type { Arrival, LogEntry, LogRow, Thread } from '../../src/runtime/index.ts'

export type Reply = Omit<Say, 'type'> & { readonly case?: string; readonly draft?: string }

/** A conversation log in memory behind a scripted bot: what a channel needs of the house, and nothing else. */
export interface FakeHouse {
  take(arrival: Arrival): Promise<void>
  log(thread: Thread, after: number, limit: number): Promise<readonly LogRow[]>
  showReceipt(caseId: string): Promise<string | undefined>
  now(): string
  /** Everything taken in, in order, repeats left out. */
  readonly arrivals: Arrival[]
  /** Called after each commit; to be set to the channel's `committed`. */
  committed: (thread: Thread) => void
  /** Puts a row into a log without an arrival, as an officer's message would. */
  tell(thread: Thread, reply: Reply): void
  /** While set, `take` throws it. */
  refuse: Error | undefined
  receipts: Map<string, string>
  /** Codes of drafts that may still be shown, by draft id. */
  draftCodes: Map<string, string>
  at: string
}

export function fakeHouse(
  script: (text: string | undefined, house: FakeHouse, thread: Thread) => readonly Reply[],
): FakeHouse {
  const logs = new Map<string, LogRow[]>()
  const taken = new Set<string>()
  const rowsOf = ({ channel, person }: Thread) => {
    const key = `${channel}/${person}`
    const rows = logs.get(key) ?? []
    logs.set(key, rows)
    return rows
  }
  const append = (thread: Thread, entry: LogEntry) => {
    const rows = rowsOf(thread)
    rows.push({ ...entry, seq: rows.length + 1, at: house.at })
  }
  const say = (thread: Thread, reply: Reply) => {
    const { case: about, draft, ...rest } = reply
    const key = `${thread.person}/${rowsOf(thread).length}`
    append(thread, {
      key,
      from: 'bot',
      say: { type: 'say', ...rest },
      ...(about === undefined ? {} : { case: about }),
      ...(draft === undefined ? {} : { draft }),
    })
  }
  const house: FakeHouse = {
    arrivals: [],
    committed: () => undefined,
    refuse: undefined,
    receipts: new Map(),
    draftCodes: new Map(),
    at: '2026-11-21T09:30:00+08:00',
    now: () => house.at,
    async take(arrival) {
      if (house.refuse) throw house.refuse
      const thread = { channel: arrival.channel, person: arrival.person }
      const key = `${arrival.channel}/${arrival.id}`
      if (taken.has(key)) return
      taken.add(key)
      house.arrivals.push(arrival)
      const said = arrival.event.type === 'said' ? arrival.event : undefined
      const text = said?.text
      const files = said?.files?.map(({ type, bytes }, n) => ({ name: `照片${n + 1}.jpg`, type, size: bytes.length }))
      if (text !== undefined)
        append(thread, { key, from: 'person', text, clientId: arrival.id, ...(files ? { files } : {}) })
      for (const reply of script(text, house, thread)) say(thread, reply)
      house.committed(thread)
    },
    async log(thread, after, limit) {
      return rowsOf(thread)
        .filter((row) => row.seq > after)
        .slice(0, limit)
    },
    showReceipt: async (about) => house.receipts.get(about),
    tell(thread, reply) {
      say(thread, reply)
      house.committed(thread)
    },
  }
  return house
}

/** What a store that cannot write says. */
export const full = () => new Refused('notSaved', { retryAfter: 5 })
