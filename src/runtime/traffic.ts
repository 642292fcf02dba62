import type { Clock } from './arrival.ts'
import type { Memory } from './memory.ts'

/** What an office may know of a channel's traffic. No person, no words, and times only to ten minutes: who looks at it must not learn when somebody wrote. */
export interface Traffic {
  /** When something came in last, and when a reply left last: `2026-11-30T09:30+08:00`, rounded down to ten minutes. */
  readonly lastIn?: string
  readonly lastOut?: string
  /** What went wrong last and has not gone well since: a short code, for `Channel.explain`. */
  readonly trouble?: { readonly what: string; readonly at: string }
}

/** Keeps the traffic of all channels in the memory, where every process of the house finds it. */
export interface TrafficBook {
  heard(channel: string): void
  /** Also ends a trouble. */
  delivered(channel: string): void
  /** @param what a short code, or undefined where all is well again. */
  trouble(channel: string, what: string | undefined): void
  read(channel: string): Promise<Traffic>
  /** Writes down what is new. Called by the worker between its rounds, so that no turn waits for it. */
  flush(): Promise<void>
}

/** Key in each channel's memory. */
const key = 'traffic'
/** Several processes may write one channel's; who loses every time leaves it to the next round. */
const TRIES = 4

type Change = { lastIn?: string; lastOut?: string; trouble?: { what: string; at: string } | null }

export function openTraffic(memory: Memory, clock: Clock): TrafficBook {
  const news = new Map<string, Change>()
  /** As written or read last by this process, so that a busy day is a write every ten minutes and not one a message. */
  const written = new Map<string, Traffic>()
  const note = (channel: string, change: Change) => void news.set(channel, { ...news.get(channel), ...change })

  async function read(channel: string): Promise<{ traffic: Traffic; revision: number }> {
    const { value, revision } = await memory.recall(channel, key)
    // Written by this file alone.
    return { traffic: value === undefined ? {} : (JSON.parse(value) as Traffic), revision }
  }

  async function write(channel: string, change: Change): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const { traffic, revision } = await read(channel)
      const next = changed(traffic, change)
      if (same(traffic, next) || (await memory.keep(channel, key, JSON.stringify(next), revision)) === 'kept') {
        written.set(channel, next)
        return
      }
    }
    note(channel, { ...change, ...news.get(channel) })
  }

  return {
    heard: (channel) => note(channel, { lastIn: tens(clock()) }),
    delivered: (channel) => note(channel, { lastOut: tens(clock()), trouble: null }),
    trouble: (channel, what) => note(channel, { trouble: what === undefined ? null : { what, at: tens(clock()) } }),
    read: async (channel) => (await read(channel)).traffic,
    async flush() {
      for (const [channel, change] of [...news]) {
        news.delete(channel)
        const known = written.get(channel)
        // Another process may have written a trouble since; our good news must not be held back by what we knew.
        if (known && change.trouble === undefined && same(known, changed(known, change))) continue
        await write(channel, change)
      }
    },
  }
}

function changed(traffic: Traffic, { lastIn, lastOut, trouble }: Change): Traffic {
  const { trouble: before, ...rest } = traffic
  const now = trouble === undefined ? before : (trouble ?? undefined)
  return {
    ...rest,
    ...(lastIn === undefined ? {} : { lastIn }),
    ...(lastOut === undefined ? {} : { lastOut }),
    // The first time it went wrong is what helps to find out why.
    ...(now ? { trouble: now.what === before?.what ? before : now } : {}),
  }
}

const same = (one: Traffic, other: Traffic) => JSON.stringify(one) === JSON.stringify(other)

/** `2026-11-30T09:34:12+08:00` → `2026-11-30T09:30+08:00`. */
const tens = (at: string) => `${at.slice(0, 15)}0${at.slice(19)}`
