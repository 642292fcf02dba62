import { pino } from 'pino'
import { Fault, Refused } from './base/index.ts'

/** Only what is listed here is ever written to the log: no address, no name, no word anybody typed. */
export const log = pino({
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: {
    err: (e: Error) => ({
      name: e.name,
      message: e instanceof Fault || e instanceof Refused ? e.message : undefined,
      at: where(e),
    }),
  },
})

/** The first lines of our own in a stack: enough to find the place, nothing of what was in hand. */
const where = (e: Error) =>
  (e.stack ?? '')
    .split('\n')
    .slice(1, 5)
    .map((l) => l.trim().replace(/\(?file:\/\/.*?\/(src|node_modules)\//, '$1/'))
