import { z } from 'zod'
import type { Memory } from '../../runtime/index.ts'
import { nameFor } from './frames.ts'
import { says } from './says.ts'
import { type Line, Unsent } from './sdk.ts'

/** A message that stands before a person as 正在查…… and waits for its end. */
export interface Open {
  /** Id of the arrival it answers. */
  readonly arrival: string
  readonly person: string
  readonly reqId: string
  readonly id: string
  /** The answer has gone another way; only the end is missing. */
  elsewhere?: true
}

/** All messages that are begun and not ended. Every one of them is ended, whatever becomes of its answer. */
export interface Streams {
  /** Shows that the words were heard. Resolves without waiting for the other side. */
  begin(line: Line, one: Omit<Open, 'id'>): void
  /** The one that waits for the answer to this arrival; absent if there is none, or none any more. */
  of(arrival: string): Open | undefined
  /** It is ended, or can never be. */
  ended(one: Open): void
  /** Ends one with a sentence, on this line; kept for the next line if this one breaks. */
  end(line: Line, one: Open, text: string): Promise<void>
  /** Ends those whose answer went another way while there was no line. */
  resume(line: Line): Promise<void>
  /** Takes over what a process before this one has left open. */
  inherit(): Promise<void>
  /** Ends all of them with a sentence; for going down. */
  close(line: Line | undefined): Promise<void>
}

/** How long 正在查…… may stand: far from the vendor's six minutes, after which a message can never be ended. */
const PATIENCE_MS = 60_000
/** So often it is ended anew, if the line is broken each time; after that no vendor can end it any more. */
const TRIES = 6
/** Room in the memory: 16,384 characters, a stream about 150. What is left out is ended all the same, unless the process is killed. */
const KEPT = 16_000

const Kept = z.array(z.object({ arrival: z.string(), person: z.string(), reqId: z.string(), id: z.string() }))

export function openStreams(
  memory: Memory,
  channel: string,
  line: () => Line | undefined,
  onFault: (fault: unknown) => void,
  patienceMs = PATIENCE_MS,
): Streams {
  const open = new Map<string, Open>()
  const timers = new Map<string, NodeJS.Timeout>()
  const keep = keeper(memory, channel, () => [...open.values()], onFault)

  const watch = (one: Open, tries = TRIES) => {
    open.set(one.arrival, one)
    const late = async () => {
      const on = line()
      if (on) await end(on, one, one.elsewhere ? says.elsewhere : says.slow)
      else one.elsewhere = true
      if (!open.has(one.arrival)) return
      if (tries > 1) watch(one, tries - 1)
      else ended(one)
    }
    timers.set(
      one.arrival,
      setTimeout(() => void late(), patienceMs),
    )
  }
  const ended = (one: Open) => {
    clearTimeout(timers.get(one.arrival))
    timers.delete(one.arrival)
    if (open.delete(one.arrival)) keep.soon()
  }
  const end = async (on: Line, one: Open, text: string) => {
    try {
      await on.stream(one.reqId, { id: one.id, text, finish: true })
      ended(one)
    } catch (error) {
      // A refusal is an end, too: the vendor knows the message no more. A broken line or haste is none.
      if (error instanceof Unsent && error.code !== undefined && !error.passing) ended(one)
      else one.elsewhere = true
    }
  }

  return {
    begin(on, started) {
      const one: Open = { ...started, id: `s-${nameFor(started.arrival)}` }
      watch(one)
      keep.soon()
      // If this fails, the end still goes out and shows the answer; nobody waits for the beginning.
      on.stream(one.reqId, { id: one.id, text: says.looking, finish: false, feedback: nameFor(one.arrival) }).catch(
        () => undefined,
      )
    },
    of: (arrival) => open.get(arrival),
    ended,
    end,
    async resume(on) {
      await Promise.all([...open.values()].filter((one) => one.elsewhere).map((one) => end(on, one, says.elsewhere)))
    },
    async inherit() {
      for (const one of await keep.read()) if (!open.has(one.arrival)) watch(one)
    },
    async close(on) {
      for (const timer of timers.values()) clearTimeout(timer)
      if (on) await Promise.all([...open.values()].map((one) => end(on, one, says.restarting)))
      await keep.settled()
    },
  }
}

/** Writes the list of open streams, one write at a time and only the newest list. */
function keeper(memory: Memory, channel: string, list: () => readonly Open[], onFault: (fault: unknown) => void) {
  const key = 'streams'
  let revision: number | undefined
  let wanted = false
  let writing: Promise<void> | undefined
  const write = async () => {
    while (wanted) {
      wanted = false
      revision ??= (await memory.recall(channel, key)).revision
      const kept: Open[] = []
      let room = KEPT
      for (const one of list()) {
        const { elsewhere: _, ...rest } = one
        room -= JSON.stringify(rest).length + 1
        if (room > 0) kept.push(rest)
      }
      const done = await memory.keep(channel, key, JSON.stringify(kept), revision)
      // Another process holds the line by now, and with it the list.
      revision = done === 'kept' ? revision + 1 : undefined
    }
  }
  const soon = () => {
    wanted = true
    writing ??= write()
      .catch(onFault)
      .finally(() => {
        writing = undefined
      })
  }
  return {
    soon,
    async read(): Promise<readonly Open[]> {
      const found = await memory.recall(channel, key)
      revision = found.revision
      const read = Kept.safeParse(found.value === undefined ? [] : JSON.parse(found.value))
      return read.success ? read.data : []
    },
    settled: async () => void (await writing),
  }
}
