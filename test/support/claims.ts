import type { Store, Thread } from '../../src/runtime/index.ts'
import { at, handedIn, turn } from './turns.ts'

export interface ClaimRace {
  /** Case number → the officers who were told that they hold it. */
  readonly winners: ReadonlyMap<string, readonly string[]>
  readonly attempts: number
  readonly milliseconds: number
}

/** Files `count` cases, each from a conversation of its own, fifty at a time. @returns their numbers. */
export async function fileCases(store: Store, count: number): Promise<readonly string[]> {
  const numbers: string[] = []
  for (let from = 0; from < count; from += 50) {
    const ids = Array.from({ length: Math.min(50, count - from) }, (_, n) => `filed-${from + n}`)
    const wave = await Promise.all(
      ids.map(async (id) => {
        const thread: Thread = { channel: 'web', person: id }
        await store.conversations.commit(turn(thread, id, 0, { newCase: handedIn(thread, id) }))
        return (await store.cases.byId(id))!.number
      }),
    )
    numbers.push(...wave)
  }
  return numbers
}

/**
 * Lets `clients` officers take cases at the same moment, spread over the stores given. Each case is fought over by a tenth
 * of them, who walk through the queue in step, so that nearly every claim meets rivals.
 */
export async function raceForCases(
  stores: readonly Store[],
  clients: number,
  numbers: readonly string[],
): Promise<ClaimRace> {
  const winners = new Map<string, string[]>(numbers.map((number) => [number, []]))
  let attempts = 0
  const start = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const store = stores[client % stores.length]!
      for (const [n, number] of numbers.entries()) {
        if ((n + client) % 10 !== 0) continue
        attempts++
        const got = await store.cases.claim(number, String(client + 1), at)
        if (typeof got === 'object') winners.get(number)!.push(String(client + 1))
      }
    }),
  )
  return { winners, attempts, milliseconds: performance.now() - start }
}
