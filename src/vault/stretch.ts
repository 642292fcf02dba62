import { scrypt } from 'node:crypto'
import { Refused } from '../base/index.ts'

/** About 40 ms and 16 MB each: two at once leave half of Node's thread pool to files and leave both cores some air. */
const atOnce = 2
/** Cost of one guess for a thief who has the database and the server key (SECURITY 3.3). */
const cost = { N: 2 ** 14, r: 8, p: 1 } as const

/** `new` goes first: guessing at receipts must not keep a report from being handed in. */
export type Lane = 'new' | 'lookup'

/**
 * Slows down guessing: scrypt over a secret, at most two at once.
 *
 * @throws Refused tooMany when the lane is full.
 */
export type Stretch = (secret: string, lane: Lane) => Promise<Buffer>

/** @param waitingMost how many may wait in each lane. */
export function stretcher(salt: Buffer, waitingMost: number): Stretch {
  const waiting: Record<Lane, (() => void)[]> = { new: [], lookup: [] }
  let running = 0

  function next(): void {
    running--
    const start = waiting.new.shift() ?? waiting.lookup.shift()
    start?.()
  }

  return (secret, lane) =>
    new Promise((resolve, reject) => {
      const start = () => {
        running++
        scrypt(secret, salt, 32, cost, (error, stretched) => {
          next()
          if (error) reject(error)
          else resolve(stretched)
        })
      }
      if (running < atOnce) start()
      else if (waiting[lane].length < waitingMost) waiting[lane].push(start)
      else reject(new Refused('tooMany', { retryAfter: 5 }))
    })
}
