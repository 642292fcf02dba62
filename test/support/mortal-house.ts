import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { readConfig } from '../../src/config.ts'
import { addOfficer } from '../../src/console/index.ts'
import { start } from '../../src/main.ts'
import type { House, TurnWrite } from '../../src/runtime/index.ts'
import type { Order, Point } from './mortal-order.ts'
import { password } from './word.ts'

/*
 * The whole house as a process that kills itself at a named step. The steps are put between the parts of the house that
 * runs, from outside; the house itself knows nothing of them. Waits for one line of JSON on stdin, then starts.
 */

/** SIGKILL cannot be caught, so nothing is tidied; the promise never comes, so nothing goes on until it strikes. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => undefined)
}

const handsIn = (write: TurnWrite) => write.newCase !== undefined
const tells = (write: TurnWrite) =>
  write.arrival.id.startsWith('told') || write.log.every((each) => each.from === 'bot')

/** Each step of a turn that hands in a form, and of an officer's question on its way to the person. */
const fatal: Readonly<Record<Point, (house: House) => void>> = {
  'before the receipt is made': ({ receipts }) => void Object.assign(receipts, { issue: die }),
  'before the commit': ({ store }) =>
    around(store.conversations, 'commit', (commit) => (w) => (handsIn(w) ? die() : commit(w))),
  'after the commit, before anything is told': ({ store }) =>
    around(store.conversations, 'commit', (commit) => async (w) => {
      const result = await commit(w)
      return handsIn(w) ? die() : result
    }),
  'when open connections are fed': (house) => {
    let due = false
    around(house.store.conversations, 'commit', (commit) => (w) => {
      due ||= handsIn(w)
      return commit(w)
    })
    const web = house.channels.get('web')
    if (web) Object.assign(web, { committed: () => (due ? die() : undefined) })
  },
  'while the receipt is put into the message': ({ store }) => void Object.assign(store.cases, { receiptNonce: die }),
  // The desk writes through what the officer can see.
  'before the deed is written': ({ store }) =>
    around(store.cases, 'seenBy', (seenBy) => (sight) => ({ ...seenBy(sight), save: die })),
  'after the deed was written': ({ store }) =>
    around(store.cases, 'seenBy', (seenBy) => (sight) => {
      const seen = seenBy(sight)
      return {
        ...seen,
        async save(w) {
          await seen.save(w)
          return die()
        },
      }
    }),
  'when the question is taken up': ({ store }) =>
    around(store.conversations, 'claimWaiting', (claim) => async (thread, limit, seconds) => {
      const got = await claim(thread, limit, seconds)
      return got.length > 0 ? die() : got
    }),
  'after the question was told': ({ store }) =>
    around(store.conversations, 'commit', (commit) => async (w) => {
      const result = await commit(w)
      return tells(w) && w.revision > 0 ? die() : result
    }),
}

function around<T extends object, K extends keyof T>(part: T, name: K, wrap: (own: T[K]) => T[K]): void {
  Object.assign(part, { [name]: wrap(part[name]) })
}

const lines = createInterface({ input: process.stdin })
for await (const line of lines) {
  const order: Order = JSON.parse(line)
  const running = await start(readConfig(order.environment), () => undefined)
  const { store, clock } = running.house
  if (order.account)
    await addOfficer(store, { account: order.account, name: '王敏', role: '受理', password }, 'system', clock())
  if (order.dies) fatal[order.dies](running.house)
  writeSync(1, `${JSON.stringify({ port: running.port })}\n`)
}
