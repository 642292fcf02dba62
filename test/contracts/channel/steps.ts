import { expect } from 'vitest'
import type { LogRow } from '../../../src/runtime/index.ts'
import type { Bench } from './bench.ts'
import type { Shown } from './subject.ts'

// What every suite does: say something and wait for what is said back.

let ids = 0

/** Says one thing and waits until its reply is shown. @returns what came since, all of it. */
export async function says(bench: Bench, person: string, text: string): Promise<readonly Shown[]> {
  const before = (await bench.sent(person)).length
  await bench.send(text, { id: `m${++ids}`, person })
  await heard(bench, person)
  return (await bench.sent(person)).slice(before)
}

/** What the person said of a log. */
export const said = (rows: readonly LogRow[]): readonly string[] =>
  rows.flatMap((row) => (row.from === 'person' ? [row.text] : []))

/** Waits until everything this person said is answered and shown. */
export async function heard(bench: Bench, person: string): Promise<void> {
  await soon(async () => {
    bench.worker.nudge()
    const rows = await log(bench, person)
    return rows.at(-1)?.from === 'bot' && bench.counts.waiting === 0 && bench.counts.arrived.size === 0
  })
}

export async function log(bench: Bench, person: string): Promise<readonly LogRow[]> {
  return bench.house.store.conversations.log(bench.thread(person), 0, 1000)
}

/** Polls without a clock of its own. */
export async function soon(holds: () => Promise<boolean>): Promise<void> {
  await expect.poll(holds, { timeout: 30_000, interval: 5 }).toBe(true)
}

/** What an officer writes to a person, as the console stores it. */
export async function tells(bench: Bench, person: string, text: string): Promise<void> {
  const event = { type: 'told', case: 'none', text } as const
  await bench.house.store.conversations.receive({ ...bench.thread(person), id: `told${++ids}`, event })
  bench.worker.nudge()
}

/** Letters and figures only: what is left of a text however it is marked up. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

/** All the words shown, in order. */
export const allText = (shown: readonly Shown[]): string => shown.map((each) => each.text).join('\n')
