import { scrypt } from 'node:crypto'
import { Refused } from '../base/index.ts'

/** About 40 ms and 16 MB each, twice that for a draft code: two at once leave half of Node's thread pool to files and leave both cores some air. */
const atOnce = 2
/** Bytes scrypt may use; the dearest cost below needs half of it. */
const maxmem = 2 ** 26

/** Cost of one guess for a thief who has the database and the server key (SECURITY 3.3); memory is 1024 times N bytes. */
export interface Cost {
  readonly N: number
  readonly r: 8
  readonly p: 1
}

/** `new` goes first: guessing at receipts must not keep a report from being handed in. */
export type Lane = 'new' | 'lookup'

/**
 * Slows down guessing: scrypt over a secret, at most two at once.
 *
 * @throws Refused tooMany when the lane is full.
 */
export type Stretch = (secret: string, salt: Buffer, cost: Cost, lane: Lane) => Promise<Buffer>

/**
 * One for the whole process: whatever is guessed at waits in the same lane.
 *
 * @param waitingMost how many may wait in each lane.
 */
export function stretcher(waitingMost: number): Stretch {
  const waiting: Record<Lane, (() => void)[]> = { new: [], lookup: [] }
  let running = 0

  function next(): void {
    running--
    const start = waiting.new.shift() ?? waiting.lookup.shift()
    start?.()
  }

  return (secret, salt, cost, lane) =>
    new Promise((resolve, reject) => {
      const start = () => {
        running++
        scrypt(secret, salt, 32, { ...cost, maxmem }, (error, stretched) => {
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
